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
from generator.outputs.site.views.apparatus import apparatus_view
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.article_links import article_link_sheets, article_links_view
from generator.outputs.site.views.authored import authored_view
from generator.outputs.site.views.compare import compare_view
from generator.outputs.site.views.coverage import coverage_sheets, coverage_view
from generator.outputs.site.views.downloads import downloads_view
from generator.outputs.site.views.duties import duties_view
from generator.outputs.site.views.findings import finding_sheets, findings_view
from generator.outputs.site.views.full_text import full_text_view
from generator.outputs.site.views.home import home_view
from generator.outputs.site.views.ledger import (
    ledger_sheets,
    ledger_view,
    source_sheets,
    sources_view,
)
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.pack_builder import pack_builder_view
from generator.outputs.site.views.report import OutlineEntry, outline_entries, report_view
from generator.outputs.site.views.reports import report_sheets, reports_view
from generator.outputs.site.views.terms import terms_view

BY_OTHERS = (  # pages whose templates other outputs bring; their view is the LibraryIndex
    (addresses.SEARCH, "检索", "search"),
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
        return way_to_root(self.address)


def site_pages(library: Library) -> Iterator[SitePage]:
    """Yield every page of `library`, the home page first."""
    index = LibraryIndex(library)
    yield _page(addresses.HOME, "", "home", partial(home_view, index))
    for base in index.collations:
        yield from _base_pages(index, base)
    yield from _report_pages(index)
    yield from _matrix_pages(index)
    yield from _ledger_pages(index)
    yield _page(addresses.DUTIES, "责任清单", "duties", partial(duties_view, index))
    yield _page(addresses.TERMS, "词条", "terms", partial(terms_view, index))
    yield _page(addresses.DOWNLOADS, "下载", "downloads", partial(downloads_view, index))
    yield _page(addresses.PACK_BUILDER, "组卷", "packs", partial(pack_builder_view, index))
    for page in library.pages:
        yield _page(addresses.page(page.name), page.title, "authored", partial(authored_view, page))
    for address, title, kind in BY_OTHERS:
        if (FOLDER / f"{kind}.html").is_file():
            yield _page(address, title, kind, lambda: index)


def way_to_root(address: str) -> str:
    """Return the way from a page to the site's root: empty or ../"""
    return "../" * address.count("/")


def _page(
    address: str,
    title: str,
    kind: str,
    view: Callable[[], object],
    outline: tuple[OutlineEntry, ...] = (),
) -> SitePage:
    root = way_to_root(address)
    return SitePage(address, title, kind, lambda: body(f"{kind}.html", root, view()), outline)


def _base_pages(index: LibraryIndex, base: str) -> Iterator[SitePage]:
    edition = index.collations[base].edition
    title = edition.base.title
    yield _page(addresses.full_text(base), title, "full_text", partial(full_text_view, index, base))
    for article in edition.articles:
        yield _page(
            addresses.article(base, article.number),
            f"{words.article_name(article)} {words.short_heading(article)}",
            "article",
            partial(article_view, index, base, article.number),
        )
        for sheet in article_link_sheets(index, base, article.number):
            yield _page(
                sheet.address,
                f"{words.article_name(article)}的全部关联",
                "article_links",
                partial(article_links_view, index, base, article.number, sheet),
            )
    yield _page(
        addresses.apparatus(base),
        f"{edition.base.short_title}校勘",
        "apparatus",
        partial(apparatus_view, index, base),
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
    for sheet in report_sheets(index):
        yield _page(sheet.address, "报告", "reports", partial(reports_view, index, sheet))


def _matrix_pages(index: LibraryIndex) -> Iterator[SitePage]:
    for sheet in coverage_sheets(index):
        yield _page(sheet.address, "对照表", "coverage", partial(coverage_view, index, sheet))
    if index.reports:
        yield _page(addresses.COMPARE, "对读", "compare", partial(compare_view, index))


def _ledger_pages(index: LibraryIndex) -> Iterator[SitePage]:
    for sources in source_sheets(index):
        yield _page(
            sources.address, "整理记录", "ledger_list", partial(sources_view, index, sources)
        )
    for source in index.library.sources:
        for edits in ledger_sheets(index, source):
            yield _page(
                edits.address,
                f"{source.file} 整理记录",
                "ledger",
                partial(ledger_view, index, source, edits),
            )
    for findings in finding_sheets(index):
        yield _page(findings.address, "疑点", "findings", partial(findings_view, index, findings))
