"""Where else the wording of a stretch stands: the runs that it shares with other places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

GRAM = 6
COMMON = 40  # places that a telling n-gram stands in at most
STRIDE = 16  # letters that are compared at once
SHORTEST = 6  # letters of a run that fills a stretch
TELLING = 14  # letters of a run that does not
SLACK = 3  # letters at the edge of a stretch that a run may miss
SEAM = 3  # letters before a run that agree where it is no copy
OFTEN = 3  # places that a formula stands in
FORMULA = 0.4  # what a formula is worth
AGAIN = 4  # letters that agree again behind a letter that differs
OWN = 2  # letters by which a run of the same text may be shorter
BESIDE = 6  # letters vocabulary the rival of a stretch that are no other place


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts that are compared: tokens, where sentences stop, what is firm.

    `firm[i]`: token i stands in both texts at the same place of the order.
    """

    tokens: str
    stops: Sequence[bool]
    firm: bytearray


@dataclass(frozen=True, slots=True)
class Run:
    """tokens[start:end] of a stretch stand in side `side` from `low` to `high` as well.

    `before` and `beyond` count the tokens by which the agreement goes on outside the
    stretch; `times` the other places that have the run.  `begins` and `ends`: it does so as a
    sentence does, here and there, and does not follow upon itself.
    """

    start: int
    end: int
    side: int
    low: int
    high: int
    firm: bool
    before: int = 0
    beyond: int = 0
    times: int = 1

    def __len__(self) -> int:
        return self.end - self.start

    @property
    def worth(self) -> float:
        """How many letters of it tell that it was copied.

        A copy begins at its seam: where what stands before it agrees as well, or where many
        places have it, it is a formula that the author used again.
        """
        share = FORMULA if self.before >= SEAM else 1.0
        return len(self) * share * (FORMULA if self.times >= OFTEN else 1.0)


class Parallels:
    """The runs that stretches of two texts share with other places."""

    def __init__(self, sides: tuple[Side, Side], stretches: Iterable[tuple[int, int, int]]) -> None:
        """`stretches`: (side, low, high) of all that may be asked about."""
        self.sides = sides
        wanted = {
            sides[side].tokens[at : at + GRAM]
            for side, low, high in stretches
            for at in range(low, high - GRAM + 1)
        }
        self._places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, side in enumerate(sides):
            tokens = side.tokens
            for at in range(len(tokens) - GRAM + 1):
                gram = tokens[at : at + GRAM]
                if gram in wanted:
                    self._places[gram].append((number, at))

    def runs(self, side: int, low: int, high: int, rival: tuple[int, int]) -> list[Run]:
        """Return the runs of a stretch that stand elsewhere; `rival` is its place opposite."""
        tokens = self.sides[side].tokens
        found: list[Run] = []
        done: dict[tuple[int, int], int] = {}
        for at in range(low, high - GRAM + 1):
            places = self._places.get(tokens[at : at + GRAM], [])
            if len(places) > COMMON:
                continue
            for where, other in places:
                if done.get((where, other - at), -1) > at:
                    continue
                if where != side:
                    if rival[0] - BESIDE <= other < rival[1] + BESIDE:
                        continue
                elif low - BESIDE <= other < high:
                    continue
                end, stop = self._extended(side, at, where, other)
                done[where, other - at] = done[where, stop - end] = end
                back = self._before(side, at, where, other, at - low)
                last = min(end, high)
                if last - at + back >= SHORTEST:
                    found.append(self._run(side, low, (at - back, last, end), where, other - back))
        return found

    def _run(self, side: int, low: int, span: tuple[int, int, int], where: int, other: int) -> Run:
        """Return the run of tokens span[0]:span[1], that agrees as far as span[2]."""
        start, last, end = span
        source = self.sides[where]
        stop = other + last - start
        share = sum(source.firm[other:stop])
        return Run(
            start,
            last,
            where,
            other,
            stop,
            share * 5 >= 4 * (last - start),
            self._before(side, start, where, other, SEAM) if start == low else 0,
            end - last,
        )

    def _before(self, side: int, at: int, where: int, other: int, most: int) -> int:
        """Return how many tokens before two places agree, `most` at most."""
        one, two = self.sides[side].tokens, self.sides[where].tokens
        count = 0
        while (
            count < most
            and count < min(at, other)
            and one[at - count - 1] == two[other - count - 1]
        ):
            count += 1
        return count

    def _extended(self, side: int, at: int, where: int, other: int) -> tuple[int, int]:
        """Return how far the texts agree from two places on, single letters aside."""
        one, two = self.sides[side].tokens, self.sides[where].tokens
        i, j = at + GRAM, other + GRAM  # the n-gram itself agrees
        while True:
            while one[i : i + STRIDE] == two[j : j + STRIDE] and i + STRIDE <= len(one):
                i, j = i + STRIDE, j + STRIDE
            while i < len(one) and j < len(two) and one[i] == two[j]:
                i, j = i + 1, j + 1
            for di, dj in ((1, 1), (1, 0), (0, 1)):
                ahead = one[i + di : i + di + AGAIN]
                if len(ahead) == AGAIN and ahead == two[j + dj : j + dj + AGAIN]:
                    i, j = i + di, j + dj
                    break
            else:
                return i, j


def cover(runs: Sequence[Run], side: int, low: int, high: int) -> list[Run]:
    """Return runs that cover tokens low to high of a side without overlap.

    The longest is taken first; the side's own text shows best that a scribe's eye slipped.
    """
    chosen: list[Run] = []
    for run in sorted(
        runs, key=lambda r: (-len(r) - OWN * (r.side == side), not r.firm, r.start, r.low)
    ):
        start, end = run.start, run.end
        for other in chosen:
            if other.start <= start < other.end:
                start = other.end
            if other.start < end <= other.end:
                end = other.start
            if start < other.start and other.end < end:
                end = other.start
        fills = start - low <= SLACK and high - end <= SLACK
        if end - start >= (SHORTEST if fills else TELLING):
            shift = run.low - run.start
            places = {
                other.low - other.start
                for other in runs
                if other.start <= start + SLACK and end - SLACK <= other.end
            }
            chosen.append(
                replace(
                    run,
                    start=start,
                    end=end,
                    low=start + shift,
                    high=end + shift,
                    times=len(places),
                )
            )
    return sorted(chosen, key=lambda run: run.start)
