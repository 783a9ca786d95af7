"""How surprising letters in a row are to who reads official prose: a model of n-grams.

The table holds, for each row of up to four letters, in how many passages of LENGTH letters of
laws, regulations and government reports it stands, on a scale of logarithms; common words of the
language are in it by their frequency.  scripts/count_official_language.py makes it.  What a
sentence and an article share counts by this surprise, so that everyday words of any law (诉讼,
审批) weigh little whatever the base document is.
"""

from __future__ import annotations

import functools
import gzip
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

TABLE = "official_language.txt.gz"
LENGTH = 160  # letters of a passage that is counted
ORDER = 4  # letters of the longest rows in the table
STEPS = 4  # the table's numbers: log2 of the passages, times this
SEEN = 12.0  # a context that stands in fewer passages tells nothing
UNSEEN_LETTER = 3.0  # passages that a letter outside the table counts as
LEAST = 0.05  # nats
KEPT = 1 << 17  # rows of letters whose surprise is kept in mind
PENALTY = 2.0  # a letter is at most so much more surprising than by itself


@dataclass(frozen=True, slots=True, eq=False)
class OfficialLanguage:
    """The table: in how many of `passages` each row of letters stands."""

    passages: float
    rows: Mapping[str, float]
    _seen: _LastLetters

    def of_letter(self, letter: str, before: str) -> float:
        """Return the surprise of `letter` behind the letters `before`, in nats."""
        return self._seen[before[1 - ORDER :] + letter]

    def of_pair(self, one: str, other: str) -> float:
        """Return the surprise of two letters in a row, in nats."""
        return self._seen[one] + self._seen[one + other]

    def of_run(self, run: str) -> float:
        """Return the surprise of the letters `run` in a row, in nats; 0.0 of none."""
        rows = [run[:size] for size in range(1, min(ORDER, len(run)) + 1)]
        rows += [run[at : at + ORDER] for at in range(1, len(run) - ORDER + 1)]
        return sum(map(self._seen.__getitem__, rows))


class _LastLetters(dict[str, float]):
    """Row of ORDER letters at most -> the surprise of its last letter behind the others.

    It keeps no more than KEPT of them in mind.
    """

    def __init__(self, passages: float, rows: Mapping[str, float]) -> None:
        self._passages = passages
        self._rows = rows

    def __missing__(self, row: str) -> float:
        if len(self) >= KEPT:
            self.clear()
        surprise = self[row] = self._of(row)
        return surprise

    def _of(self, row: str) -> float:
        rows = self._rows
        alone = math.log(self._passages / max(UNSEEN_LETTER, rows.get(row[-1], 0.0)))
        for size in range(len(row) - 1, 0, -1):
            context = rows.get(row[-size - 1 : -1], 0.0)
            if context >= SEEN:
                held = max(1.0, min(context, rows.get(row[-size - 1 :], 1.0)))
                return min(max(LEAST, math.log(context / held)), alone + PENALTY)
        return max(LEAST, alone)


@functools.cache
def official_language() -> OfficialLanguage:
    """Return the model of the table; the first call takes a while.

    The first line of the table is the number of passages; each other holds a step, a tab, and,
    tabs apart, for each first letter how the rows of that step go on, blanks apart.
    """
    data = files(__package__).joinpath(TABLE).read_bytes()
    passages, *lines = gzip.decompress(data).decode("utf-8").split("\n")
    rows: dict[str, float] = {}
    for line in lines:
        step, *groups = line.split("\t")
        value = 2.0 ** (int(step) / STEPS)
        for group in groups:
            first = group[0]
            rows.update((first + rest, value) for rest in group[1:].split(" "))
    return language_of(float(passages), rows)


def language_of(passages: float, rows: Mapping[str, float]) -> OfficialLanguage:
    """Return the model that has each row of letters in so many of `passages`."""
    return OfficialLanguage(passages, rows, _LastLetters(passages, rows))
