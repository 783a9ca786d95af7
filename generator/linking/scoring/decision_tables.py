"""A sum of small decision tables: what the first round of the link scorer has learned.

Each table asks three yes-or-no questions of a pair of a sentence and an article (is this
feature at most that?) and has an answer in log odds for each of the eight outcomes.  They
are gradient-boosted trees of at most four leaves (Friedman, Greedy Function Approximation:
A Gradient Boosting Machine, 2001), written out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.linking.named_weights import Features, Matrix, shape_of

QUESTIONS = 3


class Question(NamedTuple):
    """Whether the feature of this name is `at_most` so much."""

    feature: str
    at_most: float


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """Three questions and the eight answers.

    The answers stand in the order of the outcomes read as a binary number, first question
    first and yes as 1.
    """

    questions: tuple[Question, ...]
    answers: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class DecisionTables:
    """Decision tables whose answers are added up, and the features they were learned from."""

    features: tuple[str, ...]
    tables: tuple[DecisionTable, ...]

    def of(self, features: Features) -> Matrix:
        """Return the sum of the answers for each pair that is scored."""
        said: dict[Question, NDArray[np.bool_]] = {}
        total = np.zeros(shape_of(features))
        for table in self.tables:
            outcome = np.zeros(total.shape, dtype=np.intp)
            for question in table.questions:
                if question not in said:
                    said[question] = features[question.feature] <= question.at_most
                outcome = 2 * outcome + said[question]
            total += np.take(table.answers, outcome)
        return total
