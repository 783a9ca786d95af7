"""The matrix of articles by reports (对照表), or by what reports can be put together by.

A column is a group of reports (coverage_sheets.py).  A cell opens a panel with passages; where
panels would be too many it leads to the words themselves.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from generator import addresses
from generator.model import Article, Link, Role
from generator.outputs.shared.best_passages import MANY as CHOSEN_ABOVE
from generator.outputs.shared.coverage_turns import ReportGroup
from generator.outputs.shared.stated_choices import UNSTATED
from generator.outputs.site.views import words
from generator.outputs.site.views.coverage_sheets import (
    REPORT,
    CoveragePage,
    is_many,
    opens_down,
    way_address,
)
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet
from generator.outputs.site.views.passages import Passage, passage_of, place_in_report
from generator.outputs.site.views.report_lines import article_key
from generator.text.nomenclature import ROLES, RoleWord

IN_PANEL = 12
ON_PAGE, OF_MANY = 480, 240  # passages in all panels of a page, so that it does not grow
SIZES = (1, 3, 6)  # counts up to which a dot has size 1, 2, 3; beyond, 4
FLAT = 10  # columns up to which their heads are written from left to right


@dataclass(frozen=True, slots=True)
class Dot:
    """A role's share of a cell: the sign, how large, and how many passages."""

    role: RoleWord
    size: int
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an article and a group of reports meet; `id` is its panel, `dots` are none for nothing.

    `reports` is how many of the group speak of the article; `onward` leads to the reports: to
    the one beside the article, or to their list.  `said` leads to all that they say, `on_article`
    where the article's page has it; where there is no panel the cell itself leads there.
    """

    id: str
    label: str
    dots: tuple[Dot, ...]
    reports: int
    passages: tuple[Passage, ...]
    more: int
    onward: str
    said: str
    on_article: bool


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
class CoverageView:
    """A sheet of the matrix: all articles by some groups of reports.

    `within` names the group whose reports it shows, where these are not all; `linked` tells
    that cells open no panels but lead on, `opens` that columns open down to single reports.
    """

    way: str
    title: str
    within: str
    linked: bool
    opens: bool
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


@dataclass(frozen=True, slots=True)
class Spoken:
    """What reports say on each article, by base and number: passages by role, and how many do."""

    roles: Mapping[tuple[str, int], Counter[Role]]
    reports: Mapping[tuple[str, int], int]
    links: int


def coverage_view(index: LibraryIndex, page: CoveragePage) -> CoverageView:
    """Return the view of one sheet of the matrix."""
    in_panel = 0 if not page.way and is_many(index) else _in_panel(index, page.sheet.rows)
    spoken = _spoken(index, page)
    bands = tuple(
        Band(
            words.path_title(index.divisions[collation.edition.base.id, part.number]),
            tuple(
                _row(index, page, collation.edition.base.id, each, spoken, in_panel)
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
        within=page.within.label if page.within else "",
        linked=not in_panel,
        opens=opens_down(index, page.way),
        ways=_ways(index, page),
        columns=tuple(_column(index, page.way, each) for each in page.sheet.rows),
        bands=bands,
        gaps=tuple(row for band in bands for row in band.rows if not row.total),
        sheet=page.sheet,
        flat=bool(page.way) or len(page.sheet.rows) <= FLAT,
        report_count=len(page.within.reports) if page.within else index.report_count,
        link_count=spoken.links,
        shared=index.shares_passages,
        table=addresses.table("coverage"),
    )


def dots_of(counts: Counter[Role]) -> tuple[Dot, ...]:
    """Return a dot for each role that is counted, in the order of the roles."""
    return tuple(
        Dot(role, 1 + sum(counts[role.role] > limit for limit in SIZES), counts[role.role])
        for role in ROLES
        if counts[role.role]
    )


def _ways(index: LibraryIndex, page: CoveragePage) -> tuple[Way, ...]:
    """Return the ways to choose from; none where there is but one."""
    ways = [(way_address(index, each.name), each.name, each.title) for each in index.turns]
    if ways and not is_many(index):
        ways.insert(0, (addresses.COVERAGE, "", REPORT))
    return tuple(
        Way(address, f"按{title}", name == page.way and page.within is None)
        for address, name, title in ways
    )


def _column(index: LibraryIndex, way: str, group: ReportGroup) -> Column:
    title = "" if way else index.reports[group.reports[0]].piece.title.strip()
    return Column(
        _opened(index, way, group) if way else index.report_page(group.reports[0]),
        group.label,
        group.label[len(title) :] if title and group.label.startswith(title) else "",
        len(group.reports),
        sum(index.link_counts[each] for each in group.reports),
    )


def _opened(index: LibraryIndex, way: str, group: ReportGroup) -> str:
    """Return where the reports of a group are told apart: in the matrix, or on their list."""
    if opens_down(index, way):
        return addresses.coverage_within(way, index.turns[0].groups.index(group) + 1)
    return _list_of(way, group)


def _list_of(way: str, group: ReportGroup, article: str = "") -> str:
    """Return the list of the reports of a group, of those that speak of `article`."""
    asked = f"{way}={quote(group.value or UNSTATED)}"
    return f"{addresses.REPORTS}#{asked}{article and f'&article={article}'}"


def _in_panel(index: LibraryIndex, groups: Sequence[ReportGroup]) -> int:
    """Return how many passages a panel may show that all have room; 0 for no panels."""
    cells = Counter(
        (link.base, link.article, number)
        for number, group in enumerate(groups)
        for report in group.reports
        for link in index.links_by_report.get(report, ())
    )
    room = OF_MANY if is_many(index) else ON_PAGE
    sizes = range(IN_PANEL, 0, -1)
    return next((each for each in sizes if sum(min(each, n) for n in cells.values()) <= room), 0)


def _row(
    index: LibraryIndex,
    page: CoveragePage,
    base: str,
    article: Article,
    spoken: Spoken,
    in_panel: int,
) -> Row:
    place = base, article.number
    counts = spoken.roles.get(place, Counter())
    return Row(
        addresses.article(base, article),
        words.article_label(article),
        words.short_heading(article),
        words.article_name(article),
        dots_of(counts),
        spoken.reports.get(place, 0),
        counts.total(),
        tuple(_cell(index, page.way, base, article, group, in_panel) for group in page.sheet.rows),
    )


def _spoken(index: LibraryIndex, page: CoveragePage) -> Spoken:
    """Return what all reports of the page's matrix say on each article, and how many do."""
    if page.within is None:
        links = index.made(_count_links)
        return Spoken(index.roles_by_article, index.reports_by_article, links)
    return index.made(_spoken_within)[page.within.value]


