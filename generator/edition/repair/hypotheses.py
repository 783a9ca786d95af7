"""What is true where two texts have nothing in common: the cheapest hypothesis about both.

Every stretch of a document stands once in it.  So of two texts that part, the one whose
words stand elsewhere as well has them by a slip (a splice, a repeat), and what stands
nowhere else is the author's.  All hypotheses about a gap - either side is true, or both, or
neither - are weighed by what they take for granted: something lost, something copied, words
that come from nowhere, words that the document would have twice by chance.  The least is
taken (minimum description length, J. Rissanen 1978).  Costs are in letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.repair.parallels import SLACK, Run

COPY = 8.0  # a run was copied from elsewhere
LOSS = 8.0  # something was lost
EASY_LOSS = 4.0  # a few words were lost
PHRASE = 12  # letters from which it is more than a few words
BREAK = 10.0  # what it explains that the text breaks off where something was lost
NOWHERE = 2.0  # a letter that was put in and comes from nowhere
TWICE = 0.7  # a letter that the document has twice by chance
MOST = 40.0  # letters from which a longer run proves no more
BROKEN = 60.0  # the text breaks off in mid-sentence
UNLABELLED = 40.0  # an article is given up whose number nothing else has
RELABELLED = 8.0  # a number is used twice
PARALLEL = 0.4  # what a run is worth in sentences of its own: laws say like things alike
BOTH = 28.0  # each text has lost what the other has, at one place
RIVAL = 0.5  # a letter of the shorter of two readings neither of which stands elsewhere
CLEAR = 5.0  # costs by which hypotheses differ at least where there is no doubt


@dataclass(frozen=True, slots=True)
class Stretch:
    """tokens[low:high] of a side of a gap, from a label or the gap's beginning on.

    `number`: what it is labelled; `fresh`: nothing firm carries this number, or it counts on
    here; `runs`: what stands elsewhere too; `sentences`: it is whole sentences, which the other
    text lacks, and ends as they do elsewhere.
    """

    low: int
    high: int
    letters: int
    number: int | None = None
    labelled: bool = False
    fresh: bool = False
    runs: tuple[Run, ...] = ()
    sentences: bool = False

    @property
    def copied(self) -> int:
        """How many letters stand elsewhere; all where but the edges do not."""
        count = sum(len(run) for run in self.runs)
        return self.letters if self.runs and count >= self.letters - SLACK else count

    @property
    def kept_cost(self) -> float:
        """What it takes for granted that the stretch is the document's."""
        worth = sum(run.worth for run in self.runs) * (PARALLEL if self.sentences else 1.0)
        cost = TWICE * min(MOST, worth)
        again = self.labelled and self.number is not None and not self.fresh
        return cost + (RELABELLED if again else 0.0)

    @property
    def dropped_cost(self) -> float:
        """What it takes for granted that the stretch came in by a slip."""
        cost = COPY * len(self.runs) + NOWHERE * (self.letters - self.copied)
        return cost + (UNLABELLED if self.labelled and self.fresh else 0.0)


@dataclass(slots=True)
class Hypothesis:
    """What is kept of each side of a gap, and what is given up.

    `rival`: both sides are kept, as readings of one place.
    """

    kept: tuple[list[Stretch], list[Stretch]]
    dropped: tuple[list[Stretch], list[Stretch]]
    cost: float
    rival: bool = False
    doubtful: bool = False


def cheapest(
    sides: tuple[Sequence[Stretch], Sequence[Stretch]],
    whole: tuple[bool, bool],
    seams: tuple[float, float] = (0.0, 0.0),
) -> Hypothesis:
    """Return the cheapest hypothesis about a gap.

    `whole`: the side does not break off before it; `seams`: how well the side reads at its
    edges, in letters.
    """
    letters = [sum(each.letters for each in side) for side in sides]
    found = []
    for keeps in ((True, False), (False, True), (False, False), (True, True)):
        if all(side or not keep for side, keep in zip(sides, keeps, strict=True)):
            kept = _kept(sides[0], keeps[0]), _kept(sides[1], keeps[1])
            lows = [{each.low for each in side} for side in kept]
            dropped = _without(sides[0], lows[0]), _without(sides[1], lows[1])
            cost = sum(each.kept_cost for side in kept for each in side)
            cost += sum(each.dropped_cost for side in dropped for each in side)
            cost += _together(letters, whole, keeps)
            for side in (0, 1):
                alone = keeps[side] and not keeps[1 - side]
                if alone or (not any(keeps) and not letters[side]):
                    cost -= seams[side]
            found.append(Hypothesis(kept, dropped, cost))
    labels = any(each.labelled for side in sides for each in side)
    if all(letters) and not labels:
        cost = 4.0 + RIVAL * min(letters)
        cost += sum(TWICE * each.copied for side in sides for each in side)
        found.append(Hypothesis((list(sides[0]), list(sides[1])), ([], []), cost, rival=True))
    found.sort(key=lambda each: each.cost)
    best = found[0]
    best.doubtful = found[1].cost - best.cost < CLEAR if len(found) > 1 else False
    best.doubtful |= _unsettled(best, sides, whole)
    return best


def _kept(side: Sequence[Stretch], keep: bool) -> list[Stretch]:
    """Return what is kept of a side where something is: what costs less to keep."""
    if not keep:
        return []
    kept = [each for each in side if each.kept_cost <= each.dropped_cost]
    return kept or [min(side, key=lambda each: each.kept_cost - each.dropped_cost)]


def _without(side: Sequence[Stretch], lows: set[int]) -> list[Stretch]:
    return [each for each in side if each.low not in lows]


def _together(letters: Sequence[int], whole: tuple[bool, bool], keeps: tuple[bool, bool]) -> float:
    """Return what a hypothesis takes for granted of both sides together."""
    if all(keeps):
        return BOTH
    if not any(keeps):
        return 0.0 if any(whole) else BROKEN
    lost = 1 if keeps[0] else 0
    if letters[lost]:
        return 0.0
    loss = LOSS if letters[1 - lost] >= PHRASE else EASY_LOSS
    return loss if whole[lost] else loss - BREAK


def _unsettled(
    best: Hypothesis, sides: tuple[Sequence[Stretch], Sequence[Stretch]], whole: tuple[bool, bool]
) -> bool:
    """Tell whether what a side has may belong as well as not.

    It is settled where the other text breaks off, or lacks an article whose number is free;
    and where both have something, when one of them stands nowhere else.
    """
    if sides[0] and sides[1]:
        # both may be copies, and the author's words lost
        return all(2 * each.copied > each.letters for side in sides for each in side)
    return any(
        not each.fresh if each.labelled else whole[1 - at]
        for at in (0, 1)
        for each in best.kept[at]
    )
