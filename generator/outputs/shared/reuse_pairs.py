"""Which two reports share how much (雷同), those that share most first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import SharedRun


@dataclass(frozen=True, slots=True)
class ReportPair:
    """Two reports, what they share in reading order of the first, and how many letters it has."""

    one: str
    other: str
    letters: int
    runs: tuple[SharedRun, ...]


def report_pairs(runs: Iterable[SharedRun]) -> tuple[ReportPair, ...]:
    """Return the pairs of reports that `runs` are of, those that share most first."""
    found: dict[tuple[str, str], list[SharedRun]] = defaultdict(list)
    for run in runs:
        found[run.one.report, run.other.report].append(run)
    pairs = (
        ReportPair(
            one,
            other,
            sum(each.same for each in some),
            tuple(sorted(some, key=lambda each: (each.one.start, each.other.start))),
        )
        for (one, other), some in found.items()
    )
    return tuple(sorted(pairs, key=lambda each: (-each.letters, each.one, each.other)))
