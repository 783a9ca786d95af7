"""An empty pack as a Word document, which rendering.py fills in: made once, with python-docx."""

from __future__ import annotations

from functools import cache

from generator.model import PackStyle
from generator.outputs.packs.word.looks import Measures
from generator.outputs.shared.word_files import template_of

BODY_MARK = "@@PACK-BODY@@"


@cache
def template_parts(measures: Measures, style: PackStyle, script: str = "hans") -> dict[str, bytes]:
    """Return the files of an empty pack by name; BODY_MARK stands where its text goes.

    The dictionary is shared: copy it before you change it.
    """
    from docx import Document  # heavy
    from docx.oxml.ns import qn

    from generator.outputs.packs.word.styles import font_table, set_up

    document = Document()
    set_up(document, measures, style, script)
    body = document.element.body
    for paragraph in list(body.iterchildren(qn("w:p"))):
        body.remove(paragraph)
    document.add_paragraph(BODY_MARK)
    parts = template_of(document, BODY_MARK)
    parts["word/fontTable.xml"] = font_table(style, script)
    return parts
