"""Footnotes: the small lines under a short rule at a page's foot, and their marks in the text.

responsibility1  |  ------ / 1 See the rules.   ->   responsibility[1] … [1]See the rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.importing.layout.lines import Fragment, Line, Spelling, words_of
from generator.content.importing.layout.page import Glyph, Page

SMALLER = 0.95  # of the text's size
SHORT_RULE = 0.6  # of a page's width
RAISED = 0.72  # of a line's size, at most, is a raised mark's
MARK = re.compile(r"[0-9*＊]{1,3}")
OWN_MARK = re.compile(r"\s*(?:\[\d{1,3}\]|[①-⑳]|[*＊]{1,3}|\d{1,3}(?=[^\d.]))")


def notes_start(page: Page, pieces: Sequence[Fragment], size: float) -> list[Fragment]:
    """Return the fragments of a page that are footnotes, from the top down."""
    rules = [
        rule
        for rule in page.rules
        if rule.level
        and 0.08 * page.width < rule.right - rule.left < SHORT_RULE * page.width
        and rule.top > 0.2 * page.height
    ]
    for rule in sorted(rules, key=lambda each: each.top):
        below = [
            piece for piece in pieces if piece.middle > rule.top and piece.right > rule.left - size
        ]
        small = [piece for piece in below if piece.size < SMALLER * size]
        if not small:
            continue
        left, right = min(p.left for p in small), max(p.right for p in small)
        large = [p for p in below if p.size >= SMALLER * size and p.left < right and p.right > left]
        if large or min(p.top for p in small) - rule.top > 3 * size:
            continue
        return sorted(small, key=lambda each: (each.middle, each.left))
    return []


def marked(line: Line, spelling: Spelling) -> Spelling:
    """Return a line's characters with raised marks in brackets: 责任1 -> 责任[1]."""
    found: Spelling = []
    open_mark = False
    for text, glyph in spelling:
        raised = glyph is not None and MARK.fullmatch(text) is not None and _is_raised(glyph, line)
        if raised != open_mark:
            found.append(("[" if raised else "]", None))
            open_mark = raised
        found.append((text, glyph))
    if open_mark:
        found.append(("]", None))
    return found


def _is_raised(glyph: Glyph, line: Line) -> bool:
    return glyph.size < RAISED * line.size and glyph.middle < (line.top + line.bottom) / 2


def mark_of(note: Spelling) -> str:
    """Return the mark that a note begins with, as the text has it: [1], ①; "" for none."""
    match = OWN_MARK.match(words_of(note))
    return match[0].strip() if match else ""


def starts_note(line: Line) -> bool:
    """Tell whether a line under the rule begins a note of its own."""
    return OWN_MARK.match(line.text) is not None
