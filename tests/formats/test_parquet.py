"""Parquet files as DuckDB reads them: the same tables, types and values as in library.sqlite.

Not part of `make test`: `make test-formats` installs both and runs this folder.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.build.memo import no_memo
from generator.content import load_content
from generator.model import Library
from generator.outputs import database, parquet
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.tables import TABLES
from generator.recipe import build_library
from tests.conftest import CONTENT, HOSTILE, LAW

duckdb = pytest.importorskip("duckdb", reason="make test-formats")
reader = pytest.importorskip("pyarrow.parquet", reason="make test-formats")

TYPES = {"TEXT": "VARCHAR", "INTEGER": "BIGINT", "REAL": "DOUBLE"}


@pytest.fixture(scope="module", params=[CONTENT, LAW, HOSTILE], ids=lambda path: path.name)
def library(request: pytest.FixtureRequest) -> Library:
    return build_library(load_content(request.param))


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(library, tmp_path_factory.mktemp("site"))


def made(library: Library, folder: Path) -> Path:
    for output, name in ((database, "database"), (parquet, "parquet")):
        place = folder / name
        place.mkdir()
        output.render(library, Context(place, place, place, no_memo))
    return folder


@pytest.fixture(scope="module")
def base(site: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(site / "database" / "data" / "library.sqlite")) as opened:
        yield opened


def test_duckdb_reads_what_sqlite_holds(site: Path, base: sqlite3.Connection) -> None:
    for table in TABLES:
        file = site / "parquet" / "data" / "parquet" / f"{table.name}.parquet"
        found = duckdb.sql(f"SELECT * FROM '{file}'")
        assert found.columns == list(table.names())
        assert [str(each) for each in found.types] == [TYPES[each.kind] for each in table.columns]
        rows = base.execute(f'SELECT * FROM "{table.name}" ORDER BY rowid').fetchall()
        assert found.fetchall() == rows, table.name


def test_columns_say_what_they_mean(site: Path) -> None:
    for table in TABLES:
        file = site / "parquet" / "data" / "parquet" / f"{table.name}.parquet"
        schema = reader.read_schema(file)
        for column in table.columns:
            said = schema.field(column.name).metadata
            assert said[b"about"].decode() == column.about
            assert said[b"meaning"].decode() == column.meaning


def test_the_same_library_gives_the_same_bytes(
    site: Path, library: Library, tmp_path: Path
) -> None:
    again = made(library, tmp_path)
    for table in TABLES:
        path = Path("parquet", "data", "parquet", f"{table.name}.parquet")
        assert (again / path).read_bytes() == (site / path).read_bytes()


def test_rows_come_in_groups(
    site: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.outputs.parquet.writing.GROUP", 7)
    again = made(library, tmp_path)
    path = Path("parquet", "data", "parquet", "sentences.parquet")
    rows = reader.read_metadata(site / path).num_rows
    assert reader.read_metadata(again / path).num_row_groups == -(-rows // 7)
    assert reader.read_table(again / path).equals(reader.read_table(site / path))
