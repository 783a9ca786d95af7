"""Library -> downloads/duties.csv|xlsx and downloads/coverage.csv|xlsx."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from generator.duties.wording import UNNAMED
from generator.model import DutyKind, Library
from generator.outputs.shared.coverage_counts import count_coverage
from generator.outputs.shared.divisions import division_names
from generator.outputs.shared.pack_contents.composing import timestamp
from generator.outputs.shared.render_context import Context
from generator.outputs.sheets.sheet import Cell, Table
from generator.outputs.sheets.workbook import as_xlsx
from generator.text.nomenclature import ROLES, article_name

KINDS: dict[DutyKind, str] = {"duty": "职责义务", "right": "权利权力", "prohibition": "禁止"}
PLACE = ("所在部分", "编号")  # what tells two （一） in two parts apart
PLACE_WIDTHS = (22, 10)
FORMULA = re.compile(r"^[\s]*[=+\-@＝＋－＠]|^[\t\r]")


def render(library: Library, context: Context) -> None:
    """Write the tables to site/downloads/."""
    folder = context.site / "downloads"
    folder.mkdir(parents=True, exist_ok=True)
    moment = max((timestamp(each.edition) for each in library.collations), default=0)
    for table in tables(library):
        (folder / f"{table.name}.csv").write_bytes(as_csv(table))
        (folder / f"{table.name}.xlsx").write_bytes(as_xlsx(table, moment, context.memo))


def tables(library: Library) -> tuple[Table, ...]:
    """Return the tables of a library."""
    return (_duties(library), _coverage(library))


def as_csv(table: Table) -> bytes:
    """Return the table as CSV in UTF-8 with a mark at its head, which Excel asks for.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow([_harmless(cell) for cell in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell


def _places(library: Library) -> dict[tuple[str, int], tuple[str, str]]:
    """Return for each article in which divisions it stands, and its id.

    The numbers of the id alone, 2-1, would be a date to a spreadsheet.
    """
    return {
        (each.edition.base.id, article.number): (
            within.get(article.number, ""),
            article.id,
        )
        for each in library.collations
        for within in (division_names(each.edition),)
        for article in each.edition.articles
    }


def _duties(library: Library) -> Table:
    articles = {
        (each.edition.base.id, article.number): article
        for each in library.collations
        for article in each.edition.articles
    }
    places = _places(library)
    rows = []
    for duty in library.duties:
        article = articles[duty.base, duty.article]
        rows.append(
            (
                duty.body or UNNAMED,
                duty.modal,
                duty.condition,
                duty.action,
                article_name(article.label),
                article.heading,
                *places[duty.base, duty.article],
                duty.sentence,
                "承前文" if duty.carried else "",
                KINDS[duty.kind],
            )
        )
    header = ("责任主体", "情态词", "条件", "要求", "条", "条标题", *PLACE, "句号", "说明", "类别")
    widths = (22, 10, 30, 60, 14, 36, *PLACE_WIDTHS, 16, 10, 8)
    return Table("duties", "责任清单", header, tuple(rows), widths)


def _coverage(library: Library) -> Table:
    counts = {
        (each.base, each.article, each.report, each.role): each.count
        for each in count_coverage(library.links)
    }
    places = _places(library)
    header = ("条", "条标题", *PLACE, "报告", "报告编号", *(each.name for each in ROLES), "合计")
    rows: list[tuple[Cell, ...]] = []
    for collation in library.collations:
        base = collation.edition.base.id
        for article in collation.edition.articles:
            for report in library.reports:
                piece = report.piece
                by_role: Sequence[int] = [
                    counts.get((base, article.number, piece.id, each.role), 0) for each in ROLES
                ]
                rows.append(
                    (
                        article_name(article.label),
                        article.heading,
                        *places[base, article.number],
                        piece.title,
                        piece.id,
                        *by_role,
                        sum(by_role),
                    )
                )
    widths = (14, 36, *PLACE_WIDTHS, 40, 12, *(8 for _ in ROLES), 8)
    return Table("coverage", "对照表", header, tuple(rows), widths)
