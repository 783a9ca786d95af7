"""The matrix of articles by reports (对照表): how much each report says on each article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator import addresses
from generator.model import Article, Collation, Document, Role
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.passages import Passage, passage_of
from generator.text.nomenclature import ROLES, RoleWord

REPORTS_PER_SHEET = 24
IN_PANEL = 12
SIZES = (1, 3, 6)  # counts up to which a dot has size 1, 2, 3; beyond, 4


@dataclass(frozen=True, slots=True)
class Dot:
    """A role's share of a cell: the sign, how large, and how many passages."""

    role: RoleWord
    size: int
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where an article and a report meet; `id` is empty where there is nothing."""

    id: str
    label: str
    dots: tuple[Dot, ...]
    passages: tuple[Passage, ...]
    more: int
    compare: str


@dataclass(frozen=True, slots=True)
class Row:
    """An article with its cells, and its passages in all reports."""

    address: str
    label: str
    heading: str
    name: str
    dots: tuple[Dot, ...]
    total: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a base with its rows."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A report at the head of the matrix."""

    address: str
    title: str
    total: int


@dataclass(frozen=True, slots=True)
class CoverageView:
    """A sheet of the matrix: all articles by some reports."""

    columns: tuple[Column, ...]
    bands: tuple[Band, ...]
    gaps: tuple[Row, ...]
    sheet: Sheet[Document]
    link_count: int
    shared: bool
    table: str


def coverage_sheets(index: LibraryIndex) -> tuple[Sheet[Document], ...]:
    """Return the reports as the columns of successive sheets."""
    return sheets(index.library.reports, REPORTS_PER_SHEET, addresses.COVERAGE)


def coverage_view(index: LibraryIndex, sheet: Sheet[Document]) -> CoverageView:
    """Return the view of one sheet of the matrix."""
    bands = tuple(
        Band(
            words.path_title(index.divisions[collation.edition.base.id, part.number]),
            tuple(_row(index, collation, article, sheet.rows) for article in part.articles),
        )
        for collation in index.library.collations
        for part in collation.edition.parts
        if part.articles
    )
    return CoverageView(
        columns=tuple(
            Column(
                addresses.report(each.piece.id),
                each.piece.title,
                len(index.links_by_report.get(each.piece.id, ())),
            )
            for each in sheet.rows
        ),
        bands=bands,
        gaps=tuple(row for band in bands for row in band.rows if not row.total),
        sheet=sheet,
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


def _row(
    index: LibraryIndex, collation: Collation, article: Article, reports: Sequence[Document]
) -> Row:
    base = collation.edition.base.id
    counts = index.roles_by_article.get((base, article.number), Counter())
    cells = tuple(_cell(index, base, article, report) for report in reports)
    return Row(
        addresses.article(base, article),
        words.article_label(article),
        words.short_heading(article),
        words.article_name(article),
        dots_of(counts),
        counts.total(),
        cells,
    )


def _cell(index: LibraryIndex, base: str, article: Article, report: Document) -> Cell:
    links = index.links_at.get((base, article.number, report.piece.id), [])
    dots = dots_of(Counter(each.role for each in links))
    best = sorted(links, key=lambda each: (-each.score, each.id))
    counts = "，".join(f"{each.role.name}{each.count}处" for each in dots)
    return Cell(
        f"cell-{base}-{article.number}-{report.piece.id}" if links else "",
        f"{words.article_name(article)}，{report.piece.title}：{counts}",
        dots,
        tuple(passage_of(index, each) for each in best[:IN_PANEL]),
        max(0, len(links) - IN_PANEL),
        f"{addresses.COMPARE}?a={base}/{article.number}&r={report.piece.id}",
    )
