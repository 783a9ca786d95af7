"""Which article of the new version is which of the old one, and what was split or joined.

Articles whose words are the same are the same; of the rest those are paired that are most alike on
the whole (the best assignment over their likeness), the order of the articles breaking ties.  What
then has no counterpart, but stands for the most part in what its neighbour lost, was split off it;
and the reverse was joined to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.amendment.assignment import best_pairs
from generator.amendment.similarity import LETTERS, likeness, pairs_of, plain
from generator.amendment.wording import word_edits

ALIKE = 0.45  # likeness from which two articles are one, wherever they stand
ALIKE_IN_PLACE = 0.22  # where the articles before and behind correspond
TIE = 0.15  # what standing where it is looked for is worth
HELD = 0.75  # share of an article's letters that stand in what another lost
MERGED = 0.6  # share that stands in all of another beside it, which lost some of it
SHORTEST = 8  # letters of an article that was split off or joined
BESIDE = 2  # articles between what was parted or joined, at most


@dataclass(frozen=True, slots=True)
class Matched:
    """Articles by places: which correspond; old -> those split off; new -> those joined to it."""

    pairs: Mapping[int, int]
    split: Mapping[int, tuple[int, ...]]
    joined: Mapping[int, tuple[int, ...]]


def match(old: Sequence[str], new: Sequence[str]) -> Matched:
    """Return which of the texts of `old` and `new` correspond."""
    pairs = _same(old, new)
    pairs |= _alike(old, new, pairs)
    split = _parted(old, new, pairs)
    turned = {after: before for before, after in pairs.items()}
    joined = _parted(new, old, turned)
    return Matched(pairs, split, joined)


def _same(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the articles with the same words; several with the same ones in their order."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(new):
        places[plain(text)].append(at)
    found = {}
    for at, text in enumerate(old):
        if places[plain(text)]:
            found[at] = places[plain(text)].pop(0)
    return found


def _alike(old: Sequence[str], new: Sequence[str], known: Mapping[int, int]) -> dict[int, int]:
    """Return which of the other articles correspond."""
    rows = [at for at in range(len(old)) if at not in known]
    taken = set(known.values())
    columns = [at for at in range(len(new)) if at not in taken]
    if not rows or not columns:
        return {}
    alike = likeness([old[at] for at in rows], [new[at] for at in columns]).mean
    near = np.array([[_nearness(row, column, known) for column in columns] for row in rows])
    worth = np.where(alike >= ALIKE_IN_PLACE, alike + TIE * near, 0.0)
    chosen = [(rows[i], columns[j], alike[i, j]) for i, j in best_pairs(worth) if worth[i, j] > 0]
    sure = {row: column for row, column, how in chosen if how >= ALIKE}
    placed = {**known, **sure}
    return sure | {
        row: column
        for row, column, how in chosen
        if how < ALIKE and _in_place(row, column, placed, len(old), len(new))
    }


def _nearness(row: int, column: int, known: Mapping[int, int]) -> float:
    """Return how near to where it is looked for an article stands, 1 to 0.

    That is behind the nearest article before it that is known.
    """
    before = next((at for at in range(row, -1, -1) if at in known), None)
    expected = row if before is None else known[before] + row - before
    return 1 / (1 + abs(column - expected))


def _in_place(row: int, column: int, known: Mapping[int, int], rows: int, columns: int) -> bool:
    """Tell whether the nearest articles known before and behind stand before and behind there."""
    before = next((known[at] for at in range(row - 1, -1, -1) if at in known), -1)
    behind = next((known[at] for at in range(row + 1, rows) if at in known), columns)
    return before < column < behind


def _parted(
    old: Sequence[str], new: Sequence[str], pairs: Mapping[int, int]
) -> dict[int, tuple[int, ...]]:
    """Return which articles of `old` gave parts of themselves to new articles beside their own."""
    taken = set(pairs.values())
    found: dict[int, list[int]] = defaultdict(list)
    lost: dict[int, frozenset[str]] = {}
    for at in range(len(new)):
        if at in taken or len(LETTERS.findall(new[at])) < SHORTEST:
            continue
        own = pairs_of(new[at])
        near = [one for one, other in pairs.items() if abs(other - at) <= BESIDE]
        shares = [
            (
                _held(own, old[one], _lost(old, new, pairs, one, lost), abs(pairs[one] - at)),
                -abs(pairs[one] - at),
                one,
            )
            for one in near
        ]
        best = max(shares, default=(0.0, 0, 0))
        if best[0] >= HELD:
            found[best[2]].append(at)
    return {one: tuple(sorted(places)) for one, places in found.items()}


def _held(own: frozenset[str], text: str, lost: frozenset[str], distance: int) -> float:
    """Return the share of an article that stands in what another lost.

    Of the next one it may stand partly in words that both had: two articles on one matter that
    became one.
    """
    share = _share(own, lost)
    if distance == 1 and share >= 1 - HELD and _share(own, pairs_of(text)) >= MERGED:
        return max(share, HELD)
    return share


def _share(own: frozenset[str], whole: frozenset[str]) -> float:
    return len(own & whole) / len(own)


def _lost(
    old: Sequence[str],
    new: Sequence[str],
    pairs: Mapping[int, int],
    one: int,
    known: dict[int, frozenset[str]],
) -> frozenset[str]:
    """Return the pairs of letters of what an article lost on the way to its counterpart."""
    if one not in known:
        text = old[one]
        edits = word_edits(text, new[pairs[one]])
        known[one] = frozenset().union(
            *(pairs_of(text[each.old_start : each.old_end]) for each in edits)
        )
    return known[one]


def out_of_order(pairs: Mapping[int, int]) -> frozenset[int]:
    """Return the old places of the fewest articles whose move makes the new order of the old.

    All but the longest rising run (C. Schensted, 1961; patience sorting).
    """
    tops: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for old, new in sorted(pairs.items()):
        pile = bisect_left(tops, new)
        before[old] = ends[pile - 1] if pile else None
        tops[pile : pile + 1], ends[pile : pile + 1] = [new], [old]
    kept: set[int] = set()
    at = ends[-1] if ends else None
    while at is not None:
        kept.add(at)
        at = before[at]
    return frozenset(set(pairs) - kept)
