"""Word packs: named styles, page setup, the edition's text, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from itertools import accumulate

import docx
from docx.oxml.ns import qn
from docx.shared import Mm

from generator.model import Library
from generator.outputs.packs import render_docx
from generator.outputs.shared.pack_contents import PackData, Selection, pack_data
from tests.outputs.packs.conftest import HOSTILE, squeezed


def opened(pack: PackData) -> docx.document.Document:
    return docx.Document(io.BytesIO(render_docx(pack)))


def one(library: Library, **wishes: object) -> PackData:
    base = library.collations[0].edition.base.id
    number = library.collations[0].edition.articles[0].number
    return pack_data(library, Selection(base, (number,), name="x", **wishes))  # type: ignore[arg-type]


def test_the_text_is_the_editions(whole_text: PackData, library: Library) -> None:
    text = squeezed("".join(each.text for each in opened(whole_text).paragraphs))
    edition = library.collations[0].edition
    for article in edition.articles:
        assert squeezed(article.label + article.text) in text
    for paragraph in (*edition.preamble, *(each for p in edition.parts for each in p.paragraphs)):
        assert squeezed(paragraph) in text


def test_styles_have_names_and_the_fonts_of_offices(whole_text: PackData) -> None:
    document = opened(whole_text)
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert {"标题", "一级标题", "正文内容", "部分标题"} <= used
    fonts = {
        name: document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("标题", "一级标题", "二级标题", "正文内容")
    }
    assert fonts == {
        "标题": "方正小标宋简体",
        "一级标题": "黑体",
        "二级标题": "楷体_GB2312",
        "正文内容": "仿宋_GB2312",
    }
    assert document.styles["标题"].font.size.pt == 22
    assert document.styles["正文内容"].font.size.pt == 16


def test_the_page_is_that_of_the_standard(whole_text: PackData) -> None:
    section = opened(whole_text).sections[0]
    measures = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    for measure, millimetres in zip(measures, (210, 297, 37, 28), strict=True):
        assert measure is not None
        assert abs(measure - Mm(millimetres)) < Mm(0.1)
    grid = section._sectPr.find(qn("w:docGrid"))
    assert int(grid.get(qn("w:linePitch"))) == int(225 / 25.4 * 1440 / 22)
    odd = section.footer.paragraphs[0]
    even = section.even_page_footer.paragraphs[0]
    assert odd.text.startswith("— ")
    assert odd.alignment != even.alignment


def test_the_contents_have_page_numbers_before_any_update(library: Library) -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(one(library)))) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "w:dirty" not in xml
    shown = re.findall(
        r"PAGEREF (_s\d+) .*?<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>(\d+)</w:t>",
        xml,
    )
    numbers = [int(number) for _, number in shown]
    assert numbers[0] == 3, "behind the cover and the contents"
    assert numbers == sorted(numbers)
    assert numbers[-1] > 4
    for bookmark, _ in shown:
        assert f'w:name="{bookmark}"' in xml


def test_headings_break_between_words_and_text_does_not(library: Library) -> None:
    edition = library.collations[0].edition
    pack = pack_data(
        library, Selection("yijian", tuple(each.number for each in edition.articles), name="x")
    )
    broken = [each for each in opened(pack).paragraphs if "\n" in each.text]
    assert {each.style.name for each in broken if each.style} <= {
        "二级标题",
        "目录二级",
        "部分标题",
    }
    pieces = {"".join(each): each for each in pack.pieces}
    assert len(broken) > 5
    for paragraph in broken:
        lines = paragraph.text.split("\t")[0].split("\n")
        ends = set(accumulate(map(len, pieces["".join(lines)])))
        assert set(accumulate(map(len, lines))) <= ends, paragraph.text


def test_every_line_has_a_height_of_its_own(whole_text: PackData) -> None:
    for style in opened(whole_text).styles:
        if style.element.get(qn("w:styleId"), "").startswith("Pack") and style.type == 1:
            spacing = style.element.pPr.find(qn("w:spacing"))
            assert spacing.get(qn("w:lineRule")) == "exact", style.name


def test_tables_say_what_the_pack_says(library: Library) -> None:
    pack = one(library)
    wanted = [block for each in pack.sections for block in each.blocks if block.kind == "table"]
    tables = opened(pack).tables
    assert len(tables) == len(wanted) > 0
    for block, table in zip(wanted, tables, strict=True):
        assert tuple(cell.text for cell in table.rows[0].cells) == block.header
        for row, printed in zip(block.rows, table.rows[1:], strict=True):
            assert printed.cells[0].text == row.cells[0]


def test_same_input_same_bytes(library: Library) -> None:
    pack = one(library)
    data = render_docx(pack)
    assert data == render_docx(pack)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_markup_is_written_as_it_stands(hostile: Library) -> None:
    document = opened(one(hostile, session=HOSTILE + "\x00\x0b"))
    paragraphs = [each.text.replace("\n", "") for each in document.paragraphs]
    assert sum(HOSTILE in each for each in paragraphs) >= 3


def test_pieces_can_be_left_out(library: Library) -> None:
    titles = [section.title for section in one(library, pieces=("text", "check")).sections]
    assert titles == ["条文原文", "对照检查表"]
