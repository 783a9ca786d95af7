"""Finding marks that have no partner."""

from __future__ import annotations

import re
from collections.abc import Mapping


def unpaired(text: str, pairs: Mapping[str, str]) -> list[int]:
    """Return the offsets of the marks of `pairs` that have no partner in their line.

    `pairs` maps an opening mark to its closing one.  A closing mark closes the nearest
    mark of its kind; what was opened inside that and not closed has no partner.
    """
    closing = {close: opening for opening, close in pairs.items()}
    marks = re.compile(f"[{re.escape(''.join((*pairs, *closing)))}\n]")
    found: list[int] = []
    opened: list[tuple[int, str]] = []
    for match in marks.finditer(text):
        place, char = match.start(), match[0]
        if char in pairs:
            opened.append((place, char))
        elif char in closing:
            _close(opened, found, place, closing[char])
        else:
            found += [at for at, _ in opened]
            opened = []
    return sorted([*found, *(at for at, _ in opened)])


def _close(opened: list[tuple[int, str]], found: list[int], place: int, opening: str) -> None:
    """Close the nearest `opening`, or note that the mark at `place` closes nothing."""
    if all(char != opening for _, char in opened):
        found.append(place)
        return
    while opened:
        inner, char = opened.pop()
        if char == opening:
            return
        found.append(inner)
