"""Which sheets the matrix has: a page for each way to turn it, by report, place, year, kind.

The groups are those of the spreadsheet (generator/outputs/shared/coverage_turns.py).  Of many
reports the matrix shows groups alone; those of the first way open down to sheets of their own,
by report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.outputs.shared.coverage_turns import ReportGroup
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets

REPORTS_PER_SHEET, GROUPS_PER_SHEET = 20, 16
LEAST_PER_SHEET, CELLS = 4, 2_000  # columns that are always there; cells of a page
MANY = 60  # reports up to which they have columns of their own at once
REPORT = "报告"


@dataclass(frozen=True, slots=True)
class CoveragePage:
    """A sheet of the matrix turned one way; `way` is empty where columns are single reports."""

    way: str
    title: str
    sheet: Sheet[ReportGroup]
    within: ReportGroup | None = None


def coverage_pages(index: LibraryIndex) -> Iterator[CoveragePage]:
    """Yield the sheets of the matrix, by report and turned each way that shows anything."""
    turns = index.turns
    if not (turns and is_many(index)):
        everything = [each.piece.id for each in index.library.reports]
        yield from _by_report(index, everything, addresses.COVERAGE)
    for turn in turns:
        size = _columns(index, GROUPS_PER_SHEET)
        for sheet in sheets(turn.groups, size, way_address(index, turn.name), _joint(index)):
            yield CoveragePage(turn.name, turn.title, sheet)
    if turns and is_many(index):
        for number, group in enumerate(turns[0].groups, 1):
            place = addresses.coverage_within(turns[0].name, number)
            yield from _by_report(index, group.reports, place, group)


def _by_report(
    index: LibraryIndex, reports: Sequence[str], address: str, within: ReportGroup | None = None
) -> Iterator[CoveragePage]:
    columns = [ReportGroup(index.names[each], (each,)) for each in reports]
    joint = "-" if within else _joint(index)
    for sheet in sheets(columns, _columns(index, REPORTS_PER_SHEET), address, joint):
        yield CoveragePage("", REPORT, sheet, within)


def is_many(index: LibraryIndex) -> bool:
    """Tell whether reports are too many to have columns of their own at once."""
    return index.report_count > MANY


def opens_down(index: LibraryIndex, way: str) -> bool:
    """Tell whether the columns of a way open down to single reports: the first does, of many."""
    return is_many(index) and bool(way) and way == index.turns[0].name


def _joint(index: LibraryIndex) -> str:
    """Return what stands before the numbers of sheets: many have a folder of their own."""
    return "/" if is_many(index) else "-"


def _columns(index: LibraryIndex, most: int) -> int:
    """Return how many columns a sheet has: less than `most` where articles are very many."""
    return max(LEAST_PER_SHEET, min(most, CELLS // max(1, len(index.articles))))


def way_address(index: LibraryIndex, way: str) -> str:
    """Return the first page of a way to turn the matrix: of many reports, the first leads."""
    if opens_down(index, way):
        return addresses.COVERAGE
    return addresses.coverage(way)
