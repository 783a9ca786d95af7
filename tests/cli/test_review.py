"""review: the editor's answers become decisions that the next build obeys."""

from __future__ import annotations

import io
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
    before = build_library(load_content(law_folder)).links
    first, second, *_ = sorted(
        (one for one in before if one.status == "auto"), key=lambda one: (one.score, one.id)
    )
    status, after = _review(law_folder, "y\nx\nn 说的是“别的”事\nq\n", monkeypatch)
    assert status == 0
    said = capsys.readouterr().out
    assert "请答 y、n、q，或直接回车。" in said
    assert "写入 2 条裁定" in said
    assert after[first.id] == "confirmed"
    assert second.id not in after
    assert "说的是“别的”事" in (law_folder / "links.yml").read_text("utf-8")
    assert set(after) == {one.id for one in before} - {second.id}


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
