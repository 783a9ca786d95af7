"""The 台账 as a Word document: A4 across, its head repeated on every page.

Page and styles are made once with python-docx; the rows are written as XML into a copy, which is
many times faster than python-docx's own tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING

from generator.build.memo import Memo, no_memo
from generator.outputs.shared import word_files
from generator.outputs.shared.word_files import (
    HINT,
    core_properties,
    escaped,
    word_file,
)
from generator.outputs.shared.word_foot import number_foot
from generator.outputs.shared.word_template import add_style, empty_template
from generator.outputs.sheets.register import NOTE, TO_FILL, Register

if TYPE_CHECKING:
    from docx.document import Document

SONG, HEI, FANG = "方正小标宋简体", "黑体", "仿宋_GB2312"
BODY_MARK = "@@REGISTER@@"
MM = 1440 / 25.4  # twentieths of a point
COLUMNS = ("序号", "责任内容", "依据", *TO_FILL)
WIDTHS = (13, 82, 34, 22, 25, 38, 18, 25)  # millimetres, 257 together
CENTRED = {"序号", "依据", "责任领导", "责任部门", "时限"}


def as_docx(made: Sequence[Register], moment: int, memo: Memo = no_memo) -> bytes:
    """Return the registers as DOCX; the bytes depend on them and on `moment`, their date."""
    parts = dict(memo(_template))
    body = "".join(_body(made))
    document = parts["word/document.xml"].decode()
    parts["word/document.xml"] = document.replace(BODY_MARK, body).encode()
    title = "、".join(each.title for each in made)
    parts["docProps/core.xml"] = core_properties(title, moment)
    return word_file(parts)


def _body(made: Sequence[Register]) -> Iterator[str]:
    for number, register in enumerate(made):
        yield _para("RegisterTitle", register.title, "<w:pageBreakBefore/>" if number else "")
        yield _para("RegisterNote", NOTE)
        yield _table(register)


def _table(register: Register) -> str:
    widths = [round(each * MM) for each in WIDTHS]
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    rows = [_row(COLUMNS, widths, ["RegisterHead"] * len(COLUMNS), "<w:tblHeader/>")]
    styles = ["RegisterMiddle" if each in CENTRED else "RegisterCell" for each in COLUMNS]
    blank = ("",) * len(TO_FILL)
    numbers = count(1)
    for body, entries in register.bodies:
        rows.append(_band(f"{body}（{len(entries)}项）", widths))
        for entry in entries:
            cells = (str(next(numbers)), entry.words, entry.article, *blank)
            rows.append(_row(cells, widths, styles))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" '
        'w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: Sequence[str], widths: Sequence[int], styles: Sequence[str], extra: str = ""
) -> str:
    written = "".join(
        word_files.cell(_para(style, words), width)
        for words, width, style in zip(cells, widths, styles, strict=True)
    )
    return word_files.row(written, extra)


def _band(words: str, widths: Sequence[int]) -> str:
    """Return the row that heads the entries of a body; it stays with the next."""
    cells = word_files.band(_para("RegisterBand", words), sum(widths), len(widths))
    return word_files.row(cells, "")


def _para(style: str, words: str, extra: str = "") -> str:
    text = f'<w:t xml:space="preserve">{escaped(words)}</w:t>'
    run = f"<w:r><w:rPr>{HINT}</w:rPr>{text}</w:r>" if words else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{run}</w:p>'


def _template() -> dict[str, bytes]:
    """Return the files of a document without rows; BODY_MARK stands where they go."""
    return empty_template(BODY_MARK, _page, _styles)


def _page(document: Document) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    section.left_margin = section.right_margin = Mm(20)
    section.footer_distance = Mm(12)
    number_foot(section.footer.paragraphs[0])


def _styles(document: Document) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    left, centre = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
    looks = (
        ("RegisterTitle", "台账标题", SONG, 22, centre, 8),
        ("RegisterNote", "台账说明", FANG, 10.5, left, 6),
        ("RegisterHead", "台账表头", HEI, 12, centre, 3),
        ("RegisterBand", "台账主体", HEI, 12, left, 3),
        ("RegisterCell", "台账文字", FANG, 12, left, 3),
        ("RegisterMiddle", "台账居中文字", FANG, 12, centre, 3),
    )
    for id, name, font, size, align, around in looks:
        form = add_style(document, id, name, font, size, align).paragraph_format
        form.space_before, form.space_after = Pt(0 if id == "RegisterTitle" else 2), Pt(around)
        form.line_spacing = 1.15
        form.keep_with_next = id in {"RegisterTitle", "RegisterNote", "RegisterBand"}
