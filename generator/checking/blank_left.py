"""T-008: signs over words that a site hid: xx特色社会主义, **委, （单字替换）; not XX县."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.cleaning.anonymised import blanks
from generator.model import Document


def find(document: Document) -> Iterator[Doubt]:
    """Yield every blank that hides neither a place, a person nor a figure."""
    for blank in blanks(document.piece.text):
        if blank.kind == "masked":
            yield Doubt(blank.start, blank.end, "有被遮盖的词语")
