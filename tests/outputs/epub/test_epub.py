"""E-books hold every letter of the documents and reports, and notes that lead there and back."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from lxml import etree

from generator.content import load_content
from generator.model import Library
from generator.outputs.epub.books import books
from generator.outputs.epub.container import write_book
from generator.outputs.shared.library_moment import EARLIEST
from generator.recipe import build_library
from tests.conftest import HOSTILE
from tests.outputs import documents

X = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
TYPE = "{http://www.idpf.org/2007/ops}type"
NOT_TEXT = {f"{X}sup", f"{X}aside", f"{X}script"}
NOT_OF_THE_TEXT = {"facts", "leads"}


@dataclass(frozen=True)
class Opened:
    """An e-book as a reader opens it: pages in reading order, the contents apart."""

    pages: dict[str, etree._Element]
    nav: etree._Element
    ncx: etree._Element
    package: etree._Element


def opened(path: Path) -> Opened:
    with zipfile.ZipFile(path) as archive:
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        (name,) = container.xpath("//@full-path")
        package = etree.fromstring(archive.read(name))
        files = {each.get("id"): each.get("href") for each in package.iter(f"{OPF}item")}
        folder = posixpath.dirname(name)
        read = {
            id: etree.fromstring(archive.read(f"{folder}/{href}"))
            for id, href in files.items()
            if not href.endswith(".css")
        }
    order = [each.get("idref") for each in package.iter(f"{OPF}itemref")]
    pages = {files[each]: read[each] for each in order if each != "nav"}
    return Opened(pages, read["nav"], read["ncx"], package)


def text_of(element: etree._Element) -> str:
    """Return what is the text's own: without notes, their numbers, and lines that we have put."""
    told = [element.text or ""]
    for child in element:
        if child.tag not in NOT_TEXT and child.get("class") not in NOT_OF_THE_TEXT:
            told.append(text_of(child))
        told.append(child.tail or "")
    return "".join(told)


def letters(text: str) -> str:
    return re.sub(r"\s", "", text).replace("(", "（").replace(")", "）")


def body(page: etree._Element) -> str:
    (found,) = page.iter(f"{X}body")
    return letters(text_of(found))


def made(library: Library, folder: Path, largest: int = 1_000_000) -> list[Opened]:
    found = []
    for book in books(library, largest):
        path = folder / f"{book.number}.epub"
        write_book(path, book, EARLIEST)
        found.append(opened(path))
    return found


