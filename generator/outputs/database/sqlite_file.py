"""Tables -> one SQLite file: schema with references, rows, indexes, full-text search."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from generator.model import Library
from generator.outputs.shared.tables import Column, Row, Table

SEARCHED = "sentences", "text"
SEARCH = "sentences_search"  # by three letters in a row: Chinese has no blanks between words


def write_database(path: Path, tables: Sequence[Table], library: Library) -> None:
    """Write `tables` of `library` into a new file at `path`.

    A table `about` says in words what each column holds.  Rows are streamed: the memory that
    it takes does not grow with the library.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        for setting in ("journal_mode=OFF", "synchronous=OFF", "page_size=4096"):
            base.execute(f"PRAGMA {setting}")
        base.execute("BEGIN")
        for table in tables:
            base.execute(_creation(table))
            marks = ", ".join("?" * len(table.columns))
            base.executemany(
                f"INSERT INTO {_name(table.name)} VALUES ({marks})", table.rows(library)
            )
        for table in tables:
            for column in _looked_up(table):
                name = _name(f"{table.name}_by_{column}")
                base.execute(f"CREATE INDEX {name} ON {_name(table.name)} ({_name(column)})")
        _describe(base, tables)
        _index_text(base)
        base.execute("COMMIT")


def _name(name: str) -> str:
    return f'"{name}"'


def _creation(table: Table) -> str:
    lines = [_column(table, each) for each in table.columns]
    if table.key and not _is_row_number(table):
        lines.append(f"PRIMARY KEY ({', '.join(map(_name, table.key))})")
    for each in table.columns:
        if each.points:
            to, column = each.points.split(".")
            lines.append(
                f"FOREIGN KEY ({_name(each.name)}) REFERENCES {_name(to)} ({_name(column)})"
            )
    return f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(table: Table, column: Column) -> str:
    key = " PRIMARY KEY" if _is_row_number(table) and table.key == (column.name,) else ""
    return f"{_name(column.name)} {column.kind}{key}"


def _is_row_number(table: Table) -> bool:
    kinds = {each.name: each.kind for each in table.columns}
    return len(table.key) == 1 and kinds[table.key[0]] == "INTEGER"


def _looked_up(table: Table) -> Iterator[str]:
    for each in table.columns:
        if (each.points and each.name not in table.key[:1]) or each.name in table.indexed:
            yield each.name


def _describe(base: sqlite3.Connection, tables: Sequence[Table]) -> None:
    """Write the table `about`: a row a table, and a row a column."""
    base.execute('CREATE TABLE "about" ("table" TEXT, "column" TEXT, "meaning" TEXT)')
    rows: list[Row] = []
    for table in tables:
        rows.append((table.name, "", table.about))
        rows.extend((table.name, each.name, each.about) for each in table.columns)
    base.executemany('INSERT INTO "about" VALUES (?, ?, ?)', rows)


def _index_text(base: sqlite3.Connection) -> None:
    """Make the full-text index; it holds no second copy of the text."""
    table, column = SEARCHED
    base.execute(
        f"CREATE VIRTUAL TABLE {SEARCH} USING fts5"  # in the quotes by which viewers know it
        f'({column}, content="{table}", content_rowid="rowid", tokenize="trigram")'
    )
    base.execute(f"INSERT INTO {SEARCH}({SEARCH}) VALUES ('rebuild')")
    base.execute(f"INSERT INTO {SEARCH}({SEARCH}) VALUES ('optimize')")
