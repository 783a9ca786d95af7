"""What roles are judged by: a sentence's words, those of its section, and what is announced."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.linking.named_weights import Features, blank_features
from generator.linking.neighbours import Neighbours
from generator.linking.roles.cues import CUES, counts
from generator.linking.roles.modes import modes
from generator.model import Document, Role

ANNOUNCED: tuple[Role, ...] = ("practice", "problem", "measure", "understanding")
SECTION = ("lack", "trouble", "must", "will", "done", "count", "made", "meaning")
OPENING = 2  # sentences that open a report: its title and what greets
ROLE_FEATURES = (
    *(f"own_{cue}" for cue in CUES),
    *(f"section_{cue}" for cue in SECTION),
    *(f"mode_{role}" for role in ANNOUNCED),
    "mode_none",
    "is_heading",
    "first",
)


def role_features(document: Document, around: Sequence[Neighbours]) -> Features:
    """Return ROLE_FEATURES: an array with a value for every sentence of `document`."""
    text = document.piece.text
    words = [text[each.start : each.end] for each in document.sentences]
    table = blank_features(ROLE_FEATURES, (len(words),))
    for at, each in enumerate(words):
        for cue, count in counts(each).items():
            table[f"own_{cue}"][at] = count
    heads = [_section(at, beside) for at, beside in enumerate(around)]
    _, section, sizes = np.unique(heads, return_inverse=True, return_counts=True)
    for cue in SECTION if heads else ():
        sums = np.bincount(section, weights=table[f"own_{cue}"])
        table[f"section_{cue}"][:] = (sums / sizes)[section]
    for at, role in enumerate(modes(words, around)):
        table[f"mode_{role or 'none'}"][at] = 1.0
    table["is_heading"][:] = [bool(each.children) for each in around]
    table["first"][:OPENING] = 1.0
    return table


def _section(at: int, around: Neighbours) -> int:
    """Return the sentence that heads the outermost section; -1 where none does."""
    return around.parents[-1] if around.parents else at if around.children else -1
