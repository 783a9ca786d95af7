"""The units of a hall and its volumes in one order: by rank over all, then by volume.

A run is units that follow one another both in their own library and in the hall.  First come the
hall's documents and terms, then the titles of all volumes' reports, then their headings, their
sentences, and the hall's laws and pages.  What a volume has besides its reports is the hall's too
and has no number.  A block of stored text that lies in two runs of its volume is a block of each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.archive.gram_store import GramFacts
from generator.outputs.search.units import PAGE, REPORT, TITLE

Large = npt.NDArray[np.int64]
OWN = 0  # the hall itself is the first of the shelves


@dataclass(frozen=True, slots=True)
class Run:
    """Where a run begins, in the hall and in its own shelf.

    `skipped` are the units of its first block that stand before it; `firsts` the first units in
    the hall of its blocks.
    """

    shelf: int
    unit: int
    block: int
    own_unit: int
    own_block: int
    skipped: int
    size: int
    firsts: tuple[int, ...]

    def told(self) -> list[int]:
        """Return what search-store.js is told."""
        places = self.shelf, self.unit, self.block, self.own_unit, self.own_block, self.skipped
        return list(places)


class Numbering:
    """The numbers that the units and blocks of all shelves have in the hall."""

    def __init__(self, shelves: Sequence[GramFacts]) -> None:
        self.runs = tuple(_runs(shelves))
        self.firsts = tuple(first for run in self.runs for first in run.firsts)
        own = shelves[OWN].tiers
        self.tiers = list(own[: TITLE + 1])
        for tier in range(TITLE, REPORT + 1):
            some = sum(each.tiers[tier + 1] - each.tiers[tier] for each in shelves)
            self.tiers.append(self.tiers[-1] + some)
        self.tiers.append(self.tiers[-1] + own[PAGE + 1] - own[PAGE])
        self._of = [[run for run in self.runs if run.shelf == at] for at in range(len(shelves))]

    def units(self, shelf: int, numbers: Large) -> Large:
        """Return the hall's numbers of units by those of their shelf; all must have one."""
        runs = self._of[shelf]
        if not runs:
            return numbers[:0]
        starts = np.array([run.own_unit for run in runs], dtype=np.int64)
        shifts = np.array([run.unit - run.own_unit for run in runs], dtype=np.int64)
        return numbers + shifts[np.searchsorted(starts, numbers, side="right") - 1]

    def blocks(self, shelf: int, numbers: Large) -> tuple[Large, Large]:
        """Return how many of the hall's blocks each of a shelf's is, and these one by one."""
        pairs = sorted(
            (run.own_block + at, run.block + at)
            for run in self._of[shelf]
            for at in range(len(run.firsts))
        )
        own = np.array([each[0] for each in pairs], dtype=np.int64)
        there = np.array([each[1] for each in pairs], dtype=np.int64)
        starts = np.searchsorted(own, numbers, side="left")
        times = np.searchsorted(own, numbers, side="right") - starts
        places = np.repeat(starts - np.cumsum(times) + times, times)
        return times, there[places + np.arange(len(places))]


def _runs(shelves: Sequence[GramFacts]) -> Iterator[Run]:
    """Yield the runs that have any units, in the hall's order."""
    own = shelves[OWN].tiers
    ranges = [(OWN, 0, own[TITLE])]
    for tier in range(TITLE, REPORT + 1):
        ranges += [(at, each.tiers[tier], each.tiers[tier + 1]) for at, each in enumerate(shelves)]
    ranges.append((OWN, own[PAGE], own[PAGE + 1]))
    unit = block = 0
    for at, start, end in ranges:
        if start == end:
            continue
        firsts = shelves[at].firsts
        first, last = bisect_right(firsts, start) - 1, bisect_right(firsts, end - 1) - 1
        begun = [max(start, each) - start + unit for each in firsts[first : last + 1]]
        skipped = start - firsts[first]
        yield Run(at, unit, block, start, first, skipped, end - start, tuple(begun))
        unit += end - start
        block += len(begun)
