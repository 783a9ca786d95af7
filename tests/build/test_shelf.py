"""A shelf gives back what was put on it, or nothing of it; and the memo keeps stages on shelves."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.mapping import map_over, no_map
from generator.build.memo import DiskMemo, digest, no_memo
from generator.build.shelf import read_shelf, write_shelf

CALLS: list[str] = []


def stage(item: str, shared: int) -> tuple[str, int]:
    """Stand in for a stage that goes item by item."""
    CALLS.append(item)
    return item, shared


@pytest.fixture(autouse=True)
def _as_part_of_the_generator(monkeypatch: pytest.MonkeyPatch) -> None:
    CALLS.clear()
    monkeypatch.setattr(stage, "__module__", "generator.text.structuring")


def each(memo: DiskMemo, items: str, shared: int = 1) -> list[tuple[str, int]]:
    keys = [digest((item, shared)) for item in items]
    return list(memo.each(stage, list(items), keys, lambda: shared, no_map))


@pytest.fixture(scope="module")
def shelf_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@given(entries=st.dictionaries(st.text("0123456789abcdef", min_size=1), st.binary(), max_size=5))
def test_a_shelf_gives_back_what_was_put_on_it(
    shelf_folder: Path, entries: dict[str, bytes]
) -> None:
    write_shelf(shelf_folder / "shelf", entries)
    assert read_shelf(shelf_folder / "shelf") == entries


@pytest.mark.parametrize("size", [0, 10, 40, 60, 100])
def test_of_a_shelf_cut_short_nothing_is_taken(tmp_path: Path, size: int) -> None:
    write_shelf(tmp_path / "shelf", {"ab": b"x" * 50, "cd": b"y"})
    whole = (tmp_path / "shelf").read_bytes()
    assert len(whole) > 100
    (tmp_path / "shelf").write_bytes(whole[:size])
    assert read_shelf(tmp_path / "shelf") == {}
    assert read_shelf(tmp_path / "absent") == {}


def test_only_what_is_new_is_made(tmp_path: Path) -> None:
    assert each(DiskMemo(tmp_path), "甲乙丙") == [("甲", 1), ("乙", 1), ("丙", 1)]
    CALLS.clear()
    assert each(DiskMemo(tmp_path), "甲丁丙") == [("甲", 1), ("丁", 1), ("丙", 1)]
    assert CALLS == ["丁"]
    assert each(DiskMemo(tmp_path), "甲丁丙", 2) == [("甲", 2), ("丁", 2), ("丙", 2)]
    assert ["丁", *"甲丁丙"] == CALLS


def test_what_is_shared_is_only_made_where_it_is_needed(tmp_path: Path) -> None:
    each(DiskMemo(tmp_path), "甲")

    def asked() -> int:
        raise AssertionError

    keys = [digest(("甲", 1))]
    again = DiskMemo(tmp_path)
    assert list(again.each(stage, ["甲"], keys, asked, no_map)) == [("甲", 1)]
    again.sweep()
    assert list(again.each(stage, ["甲"], keys, asked, no_map)) == [("甲", 1)]


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    good = each(DiskMemo(tmp_path), "甲乙")
    (path,) = (each for each in tmp_path.rglob("*") if each.is_file())
    entries = read_shelf(path)
    first = next(iter(entries))
    write_shelf(path, {**entries, first: entries[first][:-1] + b"?"})
    CALLS.clear()
    assert each(DiskMemo(tmp_path), "甲乙") == good
    assert CALLS == ["甲"]
    assert each(DiskMemo(tmp_path), "甲乙") == good
    assert CALLS == ["甲"]


def test_a_shelf_that_cannot_be_written_is_only_slower(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert each(DiskMemo(tmp_path / "file"), "甲") == [("甲", 1)]


def test_with_processes_and_without_a_memo_it_is_the_same(tmp_path: Path) -> None:
    items = [str(number) for number in range(50)]
    keys = [digest(item) for item in items]
    wanted = [(item, 3) for item in items]
    memo = DiskMemo(tmp_path)
    for mapped in (map_over(2), no_map):
        assert list(no_memo.each(stage, items, keys, lambda: 3, mapped)) == wanted
        assert list(memo.each(stage, items, keys, lambda: 3, mapped)) == wanted
