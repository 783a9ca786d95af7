"""What is true where two texts have nothing in common: the cheapest hypothesis of both.

Every stretch of a document stands once in it.  So of two texts that part, the one whose
words stand elsewhere as well has them by a slip (a splice, a repeat), and what stands
nowhere else is the author's.  All hypotheses of a gap - either side is true, or both, or
neither - are weighed by what they take for granted: events (something lost, something
copied), words that come from nowhere, words that the document would have twice by chance.
The least is taken (minimum description length, J. Rissanen 1978).  Costs are in letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.edition.repair.parallels import SLACK, Run

COPY = 8.0  # a run was copied from elsewhere
LOSS = 8.0  # something was lost
EASY_LOSS = 4.0  # a few words were lost
PHRASE = 12  # letters from which it is more than a few words
NOWHERE = 2.0  # a letter that was put in and comes from nowhere
TWICE = 0.7  # a letter that the document has twice by chance
MOST = 40.0  # letters from which a longer run proves no more
BROKEN = 60.0  # the text breaks off in mid-sentence
VOUCHED = 1000.0  # what several witnesses have is given up
UNLABELLED = 40.0  # an article is given up whose number nothing else has
RELABELLED = 8.0  # a number is used twice
RAGGED = 15.0  # the text breaks off before a label where the other does not
HEADLESS = 20.0  # only a part of a stretch is the author's
PARALLEL = 0.4  # what a run is worth in a sentence of its own: laws say like things alike
AGAIN = 10.0  # whole sentences were copied, from one stop to another
RIVAL = 0.5  # a letter of the shorter of two readings neither of which stands elsewhere
FEWEST = 6  # letters of a stretch that is kept apart from a run
CLEAR = 5.0  # costs by which hypotheses differ at least where there is no doubt


@dataclass(frozen=True, slots=True)
class Stretch:
    """tokens[low:high] of a side of a gap, from a label or the gap's beginning on.

    `number`: what it is labelled; `fresh`: nothing firm carries this number, or
    it counts on here; `vouched`:
    several witnesses have it here; `apart`: it begins behind a stop in both
    texts, and the other has next to nothing; `hurt`: that one is damaged in the same
    article elsewhere.
    """

    low: int
    high: int
    letters: int
    number: int | None = None
    labelled: bool = False
    fresh: bool = False
    runs: tuple[Run, ...] = ()
    vouched: bool = False
    apart: bool = False
    hurt: bool = False

    @property
    def copied(self) -> int:
        """How many letters stand elsewhere; all where but the edges do not."""
        count = sum(len(run) for run in self.runs)
        return self.letters if self.runs and count >= self.letters - SLACK else count

    @property
    def worth(self) -> float:
        """How much speaks for it having been copied, in letters."""
        if self.again:
            return 0.0
        share = PARALLEL if self.apart and self.runs and self.runs[-1].ends else 1.0
        return share * sum(run.worth for run in self.runs)

    @property
    def again(self) -> bool:
        """Whether it is whole sentences that stand elsewhere too, as laws repeat them."""
        return self.apart and self.hurt and self.sentence

    @property
    def sentence(self) -> bool:
        """Whether it is made of whole sentences that stand elsewhere too."""
        return (
            not self.labelled
            and self.copied == self.letters > 0
            and self.runs[0].begins
            and self.runs[-1].ends
        )


@dataclass(slots=True)
class Hypothesis:
    """What is kept of each side of a gap: spans of tokens; what is given up, and its parallel."""

    kept: tuple[list[tuple[int, int]], list[tuple[int, int]]]
    dropped: tuple[list[tuple[int, int, Run | None]], list[tuple[int, int, Run | None]]]
    rival: bool = False
    doubtful: bool = False
    cost: float = 0.0


@dataclass(slots=True)
class Claim:
    """A side of a gap as it is weighed: its stretches, and whether the text before is whole.

    `ragged`: it ends before a label without a stop.  `seams`: how well the side reads at
    the edges of the gap, in letters.
    """

    stretches: Sequence[Stretch]
    whole: bool
    ragged: bool = False
    seams: float = 0.0
    labels: bool = field(init=False)
    letters: int = field(init=False)

    def __post_init__(self) -> None:
        self.labels = any(each.labelled for each in self.stretches)
        self.letters = sum(each.letters for each in self.stretches)


def cheapest_hypothesis(one: Claim, other: Claim) -> Hypothesis:
    """Return the cheapest hypothesis of a gap."""
    sides = (one, other)
    options = [(_best(side, keep=True), _best(side, keep=False)) for side in sides]
    found: list[Hypothesis] = []
    for keeps in ((True, False), (False, True), (False, False), (True, True)):
        picked = [options[at][0 if keeps[at] else 1] for at in (0, 1)]
        if any(pick is None for pick in picked):
            continue
        cost = sum(pick[0] for pick in picked if pick)
        cost += _together(sides, keeps)
        if keeps == (True, False) or (keeps == (False, False) and not one.letters):
            cost -= one.seams
        elif keeps == (False, True) or (keeps == (False, False) and not other.letters):
            cost -= other.seams
        found.append(
            Hypothesis(
                (picked[0][1], picked[1][1]),  # type: ignore[index]
                (picked[0][2], picked[1][2]),  # type: ignore[index]
                cost=cost,
            )
        )
    if one.letters and other.letters and not (one.labels or other.labels):
        cost = 4.0 + RIVAL * min(one.letters, other.letters)
        cost += sum(TWICE * s.copied for side in sides for s in side.stretches)
        spans = [[(s.low, s.high) for s in side.stretches] for side in sides]
        found.append(Hypothesis((spans[0], spans[1]), ([], []), rival=True, cost=cost))
    found.sort(key=lambda each: each.cost)
    best = found[0]
    best.doubtful = len(found) > 1 and found[1].cost - best.cost < CLEAR
    best.doubtful |= _unsettled(best, sides)
    return best


def _unsettled(best: Hypothesis, sides: tuple[Claim, Claim]) -> bool:
    """Tell whether what a side has may belong as well as not.

    It is settled where the other text breaks off, or lacks an article whose number is free;
    and where both have something, when one of them stands nowhere else.
    """
    if sides[0].letters and sides[1].letters:
        # both may be copies, and the author's words lost
        return all(2 * s.copied > s.letters for side in sides for s in side.stretches)
    if any(each.sentence for side in sides for each in side.stretches):
        return True
    for at, other in ((0, sides[1]), (1, sides[0])):
        kept = {low for low, _ in best.kept[at]}
        for each in sides[at].stretches:
            if each.low in kept and (other.whole if not each.labelled else not each.fresh):
                return True
    return False


Picked = tuple[float, list[tuple[int, int]], list[tuple[int, int, Run | None]]]


def _best(side: Claim, *, keep: bool) -> Picked | None:
    """Return the cheapest way to keep something of a side, or nothing of it."""
    cost, kept, dropped = 0.0, [], []
    extra: tuple[float, int] | None = None
    choices = []
    for each in side.stretches:
        ways = [_kept(each), _given_up(each)]
        if (rest := _rest(each)) is not None:
            ways.append(rest)
        choices.append(sorted(ways, key=lambda way: way[0]))
    if not keep:
        picked = [next(way for way in ways if not way[1]) for ways in choices]
    else:
        picked = [ways[0] for ways in choices]
        if not any(way[1] for way in picked):
            for at, ways in enumerate(choices):
                way = next(way for way in ways if way[1])
                more = way[0] - picked[at][0]
                if extra is None or more < extra[0]:
                    extra = (more, at)
            if extra is None:
                return None
            at = extra[1]
            picked[at] = next(way for way in choices[at] if way[1])
    for way in picked:
        cost += way[0]
        kept += way[1]
        dropped += way[2]
    return cost, kept, dropped


def _kept(each: Stretch) -> Picked:
    cost = TWICE * min(MOST, each.worth)
    if each.labelled and each.number is not None and not each.fresh:
        cost += RELABELLED
    return cost, [(each.low, each.high)], []


def _given_up(each: Stretch) -> Picked:
    cost = COPY * len(each.runs) + NOWHERE * (each.letters - each.copied)
    if each.labelled and each.fresh:
        cost += UNLABELLED
    if each.vouched:
        cost += VOUCHED
    if each.again:
        cost += AGAIN
    parallel = max(each.runs, key=len, default=None)
    return cost, [], [(each.low, each.high, parallel)]


def _rest(each: Stretch) -> Picked | None:
    """Return a stretch without the copied run at its beginning or end."""
    if each.vouched:
        return None
    for run in sorted(each.runs, key=lambda r: -len(r)):
        first = run.start - each.low <= SLACK and not each.labelled
        last = each.high - run.end <= SLACK
        if first == last or each.letters - len(run) < FEWEST:
            continue
        cost = COPY + HEADLESS + TWICE * max(0.0, each.worth - run.worth)
        if first:
            return cost, [(run.end, each.high)], [(each.low, run.end, run)]
        return cost, [(each.low, run.start)], [(run.start, each.high, run)]
    return None


def _together(sides: tuple[Claim, Claim], keeps: tuple[bool, bool]) -> float:
    """Return what an hypothesis takes for granted of both sides together."""
    if keeps == (True, True):
        return 2 * LOSS + 12.0
    if keeps == (False, False):
        return 0.0 if any(side.whole for side in sides) else BROKEN
    lost = sides[1] if keeps[0] else sides[0]
    kept = sides[0] if keeps[0] else sides[1]
    if lost.letters:
        return 0.0
    if kept.ragged and not lost.ragged:
        return RAGGED + LOSS
    loss = LOSS if kept.letters >= PHRASE else EASY_LOSS
    return loss if lost.whole else loss - 10.0
