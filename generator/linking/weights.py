"""What each feature counts for, learned from labelled sentences and kept in weights.json."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from generator.linking.wording import Matrix

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

    own: Linear
    context: Linear
    threshold: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights: for a library with terms, for one without, and for the roles."""

    with_terms: LinkWeights
    without_terms: LinkWeights
    roles: dict[str, Linear]


@functools.cache
def load_weights() -> Weights:
    """Return the weights of weights.json."""
    return weights_from(json.loads(FILE.read_text("utf-8")))


def weights_from(data: Mapping[str, dict[str, dict[str, float | dict[str, float]]]]) -> Weights:
    """Return the weights that the parsed JSON `data` holds."""

    def linear(entry: object) -> Linear:
        assert isinstance(entry, dict)
        return Linear(float(entry["bias"]), {k: float(v) for k, v in entry["weights"].items()})

    def rounds(entry: Mapping[str, object]) -> LinkWeights:
        threshold = entry["threshold"]
        assert isinstance(threshold, float)
        return LinkWeights(linear(entry["own"]), linear(entry["context"]), threshold)

    return Weights(
        rounds(data["with_terms"]),
        rounds(data["without_terms"]),
        {role: linear(entry) for role, entry in data["roles"].items()},
    )


def weights_json(weights: Weights) -> str:
    """Return weights.json: readable, the same bytes for the same weights."""

    def rounded(value: object) -> object:
        if isinstance(value, dict):
            return {key: rounded(each) for key, each in value.items()}
        return round(value, 4) if isinstance(value, float) else value

    return json.dumps(rounded(asdict(weights)), ensure_ascii=False, indent=1) + "\n"
