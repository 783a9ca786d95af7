"""Weights learned from labelled sentences.

The first round is a sum of small boosted trees, held to what is sensible: more evidence
never lowers a chance (LightGBM's monotone constraints).  The first round without hints, the
second round and the roles are logistic regressions with a ridge penalty, fitted by Newton's
method (iteratively reweighted least squares; Hastie, Tibshirani, Friedman, The Elements of
Statistical Learning, 4.4.1).  The second round is trained on first scores of reports that the
first round has not seen (stacking), so that it does not trust them too much.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import lightgbm
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
from generator.linking.scoring.decision_tables import (
    QUESTIONS,
    DecisionTable,
    DecisionTables,
    Question,
)
from generator.linking.scoring.features import AGAINST, CONTEXT, EITHER_WAY, OWN
from generator.linking.scoring.pair_features import own_features
from generator.linking.scoring.sentence_words import sentence_words
from generator.linking.scoring.weights import RoundWeights
from generator.model import Document

RELATED = 0.4  # the target of an article that is allowed but not required
PENALTY = 30.0
TREES = 120
BOOSTING = {
    "objective": "cross_entropy",  # targets between 0 and 1
    "learning_rate": 0.06,
    "num_leaves": QUESTIONS + 1,
    "min_data_in_leaf": 40,
    "lambda_l2": 20.0,
    "feature_fraction": 0.6,  # no tree leans on one feature alone
    "max_bin": 63,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
ROLE_PENALTY = 20.0
ROUNDS = 40
FLAT = 0.008  # thresholds whose F1 is so near the best are as good


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled sentence of a report: indexes of the document's sentences that it covers."""

    report: str
    sentences: tuple[int, ...]
    text: str
    required: frozenset[int]
    allowed: frozenset[int]
    role: str | None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report with its features, so that many weights can be tried."""

    document: Document
    around: tuple[Neighbours, ...]
    own: Features
    roles: Features


def prepare(document: Document, base: BaseIndex) -> Prepared:
    """Return the features of `document` against `base`."""
    around = neighbours(document)
    words = sentence_words(document, base)
    cited = citations(document.piece.text, [base.base])
    own = own_features(document, words, cited, base)
    return Prepared(document, around, own, role_features(document, around))


def rows_of(features: Features, names: Sequence[str]) -> Matrix:
    """Return the features as rows, a column for each of `names` in their order."""
    return np.stack([features[name] for name in names], axis=-1)


def fit(table: Matrix, target: Matrix, names: Sequence[str], penalty: float) -> Linear:
    """Return the weights that predict `target` (0..1) from the rows of `table`."""
    middle, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    scaled = np.c_[(table - middle) / spread, np.ones(len(table))]
    ridge = np.diag([penalty] * table.shape[1] + [1e-6])
    beta = np.zeros(scaled.shape[1])
    for _ in range(ROUNDS):
        guess = chance(scaled @ beta)
        slope = scaled.T @ (target - guess) - ridge @ beta
        curve = (scaled * (guess * (1 - guess))[:, None]).T @ scaled + ridge
        step = np.linalg.solve(curve, slope)
        beta += step
        if float(np.abs(step).max()) < 1e-7:
            break
    weights = np.where(table.std(axis=0) > 1e-6, beta[:-1] / spread, 0.0)
    bias = float(beta[-1] - (weights * middle).sum())
    return Linear(bias, {name: float(w) for name, w in zip(names, weights, strict=True)})


def fit_tables(table: Matrix, target: Matrix, names: Sequence[str]) -> DecisionTables:
    """Return the decision tables that predict `target` (0..1) from the rows of `table`."""
    bent = [0 if name in EITHER_WAY else -1 if name in AGAINST else 1 for name in names]
    data = lightgbm.Dataset(table, target)
    model = lightgbm.train({**BOOSTING, "monotone_constraints": bent}, data, TREES)
    trees = [each["tree_structure"] for each in model.dump_model()["tree_info"]]
    return DecisionTables(tuple(names), tuple(_table(tree, names) for tree in trees))


def _table(root: dict[str, Any], names: Sequence[str]) -> DecisionTable:
    """Return a tree of at most QUESTIONS splits as the table of its answers."""
    splits: list[dict[str, Any]] = []

    def collect(node: dict[str, Any]) -> None:
        if "split_feature" in node:
            splits.append(node)
            collect(node["left_child"])
            collect(node["right_child"])

    def answer(node: dict[str, Any], replies: Mapping[int, bool]) -> float:
        while "split_feature" in node:
            node = node["left_child" if replies[node["split_index"]] else "right_child"]
        return float(node["leaf_value"])

    collect(root)
    order = [each["split_index"] for each in splits]
    answers = [
        answer(root, dict(zip(order, replies, strict=True)))
        for replies in itertools.product((False, True), repeat=len(order))
    ]
    spare = QUESTIONS - len(order)
    asked = [Question(names[each["split_feature"]], float(each["threshold"])) for each in splits]
    return DecisionTable((*[Question(names[0], 0.0)] * spare, *asked), tuple(answers * 2**spare))


def learn_links(
    prepared: Mapping[str, Prepared],
    labels: Sequence[Labelled],
    articles: Sequence[int],
    hinted: bool,
) -> RoundWeights:
    """Return the weights of both rounds, and the threshold with the best F1 on `labels`.

    Where terms give `hinted` features the first round is a sum of decision tables.  Without
    them a weighted sum is as good on these labels and far better on bases of another kind,
    where only the wording speaks: tables know no more of it than these reports show.
    """
    reports = sorted({each.report for each in labels})
    targets = {name: _targets(prepared[name], name, labels, articles) for name in reports}

    def first(names: Sequence[str]) -> DecisionTables | Linear:
        tables = [rows_of(prepared[name].own, OWN)[~np.isnan(targets[name])] for name in names]
        wanted = [targets[name][~np.isnan(targets[name])] for name in names]
        if hinted:
            return fit_tables(np.concatenate(tables), np.concatenate(wanted), OWN)
        return fit(np.concatenate(tables), np.concatenate(wanted), OWN, PENALTY)

    seen = {}
    for name in reports:
        others = [each for each in reports if each != name] or reports
        scores = first(others).of(prepared[name].own)
        seen[name] = context_features(scores, prepared[name].around)

    def second(names: Sequence[str]) -> Linear:
        known = {name: ~np.isnan(targets[name]) for name in names}
        rows = np.concatenate([rows_of(seen[name], CONTEXT)[known[name]] for name in names])
        wanted = np.concatenate([targets[name][known[name]] for name in names])
        return fit(rows, wanted, CONTEXT, PENALTY)

    chances = {}
    for name in reports:
        others = [each for each in reports if each != name] or reports
        chances[name] = chance(second(others).of(seen[name]))
    steps = [round(step, 2) for step in np.arange(0.2, 0.61, 0.02)]
    figures = [_f1(chances, labels, articles, step) for step in steps]
    near = [step for step, f1 in zip(steps, figures, strict=True) if f1 >= max(figures) - FLAT]
    best = float(near[len(near) * 2 // 3])  # past the middle of the flat top: precision first
    return RoundWeights(first(reports), second(reports), best)


def learn_roles(prepared: Mapping[str, Prepared], labels: Sequence[Labelled]) -> RoleWeights:
    """Return the weights of the roles, one against the rest."""
    rows = [
        (rows_of(prepared[each.report].roles, ROLE_FEATURES)[at], each.role)
        for each in labels
        if each.role
        for at in each.sentences[:1]
    ]
    table = np.array([row for row, _ in rows])
    return {
        role: fit(
            table, np.array([float(each == role) for _, each in rows]), ROLE_FEATURES, ROLE_PENALTY
        )
        for role in ROLES
    }


def _targets(
    prepared: Prepared, name: str, labels: Sequence[Labelled], articles: Sequence[int]
) -> NDArray[np.float64]:
    """Return what each labelled pair should score; NaN where nothing is labelled."""
    table = np.full(shape_of(prepared.own), np.nan)
    for each in labels:
        if each.report == name:
            row = [
                1.0 if n in each.required else RELATED if n in each.allowed else 0.0
                for n in articles
            ]
            for at in each.sentences:
                table[at] = row
    return table


def _f1(
    chances: Mapping[str, Matrix],
    labels: Sequence[Labelled],
    articles: Sequence[int],
    threshold: float,
) -> float:
    right = predicted = found = wanted = 0
    for each in labels:
        linked = {
            articles[int(article)]
            for at in each.sentences
            for article in np.flatnonzero(chances[each.report][at] >= threshold)
        }
        right += len(linked & each.allowed)
        predicted += len(linked)
        found += len(linked & each.required)
        wanted += len(each.required)
    precision, recall = right / max(1, predicted), found / max(1, wanted)
    return 2 * precision * recall / max(1e-9, precision + recall)
