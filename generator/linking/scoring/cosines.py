"""Sentence and article as vectors of letter pairs: the angle between them (features COSINE).

Salton and Buckley, Term-weighting approaches in automatic text retrieval (1988): logarithm of the
count, times inverse document frequency among the articles; `rare` also times the surprise.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.named_weights import Matrix
from generator.text.letters import STOP
from generator.text.official_language import OfficialLanguage

PAIR = 2

Postings = Mapping[str, tuple[tuple[int, float], ...]]


@dataclass(frozen=True, slots=True)
class PairVectors:
    """The articles' vectors, of length 1: for each pair who holds it and how much."""

    weights: Mapping[str, float]
    postings: Postings
    articles: int
    unknown: float


def pair_vectors(texts: Sequence[str], language: OfficialLanguage | None = None) -> PairVectors:
    """Return the vectors of the articles with the letters `texts`; with `language` by surprise."""
    counts = [pair_counts(letters) for letters in texts]
    holders = Counter(pair for each in counts for pair in each)
    weights = {pair: _weight(pair, holders[pair], len(texts), language) for pair in holders}
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, each in enumerate(counts):
        vector = {pair: (1 + math.log(n)) * weights[pair] for pair, n in each.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        for pair, value in vector.items():
            postings[pair].append((at, value / length))
    return PairVectors(
        weights,
        {pair: tuple(rows) for pair, rows in postings.items()},
        len(texts),
        math.log((len(texts) + 1) / 0.5),
    )


def _weight(pair: str, holders: int, total: int, language: OfficialLanguage | None) -> float:
    inverse = math.log((total + 1) / (holders + 0.5))
    return inverse * (language.of_run(pair) if language else 1.0)


def cosines(
    counts: Mapping[str, int], vectors: PairVectors, language: OfficialLanguage | None
) -> Matrix:
    """Return the cosine with each article of a text that has these `counts` of pairs."""
    found = [0.0] * vectors.articles
    square = 0.0
    for pair, count in counts.items():
        weight = vectors.weights.get(pair)
        if weight is None:
            weight = vectors.unknown * (language.of_run(pair) if language else 1.0)
        value = (1 + math.log(count)) * weight
        square += value * value
        for article, share in vectors.postings.get(pair, ()):
            found[article] += value * share
    return np.array(found) / (math.sqrt(square) or 1.0)


def pair_counts(letters: str) -> Counter[str]:
    """Return how often each pair of letters that no stop parts stands in `letters`."""
    found = (letters[at : at + PAIR] for at in range(len(letters) - 1))
    return Counter(pair for pair in found if STOP not in pair)
