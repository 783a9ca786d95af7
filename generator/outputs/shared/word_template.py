"""The empty document that a Word file is written into: its page, its styles, a mark for text."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from generator.outputs.shared.word_files import template_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.styles.style import ParagraphStyle

LATIN = "Times New Roman"

Furnish = Callable[["Document"], None]


def empty_template(mark: str, *furnish: Furnish) -> dict[str, bytes]:
    """Return the files of a document that each of `furnish` has prepared; its text is `mark`."""
    import docx  # heavy

    document = docx.Document()
    for each in furnish:
        each(document)
    document.add_paragraph(mark)
    return template_of(document, mark)


def add_style(
    document: Document, id: str, name: str, font: str, points: float, align: WD_ALIGN_PARAGRAPH
) -> ParagraphStyle:
    """Return a new style of paragraphs, Chinese in `font`; its room around is the caller's."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt
    from docx.styles.style import ParagraphStyle

    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.element.set(qn("w:styleId"), id)
    style.font.size = Pt(points)
    fonts = OxmlElement("w:rFonts")
    for key, value in (("ascii", LATIN), ("hAnsi", LATIN), ("eastAsia", font)):
        fonts.set(qn(f"w:{key}"), value)
    style.element.get_or_add_rPr().insert(0, fonts)
    style.paragraph_format.alignment = align
    return style
