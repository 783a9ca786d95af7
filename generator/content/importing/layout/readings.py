"""Readings set over words (ruby): zhì over 掣 is no word of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.content.importing.layout.lines import Fragment

SMALL = 0.65  # times the size of the word below it, at most
NEAR = 0.6  # ems of that word, between the two at most
READING = re.compile(
    "[A-Za-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff'’ \u3040-\u312f\u31a0-\u31bf]+"
)


def readings(pieces: Sequence[Fragment]) -> list[Fragment]:
    """Return the fragments of a page that are readings of the words right below them."""
    small = [each for each in pieces if READING.fullmatch(each.text)]
    if not small:
        return []
    ordered = sorted(pieces, key=lambda each: each.top)
    tops = [each.top for each in ordered]
    return [each for each in small if _has_word_below(each, ordered, tops)]


def _has_word_below(piece: Fragment, ordered: Sequence[Fragment], tops: Sequence[float]) -> bool:
    at = bisect_left(tops, piece.middle)
    while at < len(ordered) and tops[at] < piece.bottom + piece.size:
        word = ordered[at]
        at += 1
        if (
            piece.size <= SMALL * word.size
            and word.left - word.size < piece.left
            and piece.right < word.right + word.size
            and word.top - piece.bottom < NEAR * word.size
            and word.middle - piece.middle > 0.5 * word.size
        ):
            return True
    return False
