"""The list of all reports, in sheets."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import Document
from generator.outputs.site.views.home import ReportLine, report_line
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets

PER_SHEET = 100


@dataclass(frozen=True, slots=True)
class ReportsView:
    """A sheet of the list of reports."""

    lines: tuple[ReportLine, ...]
    sheet: Sheet[Document]


def report_sheets(index: LibraryIndex) -> tuple[Sheet[Document], ...]:
    """Return the reports in sheets."""
    return sheets(index.library.reports, PER_SHEET, addresses.REPORTS)


def reports_view(index: LibraryIndex, sheet: Sheet[Document]) -> ReportsView:
    """Return the view of one sheet of the list."""
    return ReportsView(tuple(report_line(index, each) for each in sheet.rows), sheet)
