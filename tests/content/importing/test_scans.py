"""Scans and photos: what is seen becomes paragraphs, and doubts show the place in the picture."""

from __future__ import annotations

import io
import math
import random
from importlib.util import find_spec

import numpy as np
import pypdfium2
import pytest
import typst
from rapidfuzz.distance import Levenshtein

from generator.content.importing import import_file
from generator.content.importing.imported import Intake
from generator.content.importing.layout import Page, take_pages
from generator.content.importing.layout.lines import Fragment, fragments
from generator.content.importing.pdf.drawn import drawn_page
from generator.content.importing.scans.holes import with_holes
from generator.content.importing.scans.look_alikes import in_doubt
from generator.content.importing.scans.placing import (
    CLOSERS,
    OPENERS,
    placed,
    straightened,
    type_size,
)
from generator.content.importing.scans.seen import Seen, SeenLine, decoded
from generator.errors import ContentError
from tests.content.importing.layouts import LAYOUTS, SENTENCES, Layout

INSTALLED = all(find_spec(name) for name in ("rapidocr", "onnxruntime", "cv2", "PIL"))
needs_ocr = pytest.mark.skipif(not INSTALLED, reason="make ocr")
SCANNED = ("one-column", "2-columns", "3-columns", "small-book")
FONT = '#set text(font: "Noto Serif CJK SC", size: 14pt, lang: "zh")\n'
TEXT = "".join(SENTENCES[:3])


def test_without_the_reader_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.content.importing.scans.entry.find_spec", lambda _: None)
    with pytest.raises(ContentError, match="make ocr"):
        import_file("a.png", b"\x89PNG")


def test_a_scanned_pdf_without_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.content.importing.scans.entry.find_spec", lambda _: None)
    with pytest.raises(ContentError, match=r"没有文字层，像是扫描件.*make ocr"):
        import_file("a.pdf", typst.compile(b"#rect(width: 4cm, height: 4cm)"))


def test_the_surest_column_of_a_run_counts_and_the_next_best_is_kept() -> None:
    letters = ["", "甲", "已", "己"]
    chances = np.array(
        [
            [0.1, 0.8, 0.05, 0.05],
            [0.0, 0.99, 0.005, 0.005],
            [0.9, 0.1, 0.0, 0.0],
            [0.1, 0.0, 0.5, 0.4],
            [0.9, 0.0, 0.05, 0.05],
        ],
        dtype=np.float32,
    )
    first, second = decoded(chances, letters, 1.0)
    assert (first.text, round(first.score, 2), round(first.along, 2)) == ("甲", 0.99, 0.2)
    assert (second.text, second.next_text, round(second.next_score, 1)) == ("已", "己", 0.4)


@pytest.mark.parametrize(
    ("text", "score", "other", "doubtful"),
    [
        ("己", 0.9, "已", True),
        ("未", 0.93, "末", True),
        ("曰", 0.8, "日", True),
        ("阅", 0.9, "间", False),
        ("阅", 0.5, "", True),
        ("己", 0.99, "", False),
        (" ", 0.1, "", False),
    ],
)
def test_in_doubt(text: str, score: float, other: str, doubtful: bool) -> None:
    assert in_doubt(text, score, other) is doubtful


def _seen(piece: Fragment, scale: float, tilt: float, middle: tuple[float, float]) -> SeenLine:
    """Return a fragment as an engine sees it in a picture that is turned a little."""
    chance = random.Random(piece.text)
    shown = [glyph for glyph in piece.glyphs if not glyph.blank]
    left, right = piece.left, piece.right
    if shown[0].text in OPENERS and shown[0].right - shown[0].left > 0.7 * piece.size:
        left += 0.5 * piece.size  # an engine sees ink, of which a mark has half
    if shown[-1].text in CLOSERS and shown[-1].right - shown[-1].left > 0.7 * piece.size:
        right -= 0.5 * piece.size
    wide = right - left
    characters = tuple(
        Seen(
            glyph.text,
            0.99,
            min(max(((glyph.left + glyph.right) / 2 - left) / wide, 0.0), 1.0),
            "",
            0.0,
        )
        for glyph in shown
    )
    pad = piece.size * chance.uniform(0.0, 0.08)
    corners = [
        (left - pad, piece.top - pad),
        (right + pad, piece.top - pad),
        (right + pad, piece.bottom + pad),
        (left - pad, piece.bottom + pad),
    ]
    cos, sin = math.cos(tilt), math.sin(tilt)
    turned = tuple(
        (
            ((x - middle[0]) * cos - (y - middle[1]) * sin + middle[0]) * scale,
            ((x - middle[0]) * sin + (y - middle[1]) * cos + middle[1]) * scale,
        )
        for x, y in corners
    )
    return SeenLine(turned, characters)


