"""OFD files (GB/T 33190): text in reading order, and what is not text on record."""

from __future__ import annotations

import io
import time
import zipfile
from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest
import typst
from rapidfuzz.distance import Levenshtein

from generator.content.importing import import_file
from generator.content.importing.ofd.drawn import deltas
from generator.content.importing.pdf.drawn import drawn_page
from generator.errors import ContentError
from tests.content.importing.layouts import LAYOUTS, SENTENCES, Layout
from tests.content.importing.ofd_files import as_drawn, ofd, page, text_object

FILES = Path(__file__).with_name("ofd")
PAPERS = ("one-column", "red-head", "2-columns", "3-columns", "lead-and-columns", "small-book")


def _text(data: bytes) -> str:
    return import_file("a.ofd", data).text


def test_the_smallest_file() -> None:
    assert _text((FILES / "smallest.ofd").read_bytes()) == "送书上门工作报告\n一、主要做法\n"


@pytest.mark.parametrize(
    "layout", [each for each in LAYOUTS if each.name in PAPERS], ids=lambda layout: layout.name
)
def test_the_text_of_a_layout_line_by_line(layout: Layout) -> None:
    document = pypdfium2.PdfDocument(typst.compile(layout.source.encode()))
    drawn = [drawn_page(document[at], at + 1).page for at in range(len(document))]
    size = drawn[0].width * 25.4 / 72, drawn[0].height * 25.4 / 72
    text = _text(ofd([[page(as_drawn(each.glyphs)) for each in drawn]], size=size))
    true = "".join(f"{line}\n" for line in layout.lines)
    assert Levenshtein.distance(true, text) <= 0.001 * len(true)


def test_the_order_is_that_of_the_page_and_not_of_the_file() -> None:
    objects = text_object(20, 60, "二、问题") + text_object(20, 40, "一、做法")
    assert _text(ofd([[page(objects)]])) == "一、做法\n二、问题\n"


def test_several_documents_and_pages() -> None:
    pages = [page(text_object(20, 30, words)) for words in ("甲。", "乙。", "丙。")]
    imported = import_file("a.ofd", ofd([pages[:2], pages[2:]]))
    assert imported.text == "甲。\n乙。\n丙。\n"
    assert [part.place for part in imported.parts] == ["第1页第1段", "第2页第1段", "第3页第1段"]


def test_templates_and_seals_are_left_out_on_record() -> None:
    data = ofd(
        [[page(text_object(20, 30, "正文。"), template="7")]],
        template=text_object(20, 5, "东山街道办事处"),
        notes=text_object(120, 200, "东山街道办事处印章"),
    )
    imported = import_file("a.ofd", data)
    assert imported.text == "正文。\n"
    assert [(part.kind, part.left_out) for part in imported.parts if part.reason] == [
        ("印章", "东山街道办事处印章"),
        ("版式模板", "东山街道办事处"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        text_object(20, 50, "内部意见", Visible="false"),
        text_object(20, 50, "内部意见", Alpha="0"),
    ],
)
def test_hidden_words_are_not_published(hidden: str) -> None:
    objects = text_object(20, 30, "正文。") + hidden
    imported = import_file("a.ofd", ofd([[page(objects)]]))
    assert imported.text == "正文。\n"
    assert [doubt.code for doubt in imported.doubts] == ["I-001"]
    assert [part.left_out for part in imported.parts if part.reason] == ["内部意见"]


def test_turned_text_is_left_out_and_said() -> None:
    objects = text_object(20, 30, "正文。" * 9) + text_object(
        20, 90, "内部", CTM="0.7 0.7 -0.7 0.7 0 0"
    )
    imported = import_file("a.ofd", ofd([[page(objects)]]))
    assert imported.text == "正文。" * 9 + "\n"
    assert [doubt.code for doubt in imported.doubts] == ["I-005"]


def test_a_matrix_that_scales() -> None:
    objects = text_object(20, 30, "甲。", CTM="2 0 0 2 0 0") + text_object(20, 60, "乙。")
    assert _text(ofd([[page(objects)]])) == "甲。\n乙。\n"


