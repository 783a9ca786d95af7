"""Sentence and article as vectors of letter pairs: the angle between them (features COSINE).

Salton and Buckley, Term-weighting approaches in automatic text retrieval (1988): logarithm of the
count, times inverse document frequency among the articles; `rare` also times the surprise.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.letter_rows import (
    BITS,
    BREAK,
    Keys,
    KeyTable,
    LetterRow,
    Places,
    pair_table,
    spread,
)
from generator.linking.named_weights import Matrix
from generator.linking.scoring.cells import cells
from generator.text.letters import STOP
from generator.text.official_language import OfficialLanguage

PAIR = 2


@dataclass(frozen=True, slots=True, eq=False)
class PairVectors:
    """The articles' vectors, of length 1: for each pair by number who holds it and how much.

    Pair p is held by `articles[first[p]:first[p] + holders[p]]`, each with its `share`.
    """

    numbers: KeyTable
    weights: Matrix
    first: Places
    holders: Places
    articles: Places
    share: Matrix
    count: int
    unknown: float
    language: OfficialLanguage | None


def pair_vectors(texts: Sequence[str], language: OfficialLanguage | None = None) -> PairVectors:
    """Return the vectors of the articles with the letters `texts`; with `language` by surprise."""
    counts = [pair_counts(letters) for letters in texts]
    holders = Counter(pair for each in counts for pair in each)
    weights = {pair: _weight(pair, holders[pair], len(texts), language) for pair in holders}
    postings: dict[str, list[tuple[int, float]]] = {pair: [] for pair in holders}
    for at, each in enumerate(counts):
        vector = {pair: (1 + math.log(n)) * weights[pair] for pair, n in each.items()}
        length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
        for pair, value in vector.items():
            postings[pair].append((at, value / length))
    sizes = np.array([len(rows) for rows in postings.values()], dtype=np.intp)
    return PairVectors(
        numbers=pair_table({pair: number for number, pair in enumerate(postings)}),
        weights=np.array(list(weights.values())),
        first=np.cumsum(sizes) - sizes,
        holders=sizes,
        articles=np.array([at for rows in postings.values() for at, _ in rows], dtype=np.intp),
        share=np.array([share for rows in postings.values() for _, share in rows]),
        count=len(texts),
        unknown=math.log((len(texts) + 1) / 0.5),
        language=language,
    )


def _weight(pair: str, holders: int, total: int, language: OfficialLanguage | None) -> float:
    inverse = math.log((total + 1) / (holders + 0.5))
    return inverse * (language.of_run(pair) if language else 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class RowPairs:
    """The pairs of every sentence of a row, each once, in order: their keys, and how often."""

    sentences: int
    sentence: Places
    keys: Keys
    count: Places


def row_pairs(row: LetterRow) -> RowPairs:
    """Return the pairs of letters that no stop parts in each sentence of `row`."""
    lasting = (row.codes != ord(STOP)) & (row.codes != ord(BREAK))
    at = np.flatnonzero(lasting[:-1] & lasting[1:])
    of_sentence = row.sentence[at] << 2 * BITS | row.pairs[at]
    found, first, count = np.unique(of_sentence, return_index=True, return_counts=True)
    order = np.argsort(first)
    found = found[order]
    keys = found & (1 << 2 * BITS) - 1
    return RowPairs(len(row.starts), found >> 2 * BITS, keys, count[order])


def cosines(pairs: RowPairs, vectors: PairVectors) -> Matrix:
    """Return the cosine of each sentence with each article."""
    numbers = vectors.numbers.of(pairs.keys)
    known = np.flatnonzero(numbers >= 0)
    weights = np.full(len(numbers), vectors.unknown)
    if vectors.language:
        strange = numbers < 0
        weights[strange] *= _surprises(pairs.keys[strange], vectors.language)
    weights[known] = vectors.weights[numbers[known]]
    value = _damped(pairs.count) * weights
    square = np.bincount(pairs.sentence, weights=value * value, minlength=pairs.sentences)
    held = numbers[known]
    entry, each = spread(vectors.first[held], vectors.holders[held])
    each = known[each]
    where = cells(pairs.sentence[each], vectors.articles[entry], (pairs.sentences, vectors.count))
    length = np.sqrt(square)
    length[length == 0] = 1.0
    return where.summed(value[each] * vectors.share[entry]) / length[:, None]


def _damped(counts: Places) -> Matrix:
    """Return 1 and the logarithm of each count."""
    most = int(counts.max(initial=0))
    return np.array([0.0, *(1 + math.log(n) for n in range(1, most + 1))])[counts]


def _surprises(keys: Keys, language: OfficialLanguage) -> Matrix:
    """Return how surprising the pair of each key is."""
    distinct, which = np.unique(keys, return_inverse=True)
    firsts, seconds = (distinct >> BITS).tolist(), (distinct & (1 << BITS) - 1).tolist()
    found = [language.of_pair(chr(a), chr(b)) for a, b in zip(firsts, seconds, strict=True)]
    return np.array(found)[which]


def pair_counts(letters: str) -> Mapping[str, int]:
    """Return how often each pair of letters that no stop parts stands in `letters`."""
    found = (letters[at : at + PAIR] for at in range(len(letters) - 1))
    return Counter(pair for pair in found if STOP not in pair)
