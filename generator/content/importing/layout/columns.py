"""Which column is read first: a page cut into blocks, each of one column.

title            title
aaaa  cccc   ->  aaaa bbbb     A gutter counts when full lines stand on both of its sides;
bbbb  dddd       cccc dddd     what lies across it is a block of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.content.importing.layout.lines import Fragment, fragment
from generator.content.importing.layout.tables import Table

Item = Fragment | Table

NARROWEST_GUTTER = 0.8  # ems
NARROWEST_COLUMN = 5.0  # ems
FALLS_SHORT = 2.2  # ems that a full line may fall short of its column
LEAST_LINES = 3
LARGE = 1.15  # times the text's size, from which on a line may be a title
DEEPEST = 6
MOST_GUTTERS = 12


@dataclass(frozen=True, slots=True)
class Gutter:
    """An upright strip that text stands on both sides of, and how many lines say so."""

    left: float
    right: float
    lines: int

    @property
    def middle(self) -> float:
        """Return where it is on the page."""
        return (self.left + self.right) / 2


def blocks(
    items: Sequence[Item], size: float, known: Sequence[float] = (), depth: int = 0
) -> list[list[Item]]:
    """Return the items of a page as blocks of one column each, in reading order.

    `known` are gutters of other pages: there one line on each side is enough.
    """
    ordered = sorted(items, key=lambda each: (each.middle, each.left))
    gutter = best_gutter(ordered, size, known) if depth < DEEPEST else None
    if gutter is None:
        return [ordered] if ordered else []
    found: list[list[Item]] = []
    title, ordered = _title_above(ordered, size) if not depth else ([], ordered)
    if title:
        found.append(title)
    for left, right, across in _sections(_parted(ordered, gutter.middle, size), gutter.middle):
        if _in_columns(left, right, size, bool(known)):
            found += blocks(left, size, known, depth + 1)
            found += blocks(right, size, known, depth + 1)
        elif left or right:
            found.append(sorted([*left, *right], key=lambda each: (each.middle, each.left)))
        if across:
            found.append(list(across))
    return found


def _title_above(items: list[Item], size: float) -> tuple[list[Item], list[Item]]:
    """Return the lines in the middle of a page above all its columns, and the rest.

    The first is large.

    In three columns they stand over the one in the middle, and would be read with it.
    """
    left, right = min(each.left for each in items), max(each.right for each in items)
    end = 0
    while end < len(items):
        item = items[end]
        off = abs(item.left + item.right - left - right) / 2
        alone = end + 1 == len(items) or items[end + 1].top > item.bottom - 0.3 * size
        large = isinstance(item, Fragment) and item.size > LARGE * size
        if not (alone and (large or end) and off < 1.5 * size):
            break
        end += 1
    return items[:end], items[end:]


def _parted(items: Sequence[Item], middle: float, size: float) -> list[Item]:
    """Return items with those cut in two that lie across a gutter and have a gap just there.

    At a line's end a stop, and a bracket that begins the next column, make the gap look small.
    """
    found: list[Item] = []
    for each in items:
        if isinstance(each, Fragment) and each.left < middle < each.right:
            found += _halves(each, middle, size)
        else:
            found.append(each)
    return found


def _halves(piece: Fragment, middle: float, size: float) -> list[Fragment]:
    seen = [glyph for glyph in piece.glyphs if not glyph.blank]
    for at in range(1, len(seen)):
        before, after = seen[at - 1].inked[1], seen[at].inked[0]
        if before < middle + size and after > middle - size:
            if after - before < NARROWEST_GUTTER * size or abs(piece.size - size) > 0.1 * size:
                continue
            halves = fragment(seen[:at]), fragment(seen[at:])
            return [half for half in halves if half is not None]
    return [piece]


def best_gutter(items: Sequence[Item], size: float, known: Sequence[float]) -> Gutter | None:
    """Return the gutter that most lines stand beside, None where there is one column."""
    best: Gutter | None = None
    half = NARROWEST_GUTTER / 2 * size  # of another page, which most lines may lie across here
    others = [(each - half, each + half) for each in known]
    for left, right in [*_clear_strips(items, size), *others]:
        middle = (left + right) / 2
        is_known = any(left - size < each < right + size for each in known)
        is_known = is_known and (left, right) not in others
        count = 0
        for ahead, behind, _ in _sections(_parted(items, middle, size), middle):
            if _in_columns(ahead, behind, size, is_known):
                count += len(ahead) + len(behind)
        if count and (best is None or count > best.lines * 1.1):
            best = Gutter(left, right, count)
    return best


def _clear_strips(items: Sequence[Item], size: float) -> list[tuple[float, float]]:
    """Return the upright strips that few items lie across, left to right.

    A strip may hold the ends of a few lines, so it is as wide as the places are that about as few
    lie across as across its clearest one.
    """
    spans = [span for each in items for span in _spans(each, size)]
    events = sorted([(left, 1) for left, _ in spans] + [(right - 0.1, -1) for _, right in spans])
    places: list[tuple[float, float, int]] = []
    across = 0
    for (place, step), (following, _) in pairwise(events):
        across += step
        if following > place:
            places.append((place, following, across))
    some = 1 + len(items) // 25
    strips: list[tuple[int, float, float]] = []
    for at in _local_least(places):
        least = places[at][2]
        first = last = at
        while first and places[first - 1][2] <= least + some:
            first -= 1
        while last + 1 < len(places) and places[last + 1][2] <= least + some:
            last += 1
        width = places[last][1] - places[first][0]
        if width >= NARROWEST_GUTTER * size and least * 3 < len(items):
            strips.append((least, places[at][0], places[at][1]))
    return sorted((left, right) for _, left, right in sorted(strips)[:MOST_GUTTERS])


def _spans(item: Item, size: float) -> list[tuple[float, float]]:
    """Return how far an item reaches, in parts where a gap is wide enough to be a gutter."""
    if not isinstance(item, Fragment):
        return [(item.left, item.right)]
    seen = [glyph for glyph in item.glyphs if not glyph.blank]
    left, right = _reach(item)
    cuts = [
        (before.inked[1], after.inked[0])
        for before, after in pairwise(seen)
        if after.inked[0] - before.inked[1] >= NARROWEST_GUTTER * size
    ]
    starts = [left, *(start for _, start in cuts)]
    ends = [*(end for end, _ in cuts), right]
    return list(zip(starts, ends, strict=True))


def _reach(item: Item) -> tuple[float, float]:
    """Return where an item's ink begins and ends."""
    if not isinstance(item, Fragment):
        return item.left, item.right
    seen = [glyph for glyph in item.glyphs if not glyph.blank]
    return seen[0].inked[0], max(seen[-1].inked[1], *(each.inked[1] for each in seen[-3:]))


