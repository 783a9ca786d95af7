"""What stands before and behind a unit as one reads, wherever the ranks have put it.

A passage is followed from sentence to sentence with it: a report's headings rank before all its
sentences, and so lie far from the sentences that they head.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.outputs.search.reading import texts_read
from generator.outputs.search.units import TIERS, Unit

NEXT = (1, 1)
ALONE = (0, 0)


def neighbours(units: Sequence[Unit]) -> dict[int, tuple[int, int]]:
    """Return number -> how far before it lies the unit before it, and behind it the one behind.

    0 is none; left out is what `is_told` takes for granted.
    """
    found: dict[int, tuple[int, int]] = dict.fromkeys(range(len(units)), ALONE)
    for numbers in texts_read(units):
        steps = [0, *(after - before for before, after in pairwise(numbers)), 0]
        found.update(zip(numbers, pairwise(steps), strict=True))
    return {number: each for number, each in found.items() if not is_told(units[number], each)}


def is_told(unit: Unit, steps: tuple[int, int]) -> bool:
    """Tell whether a reader of the blocks takes `steps` for granted: 1 and 1, of terms none."""
    stands_alone = not unit.anchored or TIERS[unit.tier] == "term"
    return steps == (ALONE if stands_alone else NEXT)
