"""What a table of a library is: its columns with their meaning, and its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Library

Value = str | int | float | None
Row = tuple[Value, ...]
Kind = Literal["TEXT", "INTEGER", "REAL"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: what it holds, `about` in Chinese, `meaning` in English.

    `points` is table.column where it is a reference.  A value may be missing (null) in columns of
    any kind; texts that do not state something are empty.
    """

    name: str
    about: str
    meaning: str
    kind: Kind = "TEXT"
    points: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what it holds, `about` in Chinese, `meaning` in English.

    `key` are the columns that name a row, `rows` yields its rows in their order.
    `indexed` are the columns by which rows are looked up, besides the references.
    """

    name: str
    about: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Library], Iterator[Row]]
    key: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()

    def names(self, *without: str) -> tuple[str, ...]:
        """Return the names of its columns but those in `without`."""
        return tuple(each.name for each in self.columns if each.name not in without)
