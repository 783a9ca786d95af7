"""The library as e-books: one, or of many reports further volumes with those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Document, Edition, Library, Link
from generator.outputs.epub.book import Book, BookPage, Entry
from generator.outputs.epub.edition_pages import article_places, edition_pages
from generator.outputs.epub.report_pages import Articles, report_page
from generator.outputs.epub.xhtml import TYPE, X, heading, line, page
from generator.outputs.shared.report_names import library_names
from generator.outputs.shared.report_volumes import LARGEST, report_volumes
from generator.outputs.shared.version_names import version_name
from generator.text.nomenclature import article_name, imprint

COVER = "cover.xhtml"


def books(library: Library, largest: int = LARGEST) -> Iterator[Book]:
    """Yield the books: the first has the documents, and the reports where there is room.

    That is for `largest` characters of reports.  A volume of reports names the articles that
    they lead to; it has not their texts.
    """
    volumes = report_volumes(library.reports, largest)
    count = len(volumes) + 1
    names = library_names(library)
    links: dict[str, list[Link]] = {}
    for link in library.links:
        links.setdefault(link.report, []).append(link)
    near, far = _articles(library, here=True), _articles(library, here=False)

    def pages_of(reports: Sequence[Document], articles: Articles) -> tuple[BookPage, ...]:
        return tuple(
            report_page(
                each,
                names[each.piece.id],
                library.language,
                links.get(each.piece.id, ()),
                articles,
            )
            for each in reports
        )

    documents = [page for each in library.every_collation for page in edition_pages(library, each)]
    rest = () if volumes else library.reports
    yield _book(library, 1, count, tuple(documents), pages_of(rest, near))
    for number, reports in enumerate(volumes, 2):
        yield _book(library, number, count, (), pages_of(reports, far))


def _articles(library: Library, *, here: bool) -> Articles:
    """Return what articles are called and, where they stand in the same book, where."""
    found: dict[tuple[str, int], tuple[str, str]] = {}
    several = len(library.collations) > 1
    for collation in library.every_collation:
        base = collation.edition.base
        places = article_places(collation)
        for article in collation.edition.articles:
            document = base.short_title if several else ""
            name = f"{document}{_version(collation.edition)}{article_name(article.label)}"
            found[base.id, article.number] = name, places[article.number] if here else ""
    for collation in library.earlier:  # not in the book
        base, version = collation.edition.base, version_name(collation.edition)
        for article in collation.edition.articles:
            name = f"{version}{base.short_title if several else ''}{article_name(article.label)}"
            found[base.id, article.number] = name, ""
    return found


def _version(edition: Edition) -> str:
    """Return the name of an earlier version in brackets."""
    return f"（{version_name(edition)}）" if edition.base.version_of else ""


def _book(
    library: Library,
    number: int,
    count: int,
    documents: tuple[BookPage, ...],
    reports: tuple[BookPage, ...],
) -> Book:
    bases = [each.edition.base for each in library.collations]
    told = f"第{number}卷，共{count}卷" if count > 1 else ""
    title = f"{library.title}（第{number}卷）" if count > 1 else library.title
    days = {each.published for each in bases}
    return Book(
        library.name,
        number,
        count,
        title,
        library.title,
        library.subtitle,
        library.language,
        tuple(dict.fromkeys(each.issuer for each in bases if each.issuer)),
        next(iter(days)) if len(days) == 1 else "",
        _cover(library, told, len(reports)),
        documents,
        reports,
        "报告",
    )


def _cover(library: Library, volume: str, reports: int) -> BookPage:
    """Return the title page: set, not drawn, so that it needs no picture and no font."""
    told = [heading(1, library.title)]
    if library.subtitle:
        told.append(line("subtitle", library.subtitle))
    told.append(X.hr())
    for collation in library.collations:
        base = collation.edition.base
        told.append(line("document", base.title))
        told.append(line("imprint", "　".join(imprint(base))))
    kept = f"报告{reports}篇" if reports else ""
    told.append(line("imprint", "　".join(filter(None, (volume, kept)))))
    body = X.section(*told, **{"class": "cover", TYPE: "titlepage"})
    return BookPage(
        COVER, page(library.title, library.language, "cover", [body]), Entry("封面", COVER)
    )
