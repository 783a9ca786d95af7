"""Sentences as vectors, to tell how alike two of them are: by letter pairs, and by words."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.meaning.base_meaning import MOST, BaseMeaning, weight_of
from generator.linking.named_weights import Matrix
from generator.linking.scoring.cosines import pair_counts

EVERYDAY = 2.0  # nats of a pair's surprise that tell nothing
LEAST, RAREST = 0.1, 8.0


@dataclass(frozen=True, slots=True, eq=False)
class SentenceVector:
    """A sentence's letter pairs with their weights, and the sum of its words' vectors; length 1."""

    pairs: Mapping[str, float]
    words: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class VectorTable:
    """Several sentences' vectors, arranged so that one more is compared with all of them."""

    postings: Mapping[str, tuple[NDArray[np.intp], Matrix]]
    words: Matrix

    def alike(self, vector: SentenceVector) -> tuple[Matrix, Matrix]:
        """Return how alike `vector` is to each sentence: by pairs, by words (cosines)."""
        by_pairs = np.zeros(len(self.words))
        for pair, value in vector.pairs.items():
            if pair in self.postings:
                places, values = self.postings[pair]
                by_pairs[places] += value * values
        return by_pairs, self.words @ vector.words


def sentence_vector(letters: str, cut: Sequence[str], meaning: BaseMeaning) -> SentenceVector:
    """Return the vector of a sentence with these folded `letters`, `cut` into words and stops."""
    found = {}
    for pair, count in pair_counts(letters).items():
        surprise = meaning.language.of_run(pair) - EVERYDAY
        found[pair] = (1 + math.log(count)) * min(RAREST, max(LEAST, surprise))
    length = math.sqrt(sum(value * value for value in found.values())) or 1.0
    words = np.zeros(meaning.known.vectors.shape[1])
    for word in sorted(set(cut)):
        row = meaning.known.rows.get(word)
        weight = weight_of(word, meaning.language, meaning.generic)
        if row is not None and weight is not None:
            words += min(MOST, weight) * meaning.known.vectors[row]
    return SentenceVector(
        {pair: value / length for pair, value in found.items()},
        words / (float(np.linalg.norm(words)) or 1.0),
    )


def vector_table(vectors: Sequence[SentenceVector]) -> VectorTable:
    """Return `vectors` arranged for comparing."""
    found: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for at, vector in enumerate(vectors):
        for pair, value in vector.pairs.items():
            found[pair][0].append(at)
            found[pair][1].append(value)
    return VectorTable(
        {pair: (np.array(at, dtype=np.intp), np.array(v)) for pair, (at, v) in found.items()},
        np.array([each.words for each in vectors]),
    )
