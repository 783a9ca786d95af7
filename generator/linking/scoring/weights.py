"""What each feature counts for in a link, learned from labelled sentences: link_weights.json."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.linking.named_weights import (
    Linear,
    WeightsError,
    check_names,
    linear_json,
    read_json,
    read_linear,
)
from generator.linking.scoring.decision_tables import (
    QUESTIONS,
    DecisionTable,
    DecisionTables,
    Question,
)
from generator.linking.scoring.features import CONTEXT, OWN

FILE = Path(__file__).with_name("link_weights.json")


@dataclass(frozen=True, slots=True)
class RoundWeights:
    """The two rounds of the link scorer and the chance from which a pair is linked."""

    own: DecisionTables | Linear
    context: Linear
    threshold: float


@dataclass(frozen=True, slots=True)
class LinkWeights:
    """The weights for bases whose terms have hints, whose terms have none, without terms."""

    with_hints: RoundWeights
    with_terms: RoundWeights
    without_terms: RoundWeights


KINDS = ("with_hints", "with_terms", "without_terms")


@functools.cache
def load_link_weights() -> LinkWeights:
    """Return the weights of link_weights.json; WeightsError where a name does not fit."""
    return link_weights_from(FILE.read_text("utf-8"))


def link_weights_from(text: str) -> LinkWeights:
    """Return the weights that the JSON `text` holds; WeightsError where a name does not fit."""
    data = read_json(text)
    check_names(FILE.name, data, KINDS)
    return LinkWeights(*(_rounds(f"{FILE.name}, {kind}", data[kind]) for kind in KINDS))


def _rounds(where: str, entry: Mapping[str, Any]) -> RoundWeights:
    check_names(where, entry, ("threshold", "context", "own"))
    own, place = entry["own"], f"{where}, own"
    return RoundWeights(
        _tables(place, own) if "tables" in own else read_linear(place, own, OWN),
        read_linear(f"{where}, context", entry["context"], CONTEXT),
        float(entry["threshold"]),
    )


def _tables(where: str, entry: Mapping[str, Any]) -> DecisionTables:
    check_names(where, entry, ("features", "tables"))
    check_names(f"{where}, features", entry["features"], OWN)
    return DecisionTables(
        tuple(entry["features"]),
        tuple(_table(f"{where}, table {n}", row) for n, row in enumerate(entry["tables"], 1)),
    )


def _table(where: str, entry: Mapping[str, Any]) -> DecisionTable:
    check_names(where, entry, ("ask", "answers"))
    questions = tuple(Question(name, float(bound)) for name, bound in entry["ask"])
    check_names(where, {each.feature for each in questions} | {*OWN}, OWN)
    if len(questions) != QUESTIONS or len(entry["answers"]) != 2**QUESTIONS:
        raise WeightsError(f"{where}: not {QUESTIONS} questions and {2**QUESTIONS} answers")
    return DecisionTable(questions, tuple(map(float, entry["answers"])))


def link_weights_json(weights: LinkWeights) -> str:
    """Return link_weights.json: readable, a table a line, the same bytes for the same weights."""
    kinds = ",\n ".join(f'"{kind}": {_rounds_json(getattr(weights, kind))}' for kind in KINDS)
    return f"{{\n {kinds}\n}}\n"


def _rounds_json(entry: RoundWeights) -> str:
    own = linear_json(entry.own) if isinstance(entry.own, Linear) else _tables_json(entry.own)
    return (
        f'{{\n  "threshold": {entry.threshold},\n  "context": {linear_json(entry.context)},\n'
        f'  "own": {own}\n }}'
    )


def _tables_json(entry: DecisionTables) -> str:
    rows = ",\n   ".join(
        json.dumps({"ask": each.questions, "answers": [round(a, 5) for a in each.answers]})
        for each in entry.tables
    )
    return f'{{\n  "features": {json.dumps(entry.features)},\n  "tables": [\n   {rows}\n  ]}}'
