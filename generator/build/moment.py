"""SOURCE_DATE_EPOCH, the time that a reproducible build is given from outside."""

from __future__ import annotations

from collections.abc import Mapping

from generator.errors import ContentError

NAME = "SOURCE_DATE_EPOCH"
LATEST = 4354819199  # the end of 2107: the last second that a zip can say


def given_moment(environment: Mapping[str, str]) -> int | None:
    """Return the seconds since 1970 that the environment gives; None where it gives none.

    ContentError when it is no such number (https://reproducible-builds.org/specs).
    """
    given = environment.get(NAME, "").strip()
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and int(given) <= LATEST):
        raise ContentError(
            NAME, f"“{given[:40]}”不是 1970 年以来的秒数；请改正，或取消这个环境变量"
        )
    return int(given)
