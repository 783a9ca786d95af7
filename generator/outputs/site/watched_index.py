"""The library's index, seen through something that notes what a page has taken from it.

A page is a function of what it takes: the same code, given the same, makes the same page.  So
what it took, each with its digest, tells whether it has to be made again (verifying traces:
Mokhov, Mitchell, Peyton Jones, Build Systems a la Carte, 2018).  Nothing has to be declared,
so nothing can be forgotten: a view has no other way to the library than through this.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from importlib import import_module
from types import FunctionType, MethodType
from typing import TypeVar, cast

from generator.build.value_digests import ValueDigests
from generator.outputs.site.views.library_index import LibraryIndex

Made = TypeVar("Made")
# What was taken: an attribute of the index, ("library", a field of it) or ("made", a function),
# and then the key of the entry, where only one was asked for.
Taken = tuple[object, ...]
LIBRARY, MADE = "library", "made"
ABSENT = b"absent"


def watched(index: LibraryIndex, taken: dict[Taken, None]) -> LibraryIndex:
    """Return `index` as a page may use it; what it takes is noted in `taken`, in order."""
    return cast(LibraryIndex, _WatchedIndex(index, taken))


class _WatchedIndex:
    """Stands for a LibraryIndex: its methods take what they need through this as well."""

    def __init__(self, index: LibraryIndex, taken: dict[Taken, None]) -> None:
        self._index = index
        self._taken = taken

    def __getattr__(self, name: str) -> object:
        """Return an attribute of the index; called for each once, then it is one of this."""
        method = getattr(LibraryIndex, name, None)
        if isinstance(method, FunctionType):
            found: object = MethodType(method, self)
        elif name == LIBRARY:
            found = _WatchedLibrary(self._index.library, self._taken)
        else:
            found = _seen(getattr(self._index, name), (name,), self._taken)
        self.__dict__[name] = found
        return found

    def made(self, function: Callable[[LibraryIndex], Made]) -> Made:
        """Return what `function` makes of the index itself, noted as one thing taken."""
        name = f"{function.__module__}:{function.__qualname__}"
        return cast(Made, _seen(self._index.made(function), (MADE, name), self._taken))


class _WatchedLibrary:
    """Stands for a Library: each of its fields is taken as a whole."""

    def __init__(self, library: object, taken: dict[Taken, None]) -> None:
        self._library = library
        self._taken = taken

    def __getattr__(self, name: str) -> object:
        """Return a field."""
        self._taken[LIBRARY, name] = None
        found: object = getattr(self._library, name)
        self.__dict__[name] = found
        return found


class _WatchedMapping(Mapping[object, object]):
    """Stands for a mapping: one entry of it is taken, or all where that is looked at."""

    def __init__(
        self, mapping: Mapping[object, object], name: Taken, taken: dict[Taken, None]
    ) -> None:
        self._mapping = mapping
        self._name = name
        self._taken = taken

    def __getitem__(self, key: object) -> object:
        self._taken[(*self._name, key)] = None
        return self._mapping[key]

    def get(self, key: object, default: object = None) -> object:
        """Return the entry of `key`, else `default`."""
        self._taken[(*self._name, key)] = None
        return self._mapping.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._taken[(*self._name, key)] = None
        return key in self._mapping

    def __iter__(self) -> Iterator[object]:
        self._taken[self._name] = None
        return iter(self._mapping)

    def items(self) -> ItemsView[object, object]:
        """Return all entries, taken as one."""
        self._taken[self._name] = None
        return self._mapping.items()

    def values(self) -> ValuesView[object]:
        """Return what all entries hold, taken as one."""
        self._taken[self._name] = None
        return self._mapping.values()

    def __len__(self) -> int:
        self._taken[self._name] = None
        return len(self._mapping)


def _seen(value: object, name: Taken, taken: dict[Taken, None]) -> object:
    if isinstance(value, Mapping):
        return _WatchedMapping(value, name, taken)
    taken[name] = None
    return value


class TakenDigests:
    """Tells what things taken from an index are now: their digests, each worked out once."""

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._values = ValueDigests()
        self._known: dict[Taken, bytes] = {}

    def of(self, taken: Taken) -> bytes:
        """Return the digest of something taken; of what there no longer is, that of nothing."""
        if taken not in self._known:
            self._known[taken] = self._digest(taken)
        return self._known[taken]

    def of_value(self, value: object) -> bytes:
        """Return the digest of a value that is not the index's."""
        return self._values.of(value)

    def _digest(self, taken: Taken) -> bytes:
        try:
            value, key = self._found(taken)
        except (AttributeError, ImportError):  # of another version of the code
            return ABSENT
        if key:
            entries = cast(Mapping[object, object], value)
            return self._values.of(entries[key[0]]) if key[0] in entries else ABSENT
        return self._values.of(value)

    def _found(self, taken: Taken) -> tuple[object, Taken]:
        """Return what was asked for, or where it stands and its key there."""
        if taken[0] == LIBRARY:
            return getattr(self._index.library, str(taken[1])), taken[2:]
        if taken[0] == MADE:
            module, _, name = str(taken[1]).partition(":")
            return self._index.made(getattr(import_module(module), name)), taken[2:]
        return getattr(self._index, str(taken[0])), taken[1:]
