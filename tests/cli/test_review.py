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
    """The first, third and fourth sentence in doubt are each linked to one article: 10, 5 and 5."""
    library = build_library(load_content(law_folder))
    before = {one.id for one in library.links}
    texts = {each.piece.id: each for each in library.reports}

    def sentence(report: str, words: str) -> str:
        held = texts[report]
        return next(s.id for s in held.sentences if words in held.piece.text[s.start : s.end])

    published = f"{sentence('dongqiao', '把检查结果向社会公布')}-tiaoli-10"
    renewed = f"{sentence('dongqiao', '一是藏书更新不够')}-tiaoli-5"
    roomy = sentence("xihe", "使用面积八十平方米")
    assert {published, renewed, f"{roomy}-tiaoli-5"} <= before
    answers = "y\n\n"  # the second is passed over
    answers += "x\n0 说的是“别的”事\n"
    answers += "7\n=9 2 说的是两条\nq\n"
    status, after = _review(law_folder, answers, monkeypatch)
    assert status == 0
    said = capsys.readouterr().out
    assert said.count("请答 y、上面的序号、=条号、0、q，或直接回车。") == 2
    assert "写入 5 条裁定" in said
    written = (law_folder / "links.yml").read_text("utf-8")
    assert "说的是“别的”事" in written
    decided = re.findall(r"decision: (\w+)", written)
    assert decided == ["confirm", "none", "add", "add", "reject"]
    assert after[published] == "confirmed"
    assert renewed not in after
    assert after[f"{roomy}-tiaoli-9"] == after[f"{roomy}-tiaoli-7"] == "added"
    assert f"{roomy}-tiaoli-5" not in after


def test_the_queue_of_the_desk_is_asked_in_the_terminal(
    law_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misprint is mended, taken back and mended anew; another finding is in order."""
    path = law_folder / "sources" / "xihe.txt"
    path.write_text(path.read_text("utf-8") + "\n群众群众都说好。\n他们写了信（见附图。\n", "utf-8")
    listed = _review(law_folder, "", monkeypatch, "--list", "--count", "99")
    assert listed[0] == 0
    said = capsys.readouterr().out
    order = re.findall(r"^\[\d+/\d+\] (\w+)：", said, re.MULTILINE)
    assert {"关联", "可能漏了关联", "疑似错字", "疑点"} <= set(order)
    before = order.index("疑似错字")
    between = order[before + 1 :].index("疑点")
    answers = "=99\n" + "\n" * before + "y\n" + "u\ny 多写了一遍\n" + "\n" * between
    answers += "n 附图另存\nq\n"
    assert _review(law_folder, answers, monkeypatch, "--count", "99")[0] == 0
    said = capsys.readouterr().out
    assert "没有写入：99: 《条例》里没有这一条" in said
    assert "写入 2 条裁定" in said
    assert "reason: 多写了一遍" in (law_folder / "errata.yml").read_text("utf-8")
    accepted = build_library(load_content(law_folder)).accepted
    assert [(each.finding.code, each.reason) for each in accepted] == [("T-002", "附图另存")]


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
