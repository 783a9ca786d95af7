"""How frequent the words of the language are: the unigram frequencies of jieba (MIT licence).

word_frequencies.txt.gz holds what can bear on the best cutting of a text into words: no word
longer than LONGEST_WORD, no signs, and no word that is less probable than its own best cutting
into others.  Left out like that, no cutting that is best becomes another, or gets another
probability.  scripts/trim_word_frequencies.py makes the table; jieba's licence stands beside it.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator
from importlib.resources import files

LONGEST_WORD = 7
TABLE = "word_frequencies.txt.gz"


def load_word_probabilities() -> dict[str, float]:
    """Return word -> natural logarithm of its probability in running text; takes a while.

    The first line of the table is the sum of all counts, of words left out too.  Then comes a
    line for each count, and on it, tabs apart, a group for each first letter: that letter, and
    how the words that begin with it go on, spaces apart.
    """
    probabilities: dict[str, float] = {}
    for probability, group in _groups():
        probabilities |= words_of_group(probability, group)
    return probabilities


def load_word_groups() -> dict[str, list[tuple[float, str]]]:
    """Return first letter -> the groups of words that begin with it, each with its probability.

    That is a quarter of the work of `load_word_probabilities`, for those who need few letters.
    """
    found: dict[str, list[tuple[float, str]]] = {}
    for probability, group in _groups():
        found.setdefault(group[0], []).append((probability, group))
    return found


def words_of_group(probability: float, group: str) -> dict[str, float]:
    """Return word -> logarithm of its probability, of the words of a group of the table."""
    first = group[0]
    return dict.fromkeys([first + rest for rest in group[1:].split(" ")], probability)


def _groups() -> Iterator[tuple[float, str]]:
    data = files(__package__).joinpath(TABLE).read_bytes()
    total, *lines = gzip.decompress(data).decode("utf-8").split("\n")
    for line in lines:
        count, *groups = line.split("\t")
        probability = math.log(int(count) or 1) - math.log(int(total))
        for group in groups:
            yield probability, group
