"""What each feature counts for in each role, learned from labelled sentences."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from generator.linking.named_weights import (
    Linear,
    check_names,
    linear_json,
    read_json,
    read_linear,
)
from generator.linking.roles.role_features import ROLE_FEATURES
from generator.model import Role

FILE = Path(__file__).with_name("role_weights.json")
ROLES: tuple[Role, ...] = get_args(Role)
RoleWeights = Mapping[Role, Linear]
"""A weighted sum for each role: how far it speaks for that role against the rest."""


@functools.cache
def load_role_weights() -> RoleWeights:
    """Return the weights of role_weights.json; WeightsError where a name does not fit."""
    return role_weights_from(FILE.read_text("utf-8"))


def role_weights_from(text: str) -> RoleWeights:
    """Return the weights that the JSON `text` holds; WeightsError where a name does not fit."""
    data = read_json(text)
    check_names(FILE.name, data, ROLES)
    return {role: read_linear(f"{FILE.name}, {role}", data[role], ROLE_FEATURES) for role in ROLES}


def role_weights_json(weights: RoleWeights) -> str:
    """Return role_weights.json: a role a line, the same bytes for the same weights."""
    rows = ",\n ".join(f'"{role}": {linear_json(entry)}' for role, entry in weights.items())
    return f"{{\n {rows}\n}}\n"
