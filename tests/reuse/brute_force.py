"""Shared passages found by looking at everything: slow, short, and as the docstrings say it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

LEAST, QUOTED = 20, 8
Spans = tuple[tuple[int, int, int], ...]


def shared(texts: Sequence[str], document: str) -> set[tuple[str, Spans]]:
    """Return each passage of `texts`, which are letters only, with number, start and end."""
    places = defaultdict(list)
    for number, text in enumerate(texts):
        for at in range(len(text) - LEAST + 1):
            places[text[at : at + LEAST]].append((number, at))
    grown = {
        _grow(texts, found)
        for window, found in places.items()
        if window not in document and len({number for number, _ in found}) > 1
    }
    best: dict[str, tuple[tuple[int, int], ...]] = {}
    for found, size in sorted(grown):
        number, start = found[0]
        letters = texts[number][start : start + size]
        own = [at for at in range(size) if not _quoted(letters, at, document)]
        if len(own) >= LEAST and _adds_letters(letters, found, places, document):
            inner = letters[own[0] : own[-1] + 1]
            moved = tuple((number, start + own[0]) for number, start in found)
            if len(moved) > len(best.get(inner, ())):
                best[inner] = moved
    return {(letters, _apart(found, len(letters))) for letters, found in best.items()}


def _grow(
    texts: Sequence[str], found: Sequence[tuple[int, int]]
) -> tuple[tuple[tuple[int, int], ...], int]:
    """Return the places of a window and its size when it can't be grown any more."""
    before, size = 0, LEAST
    while len({texts[n][at - before - 1] if at > before else n for n, at in found}) == 1:
        before += 1
    while len({(texts[n] + "\0" * size)[at + size] for n, at in found}) == 1 and all(
        at + size < len(texts[n]) for n, at in found
    ):
        size += 1
    return tuple((n, at - before) for n, at in found), before + size


def _quoted(letters: str, at: int, document: str) -> bool:
    """Tell whether letter `at` lies in a run of QUOTED letters that the document has."""
    runs = (letters[low : low + QUOTED] for low in range(max(0, at - QUOTED + 1), at + 1))
    return any(len(run) == QUOTED and run in document for run in runs)


def _adds_letters(
    letters: str,
    found: Sequence[tuple[int, int]],
    places: dict[str, list[tuple[int, int]]],
    document: str,
) -> bool:
    """Tell whether some letter is neither in a window with more places nor in the document's."""
    covered = set[int]()
    for at in range(len(letters) - LEAST + 1):
        window = letters[at : at + LEAST]
        if window in document or len(places[window]) > len(found):
            covered.update(range(at, at + LEAST))
    return len(covered) < len(letters)


def _apart(found: Sequence[tuple[int, int]], size: int) -> Spans:
    """Return the places, of those in one text that overlap the first."""
    kept: list[tuple[int, int, int]] = []
    for number, at in found:
        if not kept or kept[-1][0] != number or kept[-1][2] <= at:
            kept.append((number, at, at + size))
    return tuple(kept)
