"""What every Word file that we write has in common: its zip, its properties, escaped text.

Styles and pages are made once with python-docx; what is particular is written as XML into a copy.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document

UNWANTED = ("thumbnail.jpeg", "stylesWithEffects.xml")  # in python-docx's template, for no one
LISTINGS = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")
NO_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
HINT = '<w:rFonts w:hint="eastAsia"/>'
"""Makes “ ” …… — of a run full-width, as in Chinese print."""


def escaped(words: str) -> str:
    """Return words as they stand in XML, without the signs that it forbids."""
    return escape(words.translate(NO_XML))


def core_properties(title: str, moment: int) -> bytes:
    """Return docProps/core.xml: a title, and `moment` (seconds since 1970) as both its dates."""
    date = datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms='
        '"http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def template_of(document: Document, mark: str) -> dict[str, bytes]:
    """Return the files of a document by name, and of its only paragraph, which is `mark`, the mark.

    What python-docx's own template has for no one is left out.
    """
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {
            name: archive.read(name) for name in archive.namelist() if not name.endswith(UNWANTED)
        }
    before, rest = parts["word/document.xml"].decode().split(mark)
    head = before[: before.rindex("<w:p>")]
    tail = rest[rest.index("</w:p>") + len("</w:p>") :]
    parts["word/document.xml"] = (head + mark + tail).encode()
    for listing in LISTINGS:
        for name in UNWANTED:
            gone = rb"<[^<>]*" + re.escape(name.encode()) + rb"[^<>]*/>"
            parts[listing] = re.sub(gone, b"", parts[listing])
    return parts


def word_file(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip of the files of a document; its bytes depend on them alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def row(cells: str, look: str) -> str:
    """Return a row of a table that is not parted between pages, of cells and its own look."""
    return f"<w:tr><w:trPr><w:cantSplit/>{look}</w:trPr>{cells}</w:tr>"


def cell(paragraph: str, width: int) -> str:
    """Return a cell whose words stand at half its height; `width` in twentieths of a point."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph}</w:tc>"
    )


def band(paragraph: str, width: int, columns: int) -> str:
    """Return one grey cell across all columns."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="F0F0F0"/></w:tcPr>{paragraph}</w:tc>'
    )
