"""Wordings arranged so that those in a sentence are found in one pass over its letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")

SHORTEST = 2  # letters of a wording at least

FormTable = dict[str, tuple[tuple[str, T], ...]]  # first two letters -> forms, longest first


def form_table(forms: Mapping[str, T]) -> FormTable[T]:
    """Return `forms` arranged for finding the longest that starts at a place."""
    table: dict[str, list[tuple[str, T]]] = defaultdict(list)
    for form in sorted(forms, key=lambda each: (-len(each), each)):
        table[form[:SHORTEST]].append((form, forms[form]))
    return {start: tuple(rows) for start, rows in table.items()}


def every_form(letters: str, table: FormTable[T]) -> Iterator[tuple[int, str, T]]:
    """Yield all forms in `letters` with their places, those inside others too."""
    for at in range(len(letters)):
        for form, value in table.get(letters[at : at + SHORTEST], ()):
            if letters.startswith(form, at):
                yield at, form, value


def find_forms(letters: str, table: FormTable[T]) -> Iterator[tuple[int, str, T]]:
    """Yield the forms in `letters` with their places, longest first, none over another."""
    at = 0
    while at < len(letters):
        for form, value in table.get(letters[at : at + SHORTEST], ()):
            if letters.startswith(form, at):
                yield at, form, value
                at += len(form)
                break
        else:
            at += 1
