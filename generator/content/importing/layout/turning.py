"""A page whose text lies on its side, or runs downwards, turned so that it reads across."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from generator.content.importing.layout.page import Glyph, Page, Picture, Rule

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def turned(page: Page, angle: int) -> Page:
    """Return a page whose text is turned clockwise by 90, 180 or 270 degrees as if upright."""
    wide, high = page.width, page.height
    turns: dict[int, Callable[[Box], Box]] = {
        90: lambda box: (box[1], wide - box[2], box[3], wide - box[0]),
        180: lambda box: (wide - box[2], high - box[3], wide - box[0], high - box[1]),
        270: lambda box: (high - box[3], box[0], high - box[1], box[2]),
    }
    if angle not in turns:
        return page
    return _moved(page, turns[angle], swapped=angle != 180)


def upright_columns(page: Page) -> Page:
    """Return a page that is written from top to bottom as if it were written across.

    The first column is the one on the right; each becomes a line.
    """
    return turned(page, 90)


def runs_down(glyphs: tuple[Glyph, ...]) -> bool:
    """Tell whether the characters of a page follow one another from top to bottom."""
    seen = [glyph for glyph in glyphs if not glyph.blank]
    down = across = 0
    for before, after in pairwise(seen):
        size = max(before.size, after.size)
        shift = after.left - before.left
        drop = after.middle - before.middle
        if abs(shift) < 0.2 * size and 0.6 * size < drop < 1.6 * size:
            down += 1
        elif abs(drop) < 0.3 * size and 0 < shift < 3 * size:
            across += 1
    return down > 20 and down > 3 * across


def _moved(page: Page, turn: Callable[[Box], Box], *, swapped: bool) -> Page:
    def box(each: Glyph | Rule | Picture) -> Box:
        return turn((each.left, each.top, each.right, each.bottom))

    def glyph(each: Glyph) -> Glyph:
        left, top, right, bottom = box(each)
        return replace(each, left=left, top=top, right=right, bottom=bottom)

    return replace(
        page,
        width=page.height if swapped else page.width,
        height=page.width if swapped else page.height,
        glyphs=tuple(glyph(each) for each in page.glyphs),
        rules=tuple(Rule(*box(each)) for each in page.rules),
        pictures=tuple(Picture(*box(each)) for each in page.pictures),
    )
