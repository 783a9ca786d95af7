"""A file put in the place of another, on disks that know neither swaps nor links."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.desk import swapping


@pytest.fixture
def plain_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """A FAT disk, as USB sticks have it."""

    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(swapping, "swapped", lambda *_: False)


@pytest.mark.usefixtures("plain_disk")
@pytest.mark.parametrize("before", [None, b"old"])
def test_a_file_is_put_in_place_without_links_and_swaps(
    before: bytes | None, tmp_path: Path
) -> None:
    half, path = tmp_path / "half", tmp_path / "links.yml"
    half.write_bytes(b"new")
    if before is not None:
        path.write_bytes(before)
    assert swapping.put_in_place(half, path, before)
    assert path.read_bytes() == b"new"
    assert not half.exists()


@pytest.mark.usefixtures("plain_disk")
@pytest.mark.parametrize("before", [None, b"old"])
def test_what_another_hand_has_saved_stays(before: bytes | None, tmp_path: Path) -> None:
    half, path = tmp_path / "half", tmp_path / "links.yml"
    half.write_bytes(b"new")
    path.write_bytes(b"another hand's")
    assert not swapping.put_in_place(half, path, before)
    assert path.read_bytes() == b"another hand's"
