"""Characters that the recogniser passed over: where a line has ink and nothing was read.

街道■行动  read as 街道行动  ->  街道□行动, and □ is a doubt: a smear may hide a character.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np
from numpy.typing import NDArray

from generator.content.importing.scans.seen import Image, Seen

HOLE = "□"
LEAST_PAIRS = 4  # of neighbours, to know how far apart the line's characters are
WIDE = 1.6  # times that, from which on a character may be missing between two
LONG_MARKS = "—－-…·.~～_"  # read as one however long they are drawn
UPPER, LOWER = 0.15, 0.78  # of a line's height: underlining and ruling lines are outside
FILLED = 0.035  # of a place, that must be dark to be a character's: 一 is but one stroke
REACH = 0.45  # of a place's breadth that its ink must take up
CONTRAST = 40.0  # grey levels between paper and ink


def with_holes(characters: Sequence[Seen], crop: Image) -> tuple[Seen, ...]:
    """Return the characters of a line with HOLE, sure of nothing, where ink was passed over."""
    if not characters:
        return ()
    wide = crop.shape[1]
    places = [each.along * wide for each in characters]
    em = _distance(characters, places)
    if em is None:
        return tuple(characters)
    found: list[Seen] = []
    dark: NDArray[np.bool_] | None = None
    ends = [-em / 2, *places, wide + em / 2]  # of neighbours that a line may have had
    beside = [None, *characters, None]
    for (left, right), (before, after) in zip(pairwise(ends), pairwise(beside), strict=True):
        missing = round((right - left) / em) - 1
        if right - left > WIDE * em and not _may_be_long(before, after):
            dark = _ink(crop) if dark is None else dark
            for at in range(missing):
                middle = left + (right - left) * (at + 1) / (missing + 1)
                if _has_ink(dark, middle, em):
                    found.append(Seen(HOLE, 0.0, middle / wide, "", 0.0))
        if after is not None:
            found.append(after)
    return tuple(found)


def _distance(characters: Sequence[Seen], places: Sequence[float]) -> float | None:
    """Return how far apart the ideographs of a line are, in pixels; None for a short line."""
    apart = [
        right - left
        for (left, right), (one, other) in zip(pairwise(places), pairwise(characters), strict=True)
        if _is_ideograph(one.text) and _is_ideograph(other.text)
    ]
    return median(apart) if len(apart) >= LEAST_PAIRS else None


def _is_ideograph(text: str) -> bool:
    return "\u3400" <= text[:1] <= "\u9fff"


def _may_be_long(before: Seen | None, after: Seen | None) -> bool:
    return any(each is not None and each.text in LONG_MARKS for each in (before, after))


def _ink(crop: Image) -> NDArray[np.bool_]:
    """Return which pixels of a line are dark, its upper and lower edge left off."""
    grey = crop.mean(axis=2)
    paper, ink = float(np.percentile(grey, 75)), float(np.percentile(grey, 2))
    if paper - ink < CONTRAST:
        return np.zeros(grey.shape, dtype=np.bool_)
    high = grey.shape[0]
    dark: NDArray[np.bool_] = grey[int(high * UPPER) : int(high * LOWER)] < (paper + ink) / 2
    return dark


def _has_ink(dark: NDArray[np.bool_], middle: float, em: float) -> bool:
    """Tell whether something as large as a character stands at a place."""
    place = dark[:, max(int(middle - 0.4 * em), 0) : int(middle + 0.4 * em) + 1]
    if not place.size:
        return False
    reach = float(place.any(axis=0).mean())
    return float(place.mean()) >= FILLED and reach >= REACH
