"""Every page of the site: its address, its title, and what makes its body."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from markupsafe import Markup

from generator import addresses
from generator.model import Library
from generator.outputs.shared.page_templates import THEME, page_templates
from generator.outputs.shared.parquet_installed import parquet_installed
from generator.outputs.shared.version_names import version_name
from generator.outputs.site.views import words
from generator.outputs.site.views.apparatus import apparatus_view
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.article_links import article_link_sheets, article_links_view
from generator.outputs.site.views.authored import authored_view
from generator.outputs.site.views.collection import collection_view
from generator.outputs.site.views.compare import compare_view
from generator.outputs.site.views.coverage import coverage_view
from generator.outputs.site.views.coverage_sheets import coverage_pages
from generator.outputs.site.views.downloads import downloads_view
from generator.outputs.site.views.duties import duties_view
from generator.outputs.site.views.examination import examination_sheets, examination_view
from generator.outputs.site.views.findings import (
    PageFinding,
    finding_sheets,
    findings_by_page,
    findings_view,
)
from generator.outputs.site.views.full_text import full_text_view
from generator.outputs.site.views.hall import (
    hall_coverage_sheets,
    hall_coverage_view,
    hall_reuse_sheets,
    hall_reuse_view,
    volume_sheets,
    volumes_view,
)
from generator.outputs.site.views.hall_index import HallIndex
from generator.outputs.site.views.home import home_view
from generator.outputs.site.views.law import law_sheets, law_view, laws_view
from generator.outputs.site.views.ledger import (
    ledger_sheets,
    ledger_view,
    source_sheets,
    sources_view,
)
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.pack_builder import pack_builder_view
from generator.outputs.site.views.quiz import quiz_sheets, quiz_view
from generator.outputs.site.views.report import OutlineEntry, report_pages, report_view
from generator.outputs.site.views.reports import report_sheets, reports_view
from generator.outputs.site.views.reuse_lists import (
    group_sheets,
    groups_view,
    pair_sheets,
    pairs_view,
    share_sheets,
    shares_view,
)
from generator.outputs.site.views.reuse_report import report_reuse_view
from generator.outputs.site.views.terms import terms_view
from generator.outputs.site.views.versions import comparison_name, version_sheets, versions_view

Shown = TypeVar("Shown")

SECTION_OF_KIND = {
    "coverage": addresses.COVERAGE,
    "examination": addresses.EXAMINATION,
    "findings": addresses.FINDINGS,
    "law": addresses.LAWS,
    "laws": addresses.LAWS,
    "ledger": addresses.LEDGER,
    "quiz": addresses.QUIZ,
    "ledger_list": addresses.LEDGER,
    "report": addresses.REPORTS,
    "reports": addresses.REPORTS,
    "reuse": addresses.REUSE,
    "volumes": addresses.VOLUMES,
}
IN_FULL_TEXT = {"article", "article_links"}


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page to be written; its `view` is made only when it is needed.

    `view` is a partial of a function, of the index where the function takes it first, and of
    what it is given besides: so that another index can take the place of this one, which tells
    what the page has taken (watched_index.py).

    `article` is the address of the article that the page is about; `doubts` are the findings
    whose words the page shows.  `template` is that of its kind where none is given.
    """

    address: str
    title: str
    kind: str
    view: Callable[[], object]
    outline: tuple[OutlineEntry, ...] = ()
    article: str = ""
    doubts: Callable[[], tuple[PageFinding, ...]] = tuple
    template: str = ""

    @property
    def root(self) -> str:
        """The way from the page to the site's root: empty or ../"""
        return "../" * self.address.count("/")

    @property
    def section(self) -> str:
        """The address of the section that the page belongs to: its own where it is one."""
        if self.kind in IN_FULL_TEXT:
            return addresses.full_text(self.address.partition("/")[0])
        return SECTION_OF_KIND.get(self.kind, self.address)

    @property
    def template_name(self) -> str:
        """The template of its body."""
        return f"{self.template or self.kind}.html"

    @property
    def given(self) -> tuple[object, ...]:
        """What the page is made from besides the library: its address, its view, its arguments."""
        made = _as_partial(self.view)
        name = f"{made.func.__module__}.{made.func.__qualname__}"
        return self.address, self.kind, name, _besides(made), dict(made.keywords)

    def seen_through(self, index: LibraryIndex) -> SitePage:
        """Return the page with all that it shows taken from `index`."""
        return replace(self, view=_through(self.view, index), doubts=_through(self.doubts, index))

    def body(self, theme: tuple[Path, ...] = (THEME,)) -> Markup:
        """Return the page's body, by the template of its kind in the folders `theme`."""
        template = page_templates(theme).get_template(self.template_name)
        return Markup(template.render(v=self.view(), root=self.root, doubts=self.doubts()))


