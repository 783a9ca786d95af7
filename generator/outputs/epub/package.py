"""What an e-book says of itself: package.opf with its metadata, its files, its reading order.

EPUB 3.3, 5; EPUB Accessibility 1.1, 3.3, for the words of schema.org.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from lxml import etree
from lxml.builder import ElementMaker

from generator.outputs.epub.book import Book
from generator.outputs.epub.navigation import CONTENTS
from generator.outputs.epub.xhtml import LANGUAGE, STYLE, as_file
from generator.outputs.shared.library_moment import Moment
from generator.outputs.shared.xml_text import xml_text

OPF_NAMESPACE = "http://www.idpf.org/2007/opf"
DC_NAMESPACE = "http://purl.org/dc/elements/1.1/"
NAMES = {None: OPF_NAMESPACE, "dc": DC_NAMESPACE}
OPF = ElementMaker(namespace=OPF_NAMESPACE, nsmap=NAMES)
DC = ElementMaker(namespace=DC_NAMESPACE, nsmap=NAMES)
XHTML = "application/xhtml+xml"
NCX_FILE = "toc.ncx"
ACCESSIBILITY = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "readingOrder"),
    ("schema:accessibilityHazard", "none"),
    ("schema:accessibilitySummary", "全书是文字，没有图片、声音和脚本；有目录，注释可以返回。"),
)


def identifier(book: Book) -> str:
    """Return the name of the book among all books: the same for every edition of it."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{book.name} {book.collection} {book.number}')}"


def package_file(book: Book, stamp: Moment) -> bytes:
    """Return package.opf; `stamp` is when the book was changed last."""
    files = [each.file for each in book.reading_order]
    manifest = OPF.manifest(
        OPF.item(id="nav", href=CONTENTS, properties="nav", **{"media-type": XHTML}),
        OPF.item(id="ncx", href=NCX_FILE, **{"media-type": "application/x-dtbncx+xml"}),
        OPF.item(id="style", href=STYLE, **{"media-type": "text/css"}),
        *(
            OPF.item(id=f"x{number}", href=file, **{"media-type": XHTML})
            for number, file in enumerate(files)
        ),
    )
    spine = OPF.spine(
        OPF.itemref(idref="x0"),
        OPF.itemref(idref="nav"),
        *(OPF.itemref(idref=f"x{number}") for number in range(1, len(files))),
        toc="ncx",
    )
    root = OPF.package(
        OPF.metadata(*_metadata(book, stamp)),
        manifest,
        spine,
        version="3.0",
        **{"unique-identifier": "id", LANGUAGE: book.language},
    )
    return as_file(root)


def _metadata(book: Book, stamp: Moment) -> Iterator[etree._Element]:
    yield DC.identifier(identifier(book), id="id")
    yield DC.title(xml_text(book.title), id="title")
    yield DC.language(book.language)
    for creator in book.creators:
        yield DC.creator(xml_text(creator))
    if book.published:
        yield DC.date(book.published)
    if book.about:
        yield DC.description(xml_text(book.about))
    if book.volumes > 1:
        yield OPF.meta(xml_text(book.collection), property="belongs-to-collection", id="collection")
        yield _meta("collection-type", "set", refines="#collection")
        yield _meta("group-position", str(book.number), refines="#collection")
    day, time = "-".join(f"{each:02}" for each in stamp[:3]), stamp[3:]
    yield _meta("dcterms:modified", f"{day}T{time[0]:02}:{time[1]:02}:{time[2]:02}Z")
    for name, value in ACCESSIBILITY:
        yield _meta(name, value)


def _meta(name: str, value: str, **attributes: str) -> etree._Element:
    return OPF.meta(value, property=name, **attributes)
