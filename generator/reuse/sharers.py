"""Which reports have a given span of a report, and where."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.model import Document, Place, SharedPassage
from generator.reuse.reading import Reader, Reading
from generator.reuse.wording import Wording

SAME = 0.8  # share of the letters from which two spans are the same passage
LOOSEST = 2  # times as many letters: over no more are the parts of a passage scattered

Cover = tuple[tuple[int, int, int], ...]  # passages, and which letters of each


@dataclass(frozen=True, slots=True)
class _Spot:
    """Letters `start`..`end` of a report, where the passage with the number `passage` stands."""

    start: int
    end: int
    passage: int


class _Shelf:
    """A report read: its letters, and its spots in order.

    `reach[i]` is the furthest end of the spots up to i; `firsts` tells where each passage begins
    that the report has.
    """

    def __init__(self, reading: Reading, spots: Sequence[_Spot], wording: Wording) -> None:
        self.reading = reading
        self.spots = spots
        self.starts = [each.start for each in spots]
        self.reach = list(accumulate((each.end for each in spots), max))
        self.firsts = {each.passage: each.start for each in reversed(spots)}
        self.offsets = _plain_numbers(reading.offsets)
        self._wording = wording

    @cached_property
    def own(self) -> array[int]:
        """How many letters before each are the writer's own."""
        own = self._wording.own(self.reading.letters, self.reading.starts)
        return _plain_numbers(np.concatenate(([0], np.cumsum(own))))

    def own_between(self, first: int, last: int) -> int:
        """Return how many of the letters `first`..`last` are the writer's own."""
        return self.own[last] - self.own[first]

    def index(self, offset: int) -> int:
        """Return the first letter that stands at `offset` of the text or behind it."""
        return bisect_left(self.offsets, offset)

    def touched(self, first: int, last: int) -> list[_Spot]:
        """Return the spots that hold any of the letters `first`..`last`, in order."""
        found = []
        at = bisect_left(self.starts, last) - 1
        while at >= 0 and self.reach[at] > first:
            if self.spots[at].end > first:
                found.append(self.spots[at])
            at -= 1
        return found[::-1]

    def covered(self, spots: Iterable[_Spot], first: int, last: int) -> int:
        """Return how many own letters of `first`..`last` the spots, which are in order, hold."""
        total, at = 0, first
        for spot in spots:
            start, end = max(at, spot.start), min(last, spot.end)
            if end > start:
                total += self.own_between(start, end)
                at = end
        return total


class Sharers:
    """The shared passages of some reports, arranged for look-up; equal spans are looked up once."""

    def __init__(
        self, reports: Sequence[Document], passages: Sequence[SharedPassage], wording: Wording
    ) -> None:
        self._reports = {each.piece.id: each for each in reports}
        self._order = {name: number for number, name in enumerate(self._reports)}
        self._passages = passages
        self._wording = wording
        self._reader = Reader()
        self._places: dict[str, list[tuple[int, Place]]] = {}
        for number, passage in enumerate(passages):
            for place in passage.places:
                self._places.setdefault(place.report, []).append((number, place))
        self._shelves: dict[str, _Shelf] = {}
        self._known: dict[Cover, tuple[Place, ...]] = {}
        self._held_by: dict[int, frozenset[str]] = {}

    def order(self, report: str) -> int:
        """Return the number of a report in the order of the reports."""
        return self._order[report]

    def cover(self, report: str, start: int, end: int) -> Cover:
        """Return the commonest passages that together cover most of a span; nothing where none do.

        What covers SAME of the letters that are the writer's own covers most.  For each passage
        which of its letters; equal for spans with equal words.
        """
        if report not in self._places:
            return ()
        shelf = self._shelf(report)
        first, last = shelf.index(start), shelf.index(end)
        spots = shelf.touched(first, last)
        wanted = SAME * shelf.own_between(first, last) if spots else 0
        if not wanted or shelf.covered(spots, first, last) < wanted:
            return ()
        chosen: list[_Spot] = []
        for spot in sorted(spots, key=self._commonest_first):
            chosen = sorted([*chosen, spot], key=_in_order)
            if shelf.covered(chosen, first, last) >= wanted:
                break
        return tuple(
            (each.passage, max(first, each.start) - each.start, min(last, each.end) - each.start)
            for each in chosen
        )

    def places(self, cover: Cover) -> tuple[Place, ...]:
        """Return where the words of a cover stand, a place for each report that has them."""
        known = self._known.get(cover)
        if known is None:
            holders = frozenset.intersection(*(self._holders(passage) for passage, _, _ in cover))
            found = (self._place(report, cover) for report in sorted(holders, key=self.order))
            known = self._known[cover] = tuple(each for each in found if each is not None)
        return known

    def _holders(self, passage: int) -> frozenset[str]:
        """Return the reports that have a passage."""
        known = self._held_by.get(passage)
        if known is None:
            known = frozenset(each.report for each in self._passages[passage].places)
            self._held_by[passage] = known
        return known

    def _count(self, passage: int) -> int:
        return len(self._passages[passage].places)

    def _commonest_first(self, spot: _Spot) -> tuple[int, int, int]:
        return -self._count(spot.passage), spot.start, spot.passage

    def _place(self, report: str, cover: Cover) -> Place | None:
        """Return where a cover, whose passages `report` has, stands; None where scattered."""
        shelf = self._shelf(report)
        firsts, offsets = shelf.firsts, shelf.offsets
        start = min([firsts[passage] + first for passage, first, _ in cover])
        end = max([firsts[passage] + last for passage, _, last in cover])
        if end - start > LOOSEST * sum([last - first for _, first, last in cover]):
            return None
        return Place(report, offsets[start], offsets[end - 1] + 1)

    def _shelf(self, report: str) -> _Shelf:
        known = self._shelves.get(report)
        if known is None:
            known = self._shelves[report] = self._read(report)
        return known

    def _read(self, report: str) -> _Shelf:
        reading = self._reader.read(self._reports[report])
        places = self._places.get(report, ())
        starts = np.searchsorted(reading.offsets, [each.start for _, each in places])
        ends = np.searchsorted(reading.offsets, [each.end for _, each in places])
        spots = [
            _Spot(start, end, passage)
            for start, end, (passage, _) in zip(starts.tolist(), ends.tolist(), places, strict=True)
        ]
        spots.sort(key=_in_order)
        return _Shelf(reading, spots, self._wording)


def _plain_numbers(numbers: npt.NDArray[np.integer[Any]]) -> array[int]:
    """Return numbers to be asked for one by one, which an array of numpy is slow at."""
    found = array("i")
    found.frombytes(numbers.astype(np.intc).tobytes())
    return found


def _in_order(spot: _Spot) -> tuple[int, int, int]:
    return spot.start, spot.end, spot.passage
