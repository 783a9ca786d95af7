"""Where two texts differ, character by character, in about linear time.

Long texts are first cut at n-grams that stand exactly once in each (the longest
increasing run of them: patience alignment, after Bram Cohen's patience diff); between
these anchors rapidfuzz finds the least edits (Levenshtein distance, bit-parallel after
Hyyrö 2003).  Chance agreements inside what differs are then given up (the "semantic
cleanup" of Neil Fraser, Diff Strategies, 2006), so that a replaced clause is one
difference and not thirty.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

ANCHOR = 12
CHANCE = 5  # letters that two wordings may share by chance
DIRECT = 1500  # texts up to this length are aligned without anchors
LONGEST_DIRECT = 800


@dataclass(frozen=True, slots=True)
class Difference:
    """one[a0:a1] stands where other[b0:b1] stands; either may be empty, not both."""

    a0: int
    a1: int
    b0: int
    b1: int

    @property
    def size(self) -> int:
        """The length of the longer side."""
        return max(self.a1 - self.a0, self.b1 - self.b0)


def differences(one: str, other: str) -> list[Difference]:
    """Return where `one` and `other` differ, in order; all between them is equal."""
    found: list[Difference] = []
    at_one = at_other = 0
    for a, b in [*_anchors(one, other), (len(one), len(other))]:
        found += direct(one, other, (at_one, a), (at_other, b))
        at_one, at_other = a, b
    return cleaned(joined(found))


def direct(one: str, other: str, a: tuple[int, int], b: tuple[int, int]) -> list[Difference]:
    """Return where one[a] and other[b] differ, by the least edits (Levenshtein)."""
    codes = Levenshtein.opcodes(one[a[0] : a[1]], other[b[0] : b[1]])
    return [
        Difference(
            a[0] + code.src_start, a[0] + code.src_end, b[0] + code.dest_start, b[0] + code.dest_end
        )
        for code in codes
        if code.tag != "equal"
    ]


def _anchors(one: str, other: str) -> list[tuple[int, int]]:
    """Return places (a, b) where the texts surely correspond, rising in both."""
    if max(len(one), len(other)) <= DIRECT:
        return []
    places_one, places_other = unique_grams(one), unique_grams(other)
    pairs = [(a, places_other[gram]) for gram, a in places_one.items() if gram in places_other]
    return rising(pairs)


def unique_grams(text: str, size: int = ANCHOR) -> dict[str, int]:
    """Return the n-grams that stand exactly once in `text`, each with its place."""
    grams = [text[at : at + size] for at in range(len(text) - size + 1)]
    counts = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if counts[gram] == 1}


def rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rises in both numbers (patience sorting)."""
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, b) in enumerate(pairs):
        pile = bisect_left(tops, b)
        before.append(tails[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(b)
            tails.append(index)
        else:
            tops[pile], tails[pile] = b, index
    run = []
    at = tails[-1] if tails else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def joined(found: list[Difference]) -> list[Difference]:
    """Return the differences, those as one that nothing parts."""
    joined: list[Difference] = []
    for each in found:
        if joined and joined[-1].a1 == each.a0 and joined[-1].b1 == each.b0:
            joined[-1] = Difference(joined[-1].a0, each.a1, joined[-1].b0, each.b1)
        else:
            joined.append(each)
    return joined


def cleaned(found: list[Difference], most: int = LONGEST_DIRECT) -> list[Difference]:
    """Return the differences, those joined that only a chance agreement parts.

    More than `most` letters never agree by chance.
    """
    stack: list[Difference] = []
    for each in found:
        stack.append(each)
        while len(stack) > 1:
            before, after = stack[-2], stack[-1]
            equal = after.a0 - before.a1
            weight = min(before.size, after.size, 2 * most)
            chance = equal <= CHANCE and weight >= 2 and 3 * equal <= max(before.size, after.size)
            if not chance and equal > weight // 2:
                break
            stack[-2:] = [Difference(before.a0, after.a1, before.b0, after.b1)]
    return stack
