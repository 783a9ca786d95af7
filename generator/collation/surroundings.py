"""What a copy of an article is judged by: its vocabulary, and the language."""

from __future__ import annotations

from dataclasses import dataclass

from generator.collation.background import Background

SEVERAL = -1_000_000  # stands for "more than one article"


@dataclass(frozen=True)
class Surroundings:
    """What a copy is judged by: the document's vocabulary, and the language.

    `finals` holds (article number, witness) of the last block of each witness, behind which
    foreign matter may stand.  `pairs` gives for two letters the article that alone has them,
    SEVERAL where more do.
    """

    background: Background
    pairs: dict[str, int]
    usual_share: float
    finals: frozenset[tuple[int, int]] = frozenset()

    def share(self, text: str, number: int) -> float:
        """Return the share of the letter pairs of `text` that other articles have too."""
        return known_share(text, number, self.pairs)


def known_share(text: str, number: int, pairs: dict[str, int]) -> float:
    """Return the share of the letter pairs of `text` that stand in other articles too."""
    own = [text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()]
    if not own:
        return 1.0
    return sum(1 for pair in own if pairs.get(pair, number) != number) / len(own)
