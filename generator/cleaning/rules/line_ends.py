r"""Line ends of other systems: "甲\r\n乙\r丙" -> "甲\n乙\n丙"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a change for every line end that is not a line feed."""
    for match in re.finditer(r"\r\n?|\u2028|\u2029|\x85", text):
        yield Change(match.start(), match.end(), "\n")
