"""Learning from decisions: a correction of the scores for one base of one library.

A logistic regression on TAUGHT and on the features of the first rounds.  Its weights start from
those of link_weights.json, learned on other policies (those of the first rounds' features from 0:
they are in what these rounds said), and leave them as far as the decisions ask for it: a ridge
penalty about the start (maximum a posteriori), by Newton's method.  Each decided sentence is
judged by the others alone.  The fewer were decided, the less the correction weighs (HALF): a few
of them alone made links worse.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.named_weights import Features, Linear, Matrix
from generator.linking.scoring.chances import chance
from generator.linking.scoring.features import CONTEXT, OWN
from generator.linking.teaching.decided import DecidedSentence
from generator.linking.teaching.sentence_vectors import SentenceVector, VectorTable, vector_table
from generator.linking.teaching.taught_features import (
    LIKE,
    TAUGHT,
    Known,
    nearest_about,
    taught_features,
)

LEAST = 10  # fewer decided sentences teach nothing
HALF = 5  # with so many decided, what they say weighs as much as what was said without them
PENALTY = 20.0
REFIT_PENALTY = 60.0  # for the first rounds' features, each divided by its spread
BIAS_PENALTY = 1.0
ROUNDS = 30
CLOSE = 1e-7  # a step that changes no weight by more is the last
HOPELESS = -4.0  # log odds: pairs below, with no like sentence, teach nothing
REFITTED = (*OWN, *(name for name in CONTEXT if name not in ("own", "own_chance")))
NAMES = (*TAUGHT, *REFITTED)


@dataclass(frozen=True, slots=True, eq=False)
class Taught:
    """What was learned: the weights, and the decided sentences that others are held against."""

    weights: Linear
    decided: tuple[DecidedSentence, ...]
    table: VectorTable
    about: Known

    def correct(self, features: Features, vectors: Sequence[SentenceVector]) -> Matrix:
        """Return corrected chances of the sentences with these `features` and `vectors`."""
        said = features["said"]
        if not len(said):
            return said
        alike = [self.table.alike(each) for each in vectors]
        taught = taught_features(
            said,
            np.array([pairs for pairs, _ in alike]),
            np.array([words for _, words in alike]),
            self.about,
            self.about.sum(axis=0),
        )
        weight = len(self.decided) / (len(self.decided) + HALF)
        return chance(weight * self.weights.of({**features, **taught}) + (1 - weight) * said)

    def nearest(self, vector: SentenceVector, article: int) -> DecidedSentence | None:
        """Return the decided sentence about an article that is most like a sentence."""
        at = nearest_about(*self.table.alike(vector), self.about[:, article])
        return None if at is None else self.decided[at]


def teach(decided: Sequence[DecidedSentence], start: Linear) -> Taught | None:
    """Return what `decided` teach, beginning at `start`; None where they are too few."""
    if len(decided) < LEAST:
        return None
    table = vector_table([each.vector for each in decided])
    about = np.array([each.target() > 0 for each in decided])
    alike = [table.alike(each.vector) for each in decided]
    by_pairs = np.array([pairs for pairs, _ in alike])
    by_words = np.array([words for _, words in alike])
    np.fill_diagonal(by_pairs, 0.0)
    np.fill_diagonal(by_words, 0.0)
    said = np.array([each.features["said"] for each in decided])
    features = taught_features(said, by_pairs, by_words, about, about.sum(axis=0) - about)
    known = np.array([each.known() for each in decided])
    hopeful = (said > HOPELESS) | about | (features["like_pairs"] > LIKE)
    taken = (known > 0) & hopeful
    columns = [features[name][taken] for name in TAUGHT]
    columns += [np.array([each.features[name] for each in decided])[taken] for name in REFITTED]
    rows = np.stack(columns, axis=-1)
    weights = _fit(rows, about[taken].astype(float), known[taken], start)
    return Taught(weights, tuple(decided), table, about)


def _fit(rows: Matrix, target: Matrix, counts: Matrix, start: Linear) -> Linear:
    """Return the weights nearest to `start` that fit `target`, each row counted `counts` times.

    The first rounds' features are taken from their mean: one that hardly differs among the decided
    sentences (their length) would else lift every sentence there is.
    """
    own = len(TAUGHT)
    middle = rows[:, own:].mean(axis=0) if len(rows) else np.zeros(len(REFITTED))
    table = np.c_[rows[:, :own], rows[:, own:] - middle, np.ones(len(rows))]
    begin = np.array([*(start.weights.get(name, 0.0) for name in NAMES), start.bias])
    refit = REFIT_PENALTY * rows[:, own:].std(axis=0) ** 2 + 1e-6
    ridge = np.diag([*[PENALTY] * own, *refit, BIAS_PENALTY])
    beta = _newton(table, target, counts, begin, ridge)
    bias = float(beta[-1] - (beta[own:-1] * middle).sum())
    return Linear(bias, {name: float(w) for name, w in zip(NAMES, beta[:-1], strict=True)})


def _newton(table: Matrix, target: Matrix, counts: Matrix, begin: Matrix, ridge: Matrix) -> Matrix:
    """Return the weights with the least penalised loss.

    A step that would raise the loss is halved until it does not: where one feature parts the
    decided sentences well, whole steps run away.
    """

    def loss(beta: Matrix) -> float:
        odds, away = table @ beta, beta - begin
        fit = counts * (np.logaddexp(0.0, odds) - target * odds)
        return float(fit.sum() + 0.5 * away @ ridge @ away)

    beta, least = begin.copy(), loss(begin)
    for _ in range(ROUNDS):
        guess = chance(table @ beta)
        slope = table.T @ (counts * (target - guess)) - ridge @ (beta - begin)
        curve = (table * (counts * guess * (1 - guess))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve, slope)
        while (after := loss(beta + step)) > least and float(np.abs(step).max()) >= CLOSE:
            step /= 2
        if after > least:
            break
        beta, least = beta + step, after
        if float(np.abs(step).max()) < CLOSE:
            break
    return beta
