"""The checks, in a table; a report -> its findings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from generator.checking import (
    blank_left,
    brackets,
    counts,
    doubled_words,
    empty_headings,
    empty_piece,
    half_width,
    lookalikes,
    numbering,
    quotation_marks,
    unreadable,
)
from generator.checking.codes import CODES
from generator.checking.doubt import Doubt
from generator.cleaning.ledger import SourcePlaces
from generator.model import CleanedSource, Document, Finding

Find = Callable[[Document], Iterable[Doubt]]

CHECKS: tuple[tuple[str, Find], ...] = (
    ("T-001", quotation_marks.find),
    ("T-002", brackets.find),
    ("T-003", doubled_words.find),
    ("T-004", half_width.find),
    ("T-005", numbering.find),
    ("T-006", empty_headings.find),
    ("T-007", counts.find),
    ("T-008", blank_left.find),
    ("T-009", empty_piece.find),
    ("T-010", unreadable.find),
    ("T-011", lookalikes.find),
)
OF_REPORTS = ("T-005", "T-006", "T-007")  # of headings and lists as reports have them
AROUND = 12  # characters of context on either side of the place
LONGEST = 60


def check_piece(
    document: Document, cleaned: CleanedSource, *, law: bool = False
) -> tuple[Finding, ...]:
    """Return what is doubtful in a piece, in the order of its text.

    Of a law only the words are looked at: an article is no heading that wants a text below.

    `cleaned` is the source that the piece was cut from: its ledger tells the line, which
    counts from 1 in the decoded source.
    """
    piece = document.piece
    doubts = sorted(
        (
            (doubt.start, doubt.end, code, doubt.message, doubt.details)
            for code, find in CHECKS
            if not (law and code in OF_REPORTS)
            for doubt in find(document)
        )
    )
    line_ends = [match.start() for match in re.finditer("\n", cleaned.source.text)]
    places = SourcePlaces(piece, cleaned.edits)
    findings = []
    for start, end, code, message, details in doubts:
        line = bisect_left(line_ends, places.of(start)) + 1
        words = _words(piece.text, start, end)
        findings.append(
            Finding(
                *(code, CODES[code].level, piece.file, line, words, message, piece.id, start, end),
                details=details,
            )
        )
    return tuple(findings)


def _words(text: str, start: int, end: int) -> str:
    """Return the place with a little of what stands around it on its line."""
    first = max(0, start - AROUND)
    left = max(text.rfind("\n", first, start) + 1, first)
    stop = text.find("\n", end, end + AROUND)
    words = text[left : stop if stop >= 0 else end + AROUND]
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
