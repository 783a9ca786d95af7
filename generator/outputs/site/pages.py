"""Every page of the site: its address, its title, and what makes its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator import addresses
from generator.model import Library
from generator.outputs.site.templating import FOLDER, body
from generator.outputs.site.views import words
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.full_text import full_text_view
from generator.outputs.site.views.home import home_view
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.report import OutlineEntry, outline_entries, report_view

OPTIONAL = (
    (addresses.SEARCH, "检索", "search"),
    (addresses.PACK_BUILDER, "材料定制", "packs"),
)


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page to be written; `body` is made only when it is needed."""

    address: str
    title: str
    kind: str
    body: Callable[[], Markup]
    outline: tuple[OutlineEntry, ...] = ()

    @property
    def root(self) -> str:
        """The way from the page to the site's root: empty or ../"""
        return "../" * self.address.count("/")


def site_pages(library: Library) -> Iterator[SitePage]:
    """Yield every page of `library`, the home page first."""
    index = LibraryIndex(library)
    yield _page(addresses.HOME, "", "home", partial(home_view, index))
    for base in index.collations:
        yield from _base_pages(index, base)
    yield from _report_pages(index)
    for address, title, kind in OPTIONAL:
        if (FOLDER / f"{kind}.html").is_file():
            yield _page(address, title, kind, lambda: index)


def _page(
    address: str,
    title: str,
    kind: str,
    view: Callable[[], object],
    outline: tuple[OutlineEntry, ...] = (),
) -> SitePage:
    root = "../" * address.count("/")
    template = f"{kind}.html"
    return SitePage(address, title, kind, lambda: body(template, root, view()), outline)


def _base_pages(index: LibraryIndex, base: str) -> Iterator[SitePage]:
    edition = index.collations[base].edition
    yield _page(
        addresses.full_text(base),
        edition.base.title,
        "full_text",
        partial(full_text_view, index, base),
    )
    for article in edition.articles:
        title = f"{words.article_name(article)} {words.short_heading(article)}"
        yield _page(
            addresses.article(base, article.number),
            title,
            "article",
            partial(article_view, index, base, article.number),
        )


def _report_pages(index: LibraryIndex) -> Iterator[SitePage]:
    for report in index.library.reports:
        yield _page(
            addresses.report(report.piece.id),
            report.piece.title,
            "report",
            partial(report_view, index, report),
            outline=outline_entries(report),
        )
