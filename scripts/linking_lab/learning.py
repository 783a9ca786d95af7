"""Learning the weights of links and roles from the labelled sentences of several policies.

All are logistic regressions with a ridge penalty, fitted by Newton's method (iteratively
reweighted least squares; Hastie, Tibshirani, Friedman, The Elements of Statistical Learning,
4.4.1).  The second round is trained on first scores of policies that the first round has not seen
(stacking), so that it does not trust them too much; the bounds are set on policies that neither
has seen.  Of the many pairs that are plainly nothing a part is drawn, and counted for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.citations import citations
from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features, Linear, Matrix, shape_of
from generator.linking.neighbours import Neighbours, neighbours
from generator.linking.roles.role_features import ROLE_FEATURES, role_features
from generator.linking.roles.role_weights import ROLES, RoleWeights
from generator.linking.scoring.chances import chance
from generator.linking.scoring.context_features import context_features
from generator.linking.scoring.features import CONTEXT, OWN
from generator.linking.scoring.pair_features import own_features
from generator.linking.scoring.score import score_features
from generator.linking.scoring.sentence_words import SentenceWords, sentence_words
from generator.linking.scoring.weights import Bounds, RoundWeights
from generator.model import Document
from scripts.linking_lab.figures import Figures

RELATED = 0.4  # the target of an article that is allowed but not required
PENALTY = 30.0
ROLE_PENALTY = 20.0
ROUNDS = 40
DRAWN = 0.15  # of the pairs that share little, so many are learned from
SHARING = 0.5
STEPS = [round(0.02 * step, 2) for step in range(3, 48)]
PRECISE = 0.9  # the precision of links where little is known
SURE = 0.95  # that of sure links
FLAT = 0.01  # bounds whose F1 is so near the best are as good: the highest, for precision
FEWEST = 20  # links that a bound's precision is measured on


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled sentence of a report: indexes of the document's sentences that it covers."""

    report: str
    sentences: tuple[int, ...]
    text: str
    required: frozenset[int]
    allowed: frozenset[int]
    role: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """A report with its features, so that many weights can be tried."""

    document: Document
    around: tuple[Neighbours, ...]
    words: tuple[SentenceWords, ...]
    own: Features
    roles: Features


def prepare(document: Document, base: BaseIndex) -> Prepared:
    """Return the features of `document` against `base`."""
    around = neighbours(document)
    words = sentence_words(document, base)
    cited = citations(document.piece.text, [base.base], {base.base.id: base.numbering})
    own = own_features(document, words, cited, base)
    return Prepared(document, around, words, own, role_features(document, around))


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """What is learned from one report of a policy: its features, targets and which pairs count."""

    policy: str
    report: str
    prepared: Prepared
    labels: tuple[Labelled, ...]
    articles: tuple[int, ...]
    targets: Matrix
    counts: Matrix


def lessons(
    policy: str,
    prepared: Mapping[str, Prepared],
    labels: Sequence[Labelled],
    articles: Sequence[int],
) -> tuple[Lesson, ...]:
    """Return a lesson for each report that has labels, in the order of their names."""
    found = []
    for report in sorted({each.report for each in labels}):
        own = tuple(each for each in labels if each.report == report)
        targets = _targets(prepared[report], own, articles)
        counts = _counts(prepared[report], targets)
        found.append(
            Lesson(policy, report, prepared[report], own, tuple(articles), targets, counts)
        )
    return tuple(found)


def _targets(prepared: Prepared, labels: Sequence[Labelled], articles: Sequence[int]) -> Matrix:
    """Return what each labelled pair should score; NaN where nothing is labelled."""
    table = np.full(shape_of(prepared.own), np.nan)
    for each in labels:
        row = [
            1.0 if n in each.required else RELATED if n in each.allowed else 0.0 for n in articles
        ]
        for at in each.sentences:
            table[at] = row
    return table


def _counts(prepared: Prepared, targets: Matrix) -> Matrix:
    """Return what each pair counts: of those that share little a part stands for all."""
    known = ~np.isnan(targets)
    telling = known & ((np.nan_to_num(targets) > 0) | (prepared.own["share"] > SHARING))
    drawn = np.random.default_rng(5).random(targets.shape) < DRAWN
    return np.where(telling, 1.0, np.where(known & drawn, 1 / DRAWN, 0.0))


def rows_of(features: Features, names: Sequence[str]) -> Matrix:
    """Return the features as rows, a column for each of `names` in their order."""
    return np.stack([features[name] for name in names], axis=-1)


def fit(
    table: Matrix,
    target: Matrix,
    names: Sequence[str],
    penalty: float,
    counts: Matrix | None = None,
) -> Linear:
    """Return the weights that predict `target` (0..1) from the rows of `table`."""
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = np.c_[(table - middle) / spread, np.ones(len(table))]
    ridge = np.diag([penalty] * table.shape[1] + [1e-6])
    weight = np.ones(len(table)) if counts is None else counts
    beta = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        guess = chance(scaled @ beta)
        slope = scaled.T @ (weight * (target - guess)) - ridge @ beta
        curve = (scaled * (weight * guess * (1 - guess))[:, None]).T @ scaled + ridge
        step = np.linalg.solve(curve, slope)
        beta += step
        if float(np.abs(step).max()) < 1e-7:
            break
    weights = np.where(table.std(axis=0) > 1e-6, beta[:-1] / spread, 0.0)
    bias = float(beta[-1] - (weights * middle).sum())
    return Linear(bias, {name: float(w) for name, w in zip(names, weights, strict=True)})


