"""Table -> CSV."""

from __future__ import annotations

import csv
import io
import re

from generator.outputs.sheets.sheet import Band, Cell, Table

FORMULA = re.compile(r"^[\s]*[=+\-@＝＋－＠]|^[\t\r]")


def as_csv(table: Table) -> bytes:
    """Return the table as CSV in UTF-8 with a mark at its head, which Excel asks for.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        cells = (row.words,) if isinstance(row, Band) else row
        writer.writerow([_harmless(cell) for cell in cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and FORMULA.match(cell) else cell
