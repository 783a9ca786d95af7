"""Pages of an e-book as XHTML: elements, text that XML can hold, a whole page.

EPUB 3.3 (W3C Recommendation 2025), 6.1; EPUB Structural Semantics Vocabulary for epub:type.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from lxml.builder import ElementMaker

from generator.outputs.shared.broken_titles import pieces_by_sense
from generator.outputs.shared.xml_text import xml_text

NAMESPACE = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
TYPE = f"{{{OPS}}}type"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
X = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE, "epub": OPS})
STYLE = "style.css"
DOCTYPE = "<!DOCTYPE html>"


def append_text(element: etree._Element, text: str) -> None:
    """Append `text` to what stands in `element`."""
    held = xml_text(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + held
    else:
        element.text = (element.text or "") + held


def heading(level: int, title: str, **attributes: str) -> etree._Element:
    """Return a heading whose lines end by sense; the deepest there is is h6."""
    element = X(f"h{min(level, 6)}", **attributes)
    for number, piece in enumerate(pieces_by_sense(xml_text(title))):
        if number:
            element.append(X.wbr())
        append_text(element, piece)
    return element


def line(kind: str, text: str) -> etree._Element:
    """Return a paragraph of the class `kind`."""
    return X.p(xml_text(text), **{"class": kind})


def page(title: str, language: str, kind: str, content: Iterable[etree._Element]) -> bytes:
    """Return a page in UTF-8; `kind` is its epub:type."""
    root = X.html(
        X.head(
            X.meta(charset="utf-8"),
            X.title(xml_text(title)),
            X.link(rel="stylesheet", type="text/css", href=STYLE),
        ),
        X.body(*content, **{TYPE: kind}),
        **{LANGUAGE: language, "lang": language},
    )
    return as_file(root, DOCTYPE)


def as_file(root: etree._Element, doctype: str | None = None) -> bytes:
    """Return an XML file in UTF-8."""
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=doctype)
    return written + b"\n"
