"""The matrix of articles by reports (对照表), or by what reports can be put together by.

It has a page for each way to turn it: by report, place, year, kind.  A column is a group of
reports; the groups are those of the spreadsheet (generator/outputs/shared/coverage_turns.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator import addresses
from generator.model import Article, Link, Role
from generator.outputs.shared.coverage_turns import ReportGroup, coverage_turns
from generator.outputs.shared.stated_choices import UNSTATED
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.passages import Passage, passage_of
from generator.outputs.site.views.report_lines import article_key
from generator.text.nomenclature import ROLES, RoleWord

REPORTS_PER_SHEET, GROUPS_PER_SHEET = 20, 16
IN_PANEL = 12
ON_PAGE = 480  # passages in all panels of a page, so that it does not grow with the library
SIZES = (1, 3, 6)  # counts up to which a dot has size 1, 2, 3; beyond, 4
FLAT = 10  # columns up to which their heads are written from left to right
REPORT = "报告"


@dataclass(frozen=True, slots=True)
class Dot:
    """A role's share of a cell: the sign, how large, and how many passages."""

    role: RoleWord
    size: int
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an article and a group of reports meet; `id` is empty where there is nothing.

    `reports` is how many of the group speak of the article; `onward` leads to all that is said:
    to the report beside the article, or to the list of these reports.
    """

    id: str
    label: str
    dots: tuple[Dot, ...]
    reports: int
    passages: tuple[Passage, ...]
    more: int
    onward: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article with its cells, and its passages in all reports."""

    address: str
    label: str
    heading: str
    name: str
    dots: tuple[Dot, ...]
    reports: int
    total: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a base with its rows."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A group of reports at the head of the matrix: how many, with how many passages.

    `told` is the end of its title that tells a report from others of one title: （甲县）.
    """

    address: str
    title: str
    told: str
    reports: int
    total: int


@dataclass(frozen=True, slots=True)
class Way:
    """A way to turn the matrix: its page, its name, whether it is the one on the page."""

    address: str
    title: str
    current: bool


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """A sheet of the matrix turned one way; `way` is empty where columns are single reports."""

    way: str
    title: str
    sheet: Sheet[ReportGroup]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A sheet of the matrix: all articles by some groups of reports."""

    way: str
    title: str
    ways: tuple[Way, ...]
    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    gaps: tuple[Row, ...]
    sheet: Sheet[ReportGroup]
    flat: bool
    report_count: int
    link_count: int
    shared: bool
    table: str


def coverage_pages(index: LibraryIndex) -> Iterator[CoveragePage]:
    """Yield the sheets of the matrix, by report and turned each way that shows anything."""
    reports = tuple(
        ReportGroup(index.names[each.piece.id], (each.piece.id,)) for each in index.library.reports
    )
    yield from _pages("", REPORT, reports, REPORTS_PER_SHEET)
    for turn in coverage_turns([each.piece for each in index.library.reports]):
        yield from _pages(turn.name, turn.title, turn.groups, GROUPS_PER_SHEET)


def _pages(
    way: str, title: str, groups: Sequence[ReportGroup], size: int
) -> Iterator[CoveragePage]:
    for sheet in sheets(groups, size, addresses.coverage(way)):
        yield CoveragePage(way, title, sheet)


def coverage_view(index: LibraryIndex, page: CoveragePage) -> CoverageView:
    """Return the view of one sheet of the matrix."""
    in_panel = _in_panel(index, page.sheet.rows)
    bands = tuple(
        Band(
            words.path_title(index.divisions[collation.edition.base.id, part.number]),
            tuple(
                _row(index, page, collation.edition.base.id, each, in_panel)
                for each in part.articles
            ),
        )
        for collation in index.library.collations
        for part in collation.edition.parts
        if part.articles
    )
    return CoverageView(
        way=page.way,
        title=page.title,
        ways=_ways(index, page.way),
        columns=tuple(_column(index, page.way, each) for each in page.sheet.rows),
        bands=bands,
        gaps=tuple(row for band in bands for row in band.rows if not row.total),
        sheet=page.sheet,
        flat=bool(page.way) or len(page.sheet.rows) <= FLAT,
        report_count=len(index.library.reports),
        link_count=len(index.library.links),
        shared=bool(index.library.shared_links),
        table=addresses.table("coverage"),
    )


