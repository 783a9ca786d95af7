"""The second round: what a sentence's surroundings say of each article (features CONTEXT)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from generator.linking.named_weights import Features, Matrix
from generator.linking.neighbours import Neighbours
from generator.linking.scoring.chances import chance

ORPHAN = 0.3  # a sentence whose best chance is far below this has no subject of its own


def context_features(first: Matrix, around: Sequence[Neighbours]) -> Features:
    """Return CONTEXT for every sentence and article from the first scores (log odds)."""
    own = chance(first)
    best = own.max(axis=1, keepdims=True, initial=0.0)

    def of(neighbour: Callable[[Neighbours], int | None]) -> Matrix:
        """Return the chances of a neighbour of each sentence; 0 where there is none."""
        places = [neighbour(each) for each in around]
        there = np.array([place is not None for place in places], dtype=bool)
        found: Matrix = own[[place or 0 for place in places]] * there[:, None]
        return found

    parent = of(lambda each: each.parents[0] if each.parents else None)
    below = [own[list(each.children)] for each in around]

    def under(summary: Callable[..., Matrix]) -> Matrix:
        """Return what the sentences below each sentence have, summed up; 0 where none are."""
        found = np.zeros(own.shape)
        for at, each in enumerate(below):
            if len(each):
                found[at] = summary(each, axis=0)
        return found

    return {
        "own": first,
        "own_chance": own,
        "parent": parent,
        "grandparent": of(lambda each: each.parents[1] if len(each.parents) > 1 else None),
        "previous": of(lambda each: each.previous),
        "following": of(lambda each: each.following),
        "children": under(np.mean),
        "best_child": under(np.max),
        "gap": best - own,
        "beside_parent": parent * best,
        "orphan_parent": parent * np.maximum(0.0, 1.0 - best / ORPHAN),
    }
