"""The third round: what sentences that editors decided say of a sentence like them (TAUGHT)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from generator.linking.named_weights import Features, Matrix

TAUGHT = (
    "said",  # log odds of what the first two rounds say
    "like_pairs",  # how alike by letter pairs the nearest sentence about the article is
    "like_words",  # by the words' meaning
    "unlike_pairs",  # how much nearer the nearest sentence of all is
    "unlike_words",
    "several",  # the mean of the nearest three about the article
    "decided",  # how many were decided to be about it; logarithm
)
AKIN = 0.4  # sentences whose words are less alike are not akin
NEAREST = 3
LIKE = 0.2  # sentences less alike, by pairs and by words together, are not like each other

Known = NDArray[np.bool_]


def taught_features(
    said: Matrix, by_pairs: Matrix, by_words: Matrix, about: Known, counts: Matrix
) -> Features:
    """Return TAUGHT, sentences x articles.

    `said` are log odds; `by_pairs` and `by_words` how alike each sentence is to each decided one;
    `about` says of which article each decided sentence is; `counts` how many are about it.
    """
    words = np.maximum(0.0, by_words - AKIN)
    found = {name: np.zeros(said.shape) for name in TAUGHT}
    found["said"] = said
    for article in np.flatnonzero(about.any(axis=0)):
        held = about[:, article]
        near = by_pairs[:, held]
        found["like_pairs"][:, article] = near.max(axis=1)
        found["like_words"][:, article] = words[:, held].max(axis=1)
        several = min(NEAREST, near.shape[1])
        found["several"][:, article] = np.sort(near, axis=1)[:, -several:].mean(axis=1)
    for name, alike in (("pairs", by_pairs), ("words", words)):
        nearest = alike.max(axis=1, keepdims=True, initial=0.0)
        found[f"unlike_{name}"] = nearest - found[f"like_{name}"]
    found["decided"] = np.broadcast_to(np.log1p(counts), said.shape)
    return found


def nearest_about(by_pairs: Matrix, by_words: Matrix, about: Sequence[bool] | Known) -> int | None:
    """Return which decided sentence about an article is most like a sentence.

    None where none is LIKE it: what shares a word with a decision was not decided.
    """
    held = np.flatnonzero(np.asarray(about))
    if not len(held):
        return None
    alike = by_pairs[held] + np.maximum(0.0, by_words[held] - AKIN)
    return int(held[int(alike.argmax())]) if float(alike.max()) > LIKE else None
