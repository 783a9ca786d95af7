"""Which of several versions of a document is in force at a date."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Base


def in_force_at(versions: Sequence[Base], date: str) -> Base:
    """Return the version in force at a date: the newest without one, the oldest before all.

    A date without its day is the end of its month or year.
    """
    if not date:
        return versions[-1]
    begun = [each for each in versions if had_begun(each, adopted=False, date=date)]
    return begun[-1] if begun else versions[0]


def had_begun(version: Base, *, adopted: bool, date: str) -> bool:
    """Tell whether a version was in force, or adopted, at a date."""
    days = (version.adopted, version.published, version.effective)
    day = next(filter(None, days if adopted else reversed(days)), "")
    size = min(len(day), len(date)) if date else 0
    return day[:size] <= date[:size]