def _spoken_within(index: LibraryIndex) -> dict[str, Spoken]:
    """Return value of a group -> what its reports say, of those that the matrix opens down to."""
    return {each.value: _spoken_by(index, each) for each in index.turns[0].groups}


def _spoken_by(index: LibraryIndex, group: ReportGroup) -> Spoken:
    roles: dict[tuple[str, int], Counter[Role]] = defaultdict(Counter)
    reports: Counter[tuple[str, int]] = Counter()
    for report in group.reports:
        links = index.links_by_report.get(report, ())
        for link in links:
            roles[link.base, link.article][link.role] += 1
        reports.update(list(dict.fromkeys((each.base, each.article) for each in links)))
    return Spoken(roles, reports, sum(index.link_counts[each] for each in group.reports))


def _count_links(index: LibraryIndex) -> int:
    return sum(index.link_counts.values())


def _cell(
    index: LibraryIndex, way: str, base: str, article: Article, group: ReportGroup, in_panel: int
) -> Cell:
    """Return a cell; of several reports each is heard before one is heard again."""
    by_report = [
        sorted(found, key=lambda each: (-each.score, each.id))
        for report in group.reports
        if (found := index.links_in.get(report, {}).get((base, article.number)))
    ]
    if not by_report:
        return Cell("", "", (), 0, (), 0, "", "", False)
    ranked = [(at, link) for links in by_report for at, link in enumerate(links)]
    ranked.sort(key=lambda each: (each[0], -each[1].score, each[1].id))
    links: list[Link] = [link for _, link in ranked]
    dots = dots_of(Counter(each.role for each in links))
    key = article_key(base, article.number)
    column = f"{way}-{''.join(group.value.split())}" if way else group.reports[0]
    told = [f"{len(by_report)}篇报告"] if way else []
    told += [f"{each.role.name}{each.count}处" for each in dots]
    if way:
        onward = _list_of(way, group, key)
    else:
        pane = addresses.pane(index.report_page(group.reports[0]))
        onward = f"{addresses.COMPARE}?a={base}/{article.address}&r={pane}"
    said = _said(index, way, group, base, article, links, onward) if not in_panel or way else ""
    said = said or addresses.article(base, article)
    return Cell(
        f"cell-{key}-{column}" if in_panel else "",
        f"{words.article_name(article)}，{group.label}：{'，'.join(told)}",
        dots,
        len(by_report),
        tuple(passage_of(index, each) for each in links[:in_panel]),
        max(0, len(links) - in_panel),
        onward,
        said,
        said.startswith(addresses.article(base, article)),
    )


def _said(
    index: LibraryIndex,
    way: str,
    group: ReportGroup,
    base: str,
    article: Article,
    links: Sequence[Link],
    listed: str,
) -> str:
    """Return where one reads all that a group says on an article.

    That is the article's page with the group chosen, where it has so many passages that they can
    be chosen among; of one report its first words on the article; else the list of the reports.
    """
    if way and len(index.told_by_article.get((base, article.number), ())) > CHOSEN_ABOVE:
        return f"{addresses.article(base, article)}#{way}={quote(group.value or UNSTATED)}"
    if len({each.report for each in links}) > 1:
        return listed
    first = min(links, key=lambda each: each.start)
    place = place_in_report(index, index.reports[first.report], first.start)
    page, _, sentence = place.partition("#")
    return f"{page}?article={article_key(base, article.number)}#{sentence}"
