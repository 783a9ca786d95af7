"""The recipe: what is known, who looks on and how many work at it change nothing of a library."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.build.mapping import map_over
from generator.build.memo import DiskMemo
from generator.content import load_content
from generator.model import Library
from generator.recipe import build_library
from tests.conftest import PROJECT

LIBRARIES = PROJECT / "tests" / "libraries"


def plain(folder: Path) -> Library:
    return build_library(load_content(folder))


@pytest.mark.parametrize("name", ["law", "findable"])
def test_neither_memo_nor_processes_change_a_library(name: str, tmp_path: Path) -> None:
    content = load_content(LIBRARIES / name)
    wanted = build_library(content)
    assert wanted.links
    for mapped in (map_over(2), map_over(1), map_over(3)):
        memo = DiskMemo(tmp_path)
        assert build_library(content, memo, mapped=mapped) == wanted


def test_after_a_change_the_memo_gives_what_none_gives(tmp_path: Path) -> None:
    folder, cache = tmp_path / "content", tmp_path / "cache"
    shutil.copytree(LIBRARIES / "findable", folder)

    def known() -> Library:
        return build_library(load_content(folder), DiskMemo(cache))

    first = known()
    report = first.reports[0].piece
    source = folder / "sources" / report.file
    source.write_text(source.read_text("utf-8") + "\n我局又检查了三次。\n", "utf-8")
    changed = known()
    assert changed == plain(folder) != first
    link = changed.links[0]
    words = next(r for r in changed.reports if r.piece.id == link.report).piece.text
    rows = {
        "decision": "reject",
        "report": link.report,
        "words": words[link.start : link.end],
        "base": link.base,
        "article": link.article,
    }
    (folder / "links.yml").write_text(json.dumps([rows]), "utf-8")
    decided = known()
    assert decided == plain(folder)
    assert link.id not in {each.id for each in decided.links}
