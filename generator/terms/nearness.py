"""The sentences of the reports that speak of each term."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.terms.choosing import Chosen
from generator.terms.phrases import Passage, Spot
from generator.terms.texts import Texts
from generator.terms.weighing import Weights

TELLING = 0.45  # how much an article speaks of a word that tells it
SHARED = 2  # telling words, at least, that a sentence shares with its article
CLEAR = 1.25  # how much better it goes with it than with the next
NUMERALS = frozenset("一二三四五六七八九十百千万两几")
LONGEST_SECTION = 40  # sentences; what a longer one is about, its heading does not tell


def near_sentences(
    chosen: Sequence[Chosen], texts: Texts, weights: Weights
) -> tuple[frozenset[Spot], ...]:
    """Return, for each term, the sentences of the reports that are near it.

    They have it or one of its forms, stand in a section that it heads, or share telling words
    with an article whose first term it is.
    """
    near: list[set[Spot]] = []
    for each in chosen:
        own = set(each.phrase.reported)
        own.update(spot for form in each.forms for spot in form.reported)
        near.append(own)
    names = [[each.phrase.text, *(form.text for form in each.forms)] for each in chosen]
    for section in texts.sections:
        if len(section.sentences) <= LONGEST_SECTION:
            for own, forms in zip(near, names, strict=True):
                if any(form in section.title for form in forms):
                    own.update((section.report, at) for at in section.sentences)
    first = first_terms(chosen)
    for spot, about in _assigned(texts.reports, weights):
        if about in first:
            near[first[about]].add(spot)
    return tuple(map(frozenset, near))


def first_terms(chosen: Sequence[Chosen]) -> dict[Spot, int]:
    """Return article -> which of the terms stands in it, the worthiest."""
    first: dict[Spot, int] = {}
    for index, each in enumerate(chosen):
        for article in each.phrase.articles:
            first.setdefault(article, index)
    return first


def _assigned(passages: Sequence[Passage], weights: Weights) -> Iterator[tuple[Spot, Spot]]:
    """Yield the sentences that share telling words with one article, each with that article."""
    telling: dict[str, list[tuple[Spot, float]]] = defaultdict(list)
    for article, topics in weights.topics.items():
        for word, much in topics.items():
            if much >= TELLING and is_telling(word, weights):
                telling[word].append((article, much))
    for passage in passages:
        shared = {word for run in passage.runs for word in run.words if word in telling}
        if len(shared) >= SHARED and (clearest := _clearest(shared, telling)):
            yield passage.spot, clearest


def is_telling(word: str, weights: Weights) -> bool:
    """Tell whether a word is one that can tell of what a text speaks."""
    language = weights.language
    return not (
        len(word) < 2
        or word.isascii()
        or word[0] in NUMERALS
        or word in language.everywhere
        or word in language.generic
        or word in language.heads
        or word in language.tails
        or word in language.inner
    )


def _clearest(words: set[str], telling: Mapping[str, Sequence[tuple[Spot, float]]]) -> Spot | None:
    sums: dict[Spot, float] = defaultdict(float)
    counts: Counter[Spot] = Counter()
    for word in sorted(words):
        for article, much in telling[word]:
            sums[article] += much
            counts[article] += 1
    ranked = sorted(sums, key=lambda article: (-sums[article], article))
    best = ranked[0]
    if counts[best] < SHARED:
        return None
    return best if len(ranked) == 1 or sums[best] >= CLEAR * sums[ranked[1]] else None
