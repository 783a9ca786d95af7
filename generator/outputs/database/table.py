"""What a table of the database is: its columns with their meaning, and its rows."""

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
    """A column: `about` in words for people; `points` is table.column where it is a reference."""

    name: str
    about: str
    kind: Kind = "TEXT"
    points: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: `key` are the columns that name a row, `rows` yields its rows in their order.

    `indexed` are the columns by which rows are looked up, besides the references.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: Callable[[Library], Iterator[Row]]
    key: tuple[str, ...] = ()
    indexed: tuple[str, ...] = ()
