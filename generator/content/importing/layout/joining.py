"""Two lines of one paragraph made one: 责|任 -> 责任, strict|rules -> strict rules."""

from __future__ import annotations

import re

from generator.content.importing.layout.lines import Spelling

WORD_END = re.compile(r"[A-Za-z\u00c0-\u024f,.;:!?)]")
WORD_START = re.compile(r"[A-Za-z\u00c0-\u024f(]")
LETTER = re.compile(r"[A-Za-z0-9\u00c0-\u024f]")
DIGIT = re.compile(r"[0-9]")
SOFT_HYPHENS = ("\u00ad", "\u0002")
HYPHENS = ("-", "\u2010")


def join_to(before: Spelling, after: Spelling) -> None:
    """Add a line to the one before it: a blank between Latin words, nothing between ideographs.

    A blank that stands at the end of the line before is kept only beside a Latin word.
    """
    blank = bool(before) and not before[-1][0].strip()
    while before and not before[-1][0].strip():
        before.pop()
    if before and after:
        last, first = before[-1][0][-1:], after[0][0][:1]
        if last in SOFT_HYPHENS or (last in HYPHENS and _is_parted(before, first)):
            before.pop()
        elif (
            (WORD_END.match(last) and (WORD_START.match(first) or DIGIT.match(first)))
            or (DIGIT.match(last) and WORD_START.match(first))
            or (blank and (LETTER.match(last) or LETTER.match(first)))
        ):
            before.append((" ", None))
    before.extend(after)


def _is_parted(before: Spelling, first: str) -> bool:
    """Tell whether a hyphen at a line's end parts a word: implementa-|tion."""
    return len(before) > 1 and before[-2][0].islower() and first.islower()
