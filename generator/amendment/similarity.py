"""How alike the articles of two versions are: what share of its pairs of letters each has in other.

A pair of letters counts the more, the fewer articles have it.  The likeness of two articles is the
mean of the two shares (the second coefficient of Kulczynski, 1927), so that an article to which a
long paragraph was added stays like itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.amendment.assignment import Matrix

LETTERS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What share of the old articles (rows) stands in the new ones (columns), and the reverse."""

    in_new: Matrix
    in_old: Matrix

    @property
    def mean(self) -> Matrix:
        """The likeness of each two."""
        return (self.in_new + self.in_old) / 2


def plain(text: str) -> str:
    """Return `text` as it is compared: widths and blanks tell nothing, line feeds do."""
    return re.sub(r"[^\S\n]+", "", unicodedata.normalize("NFKC", text))


def pairs_of(text: str) -> frozenset[str]:
    """Return the pairs of letters of `text`, and its letter where it has but one."""
    letters = "".join(LETTERS.findall(text))
    return frozenset(letters[at : at + 2] for at in range(max(1, len(letters) - 1)))


def likeness(old: Sequence[str], new: Sequence[str]) -> Likeness:
    """Return how alike each of the `old` texts and each of the `new` ones are, 0 to 1."""
    ones, others = [*map(pairs_of, old)], [*map(pairs_of, new)]
    spread = Counter(pair for some in (*ones, *others) for pair in some)
    total = len(ones) + len(others)
    weight = {pair: float(np.log(1 + total / count)) for pair, count in spread.items()}
    places = {pair: at for at, pair in enumerate(sorted(set().union(*ones) & set().union(*others)))}
    a, b = np.zeros((len(ones), len(places))), np.zeros((len(others), len(places)))
    for table, texts in ((a, ones), (b, others)):
        for row, some in enumerate(texts):
            held = [each for each in some if each in places]
            table[row, [places[each] for each in held]] = [weight[each] ** 0.5 for each in held]
    shared = a @ b.T
    whole_a = np.array([sum(weight[each] for each in sorted(some)) for some in ones])
    whole_b = np.array([sum(weight[each] for each in sorted(some)) for some in others])
    return Likeness(shared / whole_a[:, None], shared / whole_b[None, :])
