"""The words of a text that stand in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

PAIRS = {"“": "”", "「": "」", "『": "』"}
MARKS = re.compile('[“”「」『』"\n]')


def quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in quotation marks, the outermost where one holds another.

    The marks are left out; a mark without a partner in its line quotes nothing.
    """
    opened: list[tuple[str, int]] = []
    for match in MARKS.finditer(text):
        mark, at = match[0], match.start()
        if mark == "\n":
            opened.clear()
        elif mark in PAIRS or (mark == '"' and not any(each == mark for each, _ in opened)):
            opened.append((mark, at))
        else:
            while opened:
                opening, start = opened.pop()
                if PAIRS.get(opening, opening) == mark:
                    if not opened:
                        yield start + 1, at
                    break
