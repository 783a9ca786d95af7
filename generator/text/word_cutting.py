"""Running letters cut into words: the most probable cutting (unigram word model, Viterbi)."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping

from generator.text.word_frequencies import (
    LONGEST_WORD,
    load_word_groups,
    load_word_probabilities,
    words_of_group,
)

REMEMBERED = 1 << 15  # clauses: official prose says many of them again and again
Probability = Callable[..., float]
Sizes = Callable[..., tuple[int, ...]]

UNKNOWN = -16.0  # log probability of a letter that is no word of the table


@functools.lru_cache(maxsize=REMEMBERED)
def cut_words(run: str) -> tuple[str, ...]:
    """Return the words of `run` (letters without stops) in order; joined they are `run`."""
    probability_of, sizes_of = _words_by_letter().of(run)
    size = len(run)
    best = [0.0] + [float("-inf")] * size
    back = [0] * (size + 1)
    for at in range(size):
        before = best[at]
        whole = before + probability_of(run[at], UNKNOWN)
        if whole > best[at + 1]:
            best[at + 1], back[at + 1] = whole, at
        for each in sizes_of(run[at : at + 2], ()):
            end = at + each
            if end <= size and (probability := probability_of(run[at:end])) is not None:
                whole = before + probability
                if whole > best[end]:
                    best[end], back[end] = whole, at
    words = []
    while size:
        words.append(run[back[size] : size])
        size = back[size]
    return tuple(reversed(words))


def known_words() -> Mapping[str, float]:
    """Return word -> logarithm of its probability, as the table has it; not to be changed."""
    return _probabilities()


def longest_words() -> Mapping[str, int]:
    """Return how many letters the longest word has that begins with each two; not to be changed."""
    return {start: sizes[-1] for start, sizes in _sizes().items()}


def word_log_probability(word: str) -> float:
    """Return the natural logarithm of a word's probability; UNKNOWN of what is no word."""
    return _words_by_letter().of(word[:1])[0](word, UNKNOWN)


class _WordsByLetter:
    """Words by their first letters, taken from the table when a text has such a letter."""

    def __init__(self) -> None:
        self._groups = load_word_groups()
        self._probabilities: dict[str, float] = {}
        self._sizes: dict[str, tuple[int, ...]] = {}
        self._asked: set[str] = set()

    def of(self, text: str) -> tuple[Probability, Sizes]:
        """Return what looks up a word, and sizes by two letters, for words in `text`."""
        for letter in set(text) - self._asked:
            self._asked.add(letter)
            self._take(letter)
        return self._probabilities.get, self._sizes.get

    def _take(self, letter: str) -> None:
        words: dict[str, float] = {}
        for probability, group in self._groups.pop(letter, ()):
            words |= words_of_group(probability, group)
        self._probabilities |= words
        self._sizes |= _sizes_of(words)


@functools.cache
def _words_by_letter() -> _WordsByLetter:
    return _WordsByLetter()


@functools.cache
def _probabilities() -> dict[str, float]:
    return load_word_probabilities()


@functools.cache
def _sizes() -> dict[str, tuple[int, ...]]:
    return _sizes_of(_probabilities())


def _sizes_of(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return how many letters the words have that begin with each two letters, ascending."""
    bits: dict[str, int] = {}
    for word in words:
        if len(word) > 1:
            bits[word[:2]] = bits.get(word[:2], 0) | 1 << len(word)
    sizes = {
        some: tuple(size for size in range(2, LONGEST_WORD + 1) if some >> size & 1)
        for some in set(bits.values())
    }
    return {start: sizes[some] for start, some in bits.items()}