@pytest.fixture(scope="module", params=["library", "law", "hostile", "caiyuan"])
def given(request: pytest.FixtureRequest) -> Library:
    if request.param in ("hostile", "caiyuan"):
        return build_library(load_content(HOSTILE.parent / request.param))
    found: Library = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def book(given: Library, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    (found,) = made(given, tmp_path_factory.mktemp("book"))
    return found


def edition_letters(library: Library) -> str:
    """Return the letters of the edition's text, in order, from the export's own fields."""
    told = ""
    for collation in library.every_collation:
        edition = collation.edition
        told += "".join(edition.preamble)
        for part in edition.parts:
            told += part.label + part.heading + "".join(part.paragraphs)
            told += "".join(each.label + each.text for each in part.articles)
    return letters(told)


def test_every_letter_of_the_edition_is_there_in_order(given: Library, book: Opened) -> None:
    documents = "".join(body(book.pages[each]) for each in book.pages if "document-" in each)
    pieces = re.split("|".join(re.escape(letters(t)) for t in _apart(given)), documents)
    assert "".join(pieces) == edition_letters(given)


def _apart(library: Library) -> list[str]:
    """Return what stands around the texts, the longest first."""
    found = [each.edition.base.title for each in library.every_collation]
    found += [
        line
        for c in library.every_collation
        for m in c.edition.matter
        for line in m.text.split("\n")
    ]
    return sorted({each for each in found if each.strip()}, key=len, reverse=True)


def test_every_letter_of_the_reports_is_there_in_order(given: Library, book: Opened) -> None:
    pages = [each for each in book.pages if each.startswith("report-")]
    assert pages == [f"report-{each.piece.id}.xhtml" for each in given.reports]
    for page, report in zip(pages, given.reports, strict=True):
        text, told = letters(report.piece.text), body(book.pages[page])
        title = letters(report.piece.title)
        assert told == (text if text.startswith(title) else f"{title}{text}")


def test_every_variant_is_a_note_at_its_words_and_leads_back(given: Library, book: Opened) -> None:
    count = 0
    for file, page in book.pages.items():
        ids = {each.get("id"): each for each in page.iter() if each.get("id")}
        notes = [each for each in page.iter(f"{X}aside") if each.get(TYPE) == "footnote"]
        calls = [each for each in page.iter(f"{X}a") if each.get(TYPE) == "noteref"]
        assert [each.get("href")[1:] for each in calls] == [each.get("id") for each in notes], file
        for note in notes:
            (back,) = [e for e in note.iter(f"{X}a") if e.get("role") == "doc-backlink"]
            assert ids[back.get("href")[1:]].get("href") == f"#{note.get('id')}"
        count += len(notes)
    assert count == sum(len(each.apparatus) for each in given.every_collation)


def test_a_number_stands_right_behind_the_words_chosen(library: Library, tmp_path: Path) -> None:
    (book,) = made(library, tmp_path)
    edition = library.collations[0].edition
    seen = 0
    for variant in library.collations[0].apparatus:
        if variant.article is None:
            continue
        article = next(each for each in edition.articles if each.number == variant.article)
        (section,) = [
            each
            for page in book.pages.values()
            for each in page.iter()
            if each.get("id") == article.id
        ]
        before = letters(article.label + article.text[: variant.at_end])
        told = "".join(_with_calls(section))
        places = {len(letters(part)) for part in _before_calls(told)}
        seen += len(before) in places
        assert len(before) in places, variant
    assert seen


def _with_calls(element: etree._Element) -> list[str]:
    told = [element.text or ""]
    for child in element:
        told += ["\0"] if child.tag == f"{X}sup" else _with_calls(child)
        told.append(child.tail or "")
    return told


def _before_calls(told: str) -> list[str]:
    return [told[:at].replace("\0", "") for at, each in enumerate(told) if each == "\0"]


def test_every_link_leads_somewhere(book: Opened) -> None:
    ids = {(file, each.get("id")) for file, page in book.pages.items() for each in page.iter()} | {
        (file, None) for file in book.pages
    }
    for file, page in [*book.pages.items(), ("nav.xhtml", book.nav)]:
        for link in page.iter(f"{X}a"):
            target, _, place = link.get("href").partition("#")
            assert (target or file, place or None) in ids | {("nav.xhtml", None)}, link.get("href")


def test_both_tables_of_contents_name_every_article_and_report(
    given: Library, book: Opened
) -> None:
    nav = [each.get("href") for each in book.nav.iter(f"{X}a")]
    ncx = [each.get("src") for each in book.ncx.iter(f"{NCX}content")]
    for article in (each for c in given.every_collation for each in c.edition.articles):
        assert [each for each in nav if each.endswith(f"#{article.id}")]
        assert [each for each in ncx if each.endswith(f"#{article.id}")]
    for report in given.reports:
        assert f"report-{report.piece.id}.xhtml" in nav
        assert f"report-{report.piece.id}.xhtml" in ncx


def test_hostile_text_is_text(book: Opened) -> None:
    wanted = {"script", "iframe", "img", "svg", "style", "textarea"}
    for page in [*book.pages.values(), book.nav]:
        assert not {etree.QName(each).localname for each in page.iter()} & wanted
        for link in page.iter(f"{X}a"):
            assert re.fullmatch(r"[\w.-]*(#[\w.-]+)?", link.get("href"))


def test_what_xml_cannot_hold_breaks_nothing(law: Library, tmp_path: Path) -> None:
    (book,) = made(replace(law, title="甲\0乙]]>&\x0b丙", subtitle="\ud800"), tmp_path)
    assert "甲\ufffd乙]]>&\ufffd丙" in "".join(book.package.itertext())


def test_the_same_library_gives_the_same_bytes_and_the_media_type_comes_first(
    law: Library, tmp_path: Path
) -> None:
    (one,), (other,) = books(law), books(law)
    write_book(tmp_path / "one", one, EARLIEST)
    write_book(tmp_path / "other", other, EARLIEST)
    data = (tmp_path / "one").read_bytes()
    assert data == (tmp_path / "other").read_bytes()
    assert data[30:58] == b"mimetypeapplication/epub+zip"  # EPUB 3.3, 4.2.2


def test_many_reports_stand_in_volumes_and_nothing_is_lost(
    library: Library, tmp_path: Path
) -> None:
    volumes = made(library, tmp_path, 9_000)
    assert len(volumes) > 3
    told = [page for each in volumes for page in each.pages if page.startswith("report-")]
    assert told == [f"report-{each.piece.id}.xhtml" for each in library.reports]
    assert not [page for page in volumes[0].pages if page.startswith("report-")]
    for volume in volumes[1:]:
        for page in volume.pages.values():
            for link in page.iter(f"{X}a"):
                assert link.get("href").partition("#")[0] in volume.pages


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (documents.OPINION_TITLE, documents.OPINION),
        (documents.CODE_TITLE, documents.CODE),
        (documents.PLAIN_TITLE, documents.PLAIN),
    ],
)
def test_documents_of_other_shapes_lose_no_letter(title: str, text: str, tmp_path: Path) -> None:
    """All that was received stands in the book, in the order in which it was."""
    library = documents.library_of(tmp_path / "content", title, text)
    (book,) = made(library, tmp_path)
    told = "".join(body(page) for name, page in book.pages.items() if name != "cover.xhtml")
    at = 0
    for line in edition_lines(library):
        found = told.find(letters(line), at)
        assert found >= at, line
        at = found + len(letters(line))


def edition_lines(library: Library) -> list[str]:
    edition = library.collations[0].edition
    lines = [*edition.preamble]
    for part in edition.parts:
        lines += [part.label + part.heading, *part.paragraphs]
        lines += [line for each in part.articles for line in each.text.split("\n")]
    return lines + [
        line.strip()
        for each in edition.matter
        if each.kind == "annex"
        for cell in each.text.split("\n")
        for line in cell.split("\t")
    ]
