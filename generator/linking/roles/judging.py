"""What each sentence of a report does: practice, problem, measure, understanding or other.

Judged by its words, by what the headings and lead-ins above it announce, and by the words
of its whole section; the weights are learned (weights.json).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

import numpy as np

from generator.linking.neighbours import Context, contexts
from generator.linking.roles.cues import CUES, counts
from generator.linking.roles.modes import modes
from generator.linking.scoring.shared_wording import Matrix
from generator.linking.scoring.weights import Linear, load_weights
from generator.model import Document, Role

ROLES: tuple[Role, ...] = get_args(Role)
_OWN = [name for name, _ in CUES]
# Log odds for the role that headings or lead-ins announce, on top of what is learned: few
# reports are labelled, and what a heading says outweighs them.
ANNOUNCED = 4.0
_SECTION = ("lack", "trouble", "must", "will", "done", "count", "made", "meaning")
_MODES: tuple[Role, ...] = ("practice", "problem", "measure", "understanding")
ROLE_FEATURES = (
    *(f"own_{name}" for name in _OWN),
    *(f"section_{name}" for name in _SECTION),
    *(f"mode_{name}" for name in _MODES),
    "mode_none",
    "is_heading",
    "first",
)


def roles(document: Document) -> tuple[Role, ...]:
    """Return the role of every sentence of `document`."""
    return judge_roles(role_features(document, contexts(document)), load_weights().roles)


def judge_roles(table: Matrix, weights: dict[str, Linear]) -> tuple[Role, ...]:
    """Return the likeliest role for each row of ROLE_FEATURES."""
    if not len(table):
        return ()
    scores = np.stack([weights[role].of(table, ROLE_FEATURES) for role in ROLES], axis=1)
    for mode in _MODES:
        scores[:, ROLES.index(mode)] += ANNOUNCED * table[:, ROLE_FEATURES.index(f"mode_{mode}")]
    return tuple(cast(Role, ROLES[at]) for at in scores.argmax(axis=1))


def role_features(document: Document, around: Sequence[Context]) -> Matrix:
    """Return ROLE_FEATURES for every sentence of `document`."""
    text = document.piece.text
    words = [text[each.start : each.end] for each in document.sentences]
    told = modes(words, around)
    own = np.array([counts(each) for each in words]).reshape(len(words), len(_OWN))
    columns = [_OWN.index(name) for name in _SECTION]
    sections: dict[int, list[int]] = {}
    for at, each in enumerate(around):
        sections.setdefault(_section(at, each), []).append(at)
    means = {key: own[members][:, columns].mean(axis=0) for key, members in sections.items()}
    rows = []
    for at, each in enumerate(around):
        mode = [float(told[at] == name) for name in (*_MODES, None)]
        place = [float(bool(each.children)), float(at < 2)]
        rows.append(np.concatenate([own[at], means[_section(at, each)], mode, place]))
    return np.array(rows).reshape(len(words), len(ROLE_FEATURES))


def _section(at: int, around: Context) -> int:
    """Return the sentence that heads the outermost section; -1 where none does."""
    return around.parents[-1] if around.parents else at if around.children else -1
