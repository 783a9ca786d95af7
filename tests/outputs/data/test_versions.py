"""versions.json and amendments.json: what they say, and that nobody else gets them."""

from __future__ import annotations

import json

from generator.content import load_content
from generator.model import Library
from generator.outputs.data.exports import export_files
from generator.recipe import build_library
from tests.conftest import PROJECT


def test_earlier_versions_and_what_changed_are_exported() -> None:
    library = build_library(load_content(PROJECT / "tests" / "libraries" / "caiyuan"))
    files = {name: json.loads(text) for name, text in export_files(library).items()}
    assert files["edition.json"]["version"] == "2022"
    assert [(each["id"], each["version_of"]) for each in files["versions.json"]] == [
        ("banfa-v2012", "banfa"),
        ("banfa-v2017", "banfa"),
    ]
    last = files["amendments.json"][-1]
    texts = {
        article["id"]: article["text"]
        for edition in (files["edition.json"], *files["versions.json"])
        for part in edition["parts"]
        for article in part["articles"]
    }
    (row,) = [each for each in last["articles"] if each["new"] == ["banfa-8"]]
    assert (row["old"], row["kinds"]) == (["banfa-v2017-7"], ["changed", "renumbered"])
    (edit,) = row["edits"]
    old, new = texts["banfa-v2017-7"], texts["banfa-8"]
    assert old[edit["old_start"] : edit["old_end"]] == "十平方米"
    assert new[edit["new_start"] : edit["new_end"]] == "十五平方米"
    added = {each["new"]: each for each in last["divisions"]}["banfa-part-4"]
    assert (added["old"], added["kinds"]) == (None, ["added"])


def test_a_library_without_versions_has_no_such_files(law: Library) -> None:
    files = export_files(law)
    assert not files.keys() & {"versions.json", "amendments.json"}
    assert "version" not in json.loads(files["edition.json"])
