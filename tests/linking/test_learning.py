"""Weights are learned as the data say, and never against good sense."""

from __future__ import annotations

import json

import numpy as np

from generator.linking.scoring.features import AGAINST, EITHER_WAY, OWN
from generator.linking.scoring.weights import load_weights, weights_from, weights_json
from scripts.linking_lab.learning import fit, fit_tables


def test_tables_tell_what_the_data_tell() -> None:
    dice = np.random.default_rng(1)
    table = dice.random((800, 3))
    target = ((table[:, 0] > 0.5) & (table[:, 1] > 0.5)).astype(float)
    learned = fit_tables(table, target, ("a", "b", "c")).of(table, ("a", "b", "c"))
    assert learned[target == 1].min() > learned[target == 0].mean()
    assert ((learned > 0) == (target == 1)).mean() > 0.97


def test_more_evidence_never_lowers_a_chance() -> None:
    own = load_weights().with_hints.own
    dice = np.random.default_rng(2)
    table = dice.random((200, len(OWN)))
    before = own.of(table, OWN)
    for at, name in enumerate(OWN):
        if name in EITHER_WAY:
            continue
        more = table.copy()
        more[:, at] += -0.5 if name in AGAINST else 0.5
        assert (own.of(more, OWN) >= before - 1e-9).all(), name


def test_a_ridge_fit_finds_the_weight_that_matters() -> None:
    dice = np.random.default_rng(3)
    table = dice.random((500, 2))
    target = (table[:, 0] > 0.5).astype(float)
    weights = fit(table, target, ("a", "b"), 1.0).weights
    assert weights["a"] > 10 * abs(weights["b"])


def test_the_file_holds_the_weights_exactly() -> None:
    weights = load_weights()
    assert weights_from(json.loads(weights_json(weights))) == weights
