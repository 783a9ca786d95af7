"""What both kinds of TEI files share: elements, the header, text with its line feeds.

TEI P5 Guidelines, chapters 2 (header), 11.3 (sic, corr) and 12 (apparatus).
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.builder import ElementMaker

from generator.model import Base, Piece, Source
from generator.outputs.shared.xml_text import xml_text

NAMESPACE = "http://www.tei-c.org/ns/1.0"
ID = "{http://www.w3.org/XML/1998/namespace}id"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
TEI = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def append_text(element: etree._Element, text: str) -> etree._Element:
    """Append `text` to what stands in `element`, an lb for each line feed; return the element."""
    for number, line in enumerate(text.split("\n")):
        if number:
            element.append(TEI.lb())
        if len(element):
            element[-1].tail = (element[-1].tail or "") + xml_text(line)
        else:
            element.text = (element.text or "") + xml_text(line)
    return element


def document(
    base: Base, kind: str, sources: etree._Element, encoding: etree._Element, text: etree._Element
) -> bytes:
    """Return a whole TEI file in UTF-8; `kind` says what it is besides the base's title."""
    header = TEI.teiHeader(
        TEI.fileDesc(
            TEI.titleStmt(
                TEI.title(xml_text(base.title)),
                TEI.title(kind, type="sub"),
                TEI.author(xml_text(base.issuer)),
            ),
            TEI.publicationStmt(TEI.p(f"由知识库的程序生成：{xml_text(base.short_title)}")),
            TEI.sourceDesc(sources),
        ),
        encoding,
    )
    root = TEI.TEI(header, text, **{LANGUAGE: "zh"})
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return written + b"\n"


def origin(piece: Piece, source: Source) -> Iterable[etree._Element | str]:
    """Yield what a piece is called, and of which file it is which part."""
    yield TEI.title(xml_text(piece.title or piece.id))
    yield TEI.idno(xml_text(source.file), type="file")
    yield TEI.idno(source.sha256, type="sha256")
    yield TEI.idno(f"{piece.start}-{piece.end}", type="characters")
