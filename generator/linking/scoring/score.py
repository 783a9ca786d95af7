"""How likely each sentence of a report speaks of each article of a base, in rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from generator.linking.citations import Citation
from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features, Matrix
from generator.linking.neighbours import Neighbours
from generator.linking.scoring.chances import chance, log_odds
from generator.linking.scoring.context_features import context_features
from generator.linking.scoring.pair_features import own_features, sure
from generator.linking.scoring.sentence_words import SentenceWords, sentence_words
from generator.linking.scoring.weights import RICH, Bounds, LinkWeights, RoundWeights
from generator.linking.teaching.sentence_vectors import SentenceVector, sentence_vector
from generator.linking.teaching.taught import Taught
from generator.model import Document

ONE_WORD = 8.0  # nats: a sentence and an article that share less share one everyday word
CERTAIN = 0.9  # the least chance of a link to what is cited or quoted at length


@dataclass(frozen=True, slots=True, eq=False)
class Scored:
    """A report scored against one base: sentences x articles, each a chance from 0 to 1.

    `first` is what each sentence says by itself, `untaught` what it says in its surroundings,
    `final` that corrected by what the editors' decisions teach.  `bounds` say from which chance a
    pair is linked, `untaught_bounds` from which it was before; what is `certain` (cited by number,
    or taken over word for word) always is, and what is `cited` stands by its number.  `features`
    are those of both rounds, and "said", the log odds that they make.
    """

    words: tuple[SentenceWords, ...]
    first: Matrix
    untaught: Matrix
    final: Matrix
    cited: NDArray[np.bool_]
    certain: NDArray[np.bool_]
    bounds: Bounds
    untaught_bounds: Bounds
    features: Features
    vectors: tuple[SentenceVector, ...] = ()


def score(
    report: Document,
    base: BaseIndex,
    around: Sequence[Neighbours],
    cited: Sequence[Citation],
    weights: LinkWeights,
    taught: Taught | None = None,
) -> Scored:
    """Return the chances of every sentence of `report` and article of `base`."""
    rounds = fitting(weights, base)
    words = sentence_words(report, base)
    own = own_features(report, words, cited, base)
    context, untaught = score_features(own, around, rounds)
    features = {**context, **own, "said": log_odds(untaught)}
    by_number, certain = own["citation"] > 0, sure(own)
    bare = not (base.terms or base.kin)
    scored = Scored(
        words,
        context["own_chance"],
        untaught,
        _but_for_one_word(untaught, own, around, rounds.bounds) if bare else untaught,
        by_number,
        certain,
        rounds.bounds,
        rounds.bounds,
        features,
    )
    if taught is None:
        return scored
    vectors = tuple(sentence_vector(each.letters, each.cut, base.meaning) for each in words)
    final = taught.correct(features, vectors)
    final[certain] = np.maximum(final[certain], CERTAIN)
    return replace(scored, final=final, bounds=weights.taught.bounds, vectors=vectors)


def _but_for_one_word(
    chances: Matrix, own: Features, around: Sequence[Neighbours], bounds: Bounds
) -> Matrix:
    """Return `chances`, below what is linked where no more than one everyday word is shared.

    A base of which no vocabulary is known has but its own words: 许可证 in a heading is no
    evidence.  A sentence is told enough, too, by a neighbour that hands its subject on.
    """
    enough = (np.expm1(own["mass"]) >= ONE_WORD) | sure(own)
    told = enough.copy()
    for at, each in enumerate(around):
        givers = (*each.parents, each.previous, each.following, *each.children)
        known = [giver for giver in givers if giver is not None]
        told[at] |= enough[known].any(axis=0)
    return np.where(told, chances, np.minimum(chances, 0.99 * bounds.linked))


def fitting(weights: LinkWeights, base: BaseIndex) -> RoundWeights:
    """Return the weights learned with as much known of the vocabulary as `base` knows."""
    return {
        "rich": weights.rich,
        "with terms": weights.with_terms,
        "without terms": weights.without_terms,
    }[how_rich(base)]


def how_rich(base: BaseIndex) -> Literal["rich", "with terms", "without terms"]:
    """Tell how much is known of the vocabulary of `base`."""
    wordings = len(base.terms) + len(base.kin)
    if wordings >= RICH * max(1, len(base.articles)):
        return "rich"
    return "with terms" if wordings else "without terms"


def score_features(
    own: Features, around: Sequence[Neighbours], weights: RoundWeights
) -> tuple[Features, Matrix]:
    """Return CONTEXT after the first round and the chances of both, from OWN of every pair.

    A citation by number or a clause taken over word for word is enough, whatever was learned,
    and what stands below inherits it.
    """
    certain = sure(own)
    first = weights.own.of(own)
    first[certain] = np.maximum(first[certain], np.log(CERTAIN / (1 - CERTAIN)))
    context = context_features(first, around)
    final = chance(weights.context.of(context))
    final[certain] = np.maximum(final[certain], CERTAIN)
    return context, final
