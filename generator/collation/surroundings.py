"""What a copy of an article is judged by: all blocks, and the language."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from generator.collation.background import Background
from generator.collation.grams import GramIndex

SEVERAL = -1_000_000  # stands for "more than one article"


@dataclass(frozen=True)
class Surroundings:
    """What a copy is judged by: every block of every witness, and the language.

    `owners[i]` is (article number, witness) of index.blocks[i]; `finals` holds those of the
    last block of each witness, behind which foreign matter may stand.  `pairs` gives for two
    letters the article that alone has them, SEVERAL where more do.
    """

    index: GramIndex
    owners: tuple[tuple[int, int], ...]
    background: Background
    pairs: dict[str, int]
    usual_share: float
    finals: frozenset[tuple[int, int]] = frozenset()

    @cached_property
    def bearing(self) -> dict[int, set[int]]:
        """Return the witnesses that have each article."""
        found: dict[int, set[int]] = defaultdict(set)
        for number, witness in self.owners:
            found[number].add(witness)
        return found

    def share(self, text: str, number: int) -> float:
        """Return the share of the letter pairs of `text` that other articles have too."""
        return known_share(text, number, self.pairs)


def known_share(text: str, number: int, pairs: dict[str, int]) -> float:
    """Return the share of the letter pairs of `text` that stand in other articles too."""
    own = [text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()]
    if not own:
        return 1.0
    return sum(1 for pair in own if pairs.get(pair, number) != number) / len(own)
