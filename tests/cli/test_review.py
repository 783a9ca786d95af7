"""review: the editor's answers become decisions that the next build obeys."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from generator.cli.main import main
from generator.content import load_content
from generator.recipe import build_library


def _review(
    folder: Path, answers: str, monkeypatch: pytest.MonkeyPatch, *more: str
) -> tuple[int, dict[str, str]]:
    """Review with `answers` typed; returns the exit status and each link's status."""
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    cache = str(folder.parent / "cache")
    status = main(["review", "--content", str(folder), "--cache", cache, *more])
    return status, {one.id: one.status for one in build_library(load_content(folder)).links}


def test_answers_are_decisions(
    law_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second, third and fourth sentence in doubt are each linked to one article."""
    before = {one.id for one in build_library(load_content(law_folder)).links}
    answers = "y\n\ny\nx\n0 说的是“别的”事\n=9 2 说的是两条\nq\n"
    status, after = _review(law_folder, answers, monkeypatch)
    assert status == 0
    said = capsys.readouterr().out
    assert said.count("请答 y、上面的序号、=条号、0、q，或直接回车。") == 2
    assert "写入 5 条裁定" in said
    written = (law_folder / "links.yml").read_text("utf-8")
    assert "说的是“别的”事" in written
    decided = re.findall(r"decision: (\w+)", written)
    assert decided == ["confirm", "none", "add", "add", "reject"]
    assert after["xihe-s8-tiaoli-11"] == "confirmed"
    assert after["dongqiao-s4-tiaoli-3"] == after["dongqiao-s4-tiaoli-9"] == "added"
    assert "dongqiao-s4-tiaoli-4" in before
    assert "dongqiao-s17-tiaoli-10" in before
    assert not {"dongqiao-s4-tiaoli-4", "dongqiao-s17-tiaoli-10"} & set(after)


def test_nothing_is_written_without_an_answer(
    law_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def state() -> list[tuple[str, bytes]]:
        return sorted((p.name, p.read_bytes()) for p in law_folder.glob("*.yml"))

    before = state()
    for answers, more in (("\n", ()), ("", ()), ("", ("--list", "--count", "3"))):
        status, _ = _review(law_folder, answers, monkeypatch, *more)
        assert status == 0
        assert state() == before
    said = capsys.readouterr().out
    assert "没有写入裁定。" in said
    assert "[3/3]" in said
    assert _review(law_folder, "", monkeypatch, "--count", "0")[0] == 2
