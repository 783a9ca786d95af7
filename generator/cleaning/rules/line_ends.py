r"""Line ends of other systems: "甲\r\n乙\r丙" -> "甲\n乙\n丙"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings

OTHER_END = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a change for every line or page end that is not a line feed."""
    for match in OTHER_END.finditer(text):
        yield Change(match.start(), match.end(), "\n")
