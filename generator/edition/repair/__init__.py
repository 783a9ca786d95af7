"""Repair: the passages of witnesses that are damaged beyond a diff."""

from __future__ import annotations

from collections.abc import Sequence

from generator.edition.passages import Passage
from generator.edition.repair.article_numbers import boundaries
from generator.edition.repair.giving_back import given_back
from generator.edition.repair.merging import merge
from generator.edition.repair.paragraph_starts import paragraphs
from generator.edition.repair.separating import passages_of
from generator.edition.repair.tokens import tokenized
from generator.edition.usage import Usage
from generator.edition.witnesses import ParsedWitness

__all__ = ["repaired"]


def repaired(witnesses: Sequence[ParsedWitness], usage: Usage) -> list[Passage]:
    """Return the passages of witnesses, however damaged, in the order of their keys.

    The witnesses are merged into one text of tokens, labels and all, and taken apart again.
    `usage` tells how a text reads where two witnesses part.
    """
    sequences = [tokenized(at, each.blocks) for at, each in enumerate(witnesses)]
    merged = merge(sequences, usage)
    unnumbered = witnesses[0].style == "paragraphs"
    cuts = paragraphs(merged, witnesses) if unnumbered else boundaries(merged)
    return given_back(passages_of(witnesses, merged, cuts), witnesses)
