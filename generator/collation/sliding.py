"""Where an insertion is cut out of a text that can be cut in several ways (AB|AB).

Labels tell: an article is inserted whole, from its label on.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from generator.collation.edits import LABELS, PART, Difference, direct

NEAR_LABEL = 40  # letters behind a label by which it is known
SLACK = 2  # letters that may be lost or doubled there
LIKE_LABEL = 70  # likeness (of 100) of these letters


def slid(one: str, other: str, found: list[Difference]) -> list[Difference]:
    """Return the differences, insertions slid to where a label stands at an edge of theirs.

    What stands in one text alone can often be cut out in several ways (AB|AB); where one of
    them begins or ends at a label, that is the one.
    """
    made: list[Difference] = []
    for at, each in enumerate(found):
        if made and (whole := _before_next(one, other, made[-1], each)):
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
        each = Difference(each.a0 + shift, each.a1 + shift, each.b0 + shift, each.b1 + shift)
        made += _at_label(one, other, each, made)
    return made


def _before_next(
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
    if not (len(mine) == len(theirs) == 1 and LABELS <= mine < theirs < PART):
        return None
    opening = other[before.b1 : each.b1] if inserted else one[before.a1 : each.a1]
    low = high - len(opening)
    sizes = each.a1 - each.a0, each.b1 - each.b0
    if min(sizes) > SLACK or not 0 < len(opening) <= min(NEAR_LABEL, max(sizes)):
        return None
    following = next((token for token in text[high:] if token >= LABELS), PART)
    if following <= theirs or fuzz.ratio(opening, text[low:high]) < LIKE_LABEL:
        return None
    if inserted:
        behind = direct(one, other, (low, high), (before.b1, each.b1))
        return [Difference(before.a0, low, before.b0, before.b1), *behind]
    behind = direct(one, other, (before.a1, each.a1), (low, high))
    return [Difference(before.a0, before.a1, before.b0, low), *behind]


def _at_label(one: str, other: str, each: Difference, made: list[Difference]) -> list[Difference]:
    """Return an insertion, cut out a little earlier where its last label then meets its like.

    Single letters may differ behind the label.
    """
    before = made[-1] if made else Difference(0, 0, 0, 0)
    if found := _at_lost_label(one, other, before, each):
        made.pop()
        return found
    inserted = each.a1 > each.a0
    text, low, high = (one, each.a0, each.a1) if inserted else (other, each.b0, each.b1)
    back = min(each.a0 - before.a1, each.b0 - before.b1)
    for count in range(1, min(back, high - low, NEAR_LABEL) + 1):
        if text[high - count] < LABELS:
            continue
        alike = fuzz.ratio(text[low - count + 1 : low], text[high - count + 1 : high])
        if text[low - count] < LABELS or alike < LIKE_LABEL:
            break
        return [
            Difference(
                each.a0 - count,
                each.a1 - count if inserted else each.a0 - count,
                each.b0 - count,
                each.b0 - count if inserted else each.b1 - count,
            ),
            *direct(one, other, (each.a1 - count, each.a1), (each.b1 - count, each.b1)),
        ]
    return [each]


def _at_lost_label(
    one: str, other: str, before: Difference, each: Difference
) -> list[Difference] | None:
    """Return two differences as one that ends where its label meets its like; else None.

    The first ends with a label that one text seems to have lost; the second inserts it into
    that text, a few letters further on, with the same letters behind it.
    """
    inserted = each.a1 > each.a0
    text, low, high = (one, each.a0, each.a1) if inserted else (other, each.b0, each.b1)
    lost = other[before.b0 : before.b1] if inserted else one[before.a0 : before.a1]
    back = each.a0 - before.a1
    if not lost or lost[-1] < LABELS or back > NEAR_LABEL:
        return None
    at = text.rfind(lost[-1], low, high)
    alike = fuzz.ratio(text[at + 1 : high], text[low - back : low])
    if at < 0 or abs(high - at - 1 - back) > SLACK or alike < LIKE_LABEL:
        return None
    if inserted:
        whole = Difference(before.a0, at, before.b0, before.b1 - 1)
    else:
        whole = Difference(before.a0, before.a1 - 1, before.b0, at)
    behind = direct(one, other, (whole.a1 + 1, each.a1), (whole.b1 + 1, each.b1))
    return [whole, *behind]


def _edges(text: str, low: int, high: int) -> int:
    """Return how many edges of text[low:high] a label stands at."""
    return (text[low : low + 1] >= LABELS) + (text[high : high + 1] >= LABELS)