def _as_partial(view: Callable[[], Shown]) -> partial[Shown]:
    if not isinstance(view, partial):
        raise TypeError("a view is a partial: its function, the index, what it is given besides")
    return view


def _besides(made: partial[Shown]) -> tuple[object, ...]:
    """Return what a view is given besides the library's index."""
    return made.args[1:] if made.args and isinstance(made.args[0], LibraryIndex) else made.args


def _through(view: Callable[[], Shown], index: LibraryIndex) -> Callable[[], Shown]:
    made = _as_partial(view)
    if not (made.args and isinstance(made.args[0], LibraryIndex)):
        return made
    return partial(made.func, index, *made.args[1:], **made.keywords)


def site_pages(library: Library) -> Iterator[SitePage]:
    """Yield every page of `library`, the home page first."""
    return pages_of(LibraryIndex(library))


def pages_of(index: LibraryIndex) -> Iterator[SitePage]:
    """Yield every page of the library that `index` arranges, the home page first."""
    for page in _pages(index):
        yield replace(page, doubts=partial(_doubts, index, page.address))


def _doubts(index: LibraryIndex, page: str) -> tuple[PageFinding, ...]:
    return findings_by_page(index).get(page, ())


def _pages(index: LibraryIndex) -> Iterator[SitePage]:
    library = index.library
    yield SitePage(addresses.HOME, "", "home", partial(home_view, index))
    for base in index.editions:
        yield from _base_pages(index, base)
    for revision in library.revisions:
        for rows in version_sheets(index, revision):
            yield SitePage(
                rows.address,
                f"修订对照：{comparison_name(index, revision)}",
                "versions",
                partial(versions_view, index, revision, rows),
            )
    if index.hall is None:
        yield from _report_pages(index)
        yield from _matrix_pages(index)
        if len(index.reports) > 1:
            yield from _reuse_pages(index)
    else:
        yield from _law_pages(index)
        yield from _hall_pages(index, index.hall)
    yield from _ledger_pages(index)
    yield SitePage(addresses.DUTIES, "责任清单", "duties", partial(duties_view, index))
    yield SitePage(addresses.TERMS, "词条", "terms", partial(terms_view, index))
    yield SitePage(
        addresses.DOWNLOADS,
        "下载",
        "downloads",
        partial(downloads_view, index, parquet_installed()),
    )
    yield SitePage(addresses.PACK_BUILDER, "组卷", "packs", partial(pack_builder_view, index))
    for questions in quiz_sheets(index):
        yield SitePage(questions.address, "自测", "quiz", partial(quiz_view, index, questions))
    for asked in examination_sheets(index):
        yield SitePage(
            asked.address, "自查", "examination", partial(examination_view, index, asked)
        )
    for page in library.pages:
        yield SitePage(
            addresses.page(page.name), page.title, "authored", partial(authored_view, page)
        )
    yield SitePage(addresses.DRAFT, "核稿", "draft", partial(_itself, index))
    yield SitePage(addresses.COLLECTION, "摘编", "collection", partial(collection_view, index))
    yield SitePage(addresses.NOTES, "我的笔记", "notes", partial(_itself, index))
    yield SitePage(addresses.SEARCH, "检索", "search", partial(_itself, index))


def _itself(index: LibraryIndex) -> LibraryIndex:
    return index


