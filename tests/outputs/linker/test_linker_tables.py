"""What other pages load: names as citations are read with them, articles as in the edition."""

from __future__ import annotations

import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from generator.model import Library
from generator.outputs.linker import render
from generator.outputs.linker.script import GRAMMAR
from generator.outputs.linker.tables import SHARD, linker_tables
from generator.outputs.shared.render_context import Context
from generator.outputs.shared.site_settings import DEFAULT_SETTINGS
from generator.text.counted_things import THINGS
from generator.text.document_kinds import KINDS, NOUNS
from tests.kinds.test_library import LAW, library


def handed(scripts: dict[str, str]) -> dict[str, Any]:
    """Return what the scripts hand over, by name."""
    calls = re.findall(r'kbLinker\("([^"]*)",(.*)\);\n', "".join(scripts.values()))
    return {name: json.loads(content) for name, content in calls}


def articles_of(found: dict[str, Any], at: int) -> list[str]:
    """Return the texts of a document in order, each from the file that it is said to be in."""
    row = found["linker-data"]["documents"][at]
    count = max(row["count"], *(place + 1 for _, place in row["more"]), 0)
    texts = []
    for number in range(count):
        name = [shard for first, shard in row["shards"] if first <= number][-1]
        texts.append(found[name][f"{row['id']} {number}"][1])
    return texts


def test_the_words_of_the_grammar_are_those_of_python() -> None:
    code = GRAMMAR.read_text("utf-8")
    kinds = re.search(r'KINDS = "([^"]*)"', code)
    assert kinds is not None
    assert set(kinds[1].split("|")) == set(KINDS.split("|"))
    assert f"NOUNS = `${{KINDS}}|{NOUNS}`" in code
    assert f'THINGS = "{THINGS}"' in code


def test_a_small_library_is_one_file(law: Library) -> None:
    scripts = dict(linker_tables(law))
    assert list(scripts) == ["linker-data.js"]
    found = handed(scripts)
    assert articles_of(found, 0) == [each.text for each in law.collations[0].edition.articles]
    row = found["linker-data"]["documents"][0]
    assert row["short"] == "《条例》"
    assert "公共阅览室管理条例" in row["forms"]
    text = next(each for each in found["linker-texts-1"].values() if "无障碍" in each[1])
    units = {(k, x): text[1][start:end] for k, x, start, end in text[2]}
    assert units[1, 3].startswith("（三）有无障碍出入口")
    assert "條条" in found["linker-data"]["folds"]


def test_of_a_long_law_the_articles_come_in_files_of_bounded_size(
    law: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TOGETHER", "SHARD"):
        monkeypatch.setattr(f"generator.outputs.linker.tables.{name}", 200)
    scripts = dict(linker_tables(law))
    assert len(scripts) > 3
    assert len(scripts["linker-data.js"]) < 4_000
    found = handed(scripts)
    edition = law.collations[0].edition
    assert articles_of(found, 0) == [each.text for each in edition.articles]
    longest = max(len(each.text) for each in edition.articles)
    for name, rows in found.items():
        if name != "linker-data":
            assert sum(len(text) for _, text, _ in rows.values()) < 200 + longest
    assert SHARD == 30_000


def test_laws_are_named_by_their_titles_alone(tmp_path: Path) -> None:
    made = library(tmp_path / "one", {"fa.txt": LAW})
    found = handed(dict(linker_tables(made)))
    row = found["linker-data"]["documents"][1]
    assert (row["full"], row["stem"]) == ("中华人民共和国公共图书馆法", "公共图书馆法")
    assert row["forms"] == []
    assert row["count"] == 4
    assert row["pages"] == f"laws/{made.laws[0].id}.html#{made.laws[0].id}-*"
    assert articles_of(found, 1)[2] == "遗失图书应当照价赔偿，珍贵图书加倍赔偿。"


def test_two_laws_of_one_name_are_not_certain(law: Library, tmp_path: Path) -> None:
    from dataclasses import replace

    made = library(tmp_path / "one", {"fa.txt": LAW})
    twice = replace(made, laws=(made.laws[0], made.laws[0]))
    found = handed(dict(linker_tables(twice)))
    assert [each["id"] for each in found["linker-data"]["documents"]] == ["base-b"]


def test_files_say_what_they_are_encoded_in(law: Library, tmp_path: Path) -> None:
    render(law, cast(Context, SimpleNamespace(site=tmp_path, settings=DEFAULT_SETTINGS)))
    made = {each.name: each.read_bytes() for each in (tmp_path / "linker").iterdir()}
    assert set(made) == {"linker.js", "linker-data.js", "index.html"}
    for name in ("linker.js", "linker-data.js"):
        assert made[name].startswith(b"\xef\xbb\xbf")
    assert "《条例》第一条".encode() in made["index.html"]
