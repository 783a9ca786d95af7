"""How well a text reads where it parts from another one."""

from __future__ import annotations

from collections.abc import Callable

from generator.collation.background import CONTEXT, Background
from generator.collation.streams import Stream, is_label
from generator.collation.woven import Woven

MOST_SEAM = 8.0  # the most that one seam tells, in letters
TokenPlace = Callable[[int], tuple[Stream, int]]


def text_of(side: int, woven: Woven, stream: Stream) -> tuple[TokenPlace, int]:
    """Return where the tokens of a side stand in a stream, and how many there are."""
    if side:
        return (lambda at: (stream, at)), len(stream.tokens)
    return (lambda at: (woven.streams[woven.leads[at][0]], woven.leads[at][1])), len(woven.tokens)


def seams(span: tuple[int, int], place: TokenPlace, count: int, background: Background) -> float:
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
        text = one.blocks[one.block_of[after]].strand.text
        low, high = one.place[before] + 1, one.place[after]
        if low == high:
            odds = background.junction(
                text[max(0, low - CONTEXT) : low], text[high : high + CONTEXT]
            )
            score += max(-MOST_SEAM, min(MOST_SEAM, odds))
    return score
