"""Saved web pages -> text: the main matter of the page, one line per paragraph."""

from __future__ import annotations

import re

from lxml import etree, html

from generator.content.decoding import decode
from generator.content.importing.imported import Imported, lines_imported
from generator.errors import ContentError

CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
DECLARED = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5"}
DROPPED = (
    "//script|//style|//noscript|//template|//nav|//footer|//aside|//form|//iframe|//svg|//head"
    "|//comment()"
)
BLOCKS = re.compile(
    "address|article|aside|blockquote|body|br|center|d[dlt]|div|fig(?:caption|ure)|h[1-6r]|header"
    "|li|main|[ou]l|p|pre|section|t(?:able|body|[dhr]|head)"
)
MAIN = "//article|//main|//section|//div|//td|//center"
MOST = 0.8  # of the page's text: an element with so much is the matter or holds it


def read_html(data: bytes, name: str) -> Imported:
    """Return the text of the main matter of a web page; ContentError when there is none."""
    try:
        root = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", _decoded(data, name)))
    except (etree.ParserError, ValueError) as error:
        raise ContentError(name, "不是完好的网页文件") from error
    for element in root.xpath(DROPPED):
        element.drop_tree() if isinstance(element, html.HtmlElement) else _drop(element)
    return lines_imported(_text(_main(root)), "lxml")


def _drop(comment: etree._Element) -> None:
    """Remove a comment, keeping the text behind it."""
    parent = comment.getparent()
    if parent is None:
        return
    before = comment.getprevious()
    if before is None:
        parent.text = (parent.text or "") + (comment.tail or "")
    else:
        before.tail = (before.tail or "") + (comment.tail or "")
    parent.remove(comment)


def _decoded(data: bytes, name: str) -> str:
    """Return the page decoded: as it declares itself where that reads, else by its bytes."""
    match = CHARSET.search(data[:4096])
    encoding = DECLARED.get(match[1].decode("ascii", "ignore").lower()) if match else None
    if encoding:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    return decode(data, name).text


def _main(root: html.HtmlElement) -> html.HtmlElement:
    """Return the smallest element that holds most of the text that is not links."""
    whole = _weight(root)
    best = root
    for element in root.xpath(MAIN):
        if _weight(element) >= MOST * whole:
            best = element  # document order: later ones lie deeper
    return best


def _weight(element: html.HtmlElement) -> int:
    linked = sum(len("".join(link.itertext()).strip()) for link in element.iter("a"))
    return len("".join(element.itertext()).strip()) - linked


def _text(root: html.HtmlElement) -> str:
    """Return the text with a line end at every block."""
    parts: list[str] = []

    def walk(element: etree._Element) -> None:
        block = isinstance(element.tag, str) and BLOCKS.fullmatch(element.tag) is not None
        parts.append("\n" if block else "")
        parts.append(re.sub(r"[ \t\r\n]+", " ", element.text or ""))
        for child in element:
            walk(child)
            parts.append(re.sub(r"[ \t\r\n]+", " ", child.tail or ""))
        parts.append("\n" if block else "")

    walk(root)
    lines = (line.strip(" \xa0") for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
