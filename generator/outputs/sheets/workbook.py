"""Book -> XLSX: an empty workbook made with openpyxl, the rows written into a copy as XML.

openpyxl's own cells take many times as long, and so does loading it: a memo may know the
empty workbook.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from xml.sax.saxutils import escape

from generator.build.memo import Memo, no_memo
from generator.outputs.sheets.empty_workbook import (
    LAST_ROW,
    MOST_ROWS,
    Empty,
    Style,
    column_name,
    empty_workbook,
)
from generator.outputs.sheets.sheet import Band, Book, Cell, Column, Table

ROWS = b"<sheetData>", b"</sheetData>"
AT_ONCE = 500  # rows that are written together
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767  # letters that a cell holds
CAPTION_HEIGHTS = (30, 20)  # points: the title's line, the lines below it
LINE, AROUND, HIGHEST = 14.5, 5, 409  # points: a line, the room around lines, the highest row


def as_xlsx(book: Book, moment: int, memo: Memo = no_memo) -> bytes:
    """Return the book as XLSX, all text cells marked as text; `moment` is its date.

    The bytes depend on these two alone, not on what `memo` knows.  A table that is longer than
    a sheet can be goes on in further ones.
    """
    tables = tuple(part for table in book.sheets for part in _parts(table))
    empty = tuple(
        Empty(each.title, each.columns, each.caption, each.fixed, each.sparse) for each in tables
    )
    parts = dict(memo(empty_workbook, empty, moment))
    sheets = {f"xl/worksheets/sheet{number}.xml": table for number, table in enumerate(tables, 1)}
    parts["xl/workbook.xml"] = _names_ending(parts["xl/workbook.xml"], tables)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as written:
                for piece in _sheet(content, sheets[name]) if name in sheets else (content,):
                    written.write(piece)
    return buffer.getvalue()


def _sheet(empty: bytes, table: Table) -> Iterator[bytes]:
    """Yield the XML of a sheet piece by piece: a long one is never held whole."""
    last = len(table.caption) + 1 + len(table.rows)
    head, _, rest = empty.partition(ROWS[0])
    _, _, tail = rest.partition(ROWS[1])
    yield _ending_at(head, last) + ROWS[0]
    rows = _rows(table)
    while piece := "".join(islice(rows, AT_ONCE)):
        yield piece.encode()
    yield ROWS[1] + _ending_at(tail, last)


def _parts(table: Table) -> Iterator[Table]:
    """Yield the table, in as many as sheets must be."""
    room = MOST_ROWS - len(table.caption) - 1
    if len(table.rows) <= room:
        yield table
        return
    for number, start in enumerate(range(0, len(table.rows), room), 1):
        title = table.title if number == 1 else f"{table.title}（{number}）"
        yield replace(table, title=title, rows=table.rows[start : start + room])


def _ending_at(xml: bytes, row: int) -> bytes:
    """Return XML whose ranges end at `row`, not at the mark of the empty workbook."""
    return re.sub(rb"(?<=[A-Z$])%d\b" % LAST_ROW, str(row).encode(), xml)


def _names_ending(xml: bytes, tables: tuple[Table, ...]) -> bytes:
    """Return the workbook's XML, the range of each sheet's filter ended at its last row."""

    def ended(found: re.Match[bytes]) -> bytes:
        table = tables[int(found[1])]
        return _ending_at(found[0], len(table.caption) + 1 + len(table.rows))

    return re.sub(rb'<definedName[^>]*localSheetId="(\d+)"[^>]*>[^<]*', ended, xml)


def _rows(table: Table) -> Iterator[str]:
    columns = [column_name(index) for index in range(len(table.columns))]
    for number, words in enumerate(table.caption, 1):
        title = number == 1
        style = Style.TITLE if title else Style.NOTE
        cells = _cell(f"A{number}", style, words)
        points = CAPTION_HEIGHTS[0 if title else 1]
        yield f'<row r="{number}" ht="{points}" customHeight="1">{cells}</row>'
    head = len(table.caption) + 1
    heads = (
        _cell(f"{column}{head}", Style.HEAD, each.head)
        for column, each in zip(columns, table.columns, strict=True)
    )
    height = _height(((each, each.head) for each in table.columns), 1)
    yield f'<row r="{head}" ht="{height}">{"".join(heads)}</row>'
    for number, row in enumerate(table.rows, head + 1):
        if isinstance(row, Band):
            height = _height((), 1)
            cells = _cell(f"A{number}", Style.BAND, row.words) + "".join(
                f'<c r="{column}{number}" s="{Style.BAND}"/>'
                for column in columns[1 : None if not table.sparse else max(table.fixed, 1)]
            )
        else:
            height = _height(zip(table.columns, row, strict=True), table.least_lines)
            cells = "".join(
                _cell(f"{column}{number}", _style(each), value)
                for column, each, value in zip(columns, table.columns, row, strict=True)
                if value != "" or not table.sparse
            )
        yield f'<row r="{number}" ht="{height}">{cells}</row>'


def _height(cells: Iterable[tuple[Column, Cell]], least: int) -> float:
    """Return how high a row is, in points; programs do not find it out when they open a file."""
    lines = least
    for column, value in cells:
        if isinstance(value, str) and 2 * len(value) > column.width - 1:
            lines = max(lines, _lines(value, column.width - 1))
    return min(lines * LINE + AROUND, HIGHEST)


def _lines(words: str, room: int) -> int:
    """Return in how many lines words stand where `room` letters do; a Chinese one counts two."""
    return sum(
        max(1, -(-sum(1 if letter < "\u2000" else 2 for letter in line) // room))
        for line in words.split("\n")
    )


def _style(column: Column) -> Style:
    return Style.CENTRED if column.centred else Style.TEXT


def _cell(place: str, style: Style, value: Cell) -> str:
    """Return a cell; text is a string in place, which is never read as a formula."""
    if isinstance(value, int):
        return f'<c r="{place}" s="{style}"><v>{value}</v></c>'
    if not value:
        return f'<c r="{place}" s="{style}"/>'
    text = escape(NO_XML.sub("", value)[:LONGEST])
    return (
        f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    )
