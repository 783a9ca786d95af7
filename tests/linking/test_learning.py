"""Weights are learned as the data say, and never against good sense."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from generator.linking.named_weights import Linear, Matrix, WeightsError
from generator.linking.roles.role_weights import (
    load_role_weights,
    role_weights_from,
    role_weights_json,
)
from generator.linking.scoring.features import AGAINST, CONTEXT, EITHER_WAY, OWN
from generator.linking.scoring.weights import (
    link_weights_from,
    link_weights_json,
    load_link_weights,
)
from scripts.linking_lab.learning import fit, fit_tables


def named(table: Matrix, names: tuple[str, ...]) -> dict[str, Matrix]:
    return {name: table[..., at] for at, name in enumerate(names)}


def test_tables_tell_what_the_data_tell() -> None:
    dice = np.random.default_rng(1)
    table = dice.random((800, 3))
    target = ((table[:, 0] > 0.5) & (table[:, 1] > 0.5)).astype(float)
    learned = fit_tables(table, target, ("a", "b", "c")).of(named(table, ("a", "b", "c")))
    assert learned[target == 1].min() > learned[target == 0].mean()
    assert ((learned > 0) == (target == 1)).mean() > 0.97


def test_more_evidence_never_lowers_a_chance() -> None:
    own = load_link_weights().with_hints.own
    dice = np.random.default_rng(2)
    table = dice.random((200, len(OWN)))
    before = own.of(named(table, OWN))
    for at, name in enumerate(OWN):
        if name in EITHER_WAY:
            continue
        more = table.copy()
        more[:, at] += -0.5 if name in AGAINST else 0.5
        assert (own.of(named(more, OWN)) >= before - 1e-9).all(), name


def test_a_ridge_fit_finds_the_weight_that_matters() -> None:
    dice = np.random.default_rng(3)
    table = dice.random((500, 2))
    target = (table[:, 0] > 0.5).astype(float)
    weights = fit(table, target, ("a", "b"), 1.0).weights
    assert weights["a"] > 10 * abs(weights["b"])


def test_the_files_hold_the_weights_exactly() -> None:
    links, roles = load_link_weights(), load_role_weights()
    assert link_weights_from(link_weights_json(links)) == links
    assert role_weights_from(role_weights_json(roles)) == roles


def changed(change: Callable[[dict[str, Any]], None]) -> str:
    """Return link_weights.json with `change` made in its first round without terms."""
    data = json.loads(link_weights_json(load_link_weights()))
    change(data["without_terms"]["own"]["weights"])
    return json.dumps(data)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda row: row.update(boddy2=row.pop("body2")), "missing: body2; unknown: boddy2"),
        (lambda row: row.pop("citation"), "missing: citation"),
        (lambda row: row.update(colour=1.0), "unknown: colour"),
    ],
    ids=["misspelt", "missing", "extra"],
)
def test_a_wrong_name_fails_at_load(change: Callable[[dict[str, Any]], None], said: str) -> None:
    with pytest.raises(WeightsError, match=said) as caught:
        link_weights_from(changed(change))
    assert "link_weights.json, without_terms, own" in str(caught.value)


def test_a_table_that_asks_for_an_unknown_feature_fails_at_load() -> None:
    data = json.loads(link_weights_json(load_link_weights()))
    data["with_hints"]["own"]["tables"][4]["ask"][0][0] = "colour"
    with pytest.raises(WeightsError, match="table 5: unknown: colour"):
        link_weights_from(json.dumps(data))


def test_a_role_that_is_not_there_fails_at_load() -> None:
    data = json.loads(role_weights_json(load_role_weights()))
    data["practise"] = data.pop("practice")
    with pytest.raises(WeightsError, match="missing: practice; unknown: practise"):
        role_weights_from(json.dumps(data))


def test_a_name_that_stands_twice_fails_at_load() -> None:
    text = link_weights_json(load_link_weights()).replace('"body2"', '"body3"', 1)
    with pytest.raises(WeightsError):
        link_weights_from(text)


def test_the_order_of_names_changes_no_score() -> None:
    dice = np.random.default_rng(4)
    table = named(dice.random((50, len(OWN))), OWN)
    backwards = dict(reversed(table.items()))
    weights = load_link_weights()
    turned = json.loads(link_weights_json(weights))
    for rounds in turned.values():
        rounds["context"]["weights"] = dict(reversed(rounds["context"]["weights"].items()))
        if "weights" in rounds["own"]:
            rounds["own"]["weights"] = dict(reversed(rounds["own"]["weights"].items()))
    other = link_weights_from(json.dumps(turned))
    for kind in ("with_hints", "with_terms", "without_terms"):
        one, two = getattr(weights, kind), getattr(other, kind)
        assert (one.own.of(table) == two.own.of(backwards)).all()
        around = named(dice.random((50, len(CONTEXT))), CONTEXT)
        assert (one.context.of(around) == two.context.of(dict(reversed(around.items())))).all()


def test_a_weighted_sum_adds_the_bias_once() -> None:
    features = {"a": np.array([1.0, 2.0]), "b": np.array([0.0, 4.0])}
    assert Linear(0.5, {"a": 2.0, "b": -1.0}).of(features).tolist() == [2.5, 0.5]
