"""A sum of small decision tables: what the first round of the link scorer has learned.

Each table asks three yes-or-no questions of a pair of a sentence and an article (is this
feature at most that?) and has an answer in log odds for each of the eight outcomes.  They
are gradient-boosted trees of at most four leaves (Friedman, Greedy Function Approximation:
A Gradient Boosting Machine, 2001), written out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.scoring.shared_wording import Matrix

QUESTIONS = 3


@dataclass(frozen=True, slots=True)
class Table:
    """Three questions (a feature, and what it must be at most) and the eight answers.

    The answers stand in the order of the outcomes read as a binary number, first question
    first and yes as 1.
    """

    features: tuple[str, ...]
    bounds: tuple[float, ...]
    answers: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """Decision tables whose answers are added up."""

    tables: tuple[Table, ...]

    def of(self, table: Matrix, names: Sequence[str]) -> Matrix:
        """Return the sums along the last axis of `table`, whose columns are `names`."""
        columns = {name: at for at, name in enumerate(names)}
        asked = np.array([[columns[name] for name in each.features] for each in self.tables])
        bounds = np.array([each.bounds for each in self.tables])
        answers = np.array([each.answers for each in self.tables])
        rows = table.reshape(-1, table.shape[-1])
        outcome = np.zeros((len(rows), len(self.tables)), dtype=np.intp)
        for question in range(QUESTIONS):
            outcome = 2 * outcome + (rows[:, asked[:, question]] <= bounds[:, question])
        summed: Matrix = answers[np.arange(len(self.tables)), outcome].sum(axis=1)
        return summed.reshape(table.shape[:-1])
