"""Where two texts have nothing in common: gaps, and the stretches that stand in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.edition.differences import Difference
from generator.edition.pairing import READING
from generator.edition.repair.alignment import aligned
from generator.edition.repair.hypotheses import Stretch
from generator.edition.repair.parallels import Parallels, Run, Side, cover
from generator.edition.repair.tokens import is_label, label_number

FORMULA = 20  # letters of a formula that two wordings share
OPENING = 8  # letters behind two labels by which it is one article under both
ALONG = 40  # letters between two gaps that a copied run may go through
EDGE = 3  # letters at the beginning of a gap that a run may miss
NONE_AFTER = 10**6  # the number behind the last label


@dataclass(slots=True)
class Gap:
    """one[a0:a1] and other[b0:b1] have nothing in common; `sides` are their stretches.

    `runs`: what each stretch shares with other places.  `numbers`: of the firm labels before
    and behind the gap.
    """

    at: Difference
    sides: tuple[list[Stretch], list[Stretch]]
    runs: tuple[list[list[Run]], list[list[Run]]]
    numbers: tuple[int, int] = (-1, NONE_AFTER)

    def span(self, side: int) -> tuple[int, int]:
        """Return where the gap is in the tokens of a side."""
        return (self.at.b0, self.at.b1) if side else (self.at.a0, self.at.a1)

    def fits(self, numbers: Collection[int | None]) -> int:
        """Tell whether one of some labels counts on here: 1 yes, -1 no, 0 there is none."""
        before, after = self.numbers
        if not numbers:
            return 0
        return 1 if any(number and before < number < after for number in numbers) else -1


def gaps_between(sides: tuple[Side, Side]) -> tuple[list[Difference], dict[int, Gap]]:
    """Return where two texts differ, and which of the differences are gaps (by index).

    What stands in gaps is no longer `firm` in `sides`.
    """
    one, other = sides[0].tokens, sides[1].tokens
    found = _grouped(aligned(one, other), one, other)
    parallels = Parallels(sides, [span for each in found if _is_gap(each) for span in _spans(each)])
    found = _with_runs(found, parallels)
    wide = {at: each for at, each in enumerate(found) if _is_gap(each)}
    for each in wide.values():
        for side, low, high in _spans(each):
            sides[side].firm[low:high] = bytes(high - low)
    firm = {
        side.tokens[at]
        for side in sides
        for at in range(len(side.tokens))
        if is_label(side.tokens[at]) and _holds(side, at)
    }
    return found, {at: _gap(each, sides, parallels, firm) for at, each in wide.items()}


def _spans(each: Difference) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """Return (side, low, high) of both sides of a difference."""
    return (0, each.a0, each.a1), (1, each.b0, each.b1)


def _holds(side: Side, at: int) -> bool:
    """Tell whether a label is firm, or what it stands before."""
    return bool(side.firm[at]) or any(side.firm[at + 1 : at + 2])


def _grouped(found: Sequence[Difference], tokens: str, other: str) -> list[Difference]:
    """Return the differences, those as one between which no more agrees than by chance.

    Formulas agree by chance too, but no labels do.
    """
    made: list[Difference] = []
    last = -1  # index in `made` of the gap before
    for each in found:
        made.append(each)
        if not _is_gap(made[-1]) and not _relabelled(made[-1], tokens, other):
            continue
        if 0 <= last < len(made) - 1:
            before, after = made[last], made[-1]
            between = after.a0 - before.a1
            replaced = max(min(d.a1 - d.a0, d.b1 - d.b0) for d in (before, after))
            most = OPENING if _relabelled(before, tokens, other) else FORMULA
            if (
                between <= most
                and 6 * between <= before.size + after.size
                and (_is_gap(before) or _is_gap(after))
                and replaced > READING
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


def _spanning(one: Difference, other: Difference) -> Difference:
    return Difference(one.a0, other.a1, one.b0, other.b1)


def _is_gap(each: Difference) -> bool:
    """Tell whether a difference is too long to be one of readings."""
    return each.size > READING


def _with_runs(found: Sequence[Difference], parallels: Parallels) -> list[Difference]:
    """Return the differences, those as one that a copied run goes through."""
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
    return made


def _goes_through(one: Difference, other: Difference, parallels: Parallels) -> bool:
    """Tell whether a run that fills the first gap goes on into the second."""
    whole = _spans(_spanning(one, other))
    for (side, low, high), (_, start, stop) in zip(_spans(one), _spans(other), strict=True):
        if high - low <= READING or stop == start:
            continue
        for run in parallels.runs(side, low, high, whole[1 - side][1:]):
            goes_on = run.end == high and high + run.beyond >= min(start + 2, stop)
            if goes_on and run.start - low <= EDGE:
                return True
    return False


def _gap(
    at: Difference, sides: tuple[Side, Side], parallels: Parallels, firm: Collection[str]
) -> Gap:
    """Return a difference as a gap; `firm`: the labels that stand outside gaps."""
    made = Gap(at, ([], []), ([], []))
    made.numbers = _number_beside(sides, made, -1), _number_beside(sides, made, 1)
    for side in (0, 1):
        low, high = made.span(side)
        tokens = sides[side].tokens
        edges = [low, *(i for i in range(low + 1, high) if is_label(tokens[i])), high]
        for start, end in pairwise(edges):
            label = tokens[start] if start < end and is_label(tokens[start]) else ""
            if end - start <= len(label):
                continue  # a label belongs to the letters that follow it
            begin = start + len(label)
            runs = parallels.runs(side, begin, end, made.span(1 - side))
            number = label_number(label) if label else None
            fresh = bool(label) and (label not in firm or made.fits({number}) > 0)
            made.runs[side].append(runs)
            covering = tuple(cover(runs, side, begin, end))
            made.sides[side].append(
                Stretch(
                    start,
                    end,
                    end - begin,
                    number,
                    bool(label),
                    fresh,
                    covering,
                    _is_sentences(made, side, sides, covering),
                )
            )
    return made


def _is_sentences(gap: Gap, side: int, sides: tuple[Side, Side], runs: Sequence[Run]) -> bool:
    """Tell whether a stretch is of whole sentences that end so elsewhere, and stands alone."""
    low, high = gap.span(1 - side)
    if not runs or high - low > READING or not behind_stops(gap, sides):
        return False
    last = runs[-1]
    elsewhere = sides[last.side].stops
    return sides[side].stops[last.end - 1] and elsewhere[min(last.high, len(elsewhere)) - 1]


def behind_stops(gap: Gap, sides: tuple[Side, Side]) -> bool:
    """Tell whether both texts have a stop where a gap begins."""
    return all(not gap.span(side)[0] or sides[side].stops[gap.span(side)[0] - 1] for side in (0, 1))


def is_whole(gap: Gap, side: int, sides: tuple[Side, Side]) -> bool:
    """Tell whether the text of a side does not break off before a gap."""
    low, high = gap.span(side)
    if low == 0 or sides[side].stops[low - 1]:
        return True
    return low == high and not any(_ends_at_label(sides[s].tokens, *gap.span(s)) for s in (0, 1))


def _ends_at_label(tokens: str, low: int, high: int) -> bool:
    """Tell whether tokens low to high end with a label, or before one."""
    return (
        high == len(tokens) or is_label(tokens[high]) or (high > low and is_label(tokens[high - 1]))
    )


def _number_beside(sides: tuple[Side, Side], gap: Gap, step: int) -> int:
    """Return the number of the firm label before (step -1) or behind (1) a gap."""
    found: list[int] = []
    for number, side in enumerate(sides):
        low, high = gap.span(number)
        at = low - 1 if step < 0 else high
        if step > 0 and high > low and is_label(side.tokens[high - 1]):
            at = high - 1  # the label of what follows
        while 0 <= at < len(side.tokens):
            value = label_number(side.tokens[at])
            if value is not None and _holds(side, at):
                found.append(value)
                break
            at += step
    return max(found, default=-1) if step < 0 else min(found, default=NONE_AFTER)
