"""Character alignment of two texts, in about linear time.

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

from generator.collation.edits import LABELS, Difference, direct
from generator.collation.sliding import slid

ANCHOR = 12
CHANCE = 5  # letters that two wordings may share by chance
SIZES = (14, 8, 5)  # letters of the anchors of whole documents, each where the longer fail
ACCIDENT = 6  # letters between two differences of whole documents that agree by chance
LONGEST_DIRECT = 800  # the same where no anchor is left
DIRECT = 1500  # texts up to this length are aligned without anchors


def differences(one: str, other: str) -> list[Difference]:
    """Return where `one` and `other` differ, in order; all between them is equal."""
    found: list[Difference] = []
    at_one = at_other = 0
    for a, b in [*_anchors(one, other), (len(one), len(other))]:
        found += direct(one, other, (at_one, a), (at_other, b))
        at_one, at_other = a, b
    return _cleaned(_joined(found))


def aligned(one: str, other: str) -> list[Difference]:
    """Return where two whole documents differ, in order; all between is equal.

    Unlike `differences` it looks for anchors again between anchors, shorter ones each time,
    so that what stands in both in the same order is found beside long intrusions.
    """
    found: list[Difference] = []
    _between(one, other, (0, len(one)), (0, len(other)), 0, found)
    return slid(one, other, _cleaned(_joined(found), ACCIDENT))


def _between(
    one: str,
    other: str,
    a: tuple[int, int],
    b: tuple[int, int],
    level: int,
    found: list[Difference],
) -> None:
    """Add the differences of one[a] and other[b] to `found`, anchors of SIZES[level:] used."""
    mine, theirs = one[a[0] : a[1]], other[b[0] : b[1]]
    if mine == theirs:
        return
    if not mine or not theirs:
        found.append(Difference(*a, *b))
        return
    if level == len(SIZES):
        found += _trimmed(one, other, a, b)
        return
    size = SIZES[level]
    here, there = _unique(mine, size), _unique(theirs, size)
    pairs = _rising([(at, there[gram]) for gram, at in here.items() if gram in there])
    if not pairs:
        _between(one, other, a, b, level + 1, found)
        return
    at_one, at_other = a[0], b[0]
    for p, q in pairs:
        if a[0] + p >= at_one and b[0] + q >= at_other:
            spans = (at_one, a[0] + p), (at_other, b[0] + q)
            _between(one, other, *spans, level, found)
            at_one, at_other = a[0] + p + size, b[0] + q + size
        elif a[0] + p + size > at_one and p + a[0] - at_one == q + b[0] - at_other:
            at_one, at_other = a[0] + p + size, b[0] + q + size
    _between(one, other, (at_one, a[1]), (at_other, b[1]), level, found)


def _trimmed(one: str, other: str, a: tuple[int, int], b: tuple[int, int]) -> list[Difference]:
    """Return the differences of one[a] and other[b]; what agrees at their ends is kept whole.

    A label that one text alone has there does not count.
    """
    begin_a = a[0] + (one[a[0]] >= LABELS > other[b[0]])
    begin_b = b[0] + (other[b[0]] >= LABELS > one[a[0]])
    head = 0
    most = min(a[1] - begin_a, b[1] - begin_b)
    while head < most and one[begin_a + head] == other[begin_b + head]:
        head += 1
    tail = 0
    while tail < most - head and one[a[1] - tail - 1] == other[b[1] - tail - 1]:
        tail += 1
    made: list[Difference] = []
    if head and (begin_a, begin_b) != (a[0], b[0]):
        made.append(Difference(a[0], begin_a, b[0], begin_b))
    if not head:
        begin_a, begin_b = a[0], b[0]
    low_a, high_a = begin_a + head, a[1] - tail
    low_b, high_b = begin_b + head, b[1] - tail
    if low_a == high_a and low_b == high_b:
        return made
    short = max(high_a - low_a, high_b - low_b) <= LONGEST_DIRECT
    if short and low_a < high_a and low_b < high_b:
        return made + direct(one, other, (low_a, high_a), (low_b, high_b))
    return [*made, Difference(low_a, high_a, low_b, high_b)]


def _anchors(one: str, other: str) -> list[tuple[int, int]]:
    """Return places (a, b) where the texts surely correspond, rising in both."""
    if max(len(one), len(other)) <= DIRECT:
        return []
    places_one, places_other = _unique(one), _unique(other)
    pairs = [(a, places_other[gram]) for gram, a in places_one.items() if gram in places_other]
    return _rising(pairs)


def _unique(text: str, size: int = ANCHOR) -> dict[str, int]:
    grams = [text[at : at + size] for at in range(len(text) - size + 1)]
    counts = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if counts[gram] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
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


def _joined(found: list[Difference]) -> list[Difference]:
    joined: list[Difference] = []
    for each in found:
        if joined and joined[-1].a1 == each.a0 and joined[-1].b1 == each.b0:
            joined[-1] = Difference(joined[-1].a0, each.a1, joined[-1].b0, each.b1)
        else:
            joined.append(each)
    return joined


def _cleaned(found: list[Difference], most: int = LONGEST_DIRECT) -> list[Difference]:
    """Return the differences, those joined that only a chance agreement parts.

    More than `most` letters never agree by chance.
    """
    stack: list[Difference] = []
    for each in found:
        stack.append(each)
        while len(stack) > 1:
            before, after = stack[-2], stack[-1]
            equal = after.a0 - before.a1
            weight = min(_size(before), _size(after), 2 * most)
            chance = (
                equal <= CHANCE and weight >= 2 and 3 * equal <= max(_size(before), _size(after))
            )
            if not chance and (equal > max(1, weight // 2) or (equal == 1 and weight < 2)):
                break
            stack[-2:] = [Difference(before.a0, after.a1, before.b0, after.b1)]
    return stack


def _size(each: Difference) -> int:
    return max(each.a1 - each.a0, each.b1 - each.b0)
