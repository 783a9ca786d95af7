"""Several desks and an editor's program at one file at the same time: nothing is lost."""

from __future__ import annotations

from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import pytest

from generator.desk import Desk, read_action, swapping
from generator.desk.writing import replaced
from generator.model import Library

EACH = 4


def decide(folder: Path, journal: Path, library: Library, mine: str) -> None:
    """Decide of several sentences of a report that they are about no article."""
    desk = Desk(folder, journal)
    report = next(each for each in library.reports if each.piece.id == "dongqiao")
    for sentence in report.sentences[2 : 2 + EACH]:
        words = report.piece.text[sentence.start : sentence.end]
        action = {"do": "link", "decision": "none", "report": "dongqiao", "base": "tiaoli"}
        action |= {"start": sentence.start, "end": sentence.end, "words": words, "note": mine}  # type: ignore[dict-item]
        desk.apply(read_action(action), library)


def test_four_desks_in_two_processes_hammer_one_file(law: Library, law_folder: Path) -> None:
    """Each of four desks writes its decisions; all are there, once, with what stood above."""
    links = law_folder / "links.yml"
    links.write_text("# 只是说明\n[]\n", "utf-8")
    cache = law_folder.parent / "cache"
    context = get_context("spawn")
    other = context.Process(target=decide, args=(law_folder, cache / "a.jsonl", law, "甲"))
    threads = [
        Thread(target=decide, args=(law_folder, cache / f"{journal}.jsonl", law, mine))
        for journal, mine in (("a", "乙"), ("b", "丙"), ("b", "丁"))
    ]
    other.start()
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    other.join()
    written = links.read_text("utf-8")
    assert written.startswith("# 只是说明\n- decision: none\n")
    for mine in "甲乙丙丁":
        assert written.count(f"note: {mine}\n") == EACH
    for name in "ab":
        Desk(law_folder, cache / f"{name}.jsonl").history()
        assert Desk(law_folder, cache / f"{name}.jsonl").lost() == ()


def test_what_an_editors_program_saved_in_the_very_moment_is_not_written_over(
    tmp_path: Path,
) -> None:
    path = tmp_path / "links.yml"
    path.write_text("甲\n", "utf-8")
    assert not replaced(tmp_path, "links.yml", "乙\n", "丙\n")
    assert path.read_text("utf-8") == "甲\n"
    assert replaced(tmp_path, "links.yml", "甲\n", "丙\n")
    assert path.read_text("utf-8") == "丙\n"
    assert not replaced(tmp_path, "links.yml", None, "丁\n")
    assert [each.name for each in tmp_path.iterdir()] == ["links.yml"]


@pytest.mark.parametrize("can_swap", [True, False])
def test_what_is_saved_between_the_look_and_the_replacement_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_swap: bool
) -> None:
    """Where names can't be swapped in one step, files are replaced all the same."""
    path = tmp_path / "links.yml"
    path.write_text("头\n", "utf-8")
    if not can_swap:
        monkeypatch.setattr(swapping, "swapped", lambda one, other: False)
    saved = replaced(tmp_path, "links.yml", "头\n", "头\n甲\n")
    assert saved
    real = swapping.swapped if can_swap else None

    def late(one: Path, other: Path) -> bool:
        """Swap, but let another program save the file right before."""
        monkeypatch.setattr(swapping, "swapped", real)
        newer = tmp_path / "newer"
        newer.write_text("头\n甲\n编者\n", "utf-8")
        newer.replace(path)
        assert real is not None
        return real(one, other)

    if can_swap:
        monkeypatch.setattr(swapping, "swapped", late)
        assert not replaced(tmp_path, "links.yml", "头\n甲\n", "头\n甲\n乙\n")
        assert path.read_text("utf-8") == "头\n甲\n编者\n"
        assert replaced(tmp_path, "links.yml", "头\n甲\n编者\n", "头\n甲\n编者\n乙\n")
    assert [each.name for each in tmp_path.iterdir()] == ["links.yml"]
