"""Every quotation in a draft, with marks or without: exact, altered, or found nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from generator.draft.chaining import Grams, chains
from generator.draft.comparing import DraftText, Lead
from generator.draft.letters import Letters
from generator.draft.originals import Original
from generator.draft.report import Quotation
from generator.draft.words_in_marks import in_marks
from generator.draft.words_without_marks import without_marks

GRAM = 5  # letters of a run that leads to an original


def find_quotations(
    text: str, letters: Letters, originals: Sequence[Original]
) -> tuple[Quotation, ...]:
    """Return the quotations of `originals` in a draft, and those from nowhere."""
    grams = Grams(letters.row, GRAM)
    draft = DraftText(text, letters)
    found = [
        Lead(chain, original)
        for original in originals
        for chain in chains(grams.seeds(original.letters.row))
    ]
    found.sort(key=lambda each: (-each.chain.letters, each.chain.here))
    taken = bytearray(len(letters.row))
    quotations = list(in_marks(draft, found, originals, taken))
    quotations += without_marks(draft, found, originals, taken)
    return tuple(sorted(quotations, key=lambda each: (each.start, each.end)))
