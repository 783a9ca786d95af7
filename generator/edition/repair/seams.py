"""How well a text reads where it parts from another one."""

from __future__ import annotations

from collections.abc import Callable

from generator.edition.repair.merged_text import MergedText
from generator.edition.repair.tokens import TokenSequence, is_label
from generator.edition.usage import CONTEXT, Usage

MOST_SEAM = 8.0  # the most that one seam tells, in letters
TokenPlace = Callable[[int], tuple[TokenSequence, int]]


def text_of(side: int, merged: MergedText, sequence: TokenSequence) -> tuple[TokenPlace, int]:
    """Return where the tokens of a side stand in a sequence, and how many there are."""
    if side:
        return (lambda at: (sequence, at)), len(sequence.tokens)
    return (lambda at: (merged.sequences[merged.leads[at][0]], merged.leads[at][1])), len(
        merged.tokens
    )


def seams(span: tuple[int, int], place: TokenPlace, count: int, usage: Usage) -> float:
    """Return how well a text reads at both edges of a gap; a gap of nothing has one."""
    score = 0.0
    for at in sorted(set(span)):
        if not 0 < at < count:
            continue
        (one, before), (two, after) = place(at - 1), place(at)
        if one is not two or after != before + 1 or one.block_of[before] != one.block_of[after]:
            continue
        if is_label(one.tokens[before]):
            continue
        text = one.blocks[one.block_of[after]].segment.text
        low, high = one.place[before] + 1, one.place[after]
        if low == high:
            odds = usage.junction(text[max(0, low - CONTEXT) : low], text[high : high + CONTEXT])
            score += max(-MOST_SEAM, min(MOST_SEAM, odds))
    return score
