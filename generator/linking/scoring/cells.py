"""Values that belong to a sentence and an article, put together for each such pair."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.linking.letter_rows import Flags, Places
from generator.linking.named_weights import Matrix


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Where values go: value i to `cell[i]`, row by row; `shape` is sentences x articles."""

    shape: tuple[int, int]
    cell: Places

    def summed(self, values: Matrix, some: Flags | slice = slice(None)) -> Matrix:
        """Return the sums of `some` of the values, added in their order."""
        size = self.shape[0] * self.shape[1]
        sums = np.zeros(size)
        sums += np.bincount(self.cell[some], weights=values[some], minlength=size)
        return sums.reshape(self.shape)

    def most(self, values: Matrix, some: Flags | slice = slice(None)) -> Matrix:
        """Return the greatest of `some` of the values; 0 where there is none above."""
        greatest = np.zeros(self.shape[0] * self.shape[1])
        np.maximum.at(greatest, self.cell[some], values[some])
        return greatest.reshape(self.shape)


def cells(sentence: Places, article: Places, shape: tuple[int, int]) -> Cells:
    """Return where values of the pairs of `sentence` and `article` go."""
    return Cells(shape, sentence * shape[1] + article)