def _base_pages(index: LibraryIndex, base: str) -> Iterator[SitePage]:
    edition = index.editions[base].edition
    version = f"（{version_name(edition)}）" if edition.base.version_of else ""
    title = edition.base.title + version
    yield SitePage(
        addresses.full_text(base), title, "full_text", partial(full_text_view, index, base)
    )
    for article in edition.articles:
        yield SitePage(
            addresses.article(base, article),
            f"{words.article_name(article)}{version} {words.short_heading(article)}",
            "article",
            partial(article_view, index, base, article.number),
            article=addresses.article(base, article),
        )
        for sheet in article_link_sheets(index, base, article):
            yield SitePage(
                sheet.address,
                f"{words.article_name(article)}的全部关联",
                "article_links",
                partial(article_links_view, index, base, article.number, sheet),
                article=addresses.article(base, article),
            )
    yield SitePage(
        addresses.apparatus(base),
        f"{edition.base.short_title}{version}校勘",
        "apparatus",
        partial(apparatus_view, index, base),
    )


def _report_pages(index: LibraryIndex) -> Iterator[SitePage]:
    texts = [*index.library.reports, *(each.document for each in index.library.reprints)]
    for report in texts:
        for page in report_pages(index, report):
            told = f"（第{page.number + 1}页）" if page.number else ""
            yield SitePage(
                page.address,
                index.names[report.piece.id] + told,
                "report",
                partial(report_view, index, report, page),
                page.outline,
            )
    for sheet in report_sheets(index):
        yield SitePage(sheet.address, "报告", "reports", partial(reports_view, index, sheet))
    yield from _law_pages(index)


def _law_pages(index: LibraryIndex) -> Iterator[SitePage]:
    for law in index.library.laws:
        address = addresses.law(law.id, index.library)
        yield SitePage(address, law.title, "law", partial(law_view, index, law))
    if index.laws:
        for laws in law_sheets(index):
            yield SitePage(laws.address, "法规", "laws", partial(laws_view, index, laws))


def _hall_pages(index: LibraryIndex, arranged: HallIndex) -> Iterator[SitePage]:
    hall = arranged.hall
    for volumes in volume_sheets(hall):
        yield SitePage(volumes.address, "分册", "volumes", partial(volumes_view, hall, volumes))
    for columns in hall_coverage_sheets(hall):
        view = partial(hall_coverage_view, index, arranged, columns)
        yield SitePage(columns.address, "对照表", "coverage", view, template="hall_coverage")
    for shared in hall_reuse_sheets(hall):
        shared_view = partial(hall_reuse_view, arranged, shared)
        yield SitePage(shared.address, "雷同", "reuse", shared_view, template="hall_reuse")


def _reuse_pages(index: LibraryIndex) -> Iterator[SitePage]:
    for pairs in pair_sheets(index):
        yield SitePage(pairs.address, "雷同", "reuse", partial(pairs_view, index, pairs))
    for groups in group_sheets(index):
        yield SitePage(
            groups.address, "雷同：多篇共有", "reuse", partial(groups_view, index, groups)
        )
    for shares in share_sheets(index):
        yield SitePage(
            shares.address, "雷同：各篇构成", "reuse", partial(shares_view, index, shares)
        )
    for name in index.reuse_pairs_by_report:
        yield SitePage(
            addresses.reuse(name, index.library),
            f"{index.names[name]}的雷同",
            "reuse",
            partial(report_reuse_view, index, index.reports[name]),
            template="report_reuse",
        )


def _matrix_pages(index: LibraryIndex) -> Iterator[SitePage]:
    for page in coverage_pages(index):
        title = f"对照表（按{page.title}）" if page.way else "对照表"
        yield SitePage(page.sheet.address, title, "coverage", partial(coverage_view, index, page))
    if index.reports:
        yield SitePage(addresses.COMPARE, "对读", "compare", partial(compare_view, index))


def _ledger_pages(index: LibraryIndex) -> Iterator[SitePage]:
    for sources in source_sheets(index):
        yield SitePage(
            sources.address, "整理记录", "ledger_list", partial(sources_view, index, sources)
        )
    for source in index.library.sources:
        for edits in ledger_sheets(index, source):
            yield SitePage(
                edits.address,
                f"{source.file} 整理记录",
                "ledger",
                partial(ledger_view, index, source, edits),
            )
    for findings in finding_sheets(index):
        yield SitePage(
            findings.address, "疑点", "findings", partial(findings_view, index, findings)
        )
