"""Footnotes: the small lines under a short rule at a page's foot, and their marks in the text.

responsibility1  |  ------ / 1 See the rules.   ->   responsibility[1] … [1]See the rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from generator.content.importing.layout.lines import Fragment, Line, Spelling, words_of
from generator.content.importing.layout.page import Glyph, Page

SMALLER = 0.95  # of the text's size
SHORT_RULE = 0.6  # of a page's width
RAISED = 0.72  # of a line's size, at most, is a raised mark's
MARK = re.compile(r"[0-9*＊①-⑳\[\]［］〔〕]")
RAISED_MARK = re.compile("[⁰¹²³⁴-⁹]")
OWN_MARK = re.compile(
    r"\s*(?:[\[［〔]\d{1,3}[\]］〕]|[①-⑳]|[*＊]{1,3}|[⁰¹²³⁴-⁹]{1,3}|\d{1,3}(?=[^\d.]))"
)


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
    return [] if page.rules else _small_foot(pieces, size)


def _small_foot(pieces: Sequence[Fragment], size: float) -> list[Fragment]:
    """Return the small lines at the foot of a page without ruling lines that begin with a mark."""
    ordered = sorted(pieces, key=lambda each: (each.middle, each.left))
    first = len(ordered)
    while first and ordered[first - 1].size < SMALLER * size:
        first -= 1
    while first < len(ordered) and not OWN_MARK.match(ordered[first].text):
        first += 1
    return ordered[first:] if first else []


def split_marks(
    line: Line, spelling: Spelling, waiting: Collection[str]
) -> tuple[Spelling, list[str]]:
    """Return a line's characters without the raised marks of notes that wait, and those marks.

    Other raised digits (m², 10³) stay as they are.
    """
    kept: Spelling = []
    marks: list[str] = []
    run: Spelling = []
    for text, glyph in [*spelling, ("", None)]:
        if glyph is not None and (
            RAISED_MARK.fullmatch(text) or (MARK.fullmatch(text) and _is_raised(glyph, line))
        ):
            run.append((text, glyph))
            continue
        if run and bare(words_of(run)) in waiting:
            marks.append(bare(words_of(run)))
        else:
            kept += run
        run = []
        if text:
            kept.append((text, glyph))
    return kept, marks


def _is_raised(glyph: Glyph, line: Line) -> bool:
    return glyph.size < RAISED * line.size and glyph.middle < (line.top + line.bottom) / 2


def bare(mark: str) -> str:
    """Return a note's mark without blanks and brackets: [1], ¹ -> 1."""
    if RAISED_MARK.match(mark):
        mark = unicodedata.normalize("NFKC", mark)
    return mark.strip().strip("[]［］〔〕")


def parted(note: Spelling) -> tuple[str, Spelling]:
    """Return the mark that a note begins with ("" for none), and its words."""
    match = OWN_MARK.match(words_of(note))
    if match is None:
        return "", note
    rest = note[match.end() :]
    while rest and not rest[0][0].strip():
        rest = rest[1:]
    return bare(match[0]), rest


def bracketed(mark: str, words: Spelling) -> Spelling:
    """Return a note as the line that stands behind its paragraph: 〔注1：…〕."""
    return [(f"〔注{mark}：", None), *words, ("〕", None)]


def starts_note(line: Line) -> bool:
    """Tell whether a line under the rule begins a note of its own."""
    return OWN_MARK.match(line.text) is not None
