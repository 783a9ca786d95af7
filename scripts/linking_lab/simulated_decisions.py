"""Decisions simulated from labels: what an editor would answer, for learning and measuring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features, Linear, Matrix
from generator.linking.scoring.chances import chance, log_odds
from generator.linking.scoring.features import CONTEXT, OWN
from generator.linking.scoring.score import score_features
from generator.linking.scoring.weights import Bounds, RoundWeights
from generator.linking.teaching.decided import DecidedSentence
from generator.linking.teaching.sentence_vectors import (
    SentenceVector,
    sentence_vector,
    vector_table,
)
from generator.linking.teaching.taught import HOPELESS, teach
from generator.linking.teaching.taught_features import LIKE, TAUGHT, taught_features
from scripts.linking_lab.figures import Figures
from scripts.linking_lab.learning import Labelled, Learned, Lesson, fit

START_DECISIONS = 100  # as many decided sentences as the start of TAUGHT is learned with
START_PENALTY = 5.0
SEEDS = (1, 2, 3)
MOST = 300  # sentences of a policy that the start is learned from, with each seed


@dataclass(frozen=True, slots=True, eq=False)
class LabelledPairs:
    """A policy's labelled sentences, scored by weights that have not seen the policy."""

    policy: str
    labels: tuple[Labelled, ...]
    articles: tuple[int, ...]
    features: tuple[Features, ...]  # of each sentence: the rounds' and "said"
    vectors: tuple[SentenceVector, ...]

    def decided(self, at: int) -> DecidedSentence:
        """Return the label `at` as an editor would have decided it."""
        label = self.labels[at]
        about = frozenset(n for n, each in enumerate(self.articles) if each in label.required)
        return DecidedSentence(
            label.report,
            label.text,
            at,
            about,
            frozenset(),
            True,
            self.features[at],
            self.vectors[at],
        )

    def said(self, rows: Sequence[int]) -> Features:
        """Return the features of the sentences `rows`, sentences x articles."""
        return {
            name: np.array([self.features[at][name] for at in rows]) for name in self.features[0]
        }

    def targets(self, rows: Sequence[int]) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Return which pairs are required and which are allowed."""
        required = [[n in self.labels[at].required for n in self.articles] for at in rows]
        allowed = [[n in self.labels[at].allowed for n in self.articles] for at in rows]
        return np.array(required), np.array(allowed)


def labelled_pairs(lessons: Sequence[Lesson], base: BaseIndex, learned: Learned) -> LabelledPairs:
    """Return the labelled sentences of one policy's `lessons`, scored by `learned`."""
    weights = RoundWeights(*learned, Bounds(0.5, 0.5))
    features: list[Features] = []
    vectors: list[SentenceVector] = []
    labels: list[Labelled] = []
    for lesson in lessons:
        context, final = score_features(lesson.prepared.own, lesson.prepared.around, weights)
        every = {**context, **lesson.prepared.own, "said": log_odds(final)}
        for label in lesson.labels:
            at = label.sentences[0]
            labels.append(label)
            features.append({name: every[name][at] for name in {*OWN, *CONTEXT, "said"}})
            words = lesson.prepared.words[at]
            vectors.append(sentence_vector(words.letters, words.cut, base.meaning))
    first = lessons[0]
    return LabelledPairs(
        first.policy, tuple(labels), first.articles, tuple(features), tuple(vectors)
    )


def learn_start(policies: Sequence[LabelledPairs]) -> Linear:
    """Return the weights of TAUGHT that serve `policies` with START_DECISIONS decided sentences."""
    tables, wanted = [], []
    for each in policies:
        for seed in SEEDS:
            drawn = np.random.default_rng(seed).permutation(len(each.labels))
            decided, rest = drawn[:START_DECISIONS], drawn[START_DECISIONS:][:MOST]
            found = _taught(each, list(decided), list(rest))
            required, allowed = each.targets(list(rest))
            hopeful = (found["said"] > HOPELESS) | required | (found["like_pairs"] > LIKE)
            tables.append(np.stack([found[name][hopeful] for name in TAUGHT], axis=-1))
            target = np.where(required, 1.0, np.where(allowed, 0.4, 0.0))
            wanted.append(target[hopeful])
    return fit(np.concatenate(tables), np.concatenate(wanted), TAUGHT, START_PENALTY)


def _taught(policy: LabelledPairs, decided: list[int], rest: list[int]) -> Features:
    about, _ = policy.targets(decided)
    table = vector_table([policy.vectors[at] for at in decided])
    alike = [table.alike(policy.vectors[at]) for at in rest]
    said = policy.said(rest)["said"]
    by_pairs = np.array([pairs for pairs, _ in alike])
    by_words = np.array([words for _, words in alike])
    return taught_features(said, by_pairs, by_words, about, about.sum(axis=0))


def after_decisions(
    policy: LabelledPairs, count: int, start: Linear, seed: int
) -> tuple[Matrix, list[int]]:
    """Return the chances after `count` simulated decisions, of the sentences not decided."""
    drawn = np.random.default_rng(seed).permutation(len(policy.labels))
    rest = [int(at) for at in drawn[count:]]
    said = policy.said(rest)
    taught = teach([policy.decided(int(at)) for at in drawn[:count]], start) if count else None
    if taught is None:
        return chance(said["said"]), rest
    return taught.correct(said, [policy.vectors[at] for at in rest]), rest


def figures(policy: LabelledPairs, chances: Matrix, rows: Sequence[int], bound: float) -> Figures:
    """Return the figures of the links from the chance `bound` on."""
    required, allowed = policy.targets(rows)
    linked = chances >= bound
    return Figures(
        int((linked & allowed).sum()),
        int(linked.sum()),
        int((linked & required).sum()),
        int(required.sum()),
    )
