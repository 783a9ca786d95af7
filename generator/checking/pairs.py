"""Finding marks that have no partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping


def unpaired(text: str, pairs: Mapping[str, str]) -> list[int]:
    """Return the offsets of the marks of `pairs` that have no partner in their line.

    `pairs` maps an opening mark to its closing one.  A closing mark closes the nearest
    mark of its kind; what was opened inside that and not closed has no partner.
    """
    closing = {close: opening for opening, close in pairs.items()}
    marks = re.compile(f"[{re.escape(''.join((*pairs, *closing)))}\n]")
    found: list[int] = []
    opened: list[tuple[int, str]] = []
    count: Counter[str] = Counter()  # of what is open, by kind
    for match in marks.finditer(text):
        place, char = match.start(), match[0]
        if char in pairs:
            opened.append((place, char))
            count[char] += 1
        elif char in closing and not count[closing[char]]:
            found.append(place)
        elif char in closing:
            found += _inside(opened, count, closing[char])
        else:
            found += [at for at, _ in opened]
            opened = []
            count.clear()
    return sorted([*found, *(at for at, _ in opened)])


def _inside(opened: list[tuple[int, str]], count: Counter[str], opening: str) -> Iterator[int]:
    """Close the nearest `opening`, yield what was opened inside it and has no partner."""
    while opened:
        inner, char = opened.pop()
        count[char] -= 1
        if char == opening:
            return
        yield inner
