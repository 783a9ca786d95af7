"""What each feature counts for in a link, learned from labelled sentences: link_weights.json."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.linking.named_weights import Linear, check_names, linear_json, read_json, read_linear
from generator.linking.scoring.features import CONTEXT, OWN
from generator.linking.teaching.taught_features import TAUGHT

FILE = Path(__file__).with_name("link_weights.json")


@dataclass(frozen=True, slots=True)
class Bounds:
    """From which chance a pair is linked, and from which its link is sure (可靠)."""

    linked: float
    sure: float


@dataclass(frozen=True, slots=True)
class RoundWeights:
    """The two rounds of the link scorer and the chances from which a pair is linked and sure."""

    own: Linear
    context: Linear
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class TaughtWeights:
    """What a library's own decisions start from: weights of TAUGHT, and the bounds after it."""

    start: Linear
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """The weights by how much vocabulary a base has, and of what decisions teach.

    A base is rich that has RICH wordings (of terms and of the thesaurus) for each article.
    """

    rich: RoundWeights
    with_terms: RoundWeights
    without_terms: RoundWeights
    taught: TaughtWeights


KINDS = ("rich", "with_terms", "without_terms", "taught")
RICH = 25


@functools.cache
def load_link_weights() -> LinkWeights:
    """Return the weights of link_weights.json; WeightsError where a name does not fit."""
    return link_weights_from(FILE.read_text("utf-8"))


def link_weights_from(text: str) -> LinkWeights:
    """Return the weights that the JSON `text` holds; WeightsError where a name does not fit."""
    data = read_json(text)
    check_names(FILE.name, data, KINDS)
    return LinkWeights(
        _rounds(f"{FILE.name}, rich", data["rich"]),
        _rounds(f"{FILE.name}, with_terms", data["with_terms"]),
        _rounds(f"{FILE.name}, without_terms", data["without_terms"]),
        _taught(f"{FILE.name}, taught", data["taught"]),
    )


def _rounds(where: str, entry: Mapping[str, Any]) -> RoundWeights:
    check_names(where, entry, ("linked", "sure", "context", "own"))
    return RoundWeights(
        read_linear(f"{where}, own", entry["own"], OWN),
        read_linear(f"{where}, context", entry["context"], CONTEXT),
        _bounds(entry),
    )


def _taught(where: str, entry: Mapping[str, Any]) -> TaughtWeights:
    check_names(where, entry, ("linked", "sure", "start"))
    return TaughtWeights(read_linear(f"{where}, start", entry["start"], TAUGHT), _bounds(entry))


def _bounds(entry: Mapping[str, Any]) -> Bounds:
    return Bounds(float(entry["linked"]), float(entry["sure"]))


def link_weights_json(weights: LinkWeights) -> str:
    """Return link_weights.json: readable, the same bytes for the same weights."""
    entries = (
        ("rich", _rounds_json(weights.rich)),
        ("with_terms", _rounds_json(weights.with_terms)),
        ("without_terms", _rounds_json(weights.without_terms)),
        ("taught", _entry(weights.taught.bounds, f'"start": {linear_json(weights.taught.start)}')),
    )
    return "{\n " + ",\n ".join(f'"{name}": {entry}' for name, entry in entries) + "\n}\n"


def _rounds_json(entry: RoundWeights) -> str:
    own, context = linear_json(entry.own), linear_json(entry.context)
    return _entry(entry.bounds, f'"own": {own},\n  "context": {context}')


def _entry(bounds: Bounds, rest: str) -> str:
    linked, sure = json.dumps(bounds.linked), json.dumps(bounds.sure)
    return f'{{\n  "linked": {linked}, "sure": {sure},\n  {rest}\n }}'
