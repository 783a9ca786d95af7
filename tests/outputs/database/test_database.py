"""library.sqlite holds the texts and what was found in them, as docs/exports.md says."""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from generator.build.memo import no_memo
from generator.model import Library
from generator.outputs import parquet
from generator.outputs.data import export_files
from generator.outputs.database.sqlite_file import write_database
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.tables import TABLES
from scripts import describe_exports
from tests.conftest import HOSTILE, PROJECT

DESCRIPTION = PROJECT / "docs" / "exports.md"


@pytest.fixture(scope="module", params=["library", "law"])
def given(request: pytest.FixtureRequest) -> Library:
    """The real library, then the law's."""
    found: Library = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def base(given: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """The database of the library, opened as a reader does."""
    path = tmp_path_factory.mktemp("database") / "library.sqlite"
    write_database(path, TABLES, given)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as opened:
        yield opened


def test_every_reference_leads_somewhere(base: sqlite3.Connection) -> None:
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    (links,) = base.execute("SELECT count(*) FROM links JOIN evidence ON link = id").fetchone()
    assert links


SHARES = ("letters", "document", "common", "shared", "own")
SAME_WORDS = {
    "a sentence of a report": (
        "SELECT s.text, substr(d.text, s.start + 1, s.end - s.start)"
        " FROM sentences s JOIN documents d ON d.id = s.document"
    ),
    "a sentence of an edition": (
        "SELECT s.text, substr(e.text, s.start + 1, s.end - s.start)"
        " FROM sentences s JOIN editions e ON e.id = s.base"
    ),
    "a sentence of an article": (
        "SELECT 1, instr(a.text, s.text) > 0 FROM sentences s JOIN articles a ON a.id = s.article"
    ),
    "a passage": (
        "SELECT l.text, substr(d.text, l.start + 1, l.end - l.start)"
        " FROM links l JOIN documents d ON d.id = l.report"
    ),
    "a quotation": (
        "SELECT v.text, substr(d.text, v.report_start + 1, v.report_end - v.report_start)"
        " FROM evidence v JOIN links l ON l.id = v.link JOIN documents d ON d.id = l.report"
        " WHERE v.report_end > 0 AND v.what IN ('quotation', 'term')"
    ),
    "an action": (
        "SELECT d.action, substr(a.text, d.action_start + 1, d.action_end - d.action_start)"
        " FROM duties d JOIN articles a ON a.id = d.article"
    ),
}


@pytest.mark.parametrize("what", SAME_WORDS)
def test_places_select_the_words(base: sqlite3.Connection, what: str) -> None:
    rows = base.execute(SAME_WORDS[what]).fetchall()
    assert rows
    assert [row for row in rows if row[0] != row[1]] == []


def test_the_rows_are_those_of_the_json(base: sqlite3.Connection, given: Library) -> None:
    files = {name: json.loads(text) for name, text in export_files(given).items()}
    for name in ("links", "duties", "terms"):
        ids = [each["id"] for each in files[f"{name}.json"]]
        assert [row[0] for row in base.execute(f"SELECT id FROM {name} ORDER BY rowid")] == ids
    evidence = [each for link in files["links.json"] for each in link["evidence"]]
    assert base.execute("SELECT text FROM evidence ORDER BY rowid").fetchall() == [
        (each["text"],) for each in evidence
    ]
    readings = [each for row in files["apparatus.json"] for each in row["readings"]]
    assert base.execute("SELECT witness, text FROM readings ORDER BY rowid").fetchall() == [
        (each["witness"], each["text"]) for each in readings
    ]
    assert base.execute("SELECT before, after FROM edits ORDER BY rowid").fetchall() == [
        (each["before"], each["after"]) for each in files["ledger.json"]
    ]


def test_what_reports_share_is_that_of_the_json(base: sqlite3.Connection, given: Library) -> None:
    files = {name: json.loads(text) for name, text in export_files(given).items()}
    passages = base.execute("SELECT text, letters, common, near FROM shared_passages").fetchall()
    names = ("text", "letters", "common", "near")
    assert passages == [tuple(each[name] for name in names) for each in files["reuse.json"]]
    pairs = base.execute(
        'SELECT "one", "other", sum(letters), count(*) FROM shared_runs GROUP BY 1, 2'
    ).fetchall()
    assert sorted(pairs) == sorted(
        (*each["reports"], each["letters"], len(each["runs"])) for each in files["reuse_pairs.json"]
    )
    shares = base.execute("SELECT * FROM report_shares").fetchall()
    assert shares == [
        (each["id"], *(each["shares"][name] for name in SHARES)) for each in files["reports.json"]
    ]


@pytest.mark.parametrize("words", ["监督检查", "公共阅览室", "三重一大", "读者的借阅记录"])
def test_full_text_search_finds_every_sentence_that_holds_the_words(
    base: sqlite3.Connection, words: str
) -> None:
    held = base.execute(
        "SELECT id FROM sentences WHERE instr(text, ?) ORDER BY id", (words,)
    ).fetchall()
    found = base.execute(
        "SELECT s.id FROM sentences_search JOIN sentences s ON s.rowid = sentences_search.rowid"
        " WHERE sentences_search MATCH ? ORDER BY s.id",
        (f'"{words}"',),
    ).fetchall()
    assert found == held


def test_the_same_library_gives_the_same_bytes(law: Library, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_database(tmp_path / name, TABLES, law)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_markup_in_a_source_is_text_as_any_other(tmp_path: Path) -> None:
    from generator.content import load_content
    from generator.recipe import build_library

    library = build_library(load_content(HOSTILE))
    write_database(tmp_path / "base", TABLES, library)
    with closing(sqlite3.connect(tmp_path / "base")) as base:
        texts = [text for (text,) in base.execute("SELECT text FROM documents")]
    assert texts == [each.piece.text for each in library.reports]


def test_every_table_and_column_is_described(base: sqlite3.Connection) -> None:
    """In the file itself, and in docs/exports.md, which is made of the same description."""
    told = {(table, column) for table, column, _ in base.execute("SELECT * FROM about")}
    names = [
        name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    described = DESCRIPTION.read_text("utf-8").split("## library.sqlite")[1]
    for name in names:
        if name == "about" or name.startswith("sentences_search"):
            continue
        assert (name, "") in told
        _, _, own = described.partition(f"\n### {name}\n")
        own = own.partition("\n#")[0]
        for (column,) in base.execute(f"SELECT name FROM pragma_table_info('{name}')"):
            assert (name, column) in told
            assert f"| `{column}`" in own


def test_the_description_in_the_docs_is_that_of_the_tables() -> None:
    """`make describe` makes it anew."""
    text = DESCRIPTION.read_text("utf-8")
    assert describe_exports.renewed(text) == text


def test_without_pyarrow_one_line_says_how_to_have_parquet(
    law: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setattr("generator.outputs.parquet.parquet_installed", lambda: False)
    parquet.render(law, Context(tmp_path, tmp_path, tmp_path, no_memo))
    assert list(tmp_path.iterdir()) == []
    (line,) = capsys.readouterr().out.splitlines()
    assert "make parquet" in line
