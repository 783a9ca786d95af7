"""Words that recur in the texts, which search offers while one types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from generator.outputs.search.pronunciations import RUN

SAMPLE = 200_000  # characters: enough to know which words are frequent
LONGEST = 6
FREQUENT = 4
NEIGHBOURS = 3


def frequent_words(texts: Iterable[str], most: int) -> list[str]:
    """Return up to `most` words that recur in the texts, by what they save: length x count.

    A word is a run of ideographs that has different neighbours on both sides.
    """
    text = f" {' '.join(_sample(texts))} "
    starts = [at for at, char in enumerate(text) if char != " "]
    worth: dict[str, int] = {}
    for length in range(2, LONGEST + 1):
        # a run recurs only where both runs that are one shorter do
        starts = [at for at, following in pairwise(starts) if following == at + 1]
        counts = Counter(text[at : at + length] for at in starts)
        starts = [at for at in starts if counts[text[at : at + length]] >= FREQUENT]
        before: dict[str, set[str]] = {}
        after: dict[str, set[str]] = {}
        for at in starts:
            word = text[at : at + length]
            before.setdefault(word, set()).add(text[at - 1])
            after.setdefault(word, set()).add(text[at + length])
        worth |= {
            word: counts[word] * (length - 1)
            for word in before
            if min(len(before[word]), len(after[word])) >= NEIGHBOURS
        }
    return sorted(worth, key=lambda word: (-worth[word], word))[:most]


def _sample(texts: Iterable[str]) -> list[str]:
    """Return the runs of ideographs of the first SAMPLE characters."""
    runs: list[str] = []
    read = 0
    for text in texts:
        runs += RUN.findall(text)
        read += len(text)
        if read > SAMPLE:
            break
    return runs
