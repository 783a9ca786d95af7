"""The least edits between two short texts."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

LABELS = "\ue000"  # characters from here on stand for labels
PART = "\uf8ff"  # the last of them: running text begins, no article


@dataclass(frozen=True, slots=True)
class Difference:
    """one[a0:a1] stands where other[b0:b1] stands; either may be empty, not both."""

    a0: int
    a1: int
    b0: int
    b1: int


def direct(one: str, other: str, a: tuple[int, int], b: tuple[int, int]) -> list[Difference]:
    """Return where one[a] and other[b] differ, by the least edits (Levenshtein)."""
    if one[a[0] : a[1]] == other[b[0] : b[1]]:
        return []
    codes = Levenshtein.opcodes(one[a[0] : a[1]], other[b[0] : b[1]])
    return [
        Difference(
            a[0] + code.src_start, a[0] + code.src_end, b[0] + code.dest_start, b[0] + code.dest_end
        )
        for code in codes
        if code.tag != "equal"
    ]
