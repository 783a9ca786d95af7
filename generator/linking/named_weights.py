"""Features and weights that find each other by name: what the scoring and the roles share."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Features = Mapping[str, Matrix]
"""A feature's name -> its value for each thing that is scored; all arrays have one shape."""


class WeightsError(ValueError):
    """Weights that do not fit the features of the code: says where, and which names."""


@dataclass(frozen=True, slots=True)
class Linear:
    """A weighted sum: `bias` and a weight for each named feature; log odds."""

    bias: float
    weights: Mapping[str, float]

    def of(self, features: Features) -> Matrix:
        """Return the sum for each thing scored; the order of names changes no bit of it."""
        total = np.full(shape_of(features), self.bias)
        for name in sorted(self.weights):
            total += self.weights[name] * features[name]
        return total


def shape_of(features: Features) -> tuple[int, ...]:
    """Return the shape that all of `features` have."""
    return next(iter(features.values())).shape


def blank_features(names: Sequence[str], shape: tuple[int, ...]) -> Features:
    """Return features of `shape` that are 0 throughout, to be filled."""
    return dict(zip(names, np.zeros((len(names), *shape)), strict=True))


def read_json(text: str) -> dict[str, Any]:
    """Return the JSON object `text`; a name that an object has twice is a WeightsError."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            raise WeightsError(f"twice: {_list({n for n in names if names.count(n) > 1})}")
        return found

    found: dict[str, Any] = json.loads(text, object_pairs_hook=once)
    return found


def read_linear(where: str, entry: Mapping[str, Any], names: Collection[str]) -> Linear:
    """Return the weighted sum that the parsed JSON `entry` holds: a weight for each of `names`."""
    check_names(where, entry, ("bias", "weights"))
    check_names(where, entry["weights"], names)
    return Linear(float(entry["bias"]), {k: float(v) for k, v in entry["weights"].items()})


def linear_json(entry: Linear) -> str:
    """Return `entry` as JSON on one line, rounded."""
    rounded = {name: round(weight, 4) for name, weight in entry.weights.items()}
    return json.dumps({"bias": round(entry.bias, 4), "weights": rounded})


def check_names(where: str, found: Iterable[str], wanted: Iterable[str]) -> None:
    """Raise WeightsError unless `found` are the names `wanted`, in whatever order."""
    named, known = set(found), set(wanted)
    wrong = [
        f"{what}: {_list(names)}"
        for what, names in (("missing", known - named), ("unknown", named - known))
        if names
    ]
    if wrong:
        raise WeightsError(f"{where}: {'; '.join(wrong)}")


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
