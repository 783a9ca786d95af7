"""How likely each sentence of a report speaks of each article of a base, in two rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.citations import Citation
from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features, Matrix
from generator.linking.neighbours import Neighbours
from generator.linking.scoring.chances import chance
from generator.linking.scoring.context_features import context_features
from generator.linking.scoring.pair_features import own_features, sure
from generator.linking.scoring.sentence_words import SentenceWords, sentence_words
from generator.linking.scoring.weights import LinkWeights, RoundWeights
from generator.model import Document

CERTAIN = 0.9  # the least chance of a link to what is cited or quoted at length


@dataclass(frozen=True, slots=True)
class Scored:
    """A report scored against one base: sentences x articles, each a chance from 0 to 1.

    `first` is what each sentence says by itself, `final` what it says in its surroundings; from
    `threshold` on a pair is linked, and what is `cited` by number always.
    """

    words: tuple[SentenceWords, ...]
    first: Matrix
    final: Matrix
    cited: NDArray[np.bool_]
    threshold: float


def score(
    report: Document,
    base: BaseIndex,
    around: Sequence[Neighbours],
    cited: Sequence[Citation],
    weights: LinkWeights,
) -> Scored:
    """Return the chances of every sentence of `report` and article of `base`."""
    rounds = fitting(weights, base)
    words = sentence_words(report, base)
    own = own_features(report, words, cited, base)
    first, final = score_features(own, around, rounds)
    return Scored(words, first, final, own["citation"] > 0, rounds.threshold)


def fitting(weights: LinkWeights, base: BaseIndex) -> RoundWeights:
    """Return the weights learned with as much known of the terms as `base` knows."""
    if base.hints:
        return weights.with_hints
    return weights.with_terms if base.terms else weights.without_terms


def score_features(
    own: Features, around: Sequence[Neighbours], weights: RoundWeights
) -> tuple[Matrix, Matrix]:
    """Return the chances of the first round and of both, from OWN of every pair.

    A citation by number or a clause taken over word for word is enough, whatever was learned,
    and what stands below inherits it.
    """
    certain = sure(own)
    first = weights.own.of(own)
    first[certain] = np.maximum(first[certain], np.log(CERTAIN / (1 - CERTAIN)))
    final = chance(weights.context.of(context_features(first, around)))
    final[certain] = np.maximum(final[certain], CERTAIN)
    return chance(first), final
