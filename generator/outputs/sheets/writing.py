"""Library -> downloads/: duties and coverage as XLSX and CSV, the 台账, the blank table of 自查."""

from __future__ import annotations

from generator.model import Library
from generator.outputs.shared.pack_contents.composing import timestamp
from generator.outputs.shared.render_context import Context
from generator.outputs.sheets.coverage import coverage_book
from generator.outputs.sheets.csv_text import as_csv
from generator.outputs.sheets.duties import duties_book
from generator.outputs.sheets.examination import examination_book
from generator.outputs.sheets.hall_coverage import hall_coverage_book
from generator.outputs.sheets.register import NAME, register_book, registers
from generator.outputs.sheets.register_document import as_docx
from generator.outputs.sheets.sheet import Book
from generator.outputs.sheets.workbook import as_xlsx


def render(library: Library, context: Context) -> None:
    """Write the tables to site/downloads/."""
    folder = context.site / "downloads"
    folder.mkdir(parents=True, exist_ok=True)
    moment = max((timestamp(each.edition) for each in library.collations), default=0)
    for book in books(library):
        (folder / f"{book.name}.xlsx").write_bytes(as_xlsx(book, moment, context.memo))
        if book.plain:
            (folder / f"{book.name}.csv").write_bytes(as_csv(book.plain))
    document = as_docx(registers(library), moment, context.memo)
    (folder / f"{NAME}.docx").write_bytes(document)


def books(library: Library) -> tuple[Book, ...]:
    """Return the workbooks of a library."""
    of_hall = library.hall and hall_coverage_book(library, library.hall)
    return (
        duties_book(library),
        of_hall or coverage_book(library),
        register_book(library),
        examination_book(library),
    )
