"""An e-book -> one file: a zip with its media type first, not packed (EPUB 3.3, 4.2)."""

from __future__ import annotations

import zipfile
from pathlib import Path

from generator.outputs.epub.book import Book
from generator.outputs.epub.navigation import CONTENTS, nav_page, ncx_file
from generator.outputs.epub.package import NCX_FILE, identifier, package_file
from generator.outputs.epub.xhtml import STYLE
from generator.outputs.shared.library_moment import Moment

MEDIA_TYPE = b"application/epub+zip"
FOLDER = "EPUB"
LEVEL = 6
STYLE_SHEET = Path(__file__).with_name(STYLE)
CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{FOLDER}/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def write_book(path: Path, book: Book, stamp: Moment) -> None:
    """Write `book` to `path`; all its files bear the time `stamp`."""
    files = {
        "package.opf": package_file(book, stamp),
        CONTENTS: nav_page(book),
        NCX_FILE: ncx_file(book, identifier(book)),
        STYLE: STYLE_SHEET.read_bytes(),
    }
    files |= {each.file: each.data for each in book.reading_order}
    with zipfile.ZipFile(path, "w") as archive:
        _add(archive, "mimetype", MEDIA_TYPE, stamp, zipfile.ZIP_STORED)
        _add(archive, "META-INF/container.xml", CONTAINER.encode(), stamp)
        for name, data in files.items():
            _add(archive, f"{FOLDER}/{name}", data, stamp)


def _add(
    archive: zipfile.ZipFile,
    name: str,
    data: bytes,
    stamp: Moment,
    how: int = zipfile.ZIP_DEFLATED,
) -> None:
    entry = zipfile.ZipInfo(name, stamp)
    entry.create_system = 3  # the same on every system that builds
    entry.external_attr = 0o100644 << 16
    entry.compress_type = how
    archive.writestr(entry, data, compresslevel=LEVEL)
