"""Which reports have a given span of a report, and where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.model import Document, Place, SharedPassage
from generator.reuse.reading import Reader, Reading
from generator.reuse.wording import Wording

SAME = 0.8  # share of the letters from which two spans are the same passage
LOOSEST = 1.5  # times its letters: over more than that the words of a span are not scattered

Key = tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """Letters `start`..`end` of a report, where the passage with the number `passage` stands."""

    start: int
    end: int
    passage: int


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A report read: its letters, its spots in order, and how many letters are its own.

    `reach[i]` is the furthest end of the spots up to i, `own[i]` counts the letters before i,
    `firsts` tells where each passage begins that the report has.
    """

    reading: Reading
    spots: tuple[_Spot, ...]
    starts: npt.NDArray[np.int64]
    reach: npt.NDArray[np.int64]
    own: npt.NDArray[np.int32]
    firsts: dict[int, int]


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
        self._known: dict[Key, tuple[Place, ...]] = {}

    def order(self, report: str) -> int:
        """Return the number of a report in the order of the reports."""
        return self._order[report]

    def places(self, report: str, start: int, end: int) -> tuple[Place, ...]:
        """Return where the words of a span stand, a place for each report that has them.

        The span itself stands for its own report.  Nothing where no other report has them.
        """
        if report not in self._places:
            return ()
        shelf = self._shelf(report)
        first, last = shelf.reading.index(start), shelf.reading.index(end)
        spots = _touched(shelf, first, last)
        if not _mostly_covered(shelf, spots, first, last):
            return ()
        key = tuple(
            (each.passage, max(first, each.start) - each.start, min(last, each.end) - each.start)
            for each in spots
        )
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._look_up(shelf, spots, first, last)
        if not any(each.report != report for each in found):
            return ()
        others = [each for each in found if each.report != report]
        return tuple(sorted([*others, Place(report, start, end)], key=self._rank))

    def _rank(self, place: Place) -> int:
        return self._order[place.report]

    def _look_up(
        self, shelf: _Shelf, spots: Sequence[_Spot], first: int, last: int
    ) -> tuple[Place, ...]:
        """Return a place for each report that has what lies between two letters of a report."""
        wanted = SAME * _own(shelf, first, last)
        ranked = sorted(spots, key=lambda each: -len(self._passages[each.passage].places))
        left, telling = 0, list(ranked)
        for spot in ranked:  # what only the commonest passages cover is covered too little
            left += _own(shelf, max(first, spot.start), min(last, spot.end))
            if left >= wanted:
                break
            telling.remove(spot)
        candidates = {
            place.report: None for spot in telling for place in self._passages[spot.passage].places
        }
        found = []
        for report in candidates:
            there = self._shelf(report).firsts
            here = [each for each in spots if each.passage in there]
            if _covered(shelf, here, first, last) >= wanted:
                place = self._place(report, here, first, last)
                if place is not None:
                    found.append(place)
        return tuple(found)

    def _place(self, report: str, spots: Sequence[_Spot], first: int, last: int) -> Place | None:
        """Return where the spots stand in `report`; None where they are scattered over it."""
        shelf = self._shelf(report)
        start = end = -1
        for spot in spots:
            moved = shelf.firsts[spot.passage] - spot.start
            low, high = max(first, spot.start) + moved, min(last, spot.end) + moved
            start = low if end < 0 else min(start, low)
            end = max(end, high)
        if end - start > LOOSEST * (last - first):
            return None
        offsets = shelf.reading.offsets
        return Place(report, int(offsets[start]), int(offsets[end - 1]) + 1)

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
        spots.sort(key=lambda each: (each.start, each.end, each.passage))
        own = self._wording.own(reading.letters, reading.starts)
        return _Shelf(
            reading,
            tuple(spots),
            np.array([each.start for each in spots], dtype=np.int64),
            np.maximum.accumulate(np.array([each.end for each in spots], dtype=np.int64)),
            np.concatenate(([0], np.cumsum(own))).astype(np.int32),
            {each.passage: each.start for each in reversed(spots)},
        )


def _touched(shelf: _Shelf, first: int, last: int) -> list[_Spot]:
    """Return the spots that hold any of the letters `first`..`last`."""
    found = []
    at = int(np.searchsorted(shelf.starts, last)) - 1
    while at >= 0 and shelf.reach[at] > first:
        if shelf.spots[at].end > first:
            found.append(shelf.spots[at])
        at -= 1
    return found[::-1]


def _own(shelf: _Shelf, first: int, last: int) -> int:
    return int(shelf.own[last] - shelf.own[first])


def _mostly_covered(shelf: _Shelf, spots: Sequence[_Spot], first: int, last: int) -> bool:
    own = _own(shelf, first, last)
    return own > 0 and _covered(shelf, spots, first, last) >= SAME * own


def _covered(shelf: _Shelf, spots: Iterable[_Spot], first: int, last: int) -> int:
    """Return how many own letters of `first`..`last` the spots, which are in order, hold."""
    total, at = 0, first
    for spot in spots:
        start, end = max(at, spot.start), min(last, spot.end)
        if end > start:
            total += _own(shelf, start, end)
            at = end
    return total
