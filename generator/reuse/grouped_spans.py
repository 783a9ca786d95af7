"""Spans of reports that are one passage because they share it two by two, changed or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.reuse.pairing import Pairing
from generator.reuse.reading import Corpus

ALIKE = 0.6  # share of the longer of two spans of a report from which they are one
REMEMBERED = 12  # spans of a report, the last ones, that another may be one with

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Group:
    """Letters of the corpus that are one passage: its `spans`, in order, of so many `reports`.

    `pairings` are the numbers of those that hold it together.
    """

    spans: tuple[Span, ...]
    pairings: tuple[int, ...]
    reports: int


def grouped(corpus: Corpus, pairings: Sequence[Pairing]) -> list[Group]:
    """Return the passages, by where they first stand."""
    spans, ends = _merged(pairings)
    leads = list(range(len(spans)))

    def lead(at: int) -> int:
        while leads[at] != at:
            leads[at] = leads[leads[at]]
            at = leads[at]
        return at

    for at in range(len(pairings)):
        one, other = sorted((lead(ends[2 * at]), lead(ends[2 * at + 1])))
        leads[other] = one
    members: dict[int, list[int]] = {}
    for at in range(len(spans)):
        members.setdefault(lead(at), []).append(at)
    held: dict[int, list[int]] = {}
    for at in range(len(pairings)):
        held.setdefault(lead(ends[2 * at]), []).append(at)
    found = []
    for name, some in members.items():
        places = sorted(spans[at] for at in some)
        reports = {corpus.owner(start) for start, _ in places}
        found.append(Group(tuple(places), tuple(held[name]), len(reports)))
    return sorted(found, key=lambda each: each.spans[0])


def _merged(pairings: Sequence[Pairing]) -> tuple[list[Span], list[int]]:
    """Return the spans of all pairings, and for each side of each the number of its span.

    Spans of a report that are nearly the same are one, as long as they reach together.
    """
    every = sorted(
        (start, end, 2 * at + side)
        for at, each in enumerate(pairings)
        for side, (start, end) in enumerate((each.here, each.there))
    )
    spans: list[Span] = []
    of = [0] * len(every)
    for start, end, side in every:
        for at in range(len(spans) - 1, max(-1, len(spans) - 1 - REMEMBERED), -1):
            low, high = spans[at]
            if min(end, high) - max(start, low) >= ALIKE * max(end - start, high - low):
                spans[at] = (low, max(high, end))
                of[side] = at
                break
        else:
            of[side] = len(spans)
            spans.append((start, end))
    return spans, of
