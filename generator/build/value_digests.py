"""Digests of what stages have made: equal values have equal digests, in every process.

Values are plain data and frozen dataclasses.  Each dataclass that holds others is digested
once, however many values hold it; all the rest goes to C in one piece.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256
from operator import attrgetter
from pathlib import Path
from types import FunctionType, NoneType, UnionType
from typing import Literal, Union, cast, get_args, get_origin, get_type_hints

PLAIN = frozenset({str, int, float, bool, bytes, NoneType})
FORMAT = 2  # of marshal: the last that says nothing but the value

Getter = Callable[[object], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class _Form:
    """How a dataclass is taken apart: the fields that hold plain data alone, and the others."""

    name: str
    plain: Getter
    others: Getter | None


class ValueDigests:
    """Returns the SHA-256 of values; remembers those of the dataclasses that it has met."""

    def __init__(self) -> None:
        """Begin without any."""
        self._known: dict[int, tuple[object, bytes]] = {}  # with the value, so that it stays
        self._forms: dict[type[object], _Form] = {}

    def of(self, value: object) -> bytes:
        """Return the digest of a value; TypeError where it is, or holds, no plain data."""
        return _sealed(self._plain(value))

    def _plain(self, value: object) -> object:
        kind = type(value)
        if kind in PLAIN:
            return value
        if (form := self._forms.get(kind)) is not None:
            return self._taken_apart(value, form)
        if isinstance(value, tuple | list):
            return self._row(value)
        if isinstance(value, Mapping):
            return ["{", *([self._plain(key), self._plain(value[key])] for key in value)]
        if is_dataclass(value) and not isinstance(value, type):
            return self._taken_apart(value, self._form_of(kind))
        if isinstance(value, set | frozenset):
            return ["set", *sorted(map(self.of, value))]
        if isinstance(value, str | Path):  # a kind of its own: Markup
            return [kind.__qualname__, str(value)]
        if isinstance(value, FunctionType):
            return [value.__module__, value.__qualname__]
        raise TypeError(f"no digest for {kind.__name__}")

    def _row(self, values: Sequence[object]) -> object:
        """Return a list of what `values` are; those of one dataclass are gone through at once."""
        kinds = set(map(type, values))
        if kinds <= PLAIN:
            return list(values)
        kind = kinds.pop()
        form = self._forms.get(kind) or (self._form_of(kind) if is_dataclass(kind) else None)
        if kinds or form is None:
            return [self._plain(each) for each in values]
        if form.others is None:
            return ["@", form.name, *map(form.plain, values)]
        known = self._known
        return [
            known[id(each)][1] if id(each) in known else self._taken_apart(each, form)
            for each in values
        ]

    def _form_of(self, kind: type[object]) -> _Form:
        if kind not in self._forms:
            self._forms[kind] = _form(kind)
        return self._forms[kind]

    def _taken_apart(self, value: object, form: _Form) -> object:
        if form.others is None:
            return [form.name, form.plain(value)]
        known = self._known.get(id(value))
        if known is None:
            others = [self._plain(each) for each in form.others(value)]
            digest = _sealed([form.name, form.plain(value), others])
            known = self._known[id(value)] = value, digest
        return known[1]


def _sealed(plain: object) -> bytes:
    try:
        return sha256(marshal.dumps(plain, FORMAT)).digest()  # type: ignore[arg-type]
    except ValueError as error:
        raise TypeError("no digest for a value that is not what its type says") from error


def _form(kind: type[object]) -> _Form:
    assert is_dataclass(kind)
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)]
    plain = [each for each in names if _is_plain(hints[each])]
    others = [each for each in names if each not in plain]
    return _Form(kind.__qualname__, _getter(plain), _getter(others) if others else None)


def _is_plain(hint: object) -> bool:
    """Tell whether what has this type is nothing but plain data and tuples of such."""
    origin = get_origin(hint)
    if origin is Literal:
        return True
    if origin in (Union, UnionType, tuple):
        return all(each is Ellipsis or _is_plain(each) for each in get_args(hint))
    return hint in PLAIN


def _getter(names: list[str]) -> Getter:
    """Return what takes the attributes `names`, as a tuple, out of a value."""
    if len(names) > 1:
        return cast(Getter, attrgetter(*names))
    return lambda value: tuple(getattr(value, name) for name in names)
