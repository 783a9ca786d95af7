"""Who has done what: counts by unit, by article, by status; what is overdue on a day."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.examination.merging import Merged, MergedRow
from generator.examination.tables import STATUSES

NONE = "未填"
ENDED = ("已完成", "不适用")
DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2}))?")
TIGHT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of a unit or an article have each status, in the order of `Overview.heads`."""

    name: str
    counts: tuple[int, ...]
    overdue: int
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts; `heads` are the statuses; `overdue` the rows whose time is up."""

    heads: tuple[str, ...]
    by_unit: tuple[Count, ...]
    by_article: tuple[Count, ...]
    overdue: tuple[MergedRow, ...]


def overview(merged: Merged, today: date) -> Overview:
    """Return the counts of `merged` on a day."""
    others = dict.fromkeys(
        each.fields[0] for each in merged.rows if each.fields[0] and each.fields[0] not in STATUSES
    )
    heads = (*STATUSES, *others, NONE)
    return Overview(
        heads,
        _counted(merged.rows, heads, today, by_unit=True),
        _counted(merged.rows, heads, today, by_unit=False),
        tuple(each for each in merged.rows if is_overdue(each, today)),
    )


def _counted(
    rows: Iterable[MergedRow], heads: tuple[str, ...], today: date, *, by_unit: bool
) -> tuple[Count, ...]:
    groups: dict[str, list[MergedRow]] = {}
    for each in rows:
        groups.setdefault(each.unit if by_unit else each.article, []).append(each)
    made = []
    for name, some in groups.items():
        counts = Counter(each.fields[0] or NONE for each in some)
        overdue = sum(is_overdue(each, today) for each in some)
        made.append(Count(name, tuple(counts[head] for head in heads), overdue, len(some)))
    return tuple(made)


def is_overdue(row: MergedRow, today: date) -> bool:
    """Tell whether a row's day is over and it is neither done nor none of the unit's."""
    day = last_day(row.fields[2])
    return day is not None and day < today and row.fields[0] not in ENDED


def last_day(words: str) -> date | None:
    """Return the day that a time limit names (2026年11月 is its last day); None for other words."""
    found = DAY.search(words) or TIGHT_DAY.search(words)
    if not found:
        return None
    year, month = int(found[1]), int(found[2])
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    length = calendar.monthrange(year, month)[1]
    day = int(found[3]) if found[3] else length
    return date(year, month, day) if 1 <= day <= length else None
