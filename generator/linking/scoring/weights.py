"""What each feature counts for, learned from labelled sentences and kept in weights.json."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from generator.linking.scoring.decision_tables import Table, Tables
from generator.linking.scoring.shared_wording import Matrix

FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum: `bias` and a weight for each named feature; log odds."""

    bias: float
    weights: dict[str, float]

    def of(self, table: Matrix, names: Sequence[str]) -> Matrix:
        """Return the sums along the last axis of `table`, whose columns are `names`."""
        column = np.array([self.weights.get(name, 0.0) for name in names])
        summed: Matrix = table @ column + self.bias
        return summed


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """The two rounds of the link scorer and the chance from which a pair is linked."""

    own: Tables | Linear
    context: Linear
    threshold: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights: for terms with hints, for terms alone, for none, and for the roles."""

    with_hints: LinkWeights
    with_terms: LinkWeights
    without_terms: LinkWeights
    roles: dict[str, Linear]


@functools.cache
def load_weights() -> Weights:
    """Return the weights of weights.json."""
    return weights_from(json.loads(FILE.read_text("utf-8")))


def weights_from(data: Mapping[str, Any]) -> Weights:
    """Return the weights that the parsed JSON `data` holds."""

    def linear(entry: Mapping[str, Any]) -> Linear:
        return Linear(float(entry["bias"]), {k: float(v) for k, v in entry["weights"].items()})

    def own(entry: Mapping[str, Any] | list[list[Any]]) -> Tables | Linear:
        if isinstance(entry, Mapping):
            return linear(entry)
        return Tables(tuple(Table(*map(tuple, row)) for row in entry))

    def rounds(entry: Mapping[str, Any]) -> LinkWeights:
        return LinkWeights(own(entry["own"]), linear(entry["context"]), float(entry["threshold"]))

    return Weights(
        rounds(data["with_hints"]),
        rounds(data["with_terms"]),
        rounds(data["without_terms"]),
        {role: linear(entry) for role, entry in data["roles"].items()},
    )


def weights_json(weights: Weights) -> str:
    """Return weights.json: readable, a table a line, the same bytes for the same weights."""

    def linear(entry: Linear) -> str:
        rounded = {name: round(weight, 4) for name, weight in entry.weights.items()}
        return json.dumps({"bias": round(entry.bias, 4), "weights": rounded})

    def own(entry: Tables | Linear) -> str:
        if isinstance(entry, Linear):
            return linear(entry)
        rows = ",\n   ".join(
            json.dumps([each.features, each.bounds, [round(a, 5) for a in each.answers]])
            for each in entry.tables
        )
        return f"[\n   {rows}\n  ]"

    def rounds(entry: LinkWeights) -> str:
        return (
            f'{{\n  "threshold": {entry.threshold},\n  "context": {linear(entry.context)},\n'
            f'  "own": {own(entry.own)}\n }}'
        )

    roles = ",\n  ".join(f'"{role}": {linear(entry)}' for role, entry in weights.roles.items())
    return (
        f'{{\n "with_hints": {rounds(weights.with_hints)},\n'
        f' "with_terms": {rounds(weights.with_terms)},\n'
        f' "without_terms": {rounds(weights.without_terms)},\n'
        f' "roles": {{\n  {roles}\n }}\n}}\n'
    )
