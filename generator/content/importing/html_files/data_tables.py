"""Which tables of a page are tables, and the cells of their rows; the others only lay it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.content.importing.html_files.page_tree import Element

BORDERED = re.compile(
    r"border(?:-[a-z]+)?\s*:[^;]{0,60}(?:solid|double|dotted|dashed|inset|outset)"
)
GROUPS = ("tbody", "thead", "tfoot")
LONG_CELL = 100  # letters: a cell so long that has most of a table is a page's column
COLUMN_OF_A_PAGE = 400  # letters: the same, whatever borders the table has
WIDEST = 64  # columns that are kept in line where cells span rows or columns
EVEN = 0.8  # of the rows without borders that must have the same number of cells


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its cells; None where a cell reaches in from above or from the left."""

    element: Element
    cells: tuple[Element | None, ...]


def is_data(table: Element, sizes: Mapping[Element, int]) -> bool:
    """Tell whether a table without tables in it states data, given the letters in each element."""
    grid = list(rows(table))
    cells = [cell for row in grid for cell in row.cells if cell is not None]
    if max((len(row.cells) for row in grid), default=0) < 2:
        return False
    whole = sum(sizes[cell] for cell in cells)
    longest = max(sizes[cell] for cell in cells)
    if table.attributes.get("role") == "presentation" or (
        longest > COLUMN_OF_A_PAGE and longest > whole * 0.6
    ):
        return False
    if _drawn(table, cells):
        return True
    widths = Counter(len(row.cells) for row in grid if row.cells)
    even = widths.most_common(1)[0][1] >= EVEN * sum(widths.values())
    return len(grid) > 1 and even and (longest <= LONG_CELL or longest <= whole / 2)


def _drawn(table: Element, cells: list[Element]) -> bool:
    """Tell whether a table has what only a table of data has: lines, heads, a caption."""
    said = table.attributes
    if said.get("border", "0").strip() not in ("", "0") or said.get("rules", "none") != "none":
        return True
    if "MsoTable" in said.get("class", "") or any(cell.tag == "th" for cell in cells):
        return True
    if any(isinstance(each, Element) and each.tag == "caption" for each in table.children):
        return True
    styles = (each.attributes.get("style", "") for each in (table, *cells[:4]))
    return any(BORDERED.search(style) for style in styles)


def rows(table: Element) -> Iterator[Row]:
    """Yield the rows of a table; a cell that spans stands in its first row and column only."""
    reaching: dict[int, int] = {}  # column -> rows that its cell still covers, this one included
    for element in _row_elements(table):
        cells: list[Element | None] = []
        for cell in element.children:
            if not isinstance(cell, Element) or cell.tag not in ("td", "th"):
                continue
            while reaching.get(len(cells), 0):
                cells.append(None)
            across = min(_span(cell, "colspan"), WIDEST)
            down = _span(cell, "rowspan") or LONG_CELL  # 0: to the end of the table
            for column in range(len(cells), min(len(cells) + across, WIDEST)):
                if down > 1:
                    reaching[column] = down
            cells += [cell, *[None] * (across - 1)]
        reaching = {column: left - 1 for column, left in reaching.items() if left > 1}
        yield Row(element, tuple(cells))


def _row_elements(table: Element) -> Iterator[Element]:
    for child in table.children:
        if isinstance(child, Element) and child.tag == "tr":
            yield child
        elif isinstance(child, Element) and child.tag in GROUPS:
            yield from (
                each for each in child.children if isinstance(each, Element) and each.tag == "tr"
            )


def _span(cell: Element, name: str) -> int:
    match = re.match(r"\s*(\d{1,5})", cell.attributes.get(name, ""))
    return int(match[1]) if match else 1
