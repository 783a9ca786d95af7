"""Remembering what a stage made of its input, so that a rebuild does only what is new.

An entry's name is the SHA-256 of the stage's name, the code that the stage runs, the versions
of what is installed, and the input.  Entries live in one folder, one file each, those of a stage
that many items go through on one shelf; a damaged entry is as good as none.  Only plain data and
the project's own frozen dataclasses are ever read back.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
import re
import sys
import sysconfig
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from functools import cache, partial
from pathlib import Path
from typing import Protocol, TypeVar, cast

from generator.build.mapping import Mapper
from generator.build.shelf import SEAL, read_shelf, write_shelf

T = TypeVar("T")
Item = TypeVar("Item")
Shared = TypeVar("Shared")

PACKAGE = Path(__file__).parents[1]
IMPORT = re.compile(
    r"^\s*(?:from|import) +generator(?:\.([\w.]+))?(?: +import +(\([^)]*\)|.*))?$", re.MULTILINE
)
NAME = re.compile(r"(?<!as )\b(?!as\b)\w+")
PLAIN = {("builtins", name) for name in ("set", "frozenset", "bytearray", "complex", "range")}


class Memo(Protocol):
    """What a stage asks for a result that may be known already."""

    def __call__(self, function: Callable[..., T], *args: object, key: object = None) -> T:
        """Return `function(*args)`, or what it returned before for the same input and code.

        `function` is pure and stands at the top of its module.  `key` takes the place of
        `args` in telling one input from another where those are large or no plain data.
        """
        ...

    def each(
        self,
        function: Callable[[Item, Shared], T],
        items: Sequence[Item],
        keys: Sequence[str],
        shared: Callable[[], Shared],
        mapped: Mapper,
    ) -> Iterator[T]:
        """Yield `function(item, shared())` for each item, in order, or what it returned before.

        `keys` are digests that tell the items, and all that matters of what is `shared`, from
        others.  What is not known is worked out through `mapped`; `shared` is only called then.
        """
        ...

    def kept(self, function: Callable[..., T], *args: object, key: str) -> T:
        """Return `function(*args)`: what is never written down, but may be kept in memory.

        `key` is a digest that tells `args` from others; nobody changes what is returned.
        """
        ...


class NoMemo:
    """The memo that remembers nothing."""

    def __call__(self, function: Callable[..., T], *args: object, key: object = None) -> T:
        """Return `function(*args)`."""
        return function(*args)

    def each(
        self,
        function: Callable[[Item, Shared], T],
        items: Sequence[Item],
        keys: Sequence[str],
        shared: Callable[[], Shared],
        mapped: Mapper,
    ) -> Iterator[T]:
        """Yield `function(item, shared())` for each item."""
        return mapped(function, items, shared())

    def kept(self, function: Callable[..., T], *args: object, key: str) -> T:
        """Return `function(*args)`."""
        return function(*args)


no_memo = NoMemo()


class DiskMemo:
    """A memo whose entries are files of `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._used: set[str] = set()
        self._making = threading.local()  # what the function at work in this thread asks for

    def __call__(self, function: Callable[..., T], *args: object, key: object = None) -> T:
        """Return what is known for the input, else compute it and write it down.

        The function may ask the memo in its turn; what it asked for is used as long as its own
        result is.
        """
        code = code_digest(function.__module__)
        stage = f"{function.__module__}.{function.__qualname__}"
        name = digest((stage, code, args if key is None else key))
        known, parts = self._entry(name, function, args)
        self._note(name, *parts)
        return known

    def _entry(
        self, name: str, function: Callable[..., T], args: tuple[object, ...]
    ) -> tuple[T, tuple[str, ...]]:
        """Return a result, and the names of the entries that it was made with."""
        path = self.place(name)
        try:
            return cast(tuple[T, tuple[str, ...]], unpack(path.read_bytes()))
        except (OSError, ValueError):
            made = self._make(function, args)
            _write(path, _pack(made))
            return made

    def place(self, name: str) -> Path:
        """Return where an entry or a shelf of that name stands."""
        return self.folder / name[:2] / name

    def each(
        self,
        function: Callable[[Item, Shared], T],
        items: Sequence[Item],
        keys: Sequence[str],
        shared: Callable[[], Shared],
        mapped: Mapper,
    ) -> Iterator[T]:
        """Yield what is known for each item, else compute it; all of it stands on one shelf."""
        name = self._shelf(function)
        path = self.place(name)
        known = {key: entry for key, entry in read_shelf(path).items() if _is_sound(entry)}
        strange = [item for item, key in zip(items, keys, strict=True) if key not in known]
        made = mapped(partial(packed, function), strange, shared()) if strange else iter(())
        kept: dict[str, bytes] = {}
        for item, key in zip(items, keys, strict=True):
            kept[key] = known[key] if key in known else next(made)
            try:
                yield cast(T, unpack(kept[key]))
            except ValueError:
                kept[key] = packed(function, item, shared())
                yield cast(T, unpack(kept[key]))
        if kept != known:
            write_shelf(path, kept)

    def kept(self, function: Callable[..., T], *args: object, key: str) -> T:
        """Return `function(*args)`: this memo keeps nothing in memory."""
        return function(*args)

    def _shelf(self, function: Callable[..., object]) -> str:
        """Return the name of the shelf of a stage, and count it as used."""
        code = code_digest(function.__module__)
        name = digest((f"{function.__module__}.{function.__qualname__}", code, "each"))
        self._note(name)
        return name

    def _make(
        self, function: Callable[..., T], args: tuple[object, ...]
    ) -> tuple[T, tuple[str, ...]]:
        """Return the result, and the names of the entries that were asked for meanwhile."""
        outer, asked = self._asked(), set[str]()
        self._making.asked = asked
        try:
            return function(*args), tuple(sorted(asked))
        finally:
            self._making.asked = outer

    def _note(self, *names: str) -> None:
        """Count entries as used, also for the function at work."""
        self._used.update(names)
        if (outer := self._asked()) is not None:
            outer.update(names)

    def _asked(self) -> set[str] | None:
        found: set[str] | None = getattr(self._making, "asked", None)
        return found

    @property
    def used(self) -> frozenset[str]:
        """The names of the entries asked for so far."""
        return frozenset(self._used)

    def note_used(self, names: frozenset[str]) -> None:
        """Count entries that another process asked for as used."""
        self._used |= names

    def sweep(self) -> None:
        """Delete the entries that nobody asked for."""
        for path in self.folder.glob("*/*"):
            if path.name not in self._used:
                with suppress(OSError):  # a memo that can't be swept is only larger
                    path.unlink(missing_ok=True)


def content_memo(cache: Path, content: Path) -> DiskMemo:
    """Return the memo that a content folder has below the folder `cache`."""
    place = str(content.resolve()).encode()
    return DiskMemo(cache / hashlib.sha256(place).hexdigest()[:16])


def digest(value: object) -> str:
    """Return the SHA-256 of plain data: equal values have equal digests in every process."""
    state = hashlib.sha256()
    _feed(state.update, value)
    return state.hexdigest()


def files_digest(root: Path, names: tuple[str, ...]) -> str:
    """Return the SHA-256 of the files and folders `names` below `root`, paths included."""
    state = hashlib.sha256()
    for name in names:
        start = root / name
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if path.is_file() and "__pycache__" not in path.parts:
                _feed(state.update, path.relative_to(root).as_posix())
                _feed(state.update, path.read_bytes())
    return state.hexdigest()


@cache
def code_digest(module: str) -> str:
    """Return the SHA-256 of the code that `module` runs and of the versions it runs on.

    That is the module's own part of generator/ (cleaning, outputs/packs, ...) whole, templates
    and tables included, every part that it imports from, directly or not, and the memo itself.
    """
    parts = {"build/memo.py"}
    found = {_part(module.removeprefix("generator."))}
    while found:
        part = found.pop()
        parts.add(part)
        found |= _imported(part) - parts
    return digest(([_part_digest(part) for part in sorted(parts)], installed()))


@cache
def _part_digest(part: str) -> str:
    """Return the SHA-256 of a part of generator/."""
    return files_digest(PACKAGE, (part,))


def _part(module: str) -> str:
    """Return the part of generator/ that holds a module: cleaning, model.py, outputs/packs."""
    steps = module.split(".")
    for depth in (2, 1) if steps[0] == "outputs" else (1,):
        path = "/".join(steps[:depth])
        if (PACKAGE / path).is_dir():
            return path
        if (PACKAGE / f"{path}.py").is_file():
            return f"{path}.py"
    return "__init__.py"


@cache
def _imported(part: str) -> frozenset[str]:
    """Return the parts of generator/ that the code of `part` names in its imports."""
    start = PACKAGE / part
    files = sorted(start.rglob("*.py")) if start.is_dir() else [start]
    modules = {
        each
        for path in files
        for module, names in IMPORT.findall(path.read_text("utf-8"))
        for each in ([module] if module else NAME.findall(names))
    }
    return frozenset(map(_part, modules))


@cache
def installed() -> tuple[str, ...]:
    """Return the interpreter's version and every installed package with its own."""
    folder = Path(sysconfig.get_path("purelib"))
    return (sys.version, *sorted(path.name for path in folder.glob("*.dist-info")))


def _feed(update: Callable[[bytes], object], value: object) -> None:
    """Feed a hash with `value`, each part with its type and length."""
    if isinstance(value, str):
        data = value.encode("utf-8", "surrogatepass")
        update(b"s%d:" % len(data))
        update(data)
    elif isinstance(value, bytes):
        update(b"b%d:" % len(value))
        update(value)
    elif value is None or isinstance(value, bool | int | float):
        update(b"n" + repr(value).encode() + b";")
    elif isinstance(value, tuple | list):
        update(b"l%d:" % len(value))
        for each in value:
            _feed(update, each)
    elif isinstance(value, Mapping):
        update(b"m%d:" % len(value))
        for key in sorted(value, key=repr):
            _feed(update, key)
            _feed(update, value[key])
    elif is_dataclass(value) and not isinstance(value, type):
        _feed(update, type(value).__qualname__)
        for field in fields(value):
            _feed(update, getattr(value, field.name))
    else:
        raise TypeError(f"no digest for {type(value).__name__}")


def _pack(value: object) -> bytes:
    payload = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return hashlib.sha256(payload).digest() + payload


def packed(function: Callable[[Item, Shared], object], item: Item, shared: Shared) -> bytes:
    """Return `function(item, shared)` as it stands on a shelf."""
    return _pack(function(item, shared))


def _is_sound(data: bytes) -> bool:
    return hashlib.sha256(data[SEAL:]).digest() == data[:SEAL]


def unpack(data: bytes) -> object:
    """Return the value of an entry; ValueError where it is damaged, or no plain data."""
    if not _is_sound(data):
        raise ValueError("damaged entry")
    try:
        return _Reader(io.BytesIO(data[SEAL:])).load()
    except (pickle.UnpicklingError, AttributeError, ImportError, EOFError, TypeError) as error:
        raise ValueError("unreadable entry") from error


class _Reader(pickle.Unpickler):
    """Reads back plain data and the project's own classes, nothing else."""

    def find_class(self, module: str, name: str) -> type[object]:
        """Return a class that an entry may hold."""
        if (module.split(".")[0] == "generator" and "." not in name) or (module, name) in PLAIN:
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} may not stand in the memo")


def _write(path: Path, data: bytes) -> None:
    """Write an entry whole or not at all; a memo that can't be written is only slower."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        return
