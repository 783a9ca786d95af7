"""Reads packed unit numbers back: an (s, c)-dense code, as its inventors describe it."""

from __future__ import annotations

from generator.outputs.search.packing import GO, STOP


def unpack(code: str, after: int = -1) -> list[int]:
    """Return the numbers that a code stands for; ValueError on symbols of another alphabet."""
    numbers = []
    value = 0
    for symbol in code:
        if symbol in STOP:
            after += value * len(STOP) + STOP.index(symbol) + 1
            numbers.append(after)
            value = 0
        else:
            value = value * len(GO) + GO.index(symbol) + 1
    return numbers
