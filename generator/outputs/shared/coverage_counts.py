"""How much each report says on each article, by role (对照表)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Link, Role


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many passages of a report speak of an article in a role."""

    base: str
    article: int
    report: str
    role: Role
    count: int


def count_coverage(links: Iterable[Link]) -> tuple[Coverage, ...]:
    """Return the counts above zero, by base, article, report, role."""
    counts = Counter((each.base, each.article, each.report, each.role) for each in links)
    return tuple(Coverage(*place, count) for place, count in sorted(counts.items()))
