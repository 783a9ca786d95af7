"""Finding marks that have no partner."""

from __future__ import annotations

from collections.abc import Mapping


def unpaired(text: str, pairs: Mapping[str, str]) -> list[int]:
    """Return the offsets of the marks of `pairs` that have no partner in their line.

    `pairs` maps an opening mark to its closing one.  A closing mark closes the nearest
    mark of its kind; what was opened inside that and not closed has no partner.
    """
    closing = {close: opening for opening, close in pairs.items()}
    found: list[int] = []
    at = 0
    for line in text.split("\n"):
        opened: list[tuple[int, str]] = []
        for place, char in enumerate(line, at):
            if char in pairs:
                opened.append((place, char))
            elif char in closing:
                _close(opened, found, place, closing[char])
        found += [place for place, _ in opened]
        at += len(line) + 1
    return sorted(found)


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
