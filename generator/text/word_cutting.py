"""Running letters cut into words: the most probable cutting (unigram word model, Viterbi)."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from generator.text.word_frequencies import load_word_probabilities

UNKNOWN = -16.0  # log probability of a letter that is no word of the table


def cut_words(run: str) -> list[str]:
    """Return the words of `run` (letters without stops) in order; joined they are `run`."""
    known, reach = _probabilities(), _reach()
    size = len(run)
    best = [0.0] + [float("-inf")] * size
    back = [0] * (size + 1)
    for at in range(size):
        for end in range(at + 1, min(size, at + reach.get(run[at : at + 2], 1)) + 1):
            probability = known.get(run[at:end], UNKNOWN if end == at + 1 else None)
            if probability is not None and best[at] + probability > best[end]:
                best[end] = best[at] + probability
                back[end] = at
    words = []
    while size:
        words.append(run[back[size] : size])
        size = back[size]
    return words[::-1]


def known_words() -> Mapping[str, float]:
    """Return word -> logarithm of its probability, as the table has it; not to be changed."""
    return _probabilities()


def longest_words() -> Mapping[str, int]:
    """Return how many letters the longest word has that begins with each two; not to be changed."""
    return _reach()


def word_log_probability(word: str) -> float:
    """Return the natural logarithm of a word's probability; UNKNOWN of what is no word."""
    return _probabilities().get(word, UNKNOWN)


@functools.cache
def _probabilities() -> dict[str, float]:
    return load_word_probabilities()


@functools.cache
def _reach() -> dict[str, int]:
    """Return how many letters the longest word has that begins with each two letters."""
    found: dict[str, int] = {}
    for word in _probabilities():
        found[word[:2]] = max(len(word), found.get(word[:2], 1))
    return found
