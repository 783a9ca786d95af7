"""What the files of some folders look like from outside: enough to see that one has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

Stamp = tuple[str, int, int, int]  # path, inode, bytes, time of the last change in nanoseconds


def stamps(places: Iterable[Path]) -> tuple[Stamp, ...]:
    """Return a stamp of each file that `places` are or have below them, sorted."""
    return tuple(sorted(each for place in places for each in _of_place(place)))


def _of_place(place: Path) -> Iterator[Stamp]:
    if place.is_dir():
        yield from _below(str(place))
        return
    with suppress(OSError):  # there is none
        yield _stamp(str(place), place.stat())


def _below(folder: str) -> Iterator[Stamp]:
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except OSError:
        return  # gone between two looks
    for entry in found:
        if not entry.is_dir():
            with suppress(OSError):
                yield _stamp(entry.path, entry.stat())
        elif entry.name != "__pycache__":
            yield from _below(entry.path)


def _stamp(path: str, state: os.stat_result) -> Stamp:
    return path, state.st_ino, state.st_size, state.st_mtime_ns
