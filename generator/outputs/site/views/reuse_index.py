"""What reports share, arranged for look-up: pairs by report, and passages of several reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.model import FEW, Library, Place, SharedPassage
from generator.outputs.shared.reuse_pairs import ReportPair

FEWEST = 3  # reports of a group
MOST_PAIRS = 5_000  # that are listed
MOST_GROUPS = 600


def pairs_by_report(pairs: Iterable[ReportPair]) -> dict[str, list[ReportPair]]:
    """Return report -> its pairs, those that share most first, as `pairs` are."""
    found: dict[str, list[ReportPair]] = defaultdict(list)
    for pair in pairs:
        found[pair.one].append(pair)
        found[pair.other].append(pair)
    return dict(found)


def shared_groups(library: Library) -> tuple[SharedPassage, ...]:
    """Return passages of several reports, the longest of the most first; none within another."""
    passages = (*library.reuse.near, *library.shared_passages)
    return tuple(_outermost([each for each in passages if _is_group(each)]))


def reports_of(passage: SharedPassage) -> int:
    """Return how many reports have a passage."""
    return len({place.report for place in passage.places})


def _is_group(passage: SharedPassage) -> bool:
    count = reports_of(passage)
    return count > FEW or (count >= FEWEST and not passage.common)


def _outermost(passages: Sequence[SharedPassage]) -> Iterator[SharedPassage]:
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