def _local_least(places: Sequence[tuple[float, float, int]]) -> list[int]:
    """Return where fewer items lie across than on both sides, the widest of equal neighbours."""
    found = [
        at
        for at in range(1, len(places) - 1)
        if places[at - 1][2] >= places[at][2] <= places[at + 1][2]
    ]
    return sorted(found, key=lambda at: (places[at][2], places[at][0] - places[at][1]))[
        : 2 * MOST_GUTTERS
    ]


def _sections(
    items: Sequence[Item], middle: float
) -> list[tuple[list[Item], list[Item], list[Item]]]:
    """Return the items cut where some lie across a gutter: (left of it, right of it, across)."""
    found: list[tuple[list[Item], list[Item], list[Item]]] = []
    aside: list[Item] = []
    across: list[Item] = []
    for each in items:
        left, right = _reach(each)
        if left < middle < right:
            across.append(each)
            continue
        if across:
            found.append((*_sides(aside, middle), across))
            aside, across = [], []
        aside.append(each)
    found.append((*_sides(aside, middle), across))
    return found


def _sides(items: Sequence[Item], middle: float) -> tuple[list[Item], list[Item]]:
    return (
        [each for each in items if _reach(each)[1] <= middle],
        [each for each in items if _reach(each)[0] >= middle],
    )


def _in_columns(left: Sequence[Item], right: Sequence[Item], size: float, known: bool) -> bool:
    """Tell whether two sides are columns of text, and not the cells of a table."""
    rows = [_rows(left), _rows(right)]
    least = 1 if known else LEAST_LINES
    if min(map(len, rows)) < least:
        return False
    for side in rows:
        start, end = min(row[0] for row in side), max(row[1] for row in side)
        if end - start < NARROWEST_COLUMN * size and not known:
            return False
        full = sum(
            1 for row in side if end - row[1] < FALLS_SHORT * size and row[0] - start < 3 * size
        )
        if not known and full * 2 < len(side):
            return False
    return True


def _rows(items: Sequence[Item]) -> list[tuple[float, float]]:
    """Return how far the lines of one side reach: (left, right)."""
    found: list[tuple[float, float]] = []
    foot = -1.0
    for each in items:
        if isinstance(each, Table):
            found.append((each.left, each.right))
        elif found and each.middle < foot:
            found[-1] = (min(found[-1][0], each.left), max(found[-1][1], each.right))
            continue
        else:
            found.append((each.left, each.right))
        foot = each.bottom
    return found
