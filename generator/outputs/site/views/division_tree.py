"""Which divisions (编, 章, 节) lie in which."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Part


def ways_of(depths: Sequence[int]) -> list[tuple[int, ...]]:
    """Return, for divisions of these depths in reading order, the way to each.

    A way holds the indices of the divisions above, the highest first, and at last its own.
    """
    found: list[tuple[int, ...]] = []
    way: list[int] = []
    for index, depth in enumerate(depths):
        while way and depths[way[-1]] >= depth:
            way.pop()
        way.append(index)
        found.append(tuple(way))
    return found


def divisions_above(parts: Sequence[Part]) -> dict[int, tuple[Part, ...]]:
    """Return, by its number, every division with those above it, the highest first."""
    ways = ways_of([part.depth for part in parts])
    return {parts[way[-1]].number: tuple(parts[at] for at in way) for way in ways}
