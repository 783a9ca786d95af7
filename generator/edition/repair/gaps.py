"""Where two texts have nothing in common: gaps, and the stretches that stand in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.edition.differences import Difference
from generator.edition.repair.alignment import aligned
from generator.edition.repair.hypotheses import Claim, Hypothesis, Stretch
from generator.edition.repair.parallels import Parallels, Run, Side, cover
from generator.edition.repair.tokens import is_label, label_number
from generator.text.numerals import CHARACTERS

LABEL_LETTERS = re.compile(rf"第[{CHARACTERS}]{{1,7}}条?|[{CHARACTERS}]{{1,7}}条")
SMALL = 6  # letters below which a difference is one of readings
FORMULA = 20  # letters of a formula that two wordings share
OPENING = 8  # letters behind two labels by which it is one article under both
CHANCE = 4  # letters that agree by chance between two differences
ALONG = 40  # letters between two gaps that a copied run may go through


@dataclass(slots=True)
class Gap:
    """one[a0:a1] and other[b0:b1] have nothing in common; `sides` are their stretches."""

    at: Difference
    sides: tuple[list[Stretch], list[Stretch]]
    found: tuple[list[list[Run]], list[list[Run]]]
    numbers: tuple[int, int] = (-1, 10**6)  # of the firm labels before and behind it
    hypothesis: Hypothesis | None = None

    def span(self, side: int) -> tuple[int, int]:
        """Return where the gap is in the tokens of a side."""
        return (self.at.b0, self.at.b1) if side else (self.at.a0, self.at.a1)


def gaps_between(
    sides: tuple[Side, Side], shared: Sequence[int]
) -> tuple[list[Difference], dict[int, Gap]]:
    """Return where two texts differ, and which of the differences are gaps (by index).

    What stands in gaps is no longer `firm` in `sides`.  `shared`: for every token of the
    first whether several witnesses have it.
    """
    one, other = sides[0].tokens, sides[1].tokens
    found = _grouped(aligned(one, other), one, other)
    found, parallels = _with_runs(found, sides)
    for each in found:
        if _is_gap(each):
            sides[0].firm[each.a0 : each.a1] = bytes(each.a1 - each.a0)
            sides[1].firm[each.b0 : each.b1] = bytes(each.b1 - each.b0)
    numbers = {
        side.tokens[at]
        for side in sides
        for at, firm in enumerate(side.firm)
        if is_label(side.tokens[at]) and (firm or any(side.firm[at + 1 : at + 2]))
    }
    gaps = {
        at: _gap(each, sides, parallels, numbers, shared)
        for at, each in enumerate(found)
        if _is_gap(each)
    }
    for gap in gaps.values():
        gap.numbers = _number_beside(sides, gap, -1), _number_beside(sides, gap, 1)
        for stretches in gap.sides:
            stretches[:] = [replace(each, fresh=_is_fresh(each, gap)) for each in stretches]
    for one_gap, next_gap in pairwise(gaps.values()):
        _note_damage(one_gap, next_gap, sides)
    return found, gaps


def _is_fresh(each: Stretch, gap: Gap) -> bool:
    """Tell whether the number of a stretch is free, or counts on where it stands."""
    return each.fresh or (each.labelled and fits(gap, {each.number}) > 0)


def _note_damage(one: Gap, other: Gap, sides: tuple[Side, Side]) -> None:
    """Note on two gaps in a row where they stand in one article, so that one bears on the other."""
    for side in (0, 1):
        between = sides[1 - side].tokens[one.span(1 - side)[1] : other.span(1 - side)[0]]
        if any(map(is_label, between)):
            continue
        for gap in (one, other):
            gap.sides[side][:] = [replace(each, hurt=True) for each in gap.sides[side]]


def _grouped(found: Sequence[Difference], tokens: str, other: str) -> list[Difference]:
    """Return the differences, those as one between which no more agrees than by chance.

    Formulas agree by chance too, but no labels do.
    """
    made: list[Difference] = []
    last = -1  # index in `made` of the gap before
    for each in found:
        made.append(each)
        if len(made) > 1:
            before = made[-2]
            between = each.a0 - before.a1
            sizes = [_size(before), _size(each)]
            if between <= CHANCE and 2 * between <= sum(sizes) and min(sizes) >= 2:
                made[-2:] = [_spanning(before, each)]
        if _size(made[-1]) < SMALL and not _relabelled(made[-1], tokens, other):
            continue
        if 0 <= last < len(made) - 1:
            before, after = made[last], made[-1]
            between = after.a0 - before.a1
            replaced = max(min(d.a1 - d.a0, d.b1 - d.b0) for d in (before, after))
            most = OPENING if _relabelled(before, tokens, other) else FORMULA
            if (
                between <= most
                and 6 * between <= _size(before) + _size(after)
                and max(_size(before), _size(after)) >= SMALL <= replaced
                and not any(map(is_label, tokens[before.a1 : after.a0]))
            ):
                made[last:] = [_spanning(before, after)]
        last = len(made) - 1
    return made


def _relabelled(each: Difference, one: str, other: str) -> bool:
    """Tell whether a difference is one of labels."""
    return any(map(is_label, one[each.a0 : each.a1])) and any(
        map(is_label, other[each.b0 : each.b1])
    )


def _size(each: Difference) -> int:
    return max(each.a1 - each.a0, each.b1 - each.b0)


def behind_stops(gap: Gap, sides: tuple[Side, Side]) -> bool:
    """Tell whether both texts have a stop where a gap begins."""
    return all(not gap.span(side)[0] or sides[side].stops[gap.span(side)[0] - 1] for side in (0, 1))


def _size_of(span: tuple[int, int]) -> int:
    return span[1] - span[0]


def _spanning(one: Difference, other: Difference) -> Difference:
    return Difference(one.a0, other.a1, one.b0, other.b1)


def _is_gap(each: Difference) -> bool:
    """Tell whether a difference is too long to be one of readings."""
    return _size(each) >= SMALL


def _with_runs(
    found: list[Difference], sides: tuple[Side, Side]
) -> tuple[list[Difference], Parallels]:
    """Return the differences, those as one that a copied run goes through."""
    gaps = [each for each in found if _is_gap(each)]
    parallels = Parallels(
        sides,
        [(0, each.a0, each.a1) for each in gaps] + [(1, each.b0, each.b1) for each in gaps],
    )
    made: list[Difference] = []
    for each in found:
        last = made[-1] if made else None
        if (
            last is not None
            and _is_gap(last)
            and each.a0 - last.a1 <= ALONG
            and _goes_through(last, each, parallels)
        ):
            made[-1] = _spanning(last, each)
        else:
            made.append(each)
    return made, parallels


def _goes_through(one: Difference, other: Difference, parallels: Parallels) -> bool:
    """Tell whether a run that fills the first gap goes on into the second."""
    for side in (0, 1):
        low, high = (one.b0, one.b1) if side else (one.a0, one.a1)
        start, stop = (other.b0, other.b1) if side else (other.a0, other.a1)
        rival = (one.a0, other.a1) if side else (one.b0, other.b1)
        if high - low < SMALL or stop == start:
            continue
        for run in parallels.runs(side, low, high, rival):
            if (
                run.start - low <= 3
                and run.end == high
                and high + run.beyond >= min(start + 2, stop)
            ):
                return True
    return False


def _gap(
    at: Difference,
    sides: tuple[Side, Side],
    parallels: Parallels,
    numbers: set[str],
    shared: Sequence[int],
) -> Gap:
    made = Gap(at, ([], []), ([], []))
    for side in (0, 1):
        low, high = made.span(side)
        tokens = sides[side].tokens
        edges = [low, *(i for i in range(low + 1, high) if is_label(tokens[i])), high]
        for start, end in pairwise(edges):
            label = tokens[start] if start < end and is_label(tokens[start]) else ""
            if end - start <= len(label) or LABEL_LETTERS.fullmatch(tokens, start, end):
                continue  # a label belongs to the letters that follow it
            runs = parallels.runs(side, start + bool(label), end, made.span(1 - side))
            made.found[side].append(runs)
            made.sides[side].append(
                Stretch(
                    start,
                    end,
                    end - start - bool(label),
                    label_number(label) if label else None,
                    bool(label),
                    bool(label) and label not in numbers,
                    tuple(cover(runs, side, start + bool(label), end)),
                    side == 0 and any(shared[start:end]),
                    behind_stops(made, sides) and _size_of(made.span(1 - side)) < SMALL,
                )
            )
    return made


def claim(gap: Gap, side: int, sides: tuple[Side, Side]) -> Claim:
    """Return a side of a gap as it is weighed."""
    low, high = gap.span(side)
    text = sides[side]
    at_label = any(_ends_at_label(sides[s].tokens, *gap.span(s)) for s in (0, 1))
    whole = low == 0 or text.stops[low - 1] or (low == high and not at_label)
    last = next((at for at in range(high - 1, -1, -1) if not is_label(text.tokens[at])), -1)
    ragged = at_label and last >= 0 and not text.stops[last]
    return Claim(gap.sides[side], whole, ragged)


def _ends_at_label(tokens: str, low: int, high: int) -> bool:
    """Tell whether tokens low to high end with a label, or before one."""
    return (
        high == len(tokens) or is_label(tokens[high]) or (high > low and is_label(tokens[high - 1]))
    )


def fits(gap: Gap, numbers: Collection[int | None]) -> int:
    """Tell whether one of some labels counts on at a gap: 1 yes, -1 no, 0 there is none."""
    before, after = gap.numbers
    if not numbers:
        return 0
    return 1 if any(number and before < number < after for number in numbers) else -1


def _number_beside(sides: tuple[Side, Side], gap: Gap, step: int) -> int:
    """Return the number of the firm label before (step -1) or behind (1) a gap."""
    found: list[int] = []
    for side in (0, 1):
        low, high = gap.span(side)
        tokens, firm = sides[side].tokens, sides[side].firm
        at = low - 1 if step < 0 else high
        if step > 0 and high > low and is_label(tokens[high - 1]):
            at = high - 1  # the label of what follows
        while 0 <= at < len(tokens):
            holds = firm[at] or any(firm[at + 1 : at + 2])
            if holds and (number := label_number(tokens[at])) is not None:
                found.append(number)
                break
            at += step
    if step < 0:
        return max(found, default=-1)
    return min(found, default=10**6)
