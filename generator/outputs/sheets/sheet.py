"""What a table and a workbook are, before they are written in any format."""

from __future__ import annotations

from dataclasses import dataclass

Cell = str | int


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, and how wide it is in letters of half a Chinese character's width."""

    head: str
    width: int
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """A row that heads those below it: a part of the document, a body."""

    words: str


Row = tuple[Cell, ...] | Band


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its sheet's title, its columns and rows.

    `caption` are lines above the head: the first is the title that is printed, the others say
    how to read it.  The first `fixed` columns stay in sight on the screen and on every printed
    page.  In a `sparse` table empty cells are not written.  A row is at least `least_lines` high.
    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: tuple[str, ...] = ()
    fixed: int = 0
    sparse: bool = False
    least_lines: int = 1

    @property
    def header(self) -> tuple[str, ...]:
        """The heads of the columns."""
        return tuple(each.head for each in self.columns)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: the name of its file, its sheets, and the table that is its CSV."""

    name: str
    sheets: tuple[Table, ...]
    plain: Table | None = None
