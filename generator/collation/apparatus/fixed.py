"""A variant where nothing was weighed: the edition puts right what a witness has wrong."""

from __future__ import annotations

from generator.collation.comparing import Comparison, Established
from generator.model import Reading, Variant, VariantKind


def fixed(
    comparison: Comparison,
    established: Established,
    readings: list[Reading],
    kind: VariantKind,
    reason: str,
    text: str,
    at: int = 0,
    at_end: int = 0,
) -> Variant:
    """Return a variant of an article where the edition has `text`, at..at_end of its text."""
    ids = [witness.piece.id for witness in comparison.witnesses]
    winner = ids[established.copytext.witness]
    start = established.block.label_start
    chosen = Reading(winner, text, start, start)
    number = established.key
    article, part = (number, None) if number > 0 else (None, 0)
    return Variant(article, part, kind, chosen, tuple(readings), reason, at, at_end)
