"""Two whole documents aligned, labels and all.

What stands in both in the same order is found beside long intrusions, since anchors are
looked for again between anchors.  An insertion that could be cut out in several ways is cut
at a label.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from generator.edition.differences import (
    Difference,
    cleaned,
    direct,
    joined,
    rising,
    unique_grams,
)
from generator.edition.repair.tokens import PART, is_label

ANCHOR = 14  # letters; 8, or 14, 8 and 5 in turn, do worse on statutes not looked into
LONGEST_DIRECT = 800  # letters of texts without an anchor that are still compared by the letter
LEAST = 4  # letters that must agree behind a label that one text alone has
ACCIDENT = 6  # letters between two differences of whole documents that agree by chance
LONGEST_OPENING = 40  # letters that two articles may begin alike with
LIKE_OPENING = 70  # likeness (of 100) of these letters
SLACK = 2  # letters that may be lost or doubled there


def aligned(one: str, other: str) -> list[Difference]:
    """Return where two whole documents differ, in order; all between is equal."""
    found: list[Difference] = []
    _between(one, other, (0, len(one)), (0, len(other)), found)
    return _slid(one, other, cleaned(joined(found), ACCIDENT))


def _between(
    one: str, other: str, a: tuple[int, int], b: tuple[int, int], found: list[Difference]
) -> None:
    """Add the differences of one[a] and other[b] to `found`."""
    mine, theirs = one[a[0] : a[1]], other[b[0] : b[1]]
    if mine == theirs:
        return
    pairs, size = _shared(mine, theirs, ANCHOR), ANCHOR
    if not pairs:
        pairs, size = [(p, q) for p, q in _shared(mine, theirs, 1) if is_label(mine[p])], 1
    if not pairs:
        found += _trimmed(one, other, a, b) if mine and theirs else [Difference(*a, *b)]
        return
    at_one, at_other = a[0], b[0]
    for p, q in pairs:
        low_one, low_other = a[0] + p, b[0] + q
        if low_one >= at_one and low_other >= at_other:
            _between(one, other, (at_one, low_one), (at_other, low_other), found)
        elif low_one - at_one != low_other - at_other:
            continue  # overlaps the anchor before it, and does not go on from there
        at_one, at_other = low_one + size, low_other + size
    _between(one, other, (at_one, a[1]), (at_other, b[1]), found)


def _shared(one: str, other: str, size: int) -> list[tuple[int, int]]:
    """Return where n-grams that stand once in both stand, those that rise in both."""
    here, there = unique_grams(one, size), unique_grams(other, size)
    return rising([(at, there[gram]) for gram, at in here.items() if gram in there])


def _trimmed(one: str, other: str, a: tuple[int, int], b: tuple[int, int]) -> list[Difference]:
    """Return the differences of one[a] and other[b]; what agrees at their ends is kept whole.

    A label that one text alone has there does not count.
    """
    begin_a = a[0] + (is_label(one[a[0]]) and not is_label(other[b[0]]))
    begin_b = b[0] + (is_label(other[b[0]]) and not is_label(one[a[0]]))
    head = 0
    most = min(a[1] - begin_a, b[1] - begin_b)
    while head < most and one[begin_a + head] == other[begin_b + head]:
        head += 1
    if head < LEAST and (begin_a, begin_b) != (a[0], b[0]):
        head = 0
    tail = 0
    while tail < most - head and one[a[1] - tail - 1] == other[b[1] - tail - 1]:
        tail += 1
    made: list[Difference] = []
    if head and (begin_a, begin_b) != (a[0], b[0]):
        made.append(Difference(a[0], begin_a, b[0], begin_b))
    if not head:
        begin_a, begin_b = a[0], b[0]
    low, high = (begin_a + head, begin_b + head), (a[1] - tail, b[1] - tail)
    if low == high:
        return made
    if (
        low[0] == high[0]
        or low[1] == high[1]
        or max(high[0] - low[0], high[1] - low[1]) > LONGEST_DIRECT
    ):
        return [*made, Difference(low[0], high[0], low[1], high[1])]
    return made + direct(one, other, (low[0], high[0]), (low[1], high[1]))


def _slid(one: str, other: str, found: list[Difference]) -> list[Difference]:
    """Return the differences, insertions slid to where a label stands at an edge of theirs.

    What stands in one text alone can often be cut out in several ways (AB|AB); where one of
    them begins or ends at a label, that is the one.
    """
    made: list[Difference] = []
    for at, each in enumerate(found):
        if made and (whole := _inserted_whole(one, other, made[-1], each)):
            made[-1:] = whole
            continue
        if (each.a0 == each.a1) == (each.b0 == each.b1):
            made.append(each)
            continue
        text, low, high = (
            (one, each.a0, each.a1) if each.a1 > each.a0 else (other, each.b0, each.b1)
        )
        before = made[-1] if made else Difference(0, 0, 0, 0)
        after = found[at + 1] if at + 1 < len(found) else None
        back = min(each.a0 - before.a1, each.b0 - before.b1)
        ahead = min(
            (after.a0 if after else len(one)) - each.a1,
            (after.b0 if after else len(other)) - each.b1,
        )
        shifts = [0]
        for step in range(1, back + 1):
            if text[low - step] != text[high - step]:
                break
            shifts.append(-step)
        for step in range(1, ahead + 1):
            if text[low + step - 1] != text[high + step - 1]:
                break
            shifts.append(step)
        shift = max(shifts, key=lambda s: (_edges(text, low + s, high + s), -abs(s)))
        made.append(Difference(each.a0 + shift, each.a1 + shift, each.b0 + shift, each.b1 + shift))
    return made


def _inserted_whole(
    one: str, other: str, before: Difference, each: Difference
) -> list[Difference] | None:
    """Return a whole article that one text inserts, with the label that follows it in the other.

    Both articles begin alike, but for a letter or two, and the next has lost its label where the
    first stands: [35]AB A and [36]A differ by [35]AB against [36], not by their labels and BA.
    None where it is not so.
    """
    inserted = each.a1 - each.a0 > each.b1 - each.b0
    text, high = (one, each.a1) if inserted else (other, each.b1)
    labels = one[before.a0 : before.a1], other[before.b0 : before.b1]
    mine, theirs = labels if inserted else labels[::-1]
    if not (len(mine) == len(theirs) == 1 and is_label(mine) and mine < theirs < PART):
        return None
    opening = other[before.b1 : each.b1] if inserted else one[before.a1 : each.a1]
    low = high - len(opening)
    sizes = each.a1 - each.a0, each.b1 - each.b0
    if min(sizes) > SLACK or not 0 < len(opening) <= min(LONGEST_OPENING, max(sizes)):
        return None
    following = next((token for token in text[high:] if is_label(token)), PART)
    if following <= theirs or fuzz.ratio(opening, text[low:high]) < LIKE_OPENING:
        return None
    if inserted:
        behind = direct(one, other, (low, high), (before.b1, each.b1))
        return [Difference(before.a0, low, before.b0, before.b1), *behind]
    behind = direct(one, other, (before.a1, each.a1), (low, high))
    return [Difference(before.a0, before.a1, before.b0, low), *behind]


def _edges(text: str, low: int, high: int) -> int:
    """Return how many edges of text[low:high] a label stands at."""
    return sum(1 for token in text[low : low + 1] + text[high : high + 1] if is_label(token))
