"""What the engine sees in a picture: lines and their characters, each with the next best one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.uint8]
"""Pixels by row and column: blue, green, red."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A character as recognised: where along the line its middle is (0-1), the next best one."""

    text: str
    score: float
    along: float
    next_text: str
    next_score: float


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line in a picture: its corners (from the upper left, clockwise, in pixels), its words."""

    corners: tuple[tuple[float, float], ...]
    characters: tuple[Seen, ...]

    @property
    def score(self) -> float:
        """Return how sure its characters are on average."""
        return sum(each.score for each in self.characters) / max(len(self.characters), 1)


def decoded(chances: NDArray[np.float32], letters: list[str], filled: float) -> tuple[Seen, ...]:
    """Return the characters of a line from each column's chances (CTC, best path).

    Of a run of columns that say the same the surest one counts; letter 0 is none.  `filled` is the
    share of the columns that the picture of the line takes up.
    """
    best = chances.argmax(axis=1)
    found: list[Seen] = []
    at = 0
    while at < len(best):
        end = at
        while end < len(best) and best[end] == best[at]:
            end += 1
        if best[at] != 0:
            peak = at + int(chances[at:end, best[at]].argmax())
            column = chances[peak].copy()
            score = float(column[best[at]])
            column[best[at]] = -1.0
            column[0] = -1.0
            other = int(column.argmax())
            along = ((at + end) / 2) / max(len(best) * filled, 1e-6)
            found.append(
                Seen(
                    letters[best[at]], score, min(along, 1.0), letters[other], float(column[other])
                )
            )
        at = end
    return tuple(found)
