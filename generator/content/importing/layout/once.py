"""Glyphs drawn twice to look bold, or for a shadow, are read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.content.importing.layout.page import Glyph

NEAR = 0.3  # ems between the same character drawn twice

JOINED = "—…─"  # a font may draw two of them as one


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
        if not _is_drawn_with(found, glyph) and any(
            abs(other.left - glyph.left) < reach
            and abs(other.middle - glyph.middle) < reach
            and abs(other.size - glyph.size) < 0.1 * step
            for other in near
        ):
            continue
        places[glyph.text, column, row].append(glyph)
        found.append(glyph)
    return found


def _is_drawn_with(found: Sequence[Glyph], glyph: Glyph) -> bool:
    """Tell whether a dash is one of two that are drawn as one long stroke: ——."""
    if not found or glyph.text not in JOINED or glyph.right - glyph.left < 1.5 * glyph.size:
        return False
    last = found[-1]
    before = found[-2] if len(found) > 1 else None
    alone = before is None or before.text != glyph.text or before.left != glyph.left
    return alone and (last.text, last.left, last.right) == (glyph.text, glyph.left, glyph.right)
