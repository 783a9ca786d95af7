"""What each sentence of a report does: practice, problem, measure, understanding or other.

Judged by its words, by what the headings and lead-ins above it announce, and by the words
of its whole section; the weights are learned (role_weights.json).
"""

from __future__ import annotations

import numpy as np

from generator.linking.named_weights import Features
from generator.linking.neighbours import neighbours
from generator.linking.roles.role_features import ANNOUNCED, role_features
from generator.linking.roles.role_weights import ROLES, RoleWeights, load_role_weights
from generator.model import Document, Role

# Log odds for the role that headings or lead-ins announce, on top of what is learned: few
# reports are labelled, and what a heading says outweighs them.
ANNOUNCEMENT = 4.0


def roles(document: Document) -> tuple[Role, ...]:
    """Return the role of every sentence of `document`."""
    return judge_roles(role_features(document, neighbours(document)), load_role_weights())


def judge_roles(features: Features, weights: RoleWeights) -> tuple[Role, ...]:
    """Return the likeliest role of each sentence from its ROLE_FEATURES."""
    scores = {role: weights[role].of(features) for role in ROLES}
    for role in ANNOUNCED:
        scores[role] += ANNOUNCEMENT * features[f"mode_{role}"]
    likeliest = np.stack([scores[role] for role in ROLES]).argmax(axis=0)
    return tuple(ROLES[at] for at in likeliest)
