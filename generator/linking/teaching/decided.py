"""Decided sentences: what links.yml says of a report's sentences, with what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from generator.linking.named_weights import Matrix
from generator.linking.teaching.sentence_vectors import SentenceVector

FOLLOWS = 0.5  # what the articles that a decision does not name count, beside those it names


@dataclass(frozen=True, slots=True, eq=False)
class DecidedSentence:
    """A sentence of which the editors said what it is about.

    `about` and `not_about` are positions of articles; where it is `whole`, all articles that are
    not named are decided too: it is not about them.  `features` are those of the first two rounds
    (and "said", the log odds that they make), a value for each article; `words` is what the
    decision quotes, `line` where links.yml has it.
    """

    report: str
    words: str
    line: int
    about: frozenset[int]
    not_about: frozenset[int]
    whole: bool
    features: Mapping[str, Matrix]
    vector: SentenceVector

    def known(self) -> Matrix:
        """Return for each article 1 where it was decided, a part where it follows, else 0."""
        found = np.full(len(self.features["said"]), FOLLOWS if self.whole else 0.0)
        found[sorted(self.about | self.not_about)] = 1.0
        return found

    def target(self) -> Matrix:
        """Return for each article whether the sentence is about it."""
        found = np.zeros(len(self.features["said"]))
        found[sorted(self.about)] = 1.0
        return found
