"""The memo of a process that builds again and again: in memory what was asked for last, no more."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.mapping import no_map
from generator.build.memo import DiskMemo
from generator.build.warm_memo import WarmMemo

CALLS: list[str] = []


def stage(text: str, shared: str = "") -> str:
    """Stand in for a stage."""
    CALLS.append(text)
    return f"{text}{shared}"


@pytest.fixture(autouse=True)
def _as_part_of_the_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    CALLS.clear()
    monkeypatch.setattr(stage, "__module__", "generator.text.structuring")


def texts(memo: DiskMemo, names: str) -> list[str]:
    made = memo.each(stage, list(names), [f"{ord(each):064x}" for each in names], str, no_map)
    return list(made)


def test_items_are_made_once_and_told_in_order_and_the_next_process_knows_them(
    tmp_path: Path,
) -> None:
    memo = WarmMemo(tmp_path)
    assert texts(memo, "甲乙丙") == ["甲", "乙", "丙"]
    memo.begin()
    assert texts(memo, "丙丁甲") == ["丙", "丁", "甲"]
    assert CALLS == ["甲", "乙", "丙", "丁"]
    memo.write()
    assert texts(DiskMemo(tmp_path), "甲丁丙") == ["甲", "丁", "丙"]
    assert texts(WarmMemo(tmp_path), "甲丁丙") == ["甲", "丁", "丙"]
    assert CALLS == ["甲", "乙", "丙", "丁"]


def test_what_a_build_has_not_asked_for_is_let_go(tmp_path: Path) -> None:
    memo = WarmMemo(tmp_path)
    for number in range(20):
        memo.begin()
        texts(memo, chr(ord("一") + number))
        memo(stage, str(number))
        memo.kept(stage, str(number), key=str(number))
    memo.begin()
    assert [len(each) for each in memo._shelves.values()] == [1]
    assert [len(each) for each in memo._unwritten.values()] == [1]
    assert len(memo._entries) == 1
    assert len(memo._kept) == 1


def test_what_is_kept_is_made_again_for_another_key(tmp_path: Path) -> None:
    memo = WarmMemo(tmp_path)
    assert memo.kept(stage, "甲", key="1") == "甲"
    assert memo.kept(stage, "甲", key="1") == "甲"
    assert memo.kept(stage, "乙", key="2") == "乙"
    assert CALLS == ["甲", "乙"]


def test_a_damaged_shelf_is_made_again(tmp_path: Path) -> None:
    memo = WarmMemo(tmp_path)
    texts(memo, "甲乙")
    memo.write()
    [shelf] = [path for path in tmp_path.rglob("*") if path.is_file()]
    shelf.write_bytes(shelf.read_bytes()[:-5] + b"other")
    assert texts(WarmMemo(tmp_path), "甲乙") == ["甲", "乙"]
    assert len(CALLS) > 2
