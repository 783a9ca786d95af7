"""What one reads around a unit, which a passage may hold together with it.

A text has a main run: its units of the last rank it has (a report's sentences; its title and
headings rank before them).  Their numbers follow one another as one reads, so that two places of
a passage that are some letters apart lie in units that are no further apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.outputs.search.units import Unit


def read_letters(units: Sequence[Unit], plain: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Return, for units of main runs, the letters before and behind that lead to them as well.

    Before: the headings since the unit of the run before it.  Behind: the first letter of what
    comes next, so that no pair of a text is in none of its units; at the end, the headings that
    are left.  `plain` is the normal text of each unit.
    """
    found: dict[int, tuple[str, str]] = {}
    for numbers in texts_read(units):
        main = max(units[number].tier for number in numbers)
        last: int | None = None
        headings = ""
        for number in numbers:
            if units[number].tier < main:
                headings += plain[number]
                continue
            _join(found, last, (headings + plain[number])[:1])
            if headings or plain[number]:
                found[number] = (headings, "")
                last, headings = number, ""
        _join(found, last, headings)
    return {number: around for number, around in found.items() if any(around)}


def _join(found: dict[int, tuple[str, str]], number: int | None, letters: str) -> None:
    if number is not None and letters:
        found[number] = (found[number][0], found[number][1] + letters)


def blanks(units: Sequence[Unit], plain: Sequence[str]) -> tuple[int, int]:
    """Return how many units without letters one text has at most, and how many in a row."""
    most = longest = 0
    for numbers in texts_read(units):
        row = total = 0
        for number in numbers:
            row = 0 if plain[number] else row + 1
            total += not plain[number]
            longest = max(longest, row)
        most = max(most, total)
    return most, longest


def texts_read(units: Sequence[Unit]) -> list[list[int]]:
    """Return the numbers of the units of each text, as one reads."""
    texts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.read is not None:
            texts[unit.read[0]].append((unit.read[1], number))
    return [[number for _, number in sorted(rows)] for rows in texts.values()]
