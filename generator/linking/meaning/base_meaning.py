"""What the words of a base mean, and how near a sentence's words come to each article's.

Each word of a sentence is held against the nearest word of each article (as in the soft matching
of BERTScore, Zhang et al. 2020, here with word vectors), by how surprising it is; and the sentence
as a whole against the article as a whole, as sums of their words' vectors.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from generator.linking.meaning.word_vectors import Vectors, WordVectors, word_vectors
from generator.linking.named_weights import Matrix
from generator.text.letters import STOP
from generator.text.official_language import OfficialLanguage, official_language
from generator.text.word_cutting import cut_words

FAR = 0.35  # words whose directions are less alike are not akin
CURVE = 1.5
EVERYDAY = 3.0  # nats of surprise that a word must have more to tell anything
MOST = 6.0  # nats: a rarer word tells no more
SHOWN = 1.5  # nats that a word must bring an article to be shown as evidence
SENTENCE_FLOOR = 8.0  # nats of a sentence's words together


@dataclass(frozen=True, slots=True, eq=False)
class Nearness:
    """For each sentence and article: `near` and its like (see MEANING in scoring/features.py)."""

    near: Matrix
    gain: Matrix
    new: Matrix
    alike: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class _Word:
    """A word held against a base; `told` is what it adds: near, gain, new, vector in a row."""

    gain: Matrix
    weight: float
    vector: Vectors
    told: Matrix


@dataclass(frozen=True, slots=True, eq=False)
class BaseMeaning:
    """The words of a base's articles as vectors; `holders` says which article holds which."""

    known: WordVectors
    language: OfficialLanguage
    generic: Set[str]
    names: tuple[str, ...]
    words: dict[str, int]
    vectors: Vectors
    holders: Matrix
    articles: Vectors
    _seen: dict[str, _Word | None] = field(default_factory=dict, repr=False)

    def nearness(self, sentences: Sequence[Sequence[str]]) -> Nearness:
        """Return how near the words of each sentence come to each article."""
        total = len(self.articles)
        known: dict[str, int] = {}  # the words that tell something, by number
        told: list[_Word] = []
        words: list[int] = []
        weights: list[float] = []
        owner: list[int] = []
        for sentence, some in enumerate(sentences):
            for word, times in _counted(some):
                number = known.get(word)
                if number is None:
                    found = self._word(word)
                    number = known[word] = -1 if found is None else len(told)
                    if found is not None:
                        told.append(found)
                if number >= 0:
                    words.append(number)
                    weights.append(times * told[number].weight)
                    owner.append(sentence)
        sums = np.zeros((len(sentences), 3 * total + self.known.vectors.shape[1]))
        having, first = np.unique(np.array(owner, dtype=np.intp), return_index=True)
        if len(having):
            table = np.array([each.told for each in told])
            sums[having] = np.add.reduceat(table[words], first, axis=0)
        near, gain, new, vector = np.split(sums, [total, 2 * total, 3 * total], axis=1)
        whole = np.bincount(owner, weights=weights, minlength=len(sentences))[:, None]
        whole = np.maximum(SENTENCE_FLOOR, whole)
        length = np.linalg.norm(vector, axis=1, keepdims=True)
        length[length == 0] = 1.0
        alike = (vector / length) @ self.articles.T
        return Nearness(near / whole, gain / np.sqrt(whole), new / np.sqrt(whole), alike)

    def akin(self, words: Sequence[str], article: int) -> list[tuple[int, int, str]]:
        """Return those of `words` that the article has the like of, the most telling first.

        Each with where it starts and ends in the letters, and with that word of the article.
        """
        found = []
        at = 0
        for word in words:
            known = self._word(word)
            if known is not None and known.gain[article] * known.weight >= SHOWN:
                weight = float(known.gain[article] * known.weight)
                found.append((-weight, at, at + len(word), self._nearest(known, article)))
            at += len(word)
        return [(start, end, word) for _, start, end, word in sorted(found)]

    def _nearest(self, word: _Word, article: int) -> str:
        held = np.flatnonzero(self.holders[article] > 0)
        return self.names[int(held[int((self.vectors[held] @ word.vector).argmax())])]

    def _word(self, word: str) -> _Word | None:
        if word not in self._seen:
            self._seen[word] = self._look_up(word)
        return self._seen[word]

    def _look_up(self, word: str) -> _Word | None:
        row = self.known.rows.get(word)
        weight = weight_of(word, self.language, self.generic)
        if row is None or weight is None:
            return None
        vector = self.known.vectors[row]
        likeness = self.vectors @ vector
        if word in self.words:
            likeness[self.words[word]] = 1.0
        nearest = np.where(self.holders > 0, likeness, -1.0).max(axis=1, initial=-1.0)
        near = np.clip((nearest - FAR) / (1 - FAR), 0.0, 1.0) ** CURVE
        mean = float(near.mean()) if near.size else 0.0
        gain, weight = near - mean, min(MOST, weight)
        new = np.zeros(len(gain)) if word in self.words else gain
        return _Word(gain, weight, vector, weight * np.concatenate((near, gain, new, vector)))


def base_meaning(texts: Sequence[str], generic: Set[str]) -> BaseMeaning:
    """Return the meaning of the articles with the letters `texts`, generic words left out."""
    known, language = word_vectors(), official_language()
    cut = [words_and_stops(letters) for letters in texts]
    told = {w for words in cut for w in words if w in known.rows}
    words = {
        word: at
        for at, word in enumerate(
            sorted(w for w in told if weight_of(w, language, generic) is not None)
        )
    }
    holders = np.zeros((len(texts), len(words)))
    for at, some in enumerate(cut):
        for word in some:
            if word in words:
                holders[at, words[word]] = 1.0
    vectors = known.vectors[[known.rows[word] for word in words]]
    rarity = np.log((len(texts) + 1) / (holders.sum(axis=0) + 0.5))
    weights = [min(MOST, weight_of(word, language, generic) or 0.0) for word in words]
    articles = (holders * (rarity * weights)) @ vectors
    articles /= np.maximum(np.linalg.norm(articles, axis=1, keepdims=True), 1e-9)
    return BaseMeaning(known, language, generic, tuple(words), words, vectors, holders, articles)


def weight_of(word: str, language: OfficialLanguage, generic: Set[str]) -> float | None:
    """Return how much a word tells, in nats; None where it is no word that can tell anything."""
    if len(word) < 2 or word in generic or word.isdigit():
        return None
    return max(0.0, language.of_run(word) - EVERYDAY)


def words_and_stops(letters: str) -> list[str]:
    """Return the words of folded `letters`, and the stops between them, in order."""
    first, *runs = letters.split(STOP)
    words = list(cut_words(first))
    for run in runs:
        words.append(STOP)
        words += cut_words(run)
    return words


def _counted(words: Sequence[str]) -> list[tuple[str, int]]:
    """Return each word once, in order, with how often it stands there."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return list(counts.items())
