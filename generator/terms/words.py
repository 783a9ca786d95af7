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
OPENING, CLOSING = frozenset('“‘「『"＂'), frozenset('”’」』"＂')
TITLES = re.compile("《[^《》]{1,60}》")


@dataclass(frozen=True, slots=True)
class Run:
    """A row of words between two stops, and where quotation marks open and close among them.

    Place i is before word i, the last place behind the last word.
    """

    words: tuple[str, ...]
    opened: frozenset[int] = frozenset()
    closed: frozenset[int] = frozenset()

    @property
    def quoted(self) -> frozenset[int]:
        """The places with a quotation mark of either kind."""
        return self.opened | self.closed

    def quotes(self, start: int, end: int) -> bool:
        """Tell whether one pair of marks is around the words from place `start` to `end`."""
        inside = range(start + 1, end)
        return (
            start in self.opened
            and end in self.closed
            and not any(place in self.quoted for place in inside)
        )


def runs(text: str, probabilities: Mapping[str, float]) -> Iterator[Run]:
    """Yield the runs of `text`: titles in 《》 are stops, quotation marks only part words."""
    untitled = BETWEEN.sub("”，“", TITLES.sub("，", text))
    marks = {
        match.start() - index: match[0] for index, match in enumerate(QUOTES.finditer(untitled))
    }
    plain = QUOTES.sub("", untitled)
    for match in RUN.finditer(plain):
        yield _run(plain, match.start(), match.end(), marks, probabilities)


def _run(
    plain: str, start: int, end: int, marks: Mapping[int, str], probabilities: Mapping[str, float]
) -> Run:
    words: list[str] = []
    places: dict[int, str] = {}
    edges = [start, *(at for at in range(start + 1, end) if at in marks), end]
    for begin, stop in pairwise(edges):
        if begin in marks:
            places[len(words)] = marks[begin]
        for part in SPELT.findall(plain[begin:stop]):
            words += [part] if part.isascii() else cut(part, probabilities)
    if end in marks:
        places[len(words)] = marks[end]
    return Run(
        tuple(words),
        frozenset(place for place, mark in places.items() if mark in OPENING),
        frozenset(place for place, mark in places.items() if mark in CLOSING),
    )


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
