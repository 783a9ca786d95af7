"""Where n-grams stand: the index by which blocks that share wording find each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.collation.witnesses import Block

GRAM = 5
COMMON = 12  # blocks that a telling n-gram stands in at most
DRIFT = 8  # letters by which a diagonal may drift through lost and doubled characters


class GramIndex:
    """Where the n-grams of some blocks stand: (block, place in its letters)."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.plains = [block.plain for block in blocks]
        self.places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, plain in enumerate(self.plains):
            for gram, place in grams(plain):
                self.places[gram].append((at, place))
        self.bearers = {g: frozenset(b for b, _ in found) for g, found in self.places.items()}
        self.weights = [
            sum(1 / len(self.bearers[gram]) for gram in {g for g, _ in grams(p)})
            for p in self.plains
        ]

    def telling(self, gram: str) -> list[tuple[int, int]]:
        """Return the places of `gram`, none when it stands in too many to tell."""
        places = self.places.get(gram, [])
        return places if len(places) <= COMMON else []

    def likeness(self, plain: str) -> dict[int, float]:
        """Return how much of the smaller text `plain` and each block share, from 0 to 1.

        An n-gram counts the less the more blocks have it, so that formulas tell little.
        """
        votes: dict[int, float] = defaultdict(float)
        own = 0.0
        for gram in {gram for gram, _ in grams(plain)}:
            bearers = self.bearers.get(gram, frozenset())
            weight = 1 / max(1, len(bearers))
            own += weight
            if len(bearers) <= COMMON:
                for at in bearers:
                    votes[at] += weight
        return {
            at: min(1.0, shared / max(0.01, min(own, self.weights[at])))
            for at, shared in votes.items()
        }


def grams(plain: str) -> Iterator[tuple[str, int]]:
    """Yield every n-gram of `plain` with its place."""
    for at in range(len(plain) - GRAM + 1):
        yield plain[at : at + GRAM], at
