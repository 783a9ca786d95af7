"""Glyphs drawn twice to look bold, or for a shadow, are read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.content.importing.layout.page import Glyph

NEAR = 0.3  # ems between the same character drawn twice


def once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs without those that repeat the same character in the same place."""
    found: list[Glyph] = []
    places: dict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.blank:
            found.append(glyph)
            continue
        step = max(glyph.size, 1.0)
        column, row = int(glyph.left / step), int(glyph.middle / step)
        near = (
            other
            for x in (column - 1, column, column + 1)
            for y in (row - 1, row, row + 1)
            for other in places[glyph.text, x, y][-4:]
        )
        reach = NEAR * min(step, max(glyph.right - glyph.left, 0.2 * step) * 2)
        if any(
            abs(other.left - glyph.left) < reach
            and abs(other.middle - glyph.middle) < reach
            and abs(other.size - glyph.size) < 0.1 * step
            for other in near
        ):
            continue
        places[glyph.text, column, row].append(glyph)
        found.append(glyph)
    return found
