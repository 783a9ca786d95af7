"""A memo of a process that makes one build after the other: what is read once is known.

It holds what the last build has asked for, as it came out; nobody changes a result.  What stands
on shelves is written when somebody has the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar, cast

from generator.build.mapping import Mapper
from generator.build.memo import DiskMemo, packed, unpack
from generator.build.shelf import read_shelf, write_shelf

T = TypeVar("T")
Item = TypeVar("Item")
Shared = TypeVar("Shared")


class WarmMemo(DiskMemo):
    """A memo in `folder` whose entries of the last build stand in memory, too."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._entries: dict[str, tuple[object, tuple[str, ...]]] = {}
        self._shelves: dict[str, dict[str, object]] = {}
        self._unwritten: dict[str, dict[str, bytes]] = {}
        self._kept: dict[str, tuple[str, object]] = {}  # one of each function

    def begin(self) -> None:
        """Begin a build: what the last one has not asked for is let go."""
        self._entries = {name: each for name, each in self._entries.items() if name in self._used}
        self._shelves = {name: each for name, each in self._shelves.items() if name in self._used}
        self._unwritten = {
            name: {key: data for key, data in each.items() if key in self._shelves.get(name, ())}
            for name, each in self._unwritten.items()
        }
        self._used = set()

    def write(self) -> None:
        """Write the shelves that have changed."""
        for name, new in self._unwritten.items():
            entries = {**read_shelf(self.place(name)), **new}
            wanted = self._shelves.get(name, {})
            write_shelf(self.place(name), {key: entries[key] for key in wanted if key in entries})

    def note_written(self) -> None:
        """Count all as written: another process has done it."""
        self._unwritten = {}

    def _entry(
        self, name: str, function: Callable[..., T], args: tuple[object, ...]
    ) -> tuple[T, tuple[str, ...]]:
        if name not in self._entries:
            self._entries[name] = super()._entry(name, function, args)
        return cast(tuple[T, tuple[str, ...]], self._entries[name])

    def each(
        self,
        function: Callable[[Item, Shared], T],
        items: Sequence[Item],
        keys: Sequence[str],
        shared: Callable[[], Shared],
        mapped: Mapper,
    ) -> Iterator[T]:
        """Yield what is known for each item, else compute it."""
        name = self._shelf(function)
        known = self._shelves.get(name)
        if known is None:
            known = _read(self.place(name), keys)
        strange = [item for item, key in zip(items, keys, strict=True) if key not in known]
        made = mapped(partial(packed, function), strange, shared()) if strange else iter(())
        held: dict[str, object] = {}
        for key in keys:
            if key in known:
                held[key] = known[key]
            else:
                data = next(made)
                held[key] = unpack(data)
                self._unwritten.setdefault(name, {})[key] = data
            yield cast(T, held[key])
        if list(held) != list(known):
            self._unwritten.setdefault(name, {})
        self._shelves[name] = held

    def kept(self, function: Callable[..., T], *args: object, key: str) -> T:
        """Return `function(*args)`, or what was returned the last time for the same key."""
        name = f"{function.__module__}.{function.__qualname__}"
        if self._kept.get(name, ("",))[0] != key:
            self._kept[name] = key, function(*args)
        return cast(T, self._kept[name][1])


def _read(path: Path, wanted: Sequence[str]) -> dict[str, object]:
    """Return what stands on a shelf under the keys that are wanted, as far as it is sound."""
    entries = read_shelf(path)
    found: dict[str, object] = {}
    for key in wanted:
        if key in entries:
            try:
                found[key] = unpack(entries[key])
            except ValueError:
                continue
    return found
