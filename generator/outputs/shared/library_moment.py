"""The time that files of a library bear: the same library gives the same bytes."""

from __future__ import annotations

import time
from collections.abc import Mapping

from generator.build.moment import given_moment
from generator.model import Library

EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip can say

Moment = tuple[int, int, int, int, int, int]


def moment(library: Library, environment: Mapping[str, str]) -> Moment:
    """Return the time all files get: SOURCE_DATE_EPOCH, else the youngest base's day."""
    given = given_moment(environment)
    if given is not None:
        year, month, day, hour, minute, second = time.gmtime(given)[:6]
        return max((year, month, day, hour, minute, second), EARLIEST)
    days = (each.edition.base.published for each in library.collations)
    numbers = [int(part) for part in max(days, default="").split("-") if part.isdigit()]
    if len(numbers) != 3:
        return EARLIEST
    return max((numbers[0], numbers[1], numbers[2], 0, 0, 0), EARLIEST)
