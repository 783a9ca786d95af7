"""PDF files: paragraphs in reading order, and every line on record."""

from __future__ import annotations

import io
import time
from collections import Counter
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest
import typst
from pypdf.annotations import FreeText
from rapidfuzz.distance import Levenshtein

from generator.cleaning import CleaningSettings, clean
from generator.content.importing import import_file
from generator.content.importing.imported import Imported, Intake
from generator.content.importing.layout import Glyph, Page, Picture, Rule, take_pages
from generator.content.importing.layout.turning import runs_down, upright_columns
from generator.content.importing.pdf.drawn import DrawnPage
from generator.content.importing.pdf.usable import usable_page
from generator.errors import ContentError
from generator.model import Source
from tests.content.importing.layouts import LAYOUTS, SENTENCES, Layout
from tests.content.importing.odd_layouts import ODD_LAYOUTS

FILES = Path(__file__).with_name("pdf")
MOST_ERRORS = 0.001
FONT = '#set text(font: "Noto Serif CJK SC", size: 12pt, lang: "zh")\n'
INDENT = "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
TEXT = "".join(SENTENCES[:4])


@pytest.fixture(autouse=True)
def _no_ocr(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read as where the reader of scans is not installed, also where it is."""
    monkeypatch.setattr("generator.content.importing.pdf.reading.ocr_is_installed", lambda: False)


def _set(source: str) -> bytes:
    return bytes(typst.compile((FONT + INDENT + source).encode()))


def _read(data: bytes) -> Imported:
    return import_file("a.pdf", data)


def _left_out(imported: Imported) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for part in imported.parts:
        if part.reason:
            found.setdefault(part.kind, []).append(part.left_out)
    return found


def _codes(imported: Imported) -> list[str]:
    return [doubt.code for doubt in imported.doubts]


@pytest.mark.parametrize("layout", [*LAYOUTS, *ODD_LAYOUTS], ids=lambda layout: layout.name)
def test_the_text_of_a_layout_line_by_line(layout: Layout) -> None:
    text = _read(typst.compile(layout.source.encode())).text
    true = "".join(f"{line}\n" for line in layout.lines)
    assert Levenshtein.distance(true, text) <= MOST_ERRORS * len(true)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_every_character_of_a_page_is_taken_or_left_out(layout: Layout) -> None:
    data = typst.compile(layout.source.encode())
    imported = _read(data)
    on_record = "".join(
        imported.text[part.start : part.end] + part.left_out for part in imported.parts
    )
    drawn = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    missing = Counter(drawn) - Counter(on_record)
    called = sum(part.kind == "footnote" for part in imported.parts)  # whose mark stands once
    assert sum(count for char, count in missing.items() if char.strip()) <= called


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_cleaning_does_a_layout_no_harm(layout: Layout) -> None:
    text = _read(typst.compile(layout.source.encode())).text
    (piece,) = clean(Source("a.pdf", text, "0" * 64, "pdf"), CleaningSettings()).pieces
    assert "".join(piece.text.split()) == "".join(text.split())
    assert piece.text.count("\n") == text.strip().count("\n")


def test_heads_feet_and_page_numbers_are_left_out_on_record() -> None:
    heads = next(layout for layout in LAYOUTS if layout.name == "2-columns")
    left_out = _left_out(_read(typst.compile(heads.source.encode())))
    assert left_out == {"页眉": ["东山通讯 第3期"] * 2, "页码": ["第1页 共2页", "第2页 共2页"]}


@pytest.mark.parametrize(
    "number",
    ["— 1 —", "－1－", "·1·", "1", "第1页 共3页", "第1页", "1/3", "Page 1 of 3", "共3页 第1页"],
)
def test_a_page_number_in_any_form(number: str) -> None:
    imported = _read(_set(f"#set page(footer: align(center)[{number}])\n{TEXT}"))
    assert imported.text == TEXT + "\n"
    assert _left_out(imported) == {"页码": [number]}


@pytest.mark.parametrize("last", ["附件1", "2023年5月9日", "共计1200人", "1200", "东山街道"])
def test_a_last_line_is_no_page_number(last: str) -> None:
    assert _read(_set(f"{TEXT}\n\n{last}")).text == f"{TEXT}\n{last}\n"


def test_annexes_that_head_their_pages_are_no_running_heads() -> None:
    pages = "#pagebreak()".join(
        f"#par(first-line-indent: 0pt)[附件{at}]\n\n{TEXT}" for at in (1, 2, 3)
    )
    assert _read(_set(pages)).text == "".join(f"附件{at}\n{TEXT}\n" for at in (1, 2, 3))


def test_a_title_is_never_glued_to_the_text_and_two_lines_of_it_are_one() -> None:
    source = (
        "#align(center, text(22pt)[关于推进全民阅读\\ 工作情况的报告])\n\n"
        f"#align(center)[（2023年5月9日）]\n\n#align(center)[东山街道办事处]\n\n{TEXT}"
    )
    assert _read(_set(source)).text == (
        f"关于推进全民阅读工作情况的报告\n（2023年5月9日）\n东山街道办事处\n{TEXT}\n"
    )


def test_raised_digits_that_no_note_explains_stay() -> None:
    assert _read(_set("占地300m#super[2]，投资10#super[6]元。")).text == "占地300m2，投资106元。\n"


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page(turn: int) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_set(TEXT)))
    writer.pages[0].rotate(turn)
    out = io.BytesIO()
    writer.write(out)
    assert _read(out.getvalue()).text == f"{TEXT}\n"


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_text_that_lies_on_its_side(turn: int) -> None:
    source = f"#rotate({turn}deg, reflow: true, box(width: 15cm)[{TEXT}\n\n{TEXT}])"
    assert _read(_set(source)).text == f"{TEXT}\n{TEXT}\n"


def test_text_in_upright_columns() -> None:
    page = Page(1, 400, 600, _upright(TEXT, 400, 600))
    assert runs_down(page.glyphs)
    intake = Intake("")
    take_pages([upright_columns(page)], intake)
    assert intake.imported().text == f"{TEXT}\n"


def _upright(words: str, width: float, height: float) -> tuple[Glyph, ...]:
    found = []
    column = row = 0
    for char in words:
        if 50 + (row + 1) * 14 > height - 50:
            column, row = column + 1, 0
        left, top = width - 70 - column * 22, 50 + row * 14
        found.append(Glyph(char, left, top, left + 14, top + 14, 14))
        row += 1
    return tuple(found)


def test_digits_in_upright_columns_lie_on_their_side() -> None:
    upright = "街道为老年人送书上门，每月两次，从不间断。" * 6
    columns = "".join(
        f"#place(dx: {160 - 20 * at}mm, stack(dir: ttb, spacing: 2pt, "
        + ", ".join(f"[{char}]" for char in upright[at * 21 : at * 21 + 21])
        + ", rotate(90deg, reflow: true)[128], [本]))"
        for at in range(6)
    )
    words = "".join(upright[at * 21 : at * 21 + 21] + "128本" for at in range(6))
    assert "".join(_read(_set(columns)).text.split()) == words


def test_readings_over_words_are_left_out_on_record() -> None:
    ruby = "#box(place(top, dy: -0.6em, text(6pt)[chè zhǒu]) + [掣肘])"
    plain = "#set par(leading: 1.5em, first-line-indent: 0pt)"
    imported = _read(_set(f"{plain}\n{TEXT}避免{ruby}的事。{TEXT}"))
    assert imported.text == f"{TEXT}避免掣肘的事。{TEXT}\n"
    assert _left_out(imported) == {"注音": ["chè zhǒu"]}


def test_a_head_repeated_by_a_table_is_on_record() -> None:
    layout = next(layout for layout in ODD_LAYOUTS if layout.name == "long-table")
    heads = _left_out(_read(typst.compile(layout.source.encode())))["表头"]
    assert set(heads) == {"序号\t任务"}


def test_notes_stuck_on_a_page_and_filled_forms_are_on_record() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(_set(TEXT)))
    writer.add_annotation(0, FreeText(text="此处再核", rect=(50, 50, 200, 100)))
    out = io.BytesIO()
    writer.write(out)
    imported = _read(out.getvalue())
    assert imported.text == f"{TEXT}\n"
    assert _left_out(imported) == {"批注": ["此处再核"]}
    assert _codes(imported) == ["I-005"]


def test_white_words_on_white_paper_are_hidden_words() -> None:
    shown = "#box(fill: blue, text(fill: white)[白字蓝底])"
    imported = _read(_set(f"{TEXT}{shown}\n\n#text(fill: white)[内部掌握]"))
    assert imported.text == f"{TEXT}白字蓝底\n"
    assert _left_out(imported) == {"隐藏文字": ["内部掌握"]}
    assert _codes(imported) == ["I-001"]


def test_a_blank_page_says_so() -> None:
    with pytest.raises(ContentError, match="空白"):
        _read(_set("#page[]"))


def test_a_row_that_a_page_breaks_is_whole_again() -> None:
    def page(number: int, rows: list[list[str]], head: int) -> Page:
        glyphs: list[Glyph] = []
        rules = [Rule(left, head, left, head + 20 * len(rows)) for left in (50.0, 150.0, 350.0)]
        for at, cells in enumerate(rows):
            top = head + 20 * at
            rules += [Rule(50, top, 350, top), Rule(50, top + 20, 350, top + 20)]
            for cell, left in zip(cells, (55, 155), strict=True):
                glyphs += [
                    Glyph(char, left + 10 * step, top + 5, left + 10 * step + 10, top + 15, 10)
                    for step, char in enumerate(cell)
                ]
        return Page(number, 400, 600, tuple(glyphs), tuple(rules))

    first = page(1, [["单位", "措施"], ["东山", "送书上门，"]], 540)
    intake = Intake("")
    take_pages([first, page(2, [["", "每月两次。"], ["西河", "开放。"]], 40)], intake)
    assert intake.imported().text == "单位\t措施\n东山\t送书上门，每月两次。\n西河\t开放。\n"
    ended = page(1, [["单位", "措施"], ["东山", "送书上门。"]], 540)
    intake = Intake("")
    take_pages([ended, page(2, [["", "每月两次。"], ["西河", "开放。"]], 40)], intake)
    assert intake.imported().text.splitlines()[2] == "\t每月两次。"


def test_a_watermark_is_left_out_and_said() -> None:
    imported = _read(_set(f"#set page(background: rotate(-45deg, text(60pt)[内部资料]))\n{TEXT}"))
    assert imported.text == f"{TEXT}\n"
    assert _left_out(imported) == {"斜排文字": ["内部资料"]}
    assert _codes(imported) == ["I-005"]


def test_glyphs_drawn_twice_to_look_bold_are_read_once() -> None:
    source = f"#box(place(dx: 0.3pt, dy: -0.8em, box(width: 10cm)[阅阅读读]))阅阅读读\n\n{TEXT}"
    assert _read(_set(source)).text == f"阅阅读读\n{TEXT}\n"


def test_a_picture_is_on_record_and_said() -> None:
    page = Page(3, 595, 842, _upright(TEXT, 595, 842), pictures=(Picture(50, 50, 500, 500),))
    intake = Intake("")
    take_pages([page], intake)
    imported = intake.imported()
    assert [(part.place, part.kind) for part in imported.parts if part.reason] == [
        ("第3页图片1", "图片")
    ]
    assert _codes(imported) == ["I-004"]


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("enc-empty.pdf", "加密方法"),
        ("enc-unknown.pdf", "加密方法"),
        ("surrogate.pdf", "没有文字编码"),
    ],
)
def test_a_bad_file_is_one_line(name: str, word: str) -> None:
    with pytest.raises(ContentError, match=word) as error:
        import_file(name, (FILES / name).read_bytes())
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("name", ["bad-filter.pdf", "jbig.pdf"])
def test_a_wrong_name_of_a_filter_hides_no_text(name: str) -> None:
    assert import_file(name, (FILES / name).read_bytes()).text == "阅览室\n"


def test_a_font_by_name_with_gbk_codes() -> None:
    assert import_file("a.pdf", (FILES / "gbk-euc.pdf").read_bytes()).text == (
        "东山街道阅览室工作纪要\n一、主要做法\n街道为行动不便的老年人送书上门。\n"
    )


def test_glyphs_without_unicode_are_said_with_their_page() -> None:
    plain = (FILES / "gbk-euc.pdf").read_bytes()
    with pytest.raises(ContentError, match="没有文字编码"):
        _read(plain.replace(b"(GB1)", b"(Foo)").replace(b"GBK-EUC-H", b"Identity-H"))


def test_a_password() -> None:
    for password, readable in [("", True), ("secret", False)]:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(_set(TEXT)))
        writer.encrypt(password, "owner", algorithm="RC4-128")
        out = io.BytesIO()
        writer.write(out)
        if readable:
            assert _read(out.getvalue()).text == f"{TEXT}\n"
        else:
            with pytest.raises(ContentError, match="密码"):
                _read(out.getvalue())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Count 1", b"/Count 900000000"),
        (b"/Count 1", b"/Count 4000"),
        (b"/Kids[3 0 R]", b"/Kids[2 0 R 3 0 R]"),
        (b"/Kids[3 0 R]", b"/Kids[2 0 R]"),
    ],
)
def test_a_page_tree_that_lies_does_not_hang(old: bytes, new: bytes) -> None:
    data = (FILES / "gbk-euc.pdf").read_bytes().replace(old, new)
    started = time.process_time()
    try:
        text = _read(data).text
    except ContentError:
        text = ""
    assert text in ("", "东山街道阅览室工作纪要\n一、主要做法\n街道为行动不便的老年人送书上门。\n")
    assert time.process_time() - started < 10


def test_broken_pages_are_said_together() -> None:
    data = (FILES / "gbk-euc.pdf").read_bytes().replace(b"/Count 1", b"/Count 40")
    assert [doubt.message for doubt in _read(data).doubts] == ["第2—40页坏了，读不出"]


def test_damaged_files_raise_nothing_else() -> None:
    data = (FILES / "gbk-euc.pdf").read_bytes()
    for at in range(0, len(data), 7):
        for damaged in (data[:at], data[:at] + b"\x00\xff9" + data[at + 3 :]):
            with suppress(ContentError):
                _read(damaged)


def _glyphs(words: str, *, across: int, size: float = 10) -> tuple[Glyph, ...]:
    return tuple(
        Glyph(
            char,
            (at % across) * size,
            at // across * size * 1.5,
            (at % across + 1) * size,
            at // across * size * 1.5 + size,
            size,
        )
        for at, char in enumerate(words)
    )


@pytest.mark.parametrize("char", ["一", "a", "1", " ", "（", "."])
def test_no_long_page_hangs(char: str) -> None:
    page = Page(1, 595, 842, _glyphs(char * 40_000, across=50))
    started = time.process_time()
    take_pages([page], Intake(""))
    assert time.process_time() - started < 10


def test_pages_of_words_in_a_heap_do_not_hang() -> None:
    heaped = tuple(Glyph(char, 10, 10, 20, 20, 10) for char in "甲乙丙丁" * 5_000)
    started = time.process_time()
    take_pages([Page(1, 595, 842, heaped)], Intake(""))
    assert time.process_time() - started < 10


def test_what_is_readable_of_a_page_that_mostly_is_not_stays_on_record() -> None:
    page = Page(3, 595, 842, _glyphs("甲\ufffd乙\ufffd", across=10))
    found = usable_page(DrawnPage(page, (), "", "", ""))
    assert found.glyphs == ()
    assert [words for _, words, _ in found.left_out] == ["甲\ufffd乙\ufffd"]
    assert found.remarks == (("I-006", "第3页有2个字没有文字编码，读不出"),)


def test_parts_are_in_the_order_of_the_text() -> None:
    for layout in LAYOUTS[:4]:
        parts = _read(typst.compile(layout.source.encode())).parts
        assert all(one.start <= other.start for one, other in pairwise(parts))
