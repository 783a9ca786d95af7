"""What each sentence of a report does: practice, problem, measure, understanding or other.

Judged by its words, by the headings above it, by the words of its section and of the
sentence before, and by where it stands; the weights are learned (weights.json).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast, get_args

import numpy as np

from generator.linking.context import Context, contexts
from generator.linking.cues import CUES, HEADING_CUES, counts, heading_counts
from generator.linking.weights import Linear, load_weights
from generator.linking.wording import Matrix
from generator.model import Document, Role

ROLES: tuple[Role, ...] = get_args(Role)
_OWN = [name for name, _ in CUES]
_HEADING = [name for name, _ in HEADING_CUES]
ROLE_FEATURES = (
    *(f"own_{name}" for name in _OWN),
    *(f"own_{name}" for name in _HEADING),
    *(f"before_{name}" for name in _OWN),
    *(f"near_{name}" for name in _OWN),
    *(f"report_{name}" for name in _OWN),
    *(f"nearest_{name}" for name in _HEADING),
    *(f"top_{name}" for name in _HEADING),
    "is_heading",
    "place",
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
    return tuple(cast(Role, ROLES[at]) for at in scores.argmax(axis=1))


def role_features(document: Document, around: Sequence[Context]) -> Matrix:
    """Return ROLE_FEATURES for every sentence of `document`."""
    text = document.piece.text
    words = [text[each.start : each.end] for each in document.sentences]
    own = np.array([counts(each) for each in words]).reshape(len(words), len(_OWN))
    heads = np.array([heading_counts(each) for each in words]).reshape(len(words), len(_HEADING))
    whole = own.mean(axis=0) if len(words) else own
    sections: dict[int, list[int]] = {}
    for at, each in enumerate(around):
        sections.setdefault(each.parents[0] if each.parents else -1, []).append(at)
    section_means = {key: own[members].mean(axis=0) for key, members in sections.items()}
    nothing = np.zeros(len(_HEADING))
    rows = []
    for at, each in enumerate(around):
        before = own[at - 1] if at else np.zeros(len(_OWN))
        section = section_means[each.parents[0] if each.parents else -1]
        nearest = heads[each.parents[0]] if each.parents else nothing
        top = heads[each.parents[-1]] if each.parents else nothing
        place = [float(bool(each.children)), at / len(words), float(at < 2)]
        rows.append(
            np.concatenate([own[at], heads[at], before, section, whole, nearest, top, place])
        )
    return np.array(rows).reshape(len(words), len(ROLE_FEATURES))
