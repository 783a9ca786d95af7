"""Text cut into words: the best cutting by the frequencies of the language (unigrams, Viterbi)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.text.word_frequencies import LONGEST_WORD

UNKNOWN = -18.0  # natural logarithm of the probability of a letter that is no word by itself
RUN = re.compile("[\u3400-\u9fffA-Za-z0-9+]+")
SPELT = re.compile("[A-Za-z0-9+]+|[\u3400-\u9fff]+")
BETWEEN = re.compile("[”’」』][“‘「『]")  # “甲”“乙” are two
QUOTES = re.compile('[“”‘’「」『』"＂]')
TITLES = re.compile("《[^《》]{1,60}》")


@dataclass(frozen=True, slots=True)
class Run:
    """A row of words between two stops; `quoted` are the places between them with a quote mark.

    Place i is before word i, the last place behind the last word.
    """

    words: tuple[str, ...]
    quoted: frozenset[int]


def runs(text: str, probabilities: Mapping[str, float]) -> Iterator[Run]:
    """Yield the runs of `text`: titles in 《》 are stops, quotation marks only part words."""
    untitled = BETWEEN.sub("”，“", TITLES.sub("，", text))
    marks: set[int] = set()
    for index, match in enumerate(QUOTES.finditer(untitled)):
        marks.add(match.start() - index)
    plain = QUOTES.sub("", untitled)
    for match in RUN.finditer(plain):
        yield _run(plain, match.start(), match.end(), marks, probabilities)


def _run(
    plain: str, start: int, end: int, marks: set[int], probabilities: Mapping[str, float]
) -> Run:
    words: list[str] = []
    quoted: set[int] = set()
    edges = [start, *(at for at in range(start + 1, end) if at in marks), end]
    for begin, stop in pairwise(edges):
        if begin in marks:
            quoted.add(len(words))
        for part in SPELT.findall(plain[begin:stop]):
            words += [part] if part.isascii() else cut(part, probabilities)
    if end in marks:
        quoted.add(len(words))
    return Run(tuple(words), frozenset(quoted))


def cut(letters: str, probabilities: Mapping[str, float]) -> list[str]:
    """Return `letters` cut into the most probable row of words; time linear in their number."""
    best = [0.0]
    begins = [0]
    for end in range(1, len(letters) + 1):
        top, begin = -math.inf, end - 1
        for start in range(max(0, end - LONGEST_WORD), end):
            least = UNKNOWN if end - start == 1 else -math.inf
            value = best[start] + probabilities.get(letters[start:end], least)
            if value > top:
                top, begin = value, start
        best.append(top)
        begins.append(begin)
    words: list[str] = []
    end = len(letters)
    while end:
        words.append(letters[begins[end] : end])
        end = begins[end]
    return words[::-1]
