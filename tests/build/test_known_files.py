"""A file that comes out as it was stays where it is; anything else is made anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.build.known_files import KnownFiles, keep_same


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def first_build(tmp_path: Path) -> KnownFiles:
    """Write a file that is made from `key`; return what the next build knows."""
    old = write(tmp_path / "old", page="words")
    made = KnownFiles(old, tmp_path / "note")
    made.note("page", "key", old, "told")
    made.save()
    return KnownFiles(old, tmp_path / "note")


def test_what_is_made_from_the_same_is_taken_over(tmp_path: Path) -> None:
    known = first_build(tmp_path)
    found = known.take_over("page", "key", tmp_path / "new")
    assert found is not None
    assert found.told == "told"
    assert (tmp_path / "new" / "page").samefile(tmp_path / "old" / "page")


def test_what_was_taken_over_is_known_again(tmp_path: Path) -> None:
    known = first_build(tmp_path)
    known.take_over("page", "key", tmp_path / "new")
    known.save()
    again = KnownFiles(tmp_path / "new", tmp_path / "note")
    assert again.take_over("page", "key", tmp_path / "third")


def test_what_was_made_again_of_something_else_and_came_out_the_same_is_known(
    tmp_path: Path,
) -> None:
    known = first_build(tmp_path)
    new = write(tmp_path / "new", page="words")
    os.utime(new / "page", ns=(1, 1))
    known.note("page", "new key", new)
    known.save()
    keep_same(new, tmp_path / "old")  # as a build does when all is made
    again = KnownFiles(new, tmp_path / "note")
    assert again.take_over("page", "new key", tmp_path / "third")


@pytest.mark.parametrize("path", ["page", "other"])
def test_another_key_or_file_is_not_known(tmp_path: Path, path: str) -> None:
    known = first_build(tmp_path)
    assert known.take_over(path, "key" if path == "other" else "new key", tmp_path / "new") is None
    assert not (tmp_path / "new").exists()


def test_a_file_that_somebody_has_touched_is_not_known(tmp_path: Path) -> None:
    known = first_build(tmp_path)
    os.utime(tmp_path / "old" / "page", ns=(1, 1))
    assert known.take_over("page", "key", tmp_path / "new") is None


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff", b'x\n{"page": 1}'])
def test_a_damaged_note_knows_nothing(tmp_path: Path, damage: bytes) -> None:
    first_build(tmp_path)
    (tmp_path / "note").write_bytes(damage)
    known = KnownFiles(tmp_path / "old", tmp_path / "note")
    assert known.take_over("page", "key", tmp_path / "new") is None


def test_files_of_the_same_bytes_keep_their_time(tmp_path: Path) -> None:
    old = write(tmp_path / "old", same="words", size="words", bytes="words")
    os.utime(old / "same", ns=(1, 1))
    new = write(tmp_path / "new", same="words", size="word", bytes="sword", fresh="words")
    assert keep_same(new, old) == 3
    assert (new / "same").stat().st_mtime_ns == 1
    assert {each.name: each.read_text() for each in new.iterdir()} == {
        "same": "words",
        "size": "word",
        "bytes": "sword",
        "fresh": "words",
    }


def test_the_first_build_is_all_new(tmp_path: Path) -> None:
    assert keep_same(write(tmp_path / "new", page="words"), tmp_path / "none") == 1
