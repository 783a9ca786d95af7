"""Weights are learned as the data say, and never against good sense."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from generator.linking.named_weights import Linear, Matrix, WeightsError, linear_json
from generator.linking.roles.role_weights import (
    load_role_weights,
    role_weights_from,
    role_weights_json,
)
from generator.linking.scoring.features import CONTEXT, HINT, OWN, TERM
from generator.linking.scoring.weights import (
    link_weights_from,
    link_weights_json,
    load_link_weights,
)
from scripts.linking_lab.learning import fit


def named(table: Matrix, names: tuple[str, ...]) -> dict[str, Matrix]:
    return {name: table[..., at] for at, name in enumerate(names)}


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
        (lambda row: row.update(mas=row.pop("mass")), "missing: mass; unknown: mas"),
        (lambda row: row.pop("citation"), "missing: citation"),
        (lambda row: row.update(colour=1.0), "unknown: colour"),
    ],
    ids=["misspelt", "missing", "extra"],
)
def test_a_wrong_name_fails_at_load(change: Callable[[dict[str, Any]], None], said: str) -> None:
    with pytest.raises(WeightsError, match=said) as caught:
        link_weights_from(changed(change))
    assert "link_weights.json, without_terms, own" in str(caught.value)


def test_a_role_that_is_not_there_fails_at_load() -> None:
    data = json.loads(role_weights_json(load_role_weights()))
    data["practise"] = data.pop("practice")
    with pytest.raises(WeightsError, match="missing: practice; unknown: practise"):
        role_weights_from(json.dumps(data))


def test_a_name_that_stands_twice_fails_at_load() -> None:
    text = link_weights_json(load_link_weights())
    at = text.index('"without_terms"')
    twice = text[:at] + text[at:].replace('"mass"', '"best"', 1)
    with pytest.raises(WeightsError, match="twice: best"):
        link_weights_from(twice)


def test_the_order_of_names_changes_no_score() -> None:
    dice = np.random.default_rng(4)
    table = named(dice.random((50, len(OWN))), OWN)
    backwards = dict(reversed(table.items()))
    weights = load_link_weights()
    turned = json.loads(link_weights_json(weights))
    for rounds in turned.values():
        for name in rounds.keys() & {"own", "context", "start"}:
            rounds[name]["weights"] = dict(reversed(rounds[name]["weights"].items()))
    other = link_weights_from(json.dumps(turned))
    for kind in ("rich", "with_terms", "without_terms"):
        one, two = getattr(weights, kind), getattr(other, kind)
        assert (one.own.of(table) == two.own.of(backwards)).all()
        around = named(dice.random((50, len(CONTEXT))), CONTEXT)
        assert (one.context.of(around) == two.context.of(dict(reversed(around.items())))).all()


def test_weights_are_written_to_four_places() -> None:
    written = linear_json(Linear(0.123456, {"a": -1.987654}))
    assert json.loads(written) == {"bias": 0.1235, "weights": {"a": -1.9877}}


PLACES = ("rich", "with_terms", "without_terms", "taught", "own", "context", "start", "bias")


@pytest.mark.parametrize("place", [*PLACES, "linked", "sure"])
def test_a_part_that_is_missing_or_unknown_fails_at_load(place: str) -> None:
    text = link_weights_json(load_link_weights())
    for wrong in (text.replace(f'"{place}"', '"colour"'), text.replace('{"', '{"colour": 0, "')):
        with pytest.raises(WeightsError, match="colour"):
            link_weights_from(wrong)


def test_what_is_sure_is_linked_and_less_is_linked_where_more_is_known() -> None:
    learned = load_link_weights()
    for kind in (learned.rich, learned.with_terms, learned.without_terms, learned.taught):
        assert 0 < kind.bounds.linked <= kind.bounds.sure < 1
    bare = learned.without_terms.bounds
    assert bare.linked == bare.sure  # where little is known, nothing is linked but what is sure
    assert learned.with_terms.bounds.linked < bare.linked


def test_without_terms_nothing_counts_that_only_terms_give() -> None:
    weights = load_link_weights().without_terms.own.weights
    assert {name for name in (*TERM.names, *HINT, "term_share") if weights[name]} == set()


def test_a_weighted_sum_adds_the_bias_once() -> None:
    features = {"a": np.array([1.0, 2.0]), "b": np.array([0.0, 4.0])}
    assert Linear(0.5, {"a": 2.0, "b": -1.0}).of(features).tolist() == [2.5, 0.5]
