"""What reports share, arranged for look-up: pairs, groups, and what of each report is whose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from generator.model import Library, Place, ReportShares, SharedPassage
from generator.outputs.shared.reuse_pairs import ReportPair, report_pairs
from generator.reuse import FEW

FEWEST = 3  # reports of a group
MOST_PAIRS = 5_000  # that are listed
MOST_GROUPS = 600


class ReuseIndex:
    """What the reports of a library share."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @cached_property
    def all_pairs(self) -> tuple[ReportPair, ...]:
        """All pairs of reports that share anything, those that share most first."""
        return report_pairs(self._library.reuse.runs)

    @property
    def pairs(self) -> tuple[ReportPair, ...]:
        """Those that are listed."""
        return self.all_pairs[:MOST_PAIRS]

    @cached_property
    def by_report(self) -> dict[str, list[ReportPair]]:
        """Report -> its pairs, those that share most first."""
        found: dict[str, list[ReportPair]] = defaultdict(list)
        for pair in self.all_pairs:
            found[pair.one].append(pair)
            found[pair.other].append(pair)
        return dict(found)

    @cached_property
    def shares(self) -> dict[str, ReportShares]:
        """Report -> of how many letters it is, and whose they are."""
        return {each.report: each for each in self._library.reuse.shares}

    @cached_property
    def groups(self) -> tuple[SharedPassage, ...]:
        """Passages of several reports, the longest of the most first; none within another."""
        passages = (*self._library.reuse.near, *self._library.shared_passages)
        return tuple(_outermost(each for each in passages if _is_group(each)))


def reports_of(passage: SharedPassage) -> int:
    """Return how many reports have a passage."""
    return len({place.report for place in passage.places})


def _is_group(passage: SharedPassage) -> bool:
    count = reports_of(passage)
    return count > FEW or (count >= FEWEST and not passage.common)


def _outermost(passages: Iterable[SharedPassage]) -> Iterator[SharedPassage]:
    """Yield the first MOST_GROUPS passages whose places are not all within those of another."""
    ordered = sorted(
        passages, key=lambda each: (-each.letters * reports_of(each), each.places[0].start)
    )
    told: dict[str, list[Place]] = defaultdict(list)
    count = 0
    for passage in ordered:
        if count == MOST_GROUPS:
            return
        if all(_within(place, told[place.report]) for place in passage.places):
            continue
        for place in passage.places:
            told[place.report].append(place)
        count += 1
        yield passage


def _within(place: Place, others: Iterable[Place]) -> bool:
    return any(each.start <= place.start and place.end <= each.end for each in others)
