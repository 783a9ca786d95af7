"""What the reader of a Word file, PDF, scan or web page could not be sure of."""

from __future__ import annotations

from collections.abc import Sequence

from generator.checking.codes import CODES
from generator.model import Finding, Source


def original_findings(sources: Sequence[Source]) -> list[Finding]:
    """Return a finding for every doubt of the readers; lines are those of the source's text."""
    found = []
    for source in sources:
        for doubt in source.original.doubts if source.original else ():
            words = source.text[doubt.start : doubt.end]
            line = source.text.count("\n", 0, doubt.start) + 1
            level = CODES[doubt.code].level
            found.append(
                Finding(
                    *(doubt.code, level, source.file, line, words, doubt.message),
                    picture=doubt.picture,
                )
            )
    return found
