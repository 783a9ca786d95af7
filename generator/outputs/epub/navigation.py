"""The contents of an e-book: nav.xhtml, and toc.ncx for readers of EPUB 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree
from lxml.builder import ElementMaker

from generator.outputs.epub.book import Book, Entry
from generator.outputs.epub.xhtml import TYPE, X, as_file, page
from generator.outputs.shared.xml_text import xml_text

NCX_NAMESPACE = "http://www.daisy.org/z3986/2005/ncx/"
NCX = ElementMaker(namespace=NCX_NAMESPACE, nsmap={None: NCX_NAMESPACE})
CONTENTS = "nav.xhtml"


def nav_page(book: Book) -> bytes:
    """Return the contents, a page that can be read, with the landmarks."""
    contents = X.nav(X.h1("目录"), _list(book.contents), id="toc", role="doc-toc", **{TYPE: "toc"})
    first = book.reading_order[min(1, len(book.reading_order) - 1)]
    marks = (
        ("cover", "封面", book.cover.file),
        ("toc", "目录", CONTENTS),
        ("bodymatter", "正文", first.file),
    )
    landmarks = X.nav(
        X.h2("位置"),
        X.ol(*(X.li(X.a(name, href=way, **{TYPE: kind})) for kind, name, way in marks)),
        hidden="hidden",
        **{TYPE: "landmarks"},
    )
    return page("目录", book.language, "frontmatter", [contents, landmarks])


def _list(entries: Iterable[Entry]) -> etree._Element:
    rows = X.ol()
    for each in entries:
        row = X.li(X.a(xml_text(each.title), href=each.address))
        if each.below:
            row.append(_list(each.below))
        rows.append(row)
    return rows


def ncx_file(book: Book, identifier: str) -> bytes:
    """Return the contents as EPUB 2 has them (NISO Z39.86-2005)."""
    entries = (Entry("封面", book.cover.file), *book.contents)
    ids, order = count(1), dict[str, int]()
    points = [_point(each, ids, order) for each in entries]
    root = NCX.ncx(
        NCX.head(
            NCX.meta(name="dtb:uid", content=identifier),
            NCX.meta(name="dtb:depth", content=str(_depth(entries))),
        ),
        NCX.docTitle(NCX.text(xml_text(book.title))),
        NCX.navMap(*points),
        version="2005-1",
    )
    return as_file(root)


def _point(entry: Entry, ids: Iterator[int], order: dict[str, int]) -> etree._Element:
    """Return a line of it; lines that lead to one place have one number in the order of play."""
    point = NCX.navPoint(
        NCX.navLabel(NCX.text(xml_text(entry.title))),
        NCX.content(src=entry.address),
        id=f"p{next(ids)}",
        playOrder=str(order.setdefault(entry.address, len(order) + 1)),
    )
    point.extend(_point(each, ids, order) for each in entry.below)
    return point


def _depth(entries: Iterable[Entry]) -> int:
    return 1 + max((_depth(each.below) for each in entries if each.below), default=0)
