"""Page numbers, and the running heads and feet beside them: — 3 — -> nothing.

A bare number counts only in a rising series; a running head only when the same short
line stands beside page numbers at least twice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings
from generator.text import labels

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
NUMBERED = re.compile(
    r"[-—–―·•]+\s*\d{1,4}\s*[-—–―·•]+|第\s*\d{1,4}\s*页(?:[,，/ ]*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
BARE = re.compile(r"\d{1,4}")
LABEL = re.compile(labels.any_of(labels.DIVISION, labels.ARTICLE, labels.LOOSE))
LONGEST_HEAD = 40
SERIES = 2


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every line that belongs to the page, not to the text."""
    lines = [(match.start(), match.end(), match[0].strip()) for match in LINE.finditer(text)]
    numbers = {at for at, (_, _, line) in enumerate(lines) if NUMBERED.fullmatch(line)}
    numbers |= _series(lines)
    for at in sorted(numbers | _heads(lines, numbers)):
        start, end, _ = lines[at]
        yield Change(start, min(end + 1, len(text)), "")


def _series(lines: list[tuple[int, int, str]]) -> set[int]:
    """Return the lines that are bare numbers, each one more than the one before."""
    bare = [
        (at, int(line))
        for at, (_, _, line) in enumerate(lines)
        if len(line) <= 4 and BARE.fullmatch(line)
    ]
    found: set[int] = set()
    run: list[int] = []
    expected = None
    for at, value in bare:
        apart = not run or at - run[-1] > 1  # between two page numbers there is a page
        if value != expected or not apart:
            run = []
        run.append(at)
        expected = value + 1
        if len(run) > SERIES:
            found.update(run)
    return found


def _heads(lines: list[tuple[int, int, str]], numbers: set[int]) -> set[int]:
    """Return the short lines that stand beside page numbers again and again."""
    beside = {
        near
        for at in numbers
        for near in (at - 1, at + 1)
        if 0 <= near < len(lines) and near not in numbers
    }
    counts = Counter(lines[at][2] for at in beside)
    return {
        at
        for at in beside
        if counts[lines[at][2]] >= SERIES
        and len(lines[at][2]) <= LONGEST_HEAD
        and not re.search("[。！？；]", lines[at][2])
        and not LABEL.match(lines[at][2])
    }
