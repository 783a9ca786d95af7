"""Markers of paying sites, mid-word too: 问题亲##paidbegin##自过问 -> 问题亲自过问"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings

MARKERS = (r"##paid(?:begin|end)##",)


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every marker."""
    pattern = "|".join((*MARKERS, *(re.escape(marker) for marker in settings.markers)))
    for match in re.finditer(pattern, text):
        yield Change(match.start(), match.end(), "")