@pytest.mark.parametrize(
    ("given", "steps"),
    [
        ("g 3 2.5", [2.5, 2.5, 2.5]),
        ("1 g 2 3 4", [1, 3, 3, 4]),
        ("g 1000000000 1", [1.0] * 9),
        ("g x y", []),
        ("nan inf", []),
        (None, []),
    ],
)
def test_distances(given: str | None, steps: list[float]) -> None:
    assert deltas(given, 9) == steps


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OFD.xml", b" " * 200_000_000)
    return out.getvalue()


def _entities() -> bytes:
    lots = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "好"}">' for n in range(12))
    content = f"<!DOCTYPE x [{lots}]>" + page(text_object(20, 30, "甲。")).replace("甲", "&e11;甲")
    return ofd([[content.replace('<?xml version="1.0" encoding="UTF-8"?>', "")]])


@pytest.mark.parametrize(
    "data",
    [b"", b"\n", b"PK\x03\x04broken", _bomb(), ofd([]), ofd([[]]), ofd([["<broken"]])],
    ids=["empty", "blank", "zip", "bomb", "no document", "no page", "page"],
)
def test_a_bad_file_is_one_line(data: bytes) -> None:
    with pytest.raises(ContentError, match=r"不是完好的 ofd|过大") as error:
        import_file("报告.ofd", data)
    assert "\n" not in str(error.value)


def test_blocks_deeper_than_any_program_nests_are_on_record_and_said() -> None:
    deep = f"{'<ofd:PageBlock>' * 40}{text_object(20, 60, '内层。')}{'</ofd:PageBlock>' * 40}"
    imported = import_file("a.ofd", ofd([[page(text_object(20, 30, "正文。") + deep)]]))
    assert imported.text == "正文。\n"
    assert [part.left_out for part in imported.parts if part.reason] == ["内层。"]
    assert [doubt.code for doubt in imported.doubts] == ["I-006"]


def test_a_comment_in_a_text_is_none_of_its_words() -> None:
    objects = text_object(20, 30, "正文。").replace("正文", "正<!-- 记 -->文")
    assert _text(ofd([[page(objects)]])) == "正文。\n"


@pytest.mark.parametrize(
    ("member", "kind"),
    [
        ("Tpls/Tpl_0/Content.xml", "版式模板"),
        ("Annots/Annotations.xml", "批注"),
        ("Annots/Page_0/Annotation.xml", "批注"),
    ],
)
def test_a_damaged_template_or_annotation_is_on_record(member: str, kind: str) -> None:
    words = text_object(20, 5, "东山街道")
    whole = ofd([[page(text_object(20, 30, "正文。"), template="7")]], template=words, notes=words)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as read, zipfile.ZipFile(out, "w") as damaged:
        for name in read.namelist():
            damaged.writestr(name, b"<broken" if name.endswith(member) else read.read(name))
    imported = import_file("a.ofd", out.getvalue())
    assert imported.text == "正文。\n"
    assert [part.kind for part in imported.parts if part.reason.endswith("坏了，读不出")] == [kind]


def test_a_locked_file_asks_for_its_password_to_be_taken_off() -> None:
    data = bytearray(ofd([[page(text_object(20, 30, "正文。"))]]))
    data[data.rindex(b"PK\x01\x02", 0, data.rindex(b"Document.xml")) + 8] |= 1
    with pytest.raises(ContentError, match="加了密码"):
        import_file("a.ofd", bytes(data))


def test_entities_do_not_grow() -> None:
    started = time.process_time()
    with pytest.raises(ContentError, match="不是完好的 ofd"):
        _text(_entities())
    assert time.process_time() - started < 10


def test_a_broken_page_is_said_and_the_others_are_read() -> None:
    pages = [page(text_object(20, 30, "甲。")), "<broken", page(text_object(20, 30, "丙。"))]
    imported = import_file("a.ofd", ofd([pages]))
    assert imported.text == "甲。\n丙。\n"
    assert [(doubt.code, doubt.message) for doubt in imported.doubts] == [
        ("I-006", "第2页坏了，读不出")
    ]


def test_damaged_files_raise_nothing_else() -> None:
    data = ofd(
        [[page("".join(text_object(20, 30 + 8 * at, each) for at, each in enumerate(SENTENCES)))]]
    )
    for at in range(0, len(data), 11):
        for damaged in (data[:at], data[:at] + b"\x00\xff9" + data[at + 3 :]):
            with suppress(ContentError):
                _text(damaged)