@pytest.mark.parametrize("degrees", [0.0, 1.0, -1.5])
@pytest.mark.parametrize(
    "layout", [each for each in LAYOUTS if each.name in SCANNED], ids=lambda layout: layout.name
)
def test_lines_seen_in_a_tilted_picture_become_paragraphs(layout: Layout, degrees: float) -> None:
    document = pypdfium2.PdfDocument(typst.compile(layout.source.encode()))
    sheets = []
    for at in range(len(document)):
        page = drawn_page(document[at], at + 1).page
        middle = page.width / 2, page.height / 2
        lines = [
            _seen(each, 200 / 72, math.radians(degrees), middle) for each in fragments(page.glyphs)
        ]
        size = round(page.width * 200 / 72), round(page.height * 200 / 72)
        sheets.append(straightened(lines, *size))
    size_of_type = type_size(sheets)
    pages: list[Page] = [placed(each, at, size_of_type) for at, each in enumerate(sheets, start=1)]
    intake = Intake("")
    take_pages(pages, intake)
    true = "".join(f"{line}\n" for line in layout.lines).replace(" ", "")
    assert Levenshtein.distance(true, intake.imported().text.replace(" ", "")) <= 0.005 * len(true)


def _picture(source: str, dots: int = 200) -> bytes:
    from PIL import Image, ImageFilter

    page = pypdfium2.PdfDocument(typst.compile((FONT + source).encode()))[0]
    image = Image.fromarray(page.render(scale=dots / 72, grayscale=True).to_numpy().squeeze())
    image = image.rotate(1.0, resample=Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    image = image.filter(ImageFilter.GaussianBlur(0.8))
    noise = np.random.default_rng(1).normal(0, 10, (image.height, image.width))
    image = Image.fromarray(np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=60)
    return out.getvalue()


@needs_ocr
def test_a_page_rendered_and_spoilt_is_read() -> None:
    source = (
        "#set page(width: 15cm, height: 12cm, margin: 1cm)\n"
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
        f"#align(center, text(20pt)[阅读报告])\n\n{TEXT}\n\n{SENTENCES[3]}"
    )
    imported = import_file("a.jpg", _picture(source))
    true = f"阅读报告\n{TEXT}\n{SENTENCES[3]}\n"
    assert Levenshtein.distance(true, imported.text) <= 0.005 * len(true)
    assert imported.reader == "rapidocr"
    for doubt in imported.doubts:
        assert doubt.code == "I-003"
        assert doubt.picture.startswith(b"\x89PNG")


@needs_ocr
def test_a_smeared_character_is_a_doubt_with_its_crop() -> None:
    from PIL import Image

    smear = "#place(dx: 2.05em, dy: 0.05em, box(fill: black, width: 0.9em, height: 0.62em))"
    source = f"#set page(width: 15cm, height: 4cm, margin: 1cm)\n{smear}{SENTENCES[0]}"
    imported = import_file("a.jpg", _picture(source))
    doubts = [doubt for doubt in imported.doubts if doubt.code == "I-003"]
    assert doubts
    assert imported.text.startswith("街道□行动")
    assert (doubts[0].start, doubts[0].end) == (2, 3)
    assert "认不出字" in doubts[0].message
    with Image.open(io.BytesIO(doubts[0].picture)) as crop:
        assert crop.width > crop.height > 10


@needs_ocr
def test_ruling_lines_are_seen_and_strokes_of_words_are_none() -> None:
    from generator.content.importing.scans.ruled import ruled

    grey = np.full((1684, 1190), 235, dtype=np.uint8)  # two pixels a point
    for top in (400, 440, 480):
        grey[top : top + 2, 200:800] = 90
    for left in (200, 500, 798):
        grey[400:482, left : left + 2] = 90
    grey[1000:1002, 200:500] = 90  # a row of 一一一 in a line of words
    grey = np.clip(grey + np.random.default_rng(1).normal(0, 8, grey.shape), 0, 255)
    words = SeenLine(((190, 985), (510, 985), (510, 1017), (190, 1017)), tuple(_line("一", [200])))
    found = ruled(grey.astype(np.uint8), straightened([words], 1190, 1684))
    level = [(round(each.top), round(each.left), round(each.right)) for each in found if each.level]
    upright = [round(each.left) for each in found if not each.level]
    assert [top for top, _, _ in level] == [200, 220, 240]
    assert all(abs(left - 100) < 6 and abs(right - 400) < 6 for _, left, right in level)
    assert upright == [100, 250, 400]


@needs_ocr
def test_a_table_and_a_note_of_a_scan() -> None:
    source = (
        "#set page(width: 15cm, height: 12cm, margin: 1cm)\n"
        f"{SENTENCES[0]}#footnote[见区图书馆编手册。]\n\n"
        "#table(columns: 2, [社区名称], [送书次数], [东山社区], [十二次])\n"
    )
    imported = import_file("a.jpg", _picture(source))
    rows = [imported.text[part.start : part.end] for part in imported.parts if part.kind == "row"]
    assert rows == ["社区名称\t送书次数", "东山社区\t十二次"]


@needs_ocr
@pytest.mark.parametrize(
    "data",
    [b"", b"\x89PNG\r\n\x1a\n broken", b"\xff\xd8\xff", b"BM" + b"\xff" * 60, b"II*\x00" * 9],
)
def test_a_damaged_picture_is_one_line(data: bytes) -> None:
    with pytest.raises(ContentError, match="图片"):
        import_file("a.png", data)


def _line(text: str, places: list[float]) -> list[Seen]:
    return [
        Seen(each, 0.99, place / 400, "", 0.0) for each, place in zip(text, places, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "places", "smear", "shown"),
    [
        ("街道行动不便", [20, 60, 140, 180, 220, 260], (82, 118, 8, 34), "街道□行动不便"),
        ("街道动不便的", [20, 60, 180, 220, 260, 300], (82, 158, 8, 34), "街道□□动不便的"),
        ("街道行动不便", [20, 60, 140, 180, 220, 260], None, "街道行动不便"),
        ("街道行动不便", [60, 100, 140, 180, 220, 260], (2, 38, 20, 24), "□街道行动不便"),
        ("街道行动不便", [160, 200, 240, 280, 320, 340], (362, 398, 20, 24), "街道行动不便□"),
        # A ruling line under a blank to be filled in, and a dash drawn long, are no characters.
        ("街道行动不便", [20, 60, 140, 180, 220, 260], (82, 118, 44, 46), "街道行动不便"),
        ("街道—行动不便", [20, 60, 120, 180, 220, 260, 300], (85, 155, 22, 25), "街道—行动不便"),
        ("街道", [20, 140], (62, 98, 8, 34), "街道"),
        ("", [], (62, 98, 8, 34), ""),
    ],
)
def test_ink_that_was_passed_over_is_a_hole(
    text: str, places: list[float], smear: tuple[int, int, int, int] | None, shown: str
) -> None:
    crop = np.full((48, 400, 3), 240, dtype=np.uint8)
    for place in places:
        crop[10:34, int(place) - 12 : int(place) + 12 : 3] = 30
    if smear is not None:
        left, right, top, bottom = smear
        crop[top:bottom, left:right] = 20
    found = with_holes(_line(text, [float(each) for each in places]), crop)
    assert "".join(each.text for each in found) == shown
    assert all(each.score == 0.0 for each in found if each.text == "□")
