"""Table -> XLSX: an empty workbook made with openpyxl, the rows written into a copy as XML.

openpyxl's own cells take many times as long, and so does loading it: a memo may know the
empty workbook.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from generator.build.memo import Memo, no_memo
from generator.outputs.sheets.sheet import Cell, Table

SHEET = "xl/worksheets/sheet1.xml"
ROWS = b"<sheetData>", b"</sheetData>"
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def as_xlsx(table: Table, moment: int, memo: Memo = no_memo) -> bytes:
    """Return the table as XLSX, all text cells marked as text; `moment` is its date.

    The bytes depend on these two alone, not on what `memo` knows.
    """
    parts = dict(memo(empty_workbook, table.title, table.widths, moment))
    head, tail = (parts[SHEET].partition(mark)[at] for mark, at in zip(ROWS, (0, 2), strict=True))
    rows = "".join(_rows(table)).encode()
    parts[SHEET] = b"".join((head, ROWS[0], rows, ROWS[1], tail))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()


def empty_workbook(title: str, widths: tuple[int, ...], moment: int) -> dict[str, bytes]:
    """Return the files of a workbook by name, its sheet without rows.

    Cells of style 1 are the head's, of style 2 all others'.
    """
    from openpyxl import Workbook  # heavy
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    date = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = date
    book.properties.creator = ""
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for index, width in enumerate(widths):
        sheet.column_dimensions[_column(index)].width = width
    for font in (Font(bold=True), None):
        cell = WriteOnlyCell(sheet, "")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if font:
            cell.font = font
        sheet.append([cell])
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    stamp = date.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    dated = rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*"
    parts["docProps/core.xml"] = re.sub(dated, rb"\g<1>" + stamp, parts["docProps/core.xml"])
    return parts


def _rows(table: Table) -> Iterator[str]:
    columns = [_column(index) for index in range(len(table.header))]
    for number, row in enumerate((table.header, *table.rows), 1):
        style = 1 if number == 1 else 2
        cells = (
            _cell(f"{column}{number}", style, value)
            for column, value in zip(columns, row, strict=True)
        )
        yield f'<row r="{number}">{"".join(cells)}</row>'


def _cell(place: str, style: int, value: Cell) -> str:
    """Return a cell; text is a string in place, which is never read as a formula."""
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    text = escape(NO_XML.sub("", value))
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )


def _column(index: int) -> str:
    """Return the name of a column counted from 0: A, B, ... Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