Learned = tuple[Linear, Linear]
"""The weights of the first and of the second round."""


def learn_rounds(taught: Sequence[Lesson]) -> Learned:
    """Return the weights of both rounds learned from the lessons."""
    groups = _groups(taught)
    own = {id(each): each.prepared.own for each in taught}
    seen: dict[int, Features] = {}
    for inside in groups:
        others = [each for each in taught if each not in inside] or list(taught)
        first = _fitted(others, own, OWN)
        for each in inside:
            seen[id(each)] = context_features(first.of(each.prepared.own), each.prepared.around)
    return _fitted(taught, own, OWN), _fitted(taught, seen, CONTEXT)


def _groups(taught: Sequence[Lesson]) -> list[list[Lesson]]:
    """Return the lessons of each policy together; those of one policy alone by report."""
    names = sorted({each.policy for each in taught})
    if len(names) > 1:
        return [[each for each in taught if each.policy == name] for name in names]
    return [[each] for each in taught]


def _fitted(
    taught: Sequence[Lesson], features: Mapping[int, Features], names: Sequence[str]
) -> Linear:
    rows = [rows_of(features[id(each)], names)[each.counts > 0] for each in taught]
    targets = [each.targets[each.counts > 0] for each in taught]
    counts = [each.counts[each.counts > 0] for each in taught]
    return fit(
        np.concatenate(rows), np.concatenate(targets), names, PENALTY, np.concatenate(counts)
    )


def chances_of(lesson: Lesson, learned: Learned) -> Matrix:
    """Return the chances of both rounds for a lesson's report."""
    weights = RoundWeights(*learned, Bounds(0.5, 0.5))
    return score_features(lesson.prepared.own, lesson.prepared.around, weights)[1]


def unseen_chances(taught: Sequence[Lesson]) -> list[tuple[Lesson, Matrix]]:
    """Return each lesson with its chances by weights that have not seen its policy."""
    found = []
    for inside in _groups(taught):
        others = [each for each in taught if each not in inside] or list(taught)
        learned = learn_rounds(others)
        found += [(each, chances_of(each, learned)) for each in inside]
    return found


def set_bounds(scored: Sequence[tuple[Lesson, Matrix]], precise: bool = False) -> Bounds:
    """Return the chance with about the best mean F1 of the policies, and that of precise links.

    `precise`: nothing is linked but what is sure.
    """
    names = sorted({lesson.policy for lesson, _ in scored})
    apart = [[each for each in scored if each[0].policy == name] for name in names]
    figures = {step: [figures_at(some, step) for some in apart] for step in STEPS}
    quality = {step: float(np.mean([each.f1 for each in figures[step]])) for step in STEPS}
    best = max(step for step in STEPS if quality[step] >= max(quality.values()) - FLAT)
    sure = _first_with(SURE, figures)
    return Bounds(_first_with(PRECISE, figures) if precise else min(best, sure), sure)


def _first_with(precision: float, figures: Mapping[float, Sequence[Figures]]) -> float:
    """Return the least chance from which the policies' links have this mean precision."""
    good = [
        step
        for step in STEPS
        if np.mean([each.precision for each in figures[step] if each.predicted >= FEWEST] or [1.0])
        >= precision
    ]
    return min(good, default=STEPS[-1])


def figures_at(scored: Iterable[tuple[Lesson, Matrix]], bound: float) -> Figures:
    """Return the figures of the links from the chance `bound` on."""
    right = predicted = found = wanted = 0
    for lesson, chances in scored:
        for each in lesson.labels:
            linked = {
                lesson.articles[int(article)]
                for at in each.sentences
                for article in np.flatnonzero(chances[at] >= bound)
            }
            right += len(linked & each.allowed)
            predicted += len(linked)
            found += len(linked & each.required)
            wanted += len(each.required)
    return Figures(right, predicted, found, wanted)


def learn_roles(prepared: Mapping[str, Prepared], labels: Sequence[Labelled]) -> RoleWeights:
    """Return the weights of the roles, one against the rest."""
    return learn_roles_of([(prepared, labels)])


def learn_roles_of(
    policies: Sequence[tuple[Mapping[str, Prepared], Sequence[Labelled]]],
) -> RoleWeights:
    """Return the weights of the roles learned from the reports of several policies."""
    rows = [row for prepared, labels in policies for row in _role_rows(prepared, labels)]
    table = np.array([row for row, _ in rows])
    return {
        role: fit(
            table, np.array([float(each == role) for _, each in rows]), ROLE_FEATURES, ROLE_PENALTY
        )
        for role in ROLES
    }


def _role_rows(
    prepared: Mapping[str, Prepared], labels: Sequence[Labelled]
) -> Iterator[tuple[NDArray[np.float64], str]]:
    tables = {
        name: rows_of(prepared[name].roles, ROLE_FEATURES)
        for name in sorted({each.report for each in labels})
    }
    for each in labels:
        if each.role:
            for at in each.sentences[:1]:
                yield tables[each.report][at], each.role
