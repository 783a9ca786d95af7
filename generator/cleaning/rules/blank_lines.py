r"""One line per paragraph: "甲。\n\n\n乙。" -> "甲。\n乙。"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings

BLANK = re.compile(r"(?<=\n)(?:[ \t\u3000]*\n)+|\A(?:[ \t\u3000]*\n)+")


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every run of blank lines."""
    for match in BLANK.finditer(text):
        yield Change(match.start(), match.end(), "")
