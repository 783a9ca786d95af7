"""A workbook without rows, made with openpyxl: styles, widths, frozen heads, filter, print set-up.

Everything is set for A4 paper and for offices that print what they get.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from generator.outputs.sheets.sheet import Column

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384  # what a sheet of XLSX holds
LAST_ROW = MOST_ROWS  # stands for the last row of a sheet, which is not known yet
PORTRAIT, LANDSCAPE = 96, 143  # widths that A4 takes at full size, in units of columns
SMALLEST = 0.7  # what does not fit on a page at this scale is printed on several
MARGINS = {"left": 0.6, "right": 0.6, "top": 0.8, "bottom": 0.8, "header": 0.4, "footer": 0.4}


@dataclass(frozen=True, slots=True)
class Empty:
    """A sheet without its rows, as `Table` has it."""

    title: str
    columns: tuple[Column, ...]
    caption: tuple[str, ...]
    fixed: int
    sparse: bool


class Style(IntEnum):
    """The number of a cell's style, in the order in which `_add_styles` makes them."""

    HEAD = 1
    TEXT = 2
    CENTRED = 3
    BAND = 4
    TITLE = 5
    NOTE = 6


def empty_workbook(sheets: tuple[Empty, ...], moment: int) -> dict[str, bytes]:
    """Return the files of a workbook by name, its sheets without rows.

    LAST_ROW stands in the ranges of filters, where the last row is to stand.
    """
    from openpyxl import Workbook  # heavy

    book = Workbook()
    date = datetime.fromtimestamp(moment, UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = date
    book.properties.creator = ""
    first = book.active
    assert first is not None
    book.remove(first)
    for number, each in enumerate(sheets):
        sheet = book.create_sheet(each.title)
        if number == 0:
            _add_styles(sheet)
        _set_up(sheet, each)
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for place in [each for each in parts if each.startswith("xl/worksheets/sheet")]:
        parts[place] = (
            parts[place]
            .replace(b"<sheetData/>", b"<sheetData></sheetData>")
            .replace(b"<sheetData />", b"<sheetData></sheetData>")
        )
        parts[place] = re.sub(rb"<dimension [^>]*/>", b"", parts[place])
    stamp = date.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    dated = rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*"
    parts["docProps/core.xml"] = re.sub(dated, rb"\g<1>" + stamp, parts["docProps/core.xml"])
    return parts


def column_name(index: int) -> str:
    """Return the name of a column counted from 0: A, B, ... Z, AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _set_up(sheet: Worksheet, empty: Empty) -> None:
    from openpyxl.worksheet.properties import PageSetupProperties

    columns, caption, fixed = empty.columns, empty.caption, empty.fixed
    head = len(caption) + 1
    last = column_name(len(columns) - 1)
    sheet.freeze_panes = f"{column_name(fixed)}{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{last}{LAST_ROW}"
    for index, each in enumerate(columns):
        sheet.column_dimensions[column_name(index)].width = each.width
    width = sum(each.width for each in columns)
    landscape = width > PORTRAIT
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = pages_wide(columns, fixed)
    sheet.page_setup.fitToHeight = 0  # as many as it takes
    sheet.print_title_rows = f"1:{head}"
    if fixed and sheet.page_setup.fitToWidth > 1:
        sheet.print_title_cols = f"A:{column_name(fixed - 1)}"
    sheet.print_options.horizontalCentered = True
    sheet.print_options.gridLines = empty.sparse  # else cells have lines of their own
    for side, inches in MARGINS.items():
        setattr(sheet.page_margins, side, inches)
    header, footer = sheet.oddHeader, sheet.oddFooter
    assert header is not None
    assert footer is not None
    if not caption:
        header.center.text = f"&14{sheet.title}"
    footer.center.text = "第 &P 页　共 &N 页"


def pages_wide(columns: tuple[Column, ...], fixed: int) -> int:
    """Return over how many pages side by side a table is printed; each repeats the fixed ones."""
    room = LANDSCAPE / SMALLEST
    repeated = sum(each.width for each in columns[:fixed])
    rest = sum(each.width for each in columns[fixed:])
    if repeated + rest <= room or repeated >= room / 2:
        return 1
    return -(-rest // int(room - repeated))


def _add_styles(sheet: Worksheet) -> None:
    """Give the book its cell styles in the order of `Style`, by cells that are taken out again."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side("thin", color="808080")
    around = Border(line, line, line, line)
    middle = Alignment("center", "center", wrap_text=True)
    looks = (
        (Font("黑体", 10.5, bold=True), middle, around, PatternFill("solid", "F0F0F0")),
        (Font("宋体", 10.5), Alignment(vertical="center", wrap_text=True), around, None),
        (Font("宋体", 10.5), middle, around, None),
        (Font("黑体", 10.5, bold=True), Alignment(vertical="center"), Border(), None),
        (Font("黑体", 16, bold=True), Alignment(vertical="center"), Border(), None),
        (Font("宋体", 10.5), Alignment(vertical="center"), Border(), None),
    )
    for row, (font, alignment, border, fill) in enumerate(looks, 1):
        cell = sheet.cell(row, 1)
        cell.font, cell.alignment, cell.border = font, alignment, border
        if fill:
            cell.fill = fill
        assert cell.style_id == Style(row)
    sheet.delete_rows(1, len(looks))
