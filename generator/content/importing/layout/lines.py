"""Glyphs -> fragments (what stands close together on one line) -> lines.

glyphs at 72, 88, 104 … 300, 316 …  ->  “要落实主体责任”  “加强监督”  (two columns)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.content.importing.layout.page import Glyph

APART = 0.85  # ems between two glyphs that no longer belong together
SPACED = 0.55  # ems between ideographs that are set apart by a blank
WORD_GAP = 0.16  # ems between Latin words
LATIN = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
IDEOGRAPH = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

Spelling = list[tuple[str, Glyph | None]]
"""Characters, each with its glyph; a blank that only a gap shows has none."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Glyphs on one line with no wide gap between them; blanks at its ends are not measured.

    One blank at its end is kept: where a line is wrapped there, it is a blank between words.
    """

    glyphs: tuple[Glyph, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Return how far down the page its middle is."""
        return (self.top + self.bottom) / 2

    @property
    def text(self) -> str:
        """Return its words, with a blank where there is one to be seen."""
        return words_of(spelled(self.glyphs))


@dataclass(frozen=True, slots=True)
class Line:
    """The fragments that stand beside one another in a column, from left to right."""

    fragments: tuple[Fragment, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    page: int

    @property
    def glyphs(self) -> tuple[Glyph, ...]:
        """Return all its glyphs."""
        return tuple(glyph for each in self.fragments for glyph in each.glyphs)

    @property
    def middle(self) -> float:
        """Return how far down the page its middle is."""
        return (self.top + self.bottom) / 2

    @property
    def base(self) -> float:
        """Return how far down the page its foot is, where the leading is measured."""
        return self.bottom

    @property
    def spelling(self) -> Spelling:
        """Return its characters; fragments are apart by a blank unless it is letter-spaced."""
        spaced = _letter_spaced(self.fragments)
        found: Spelling = []
        for at, each in enumerate(self.fragments):
            if at and not spaced and found[-1][0].strip():
                found.append((" ", None))
            found += spelled(each.glyphs)
        return found

    @property
    def text(self) -> str:
        """Return its words."""
        return words_of(self.spelling)


def fragment(glyphs: Sequence[Glyph]) -> Fragment | None:
    """Return glyphs as a fragment, without the blanks at its ends; None when nothing is seen."""
    ordered = sorted(glyphs, key=lambda each: sum(each.inked))
    first, last = 0, len(ordered)
    while first < last and ordered[first].blank:
        first += 1
    while last > first and ordered[last - 1].blank:
        last -= 1
    kept = ordered[first:last]
    trailing = ordered[last : last + 1]
    if not kept:
        return None
    seen = [each for each in kept if not each.blank]
    size = common_size(seen)
    full = [each for each in seen if each.size > size * 0.8] or seen
    return Fragment(
        (*kept, *trailing),
        kept[0].left,
        min(each.top for each in full),
        max(each.right for each in kept),
        max(each.bottom for each in full),
        size,
    )


def common_size(glyphs: Iterable[Glyph]) -> float:
    """Return the size that most of some glyphs have, in points."""
    sizes = Counter(round(each.size, 1) for each in glyphs if not each.blank)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 10.0


def fragments(glyphs: Sequence[Glyph]) -> list[Fragment]:
    """Return the fragments of a page, from the top down."""
    runs = _close_runs(glyphs)
    joined = [fragment(group) for group in _joined_runs(runs)]
    return sorted(
        (each for each in joined if each is not None), key=lambda each: (each.middle, each.left)
    )


def _close_runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return runs of glyphs that were drawn one after another and stand so."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _follows(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return [run for run in runs if not all(each.blank for each in run)]


def _follows(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    return (
        abs(before.middle - glyph.middle) < 0.55 * size
        and -0.6 * size < glyph.left - before.right < APART * size
    )


def _joined_runs(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    """Join runs that stand on one line with no wide gap; looks only at near ones (linear)."""
    boxes = [_box(run) for run in runs]
    parents = list(range(len(runs)))

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    bands: dict[int, list[int]] = defaultdict(list)
    step = max(4.0, sum(box[4] for box in boxes) / len(boxes)) if boxes else 10.0
    order = sorted(range(len(runs)), key=lambda at: boxes[at][0])
    for at in order:
        left, top, _, bottom, size = boxes[at]
        band = int((top + bottom) / 2 / step)
        for near in (band - 1, band, band + 1):
            for other in reversed(bands[near][-6:]):
                box = boxes[other]
                if _on_one_line(box, boxes[at]) and left - box[2] < APART * max(size, box[4]):
                    parents[root(at)] = root(other)
        bands[band].append(at)
    groups: dict[int, list[Glyph]] = {}
    for at, run in enumerate(runs):
        groups.setdefault(root(at), []).extend(run)
    return list(groups.values())


def _box(run: list[Glyph]) -> tuple[float, float, float, float, float]:
    seen = [each for each in run if not each.blank]
    return (
        min(each.left for each in seen),
        min(each.top for each in seen),
        max(each.right for each in seen),
        max(each.bottom for each in seen),
        max(each.size for each in seen),
    )


def _on_one_line(
    one: tuple[float, float, float, float, float], other: tuple[float, float, float, float, float]
) -> bool:
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    return overlap > 0.5 * min(one[3] - one[1], other[3] - other[1])


def lines(pieces: Sequence[Fragment], page: int) -> list[Line]:
    """Return the lines of one column, from the top down."""
    rows: list[list[Fragment]] = []
    for piece in sorted(pieces, key=lambda each: each.middle):
        if rows and _beside(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [line(row, page) for row in rows]


def line(row: Sequence[Fragment], page: int) -> Line:
    """Return fragments that stand beside one another as a line."""
    ordered = tuple(sorted(row, key=lambda each: each.left))
    size = common_size(glyph for each in ordered for glyph in each.glyphs)
    return Line(
        ordered,
        ordered[0].left,
        min(each.top for each in ordered),
        max(each.right for each in ordered),
        max(each.bottom for each in ordered),
        size,
        page,
    )


def _beside(row: list[Fragment], piece: Fragment) -> bool:
    last = row[-1]
    overlap = min(last.bottom, piece.bottom) - max(last.top, piece.top)
    return overlap > 0.5 * min(last.bottom - last.top, piece.bottom - piece.top)


def _letter_spaced(pieces: Sequence[Fragment]) -> bool:
    """Tell whether a line's fragments are single ideographs at equal distances: 通　　知."""
    if len(pieces) < 3 or any(len(each.text.strip()) != 1 for each in pieces):
        return False
    gaps = [after.left - before.right for before, after in pairwise(pieces)]
    return max(gaps) - min(gaps) < 0.25 * pieces[0].size


def words_of(spelling: Spelling) -> str:
    """Return the characters alone."""
    return "".join(text for text, _ in spelling)


def spelled(glyphs: Sequence[Glyph]) -> Spelling:
    """Return the characters of a fragment, with blanks where the gaps show them."""
    found: Spelling = []
    before: Glyph | None = None
    for glyph in glyphs:
        if before is not None and not (glyph.blank or before.blank):
            gap = (glyph.left - before.right) / max(glyph.size, before.size)
            both_latin = LATIN.match(before.text[-1]) and LATIN.match(glyph.text[0])
            if gap > (WORD_GAP if both_latin else SPACED):
                found.append((" ", None))
        found.append((glyph.text, glyph))
        before = glyph
    return found
