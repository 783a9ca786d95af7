"""The word that a character belongs to: of all ways to cut its surroundings, the most probable.

A lattice of words (unigram model, Viterbi) over the letters around the character.  What
dictionaries of conversion know and the frequency table does not is let in at little more than its
parts are worth: it holds where nothing speaks against it, and gives way to a word that is used:
有只|读 to 有|只读, 习了|如何 to 学习|了|如何.  A character that is seldom a word by itself counts
for less than its frequency, which is that of all its uses: 外借|口头, not 外|借口|头.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from generator.text.word_cutting import UNKNOWN, known_words, longest_words

LEFT, RIGHT = 5, 6  # letters on either side that bear on a cutting
ALONE = 2.0  # what a character costs that stands for a word, other than these
# particles, prepositions, conjunctions, adverbs, pronouns, what is said of place and time, numerals
WORDS_ALONE = frozenset(
    "的地得了着过和与及或而但且即则因由于从自向对把被将让使给为以在到至"
    "于是有无不没未也都就才又再还更最很太已曾正该此其这那哪某各每何所者之"
    "里中内外上下前后间时年月日个们第等可能会要应须并如若虽既凡按据经用去来起"
    "一二三四五六七八九十百千万两几多少说新"
)
REMEMBERED = 200_000  # surroundings; beyond that the memory starts anew


class WordLattice:
    """Cuts by the frequency table and `others`: word -> by how much it outweighs its parts."""

    def __init__(self, others: Mapping[str, float]) -> None:
        self._known = known_words()
        self._others = others
        self._weights: dict[str, float] = {}
        self._reach = dict(longest_words())
        for word in others:
            if len(word) > self._reach.get(word[:2], 1):
                self._reach[word[:2]] = len(word)
        self._memory: dict[tuple[str, int], tuple[int, str]] = {}

    def word_at(self, text: str, at: int) -> tuple[int, str]:
        """Return where the word of the character `at` starts in `text`, and the word."""
        start, end = at, at + 1
        while start > max(0, at - LEFT) and is_letter(text[start - 1]):
            start -= 1
        while end < min(len(text), at + RIGHT + 1) and is_letter(text[end]):
            end += 1
        key = text[start:end], at - start
        found = self._memory.get(key)
        if found is None:
            if len(self._memory) > REMEMBERED:
                self._memory = {}
            found = self._memory[key] = self._find(*key)
        return start + found[0], found[1]

    def cut(self, run: str, *, into_parts: bool = False) -> list[str]:
        """Return the words of `run` in order; `into_parts`: more than one."""
        size = len(run)
        best = [0.0] + [-math.inf] * size
        back = [0] * (size + 1)
        known, reach = self._known, self._reach
        for at in range(size):
            here = best[at]
            for end in range(at + 1, min(size, at + reach.get(run[at : at + 2], 1)) + 1):
                word = run[at:end]
                if into_parts and end - at == size:
                    continue
                if end > at + 1:
                    weight = self._weight(word)
                else:
                    weight = known.get(word, UNKNOWN) - (word not in WORDS_ALONE and ALONE)
                if here + weight > best[end]:
                    best[end], back[end] = here + weight, at
        words = []
        while size:
            words.append(run[back[size] : size])
            size = back[size]
        return words[::-1]

    def part_at(self, word: str, at: int) -> tuple[int, str]:
        """Return where the part of `word` with its character `at` starts, and that part.

        Two letters that make a word come first, as mostly in Chinese: 成长|期; unless only the last
        two are among `others`: 老|大夫.
        """
        first, last = word[:2], word[2:]
        if len(word) == 3 and word[1:] in self._others and first not in self._others:
            return _at([word[0], word[1:]], at)
        if first in self._known and (len(word) == 3 or (len(word) == 4 and last in self._known)):
            return _at([first, last], at)
        return _at(self.cut(word, into_parts=True), at)

    def _find(self, run: str, at: int) -> tuple[int, str]:
        return _at(self.cut(run), at)

    def _weight(self, word: str) -> float:
        """Return the logarithm of a word's probability; minus infinity of what is none."""
        more = self._others.get(word)
        if more is None:
            return self._known.get(word, -math.inf)
        weight = self._weights.get(word)
        if weight is None:
            parts = self._parts(word) + more
            weight = self._weights[word] = max(parts, self._known.get(word, -math.inf))
        return weight

    def _parts(self, word: str) -> float:
        """Return the weight of the best cutting of `word` into words of the frequency table."""
        best = [0.0]
        for end in range(1, len(word) + 1):
            best.append(
                max(
                    best[start] + self._known.get(word[start:end], -math.inf)
                    if end - start > 1
                    else best[start] + self._known.get(word[start:end], UNKNOWN)
                    for start in range(end)
                    if (start, end) != (0, len(word)) or len(word) == 1
                )
            )
        return best[-1]


def _at(words: list[str], at: int) -> tuple[int, str]:
    start = 0
    for word in words:
        if start + len(word) > at:
            return start, word
        start += len(word)
    raise IndexError(at)


def is_letter(char: str) -> bool:
    """Tell whether words may be made of a character: an ideograph."""
    return "\u3400" <= char <= "\u9fff" or char > "\U0001ffff"