def dots_of(counts: Counter[Role]) -> tuple[Dot, ...]:
    """Return a dot for each role that is counted, in the order of the roles."""
    return tuple(
        Dot(role, 1 + sum(counts[role.role] > limit for limit in SIZES), counts[role.role])
        for role in ROLES
        if counts[role.role]
    )


def _ways(index: LibraryIndex, current: str) -> tuple[Way, ...]:
    """Return the ways to choose from; none where there is but one."""
    turns = coverage_turns([each.piece for each in index.library.reports])
    ways = [("", REPORT), *((each.name, each.title) for each in turns)]
    return tuple(
        Way(addresses.coverage(name), f"按{title}", name == current)
        for name, title in ways
        if turns
    )


def _column(index: LibraryIndex, way: str, group: ReportGroup) -> Column:
    title = "" if way else index.reports[group.reports[0]].piece.title.strip()
    return Column(
        _list_of(way, group) if way else addresses.report(group.reports[0]),
        group.label,
        group.label[len(title) :] if title and group.label.startswith(title) else "",
        len(group.reports),
        sum(len(index.links_by_report.get(each, ())) for each in group.reports),
    )


def _list_of(way: str, group: ReportGroup, article: str = "") -> str:
    """Return the list of the reports of a group, of those that speak of `article`."""
    asked = f"{way}={quote(group.value or UNSTATED)}"
    return f"{addresses.REPORTS}#{asked}{article and f'&article={article}'}"


def _in_panel(index: LibraryIndex, groups: Sequence[ReportGroup]) -> int:
    """Return how many passages a panel may show so that all panels keep to ON_PAGE."""
    cells = Counter(
        (link.base, link.article, number)
        for number, group in enumerate(groups)
        for report in group.reports
        for link in index.links_by_report.get(report, ())
    )
    sizes = range(IN_PANEL, 0, -1)
    return next((each for each in sizes if sum(min(each, n) for n in cells.values()) <= ON_PAGE), 1)


def _row(
    index: LibraryIndex, page: CoveragePage, base: str, article: Article, in_panel: int
) -> Row:
    counts = index.roles_by_article.get((base, article.number), Counter())
    links = index.links_by_article.get((base, article.number), ())
    return Row(
        addresses.article(base, article),
        words.article_label(article),
        words.short_heading(article),
        words.article_name(article),
        dots_of(counts),
        len({each.report for each in links}),
        counts.total(),
        tuple(_cell(index, page.way, base, article, group, in_panel) for group in page.sheet.rows),
    )


def _cell(
    index: LibraryIndex, way: str, base: str, article: Article, group: ReportGroup, in_panel: int
) -> Cell:
    """Return a cell; of several reports each is heard before one is heard again."""
    by_report = [
        sorted(found, key=lambda each: (-each.score, each.id))
        for report in group.reports
        if (found := index.links_at.get((base, article.number, report)))
    ]
    if not by_report:
        return Cell("", "", (), 0, (), 0, "")
    ranked = [(at, link) for links in by_report for at, link in enumerate(links)]
    ranked.sort(key=lambda each: (each[0], -each[1].score, each[1].id))
    links: list[Link] = [link for _, link in ranked]
    dots = dots_of(Counter(each.role for each in links))
    key = article_key(base, article.number)
    column = f"{way}-{''.join(group.value.split())}" if way else group.reports[0]
    told = [f"{len(by_report)}篇报告"] if way else []
    told += [f"{each.role.name}{each.count}处" for each in dots]
    return Cell(
        f"cell-{key}-{column}",
        f"{words.article_name(article)}，{group.label}：{'，'.join(told)}",
        dots,
        len(by_report),
        tuple(passage_of(index, each) for each in links[:in_panel]),
        max(0, len(links) - in_panel),
        _list_of(way, group, key)
        if way
        else f"{addresses.COMPARE}?a={base}/{article.address}&r={group.reports[0]}",
    )
