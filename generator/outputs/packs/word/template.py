"""An empty pack as a Word document, which rendering.py fills in: made once, with python-docx."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

from generator.model import PackStyle
from generator.outputs.packs.word.looks import Measures

BODY_MARK = "@@PACK-BODY@@"
UNWANTED = ("thumbnail.jpeg", "stylesWithEffects.xml")  # in python-docx's template, for no one


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
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {
            name: archive.read(name) for name in archive.namelist() if not name.endswith(UNWANTED)
        }
    before, rest = parts["word/document.xml"].decode().split(BODY_MARK)
    head = before[: before.rindex("<w:p>")]
    tail = rest[rest.index("</w:p>") + len("</w:p>") :]
    parts["word/document.xml"] = (head + BODY_MARK + tail).encode()
    parts["word/fontTable.xml"] = font_table(style, script)
    for listing in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        for name in UNWANTED:
            parts[listing] = _without(parts[listing], name)
    return parts


def _without(data: bytes, name: str) -> bytes:
    """Return an XML file without its empty elements that name the file `name`."""
    return re.sub(rb"<[^<>]*" + re.escape(name.encode()) + rb"[^<>]*/>", b"", data)
