"""Of texts that stand twice, which is in its place: articles out of order, and copies.

A stretch is at home where its label counts on, where it goes on from text that both
witnesses have, and where the other witness is broken or copied itself; it is a copy where
it begins at a seam, fills the stretch, and the other witness has words of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from generator.edition.pairing import READING
from generator.edition.repair.gaps import FORMULA, Gap, behind_stops, is_whole
from generator.edition.repair.hypotheses import Stretch
from generator.edition.repair.parallels import SEAM, Run, Side, cover
from generator.edition.repair.tokens import is_label

COVERED = 30.0  # what it tells, in letters, that a run fills a stretch
OPENING = 6  # first letters by which an article is known under its label
BEGUN = 3  # first letters of one whose label counts on at one of the two places alone
ALIKE = 80  # likeness (of 100) of two copies of an article that stand apart
FEWEST = 12  # letters of a stretch that is found again elsewhere

Move = tuple[int, int, int, int]  # a side, and that its tokens low to high belong before another


def displaced(gaps: Sequence[Gap], sides: tuple[Side, Side]) -> list[Move]:
    """Return the articles that stand in both texts under one label, but not in one order.

    (side, low, high, to) of the one that is out of its place, and before which token of its
    side it belongs.
    """
    labelled = [(gap, each) for gap in gaps for each in gap.sides[0] if each.labelled]
    numbered: dict[int | None, list[tuple[Gap, Stretch]]] = defaultdict(list)
    for gap, each in labelled:
        numbered[each.number].append((gap, each))
    moves: list[Move] = []
    for gap in gaps:
        for each in filter(lambda stretch: stretch.labelled, gap.sides[1]):
            others = numbered[each.number]
            mine = sides[1].tokens[each.low + 1 : each.high]
            for other_gap, other in others:
                theirs = sides[0].tokens[other.low + 1 : other.high]
                out_of_count = other_gap.fits({each.number}) != gap.fits({each.number})
                opening = BEGUN if out_of_count else OPENING
                if other_gap is not gap and _same_article(mine, theirs, opening):
                    moves += _move((other_gap, 0, other), (gap, 1, each), sides)
                    break
    return moves


def _move(
    one: tuple[Gap, int, Stretch], other: tuple[Gap, int, Stretch], sides: tuple[Side, Side]
) -> list[Move]:
    """Return the move of the one of two copies of an article that is out of its place."""
    out, place = (other, one[0]) if _in_place(one, other, sides) == 0 else (one, other[0])
    _, side, stretch = out
    tokens = sides[side].tokens
    to = _next_label(tokens, place.span(side)[0])
    if to - place.span(side)[1] > FORMULA:
        to = place.span(side)[1]  # the article before which it belongs has lost its label
    high = _next_label(tokens, stretch.high)
    if high - stretch.high > FORMULA:
        high = stretch.high  # what follows has lost its label
    return [] if stretch.low <= to <= high else [(side, stretch.low, high, to)]


def _next_label(tokens: str, at: int) -> int:
    """Return where the first label from `at` on stands, the end where there is none."""
    while at < len(tokens) and not is_label(tokens[at]):
        at += 1
    return at


def _same_article(one: str, other: str, opening: int) -> bool:
    """Tell whether two texts under one label are one article: they begin alike or are alike."""
    if one[:opening] == other[:opening] and min(len(one), len(other)) >= opening:
        return True
    return min(len(one), len(other)) >= FEWEST and fuzz.partial_ratio(one, other) >= ALIKE


def strike_out(gaps: Sequence[Gap], sides: tuple[Side, Side]) -> None:
    """Strike out the runs that speak against the wrong one of two stretches.

    Of two stretches that share a run and are both in gaps, one has it from the other: the
    one that it fills, or where it fills both, the one that is out of place.
    """
    where = [
        sorted(
            (each.low, each.high, g, s)
            for g, gap in enumerate(gaps)
            for s, each in enumerate(gap.sides[side])
        )
        for side in (0, 1)
    ]
    struck: list[tuple[Gap, int, int, Stretch]] = []
    for gap in gaps:
        for side in (0, 1):
            for at, each in enumerate(gap.sides[side]):
                kept = []
                for run in gap.runs[side][at]:
                    middle = (run.low + run.high) // 2
                    place = bisect_right(where[run.side], (middle, 10**9, 0, 0)) - 1
                    whole = place >= 0 and middle < where[run.side][place][1]
                    if run.firm or not whole:
                        kept.append(run)
                        continue
                    _, _, g, s = where[run.side][place]
                    other = gaps[g].sides[run.side][s]
                    if _is_copy((gap, side, each), (gaps[g], run.side, other), run, sides):
                        kept.append(run)
                covering = cover(kept, side, each.low + each.labelled, each.high)
                struck.append((gap, side, at, replace(each, runs=tuple(covering))))
    for gap, side, at, each in struck:
        gap.sides[side][at] = each


def _is_copy(
    mine: tuple[Gap, int, Stretch],
    theirs: tuple[Gap, int, Stretch],
    run: Run,
    sides: tuple[Side, Side],
) -> bool:
    """Tell whether a stretch has a run from another one, which is in a gap too."""
    own, other = mine[2], theirs[2]
    outside = max(other.low - run.low, run.high - other.high)
    if outside >= SEAM and run.before < SEAM:
        return True  # there it goes on from firm text, here it begins at the seam
    if run.before >= SEAM and outside < SEAM:
        return False
    numbers = {stretch.number for _, _, stretch in (mine, theirs)} - {None}
    here = _fitness(mine, numbers, sides) - COVERED * len(run) / own.letters
    there = _fitness(theirs, numbers, sides) - COVERED * len(run) / other.letters
    if here == there:
        return (theirs[1], other.low) < (mine[1], own.low)
    return here < there


def _in_place(
    one: tuple[Gap, int, Stretch], other: tuple[Gap, int, Stretch], sides: tuple[Side, Side]
) -> int:
    """Return which of two stretches that are the same is in its place: 0 or 1."""
    numbers = {stretch.number for _, _, stretch in (one, other)} - {None}
    worth = [_fitness(each, numbers, sides) for each in (one, other)]
    if worth[0] != worth[1]:
        return 0 if worth[0] > worth[1] else 1
    return 0 if (one[1], one[2].low) < (other[1], other[2].low) else 1


def _fitness(
    stretch: tuple[Gap, int, Stretch],
    numbers: Collection[int | None],
    sides: tuple[Side, Side],
) -> float:
    """Return how well a stretch stands where it does; `numbers`: what it is labelled.

    It stands badly where the other text has words of its own, well where that one is
    copied or broken off.
    """
    gap, side, each = stretch
    rivals = gap.sides[1 - side]
    own = sum(rival.letters - rival.copied for rival in rivals)
    score = -min(30.0, float(own))
    if own <= READING:
        score += 10.0 if rivals or not is_whole(gap, 1 - side, sides) else -10.0
    if each.labelled and not behind_stops(gap, sides):
        score -= 15.0  # no article stands within a sentence
    return score + 20.0 * gap.fits(numbers) + 5.0 * each.fresh
