"""How right links are: counts of (sentence, article) pairs, and the shares that follow."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Figures:
    """Counts of pairs.

    `predicted` were linked, and `right` of them are allowed; `wanted` are required, and `found` of
    them were linked.
    """

    right: int = 0
    predicted: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float:
        """Return the share of linked pairs that are allowed."""
        return self.right / max(1, self.predicted)

    @property
    def recall(self) -> float:
        """Return the share of required pairs that are linked."""
        return self.found / max(1, self.wanted)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)
