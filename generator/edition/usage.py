"""What reads like the language: evidence between two readings that differ by a letter.

Two sources of evidence are added up.  Attestation: how often the two- and three-letter
sequences of a reading stand elsewhere in the library's own texts (its own occurrence
taken off).  Words: how probable the reading's best cutting into words is (unigram word
model, Viterbi), with the word frequencies of the language; they are read only when a doubt
calls for them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from generator.text.word_frequencies import LONGEST_WORD, load_word_probabilities

CONTEXT = 6  # characters on either side that bear on a reading
SMOOTHING = 0.25
ENOUGH = 400_000  # characters of usage that are counted; more tells little more


class Usage:
    """Letter sequences of the library's texts, and word frequencies of the language."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counts: Counter[str] = Counter()
        left = ENOUGH
        for text in texts:
            for size in (2, 3):
                self._counts.update(text[at : at + size] for at in range(len(text) - size + 1))
            left -= len(text)
            if left <= 0:
                break

    @cached_property
    def _words(self) -> dict[str, float]:
        """Word -> logarithm of its probability."""
        return load_word_probabilities()

    def preference(self, before: str, one: str, other: str, after: str) -> float:
        """Return by how much `one` reads better than `other` between `before` and `after`.

        In units of natural logarithm of odds, roughly; above 0 for `one`.
        """
        left, right = _clause(before[-CONTEXT:], -1), _clause(after[:CONTEXT], 0)
        words = self._probability(left + one + right) - self._probability(left + other + right)
        return words + self._attested(left, one, right) - self._attested(left, other, right)

    def junction(self, left: str, right: str) -> float:
        """Return how well `right` goes on after `left`, their own wording left aside.

        Above 0 where a word stands across the seam, or where the letters next to it stand
        side by side elsewhere; the unit is that of `preference`.
        """
        left, right = _clause(left[-CONTEXT:], -1), _clause(right[:CONTEXT], 0)
        if not left or not right:
            return 0.0
        words = self._probability(left + right)
        words -= self._probability(left) + self._probability(right)
        crossing = (left[-1:] + right[:1], left[-2:] + right[:1], left[-1:] + right[:2])
        seen = [max(0, self._counts[each] - 1) + SMOOTHING for each in crossing]
        return words + 2.0 * sum(math.log(each / SMOOTHING) for each in seen) / len(seen)

    def share(self, text: str) -> float:
        """Return the share of the letter pairs of `text` that stand elsewhere too."""
        pairs = [text[at : at + 2] for at in range(len(text) - 1)]
        pairs = [pair for pair in pairs if pair.isalpha()]
        own = Counter(pairs)
        if not pairs:
            return 1.0
        return sum(1 for pair in pairs if self._counts[pair] > own[pair]) / len(pairs)

    def count(self, sequence: str) -> int:
        """Return how often a sequence of two or three letters stands in the texts."""
        return self._counts[sequence]

    def _attested(self, left: str, reading: str, right: str) -> float:
        text = left[-2:] + reading + right[:2]
        low, high = len(left[-2:]), len(left[-2:]) + len(reading)
        score = weight = 0.0
        for size in (2, 3):
            for at in range(len(text) - size + 1):
                if at < max(high, low + 1) and at + size > low:
                    seen = max(0, self._counts[text[at : at + size]] - 1)
                    score += math.log(seen + SMOOTHING)
                    weight += 1
        return 2.0 * score / weight if weight else 0.0

    def _probability(self, text: str) -> float:
        """Return the logarithm of the probability of the best cutting of `text` into words."""
        words = self._words
        unknown = -18.0
        best = [0.0]
        for end in range(1, len(text) + 1):
            best.append(
                max(
                    best[start]
                    + words.get(text[start:end], unknown if end - start == 1 else -math.inf)
                    for start in range(max(0, end - LONGEST_WORD), end)
                )
            )
        return best[-1]


def _clause(text: str, keep: int) -> str:
    """Return the part of a context that belongs to the same clause."""
    parts = "".join(char if char.isalnum() else "\n" for char in text).split("\n")
    return parts[keep]
