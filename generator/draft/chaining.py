"""Runs that two rows of letters share, and chains of such runs: what was taken over and changed.

Seeds are matches that cannot be made longer; a chain is a row of them that goes on in both texts,
over few letters that differ (as BLAST and its like do: seed, then extend).  What the browser does
(overrides/assets/js/draft-matching.js) is the same, step by step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

GAP = 24  # letters that may differ between two runs of a chain
LEFT_OUT = 240  # letters that may be left out where nothing is put in their place
AT_ONCE = 1  # letters that may stand where so many are left out
BACK = 80  # runs before one that are looked at
COST = 0.3  # of a run's letter, for each letter that differs
LEFT_OUT_COST = 4


class Seed(NamedTuple):
    """`size` letters that are the same from `here` in one row and from `there` in the other."""

    here: int
    there: int
    size: int


class Chain(NamedTuple):
    """Seeds in order, none over another; `letters` are those that are the same."""

    seeds: tuple[Seed, ...]
    letters: int

    @property
    def here(self) -> tuple[int, int]:
        """From where to where it goes in the first row."""
        return self.seeds[0].here, self.seeds[-1].here + self.seeds[-1].size

    @property
    def there(self) -> tuple[int, int]:
        """From where to where it goes in the other row."""
        return self.seeds[0].there, self.seeds[-1].there + self.seeds[-1].size


class Grams:
    """The runs of `size` letters of a row, for look-up."""

    def __init__(self, row: str, size: int) -> None:
        self.row = row
        self.size = size
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(len(row) - size + 1):
            self._places[row[at : at + size]].append(at)

    def seeds(self, other: str) -> list[Seed]:
        """Return the runs of at least `size` letters that the row shares with `other`."""
        found: list[Seed] = []
        row, size, places = self.row, self.size, self._places
        for there in range(len(other) - size + 1):
            for here in places.get(other[there : there + size], ()):
                if here and there and row[here - 1] == other[there - 1]:
                    continue  # goes on a run that is found already
                end = size
                while (
                    here + end < len(row)
                    and there + end < len(other)
                    and row[here + end] == other[there + end]
                ):
                    end += 1
                found.append(Seed(here, there, end))
        return found


def chains(seeds: Sequence[Seed], left_out: int = LEFT_OUT) -> list[Chain]:
    """Return the chains that `seeds` make, the best first; every seed is in one at most."""
    ordered = sorted(seeds)
    worth: list[float] = []
    before: list[int] = []
    reach: list[int] = []
    for at, seed in enumerate(ordered):
        best, link = float(seed.size), -1
        for back in range(at - 1, max(-1, at - 1 - BACK), -1):
            if reach[back] + GAP < seed.here:
                break  # none before it comes near
            gained = _gain(ordered[back], seed, left_out)
            if gained is not None and worth[back] + gained > best:
                best, link = worth[back] + gained, back
        worth.append(best)
        before.append(link)
        reach.append(max(reach[-1] if reach else 0, seed.here + seed.size))
    taken = [False] * len(ordered)
    found: list[Chain] = []
    for last in sorted(range(len(ordered)), key=lambda each: (-worth[each], each)):
        row: list[int] = []
        at = last
        while at >= 0 and not taken[at]:
            row.append(at)
            taken[at] = True
            at = before[at]
        if row:
            found.append(_chain([ordered[each] for each in reversed(row)]))
    return found


def _gain(one: Seed, other: Seed, left_out: int) -> float | None:
    """Return what a chain that ends in `one` gains by `other`; None where it cannot go on so."""
    over = max(0, one.here + one.size - other.here, one.there + one.size - other.there)
    if over >= other.size or other.here < one.here or other.there < one.there:
        return None
    here = other.here + over - one.here - one.size
    there = other.there + over - one.there - one.size
    if max(here, there) <= GAP:
        return other.size - over - COST * max(here, there)
    left = here <= AT_ONCE and there <= left_out
    return float(other.size - over - LEFT_OUT_COST) if left else None


def _chain(seeds: Sequence[Seed]) -> Chain:
    """Return the chain of `seeds`, those that overlap the one before cut at their beginning."""
    kept: list[Seed] = []
    for seed in seeds:
        if kept:
            last = kept[-1]
            over = max(0, last.here + last.size - seed.here, last.there + last.size - seed.there)
            seed = Seed(seed.here + over, seed.there + over, seed.size - over)
        kept.append(seed)
    return Chain(tuple(kept), sum(each.size for each in kept))
