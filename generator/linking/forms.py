"""Wordings arranged so that those in a sentence are found in one pass over its letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from generator.linking.letter_rows import KeyTable, LetterRow, Places, codes_of, pair_table

T = TypeVar("T")

SHORTEST = 2  # letters of a wording at least
START = 2  # letters by which forms are looked up


@dataclass(frozen=True, slots=True, eq=False)
class FormTable(Generic[T]):
    """Forms with a value each; `sizes` says how long those are that begin with some letters.

    The first START letters lead to the sizes, the longest first; a form of one letter stands by
    itself, and behind those that begin with it.
    """

    forms: Mapping[str, T]
    sizes: Mapping[str, tuple[int, ...]]

    def __len__(self) -> int:
        return len(self.forms)


def form_table(forms: Mapping[str, T]) -> FormTable[T]:
    """Return `forms` arranged for finding the longest that starts at a place."""
    sizes: dict[str, set[int]] = defaultdict(set)
    for form in forms:
        sizes[form[:START]].add(len(form))
    for start, some in sizes.items():
        if start[:1] in forms:
            some.add(1)
    ordered = {start: tuple(sorted(some, reverse=True)) for start, some in sizes.items()}
    return FormTable(dict(forms), ordered)


def every_form(
    letters: str, table: FormTable[T], places: Iterable[int] | None = None
) -> Iterator[tuple[int, str, T]]:
    """Yield all forms in `letters` with their places, those inside others too.

    `places` are those where a form may begin, in order; without them all are tried.
    """
    forms, sizes = table.forms, table.sizes
    for at in range(len(letters)) if places is None else places:
        start = letters[at : at + START]
        for size in sizes.get(start) or sizes.get(start[:1], ()):
            form = letters[at : at + size]
            if form in forms and len(form) == size:
                yield at, form, forms[form]


def find_forms(
    letters: str, table: FormTable[T], places: Iterable[int] | None = None
) -> Iterator[tuple[int, str, T]]:
    """Yield the forms in `letters` with their places, longest first, none over another.

    `places` are those where a form may begin, in order; without them all are tried.
    """
    forms, sizes = table.forms, table.sizes
    free = 0
    for at in range(len(letters)) if places is None else places:
        if at < free:
            continue
        start = letters[at : at + START]
        for size in sizes.get(start) or sizes.get(start[:1], ()):
            form = letters[at : at + size]
            if form in forms and len(form) == size:
                yield at, form, forms[form]
                free = at + size
                break


@dataclass(frozen=True, slots=True, eq=False)
class FormStarts:
    """With which letters the forms of several tables begin: a bit for each table."""

    pairs: KeyTable
    letters: KeyTable

    def bits(self, row: LetterRow) -> Places:
        """Return for each letter of `row` the bits of the tables whose forms may begin there."""
        found = self.letters.of(row.codes, 0)
        found[:-1] |= self.pairs.of(row.pairs, 0)
        return found


def form_starts(tables: Sequence[FormTable[Any]]) -> FormStarts:
    """Return where the forms of `tables` begin; the first table has the bit 1."""
    bits: dict[str, int] = defaultdict(int)
    for number, table in enumerate(tables):
        for start in table.sizes:
            bits[start] |= 1 << number
    pairs = {start: value for start, value in bits.items() if len(start) == START}
    single = [start for start in bits if len(start) < START]
    order = np.argsort(codes_of("".join(single)), kind="stable")
    values = np.array([bits[each] for each in single], dtype=np.intp)
    return FormStarts(pair_table(pairs), KeyTable(codes_of("".join(single))[order], values[order]))
