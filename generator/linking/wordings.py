"""The wordings of a base as a tree of letters, so that all of them in a row are found at once.

A trie (Fredkin, Trie memory, 1960) whose edges are numbers: the wording so far, and the next
letter.  All places of a row go down it together, a letter at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.linking.forms import SHORTEST
from generator.linking.letter_rows import BITS, KeyTable, LetterRow, Places, key_table, pair_table
from generator.linking.named_weights import Matrix

HEADING_RUN = 3.0  # a wording in a heading counts as this many articles that hold it


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Wordings by number: `size` in letters, `surprise` in nats, `frequency` among the articles.

    Wording w stands in `articles[first[w]:first[w] + holders[w]]`; beside each, its `share`: how
    much of the wording belongs to that article, and whether it stands in its heading.
    """

    names: tuple[str, ...]
    pairs: KeyTable
    steps: KeyTable
    size: Places
    surprise: Matrix
    frequency: Matrix
    first: Places
    holders: Places
    articles: Places
    share: Matrix
    in_heading: NDArray[np.bool_]

    def found(self, row: LetterRow) -> tuple[Places, Places]:
        """Return where wordings that articles hold stand in `row`, and their numbers.

        The longest come first, those of one length as they stand.
        """
        found = list(self._down(row))
        at = np.concatenate([places for places, _ in reversed(found)])
        wordings = np.concatenate([wordings for _, wordings in reversed(found)])
        held = self.holders[wordings] > 0
        return at[held], wordings[held]

    def _down(self, row: LetterRow) -> Iterator[tuple[Places, Places]]:
        """Yield the places and numbers of all wordings of each size."""
        wordings = self.pairs.of(row.pairs)
        at = np.flatnonzero(wordings >= 0)
        wordings, size = wordings[at], SHORTEST
        yield at, wordings
        while len(at):
            inside = at + size < len(row.codes)
            at, wordings = at[inside], wordings[inside]
            wordings = self.steps.of(wordings << BITS | row.codes[at + size])
            at, wordings, size = at[wordings >= 0], wordings[wordings >= 0], size + 1
            yield at, wordings


def number_wordings(
    postings: Mapping[str, tuple[int, ...]],
    headings: Mapping[str, tuple[int, ...]],
    surprise: Mapping[str, float],
    frequency: Mapping[str, float],
) -> Wordings:
    """Return the wordings of `postings` numbered; those of `headings` are among them."""
    names = sorted(postings, key=len)
    numbers = {name: number for number, name in enumerate(names)}
    longer = [name for name in names if len(name) > SHORTEST]
    steps = [numbers[name[:-1]] << BITS | ord(name[-1]) for name in longer]
    holders = np.array([len(postings[name]) for name in names], dtype=np.intp)
    articles: list[int] = []
    share: list[float] = []
    in_heading: list[bool] = []
    for name in names:
        heads = headings.get(name, ())
        whole = frequency[name] + HEADING_RUN * len(heads)
        for article in postings[name]:
            heading = article in heads
            articles.append(article)
            in_heading.append(heading)
            share.append((1 + HEADING_RUN * heading) / whole)
    return Wordings(
        names=tuple(names),
        pairs=pair_table({name: numbers[name] for name in names if len(name) == SHORTEST}),
        steps=key_table(
            np.array(steps, dtype=np.int64),
            np.array([numbers[name] for name in longer], dtype=np.intp),
        ),
        size=np.array([len(name) for name in names], dtype=np.intp),
        surprise=np.array([surprise[name] for name in names]),
        frequency=np.array([frequency[name] for name in names]),
        first=np.cumsum(holders) - holders,
        holders=holders,
        articles=np.array(articles, dtype=np.intp),
        share=np.array(share),
        in_heading=np.array(in_heading, dtype=np.bool_),
    )
