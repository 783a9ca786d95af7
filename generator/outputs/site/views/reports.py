"""The list of all reports, in sheets, and what one can choose from it by.

A list of one sheet is filtered where it stands.  One of several takes what all sheets say from a
script, which a page loads when a reader chooses: pages from a disk can fetch nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from generator import addresses
from generator.build.mapping import no_map
from generator.build.memo import Memo, no_memo
from generator.model import Document
from generator.outputs.shared.broken_titles import pieces_by_sense
from generator.outputs.shared.stated_choices import (
    CHOSEN_BY,
    Choice,
    Option,
    stated_values,
)
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.report_lines import ReportLine, article_key, report_line

PER_SHEET = 100


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A line of the list; `values` are what it is chosen by, as names and values of choices."""

    line: ReportLine
    values: tuple[tuple[str, str], ...]
    date: str


@dataclass(frozen=True, slots=True)
class ReportsView:
    """A sheet of the list of reports; `data` is the script with all, where there are more."""

    reports: tuple[ListedReport, ...]
    sheet: Sheet[Document]
    choices: tuple[Choice, ...]
    dated: bool
    data: str


def report_sheets(index: LibraryIndex) -> tuple[Sheet[Document], ...]:
    """Return the reports in sheets."""
    return sheets(index.library.reports, PER_SHEET, addresses.REPORTS)


def reports_view(index: LibraryIndex, sheet: Sheet[Document]) -> ReportsView:
    """Return the view of one sheet of the list."""
    return ReportsView(
        tuple(_listed(index, each) for each in sheet.rows),
        sheet,
        _choices(index),
        index.has_dates,
        addresses.REPORT_DATA if len(sheet.addresses) > 1 else "",
    )


def report_data(index: LibraryIndex, memo: Memo = no_memo) -> dict[str, str]:
    """Return address -> text of the script that a list of several sheets needs; else nothing.

    It holds a row a report, in the order of the list: its page, title in pieces between which
    a line may end, opening words, facts, the positions of its values in the choices of the page
    (0 where a choice is not offered), date, letters, and the positions of its articles.
    """
    reports = index.library.reports
    if len(reports) <= PER_SHEET:
        return {}
    at = {
        choice.name: {option.value: number for number, option in enumerate(choice.options, 1)}
        for choice in _choices(index)
    }
    listed = [_listed(index, each) for each in reports]
    titles = [each.line.title for each in listed]
    keys = [sha256(each.encode("utf-8", "surrogatepass")).hexdigest() for each in titles]
    pieces = memo.each(_pieces, titles, keys, _nothing, no_map)
    rows = [
        json.dumps(_row(each, title, at), ensure_ascii=False)
        for each, title in zip(listed, pieces, strict=True)
    ]
    text = ",\n".join(rows).replace("\u2028", " ").replace("\u2029", " ")
    return {addresses.REPORT_DATA: f"window.kbReports = [\n{text}\n];\n"}


def _pieces(title: str, _: None) -> tuple[str, ...]:
    return pieces_by_sense(title)


def _nothing() -> None:
    """Return what titles share in being cut: nothing."""
    return


def _row(listed: ListedReport, title: Sequence[str], at: dict[str, dict[str, int]]) -> list[object]:
    line, values = listed.line, dict(listed.values)
    return [
        addresses.pane(line.address),
        "\n".join(title),
        line.opening,
        line.told,
        [at[each.name][values[each.name]] if each.name in at else 0 for each in CHOSEN_BY],
        listed.date,
        line.letters,
        [at["article"][each] for each in line.articles],
    ]


def _listed(index: LibraryIndex, report: Document) -> ListedReport:
    values = tuple(stated_values(report.piece).items())
    return ListedReport(report_line(index, report), values, report.piece.date)


def _choices(index: LibraryIndex) -> tuple[Choice, ...]:
    """Return what the reports can be chosen by: what they differ in, and the articles."""
    return index.stated_choices + tuple(_article_choice(index))


def _article_choice(index: LibraryIndex) -> Iterator[Choice]:
    options = tuple(
        Option(
            article_key(base, number),
            f"{_named(index, base)}{words.article_name(article)} {words.short_heading(article)}",
            index.reports_by_article[base, number],
        )
        for (base, number), article in index.articles.items()
        if index.reports_by_article.get((base, number))
    )
    if options:
        yield Choice("article", "条文", options)


def _named(index: LibraryIndex, base: str) -> str:
    """Return the name of a base before its articles, where there are several bases."""
    return index.base_names[base]
