"""The letters of many sentences in a row, and rows of letters as numbers to look up at once.

What is sought in every sentence of a report (wordings of a base, terms, pairs) is sought in all of
its letters together: as sorted numbers, by bisection in whole arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BREAK = "\n"  # between two sentences; no letter, and no row of letters reaches across it
BITS = 21  # of a code point

Places = NDArray[np.intp]
Keys = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class LetterRow:
    """Letters of sentences, BREAK between them.

    Sentence i is `letters[starts[i]:ends[i]]`.  `pairs` has a key for each letter and the one
    behind it; `sentence` tells for each letter (and the BREAK behind it) whose it is.
    """

    letters: str
    codes: Keys
    pairs: Keys
    starts: Places
    ends: Places
    sentence: Places

    def sentences(self) -> list[str]:
        """Return the letters of each sentence."""
        return self.letters.split(BREAK) if len(self.starts) else []


def letter_row(sentences: Sequence[str]) -> LetterRow:
    """Return the letters of `sentences` in a row."""
    letters = BREAK.join(sentences)
    codes = codes_of(letters)
    sizes = np.fromiter(map(len, sentences), dtype=np.intp, count=len(sentences)) + len(BREAK)
    after = np.cumsum(sizes)
    sentence = np.repeat(np.arange(len(sentences)), sizes)[: len(codes)]
    pairs = codes[:-1] << BITS | codes[1:]
    return LetterRow(letters, codes, pairs, after - sizes, after - len(BREAK), sentence)


def codes_of(letters: str) -> Keys:
    """Return the code points of `letters`."""
    data = letters.encode("utf-32-le", "surrogatepass")
    return np.frombuffer(data, dtype=np.uint32).astype(np.int64)


def pair_keys(pairs: Iterable[str]) -> Keys:
    """Return the keys of `pairs` of letters, as `LetterRow.pairs` has them."""
    codes = codes_of("".join(pairs))
    return codes[::2] << BITS | codes[1::2]


@dataclass(frozen=True, slots=True, eq=False)
class KeyTable:
    """Keys -> numbers; `keys` are sorted."""

    keys: Keys
    numbers: Places

    def of(self, keys: Keys, missing: int = -1) -> Places:
        """Return the number of each of `keys`, `missing` for those that the table has not."""
        if not len(self.keys):
            return np.full(len(keys), missing, dtype=np.intp)
        at = np.searchsorted(self.keys, keys)
        at[at == len(self.keys)] = 0
        return np.where(self.keys[at] == keys, self.numbers[at], missing)


def key_table(keys: Keys, numbers: Places) -> KeyTable:
    """Return the table in which keys[i] leads to numbers[i]."""
    order = np.argsort(keys, kind="stable")
    return KeyTable(keys[order], numbers[order])


def pair_table(numbers: Mapping[str, int]) -> KeyTable:
    """Return the table in which the key of each pair of letters leads to its number."""
    values = np.fromiter(numbers.values(), dtype=np.intp, count=len(numbers))
    return key_table(pair_keys(numbers), values)


def spread(first: Places, sizes: Places) -> tuple[Places, Places]:
    """Return for ranges of `sizes` that begin at `first` all they hold, and of which range each is.

    Ranges of two from 5 and one from 0: (5, 6, 0), (0, 0, 1).
    """
    owner = np.repeat(np.arange(len(sizes)), sizes)
    return np.arange(len(owner)) + np.repeat(first - np.cumsum(sizes) + sizes, sizes), owner
