"""What goes with a term: related wordings and hints, from its articles and from the reports."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from generator.terms.choosing import Chosen
from generator.terms.language import Language
from generator.terms.nearness import TELLING, first_terms, is_telling, near_sentences
from generator.terms.phrases import (
    Passage,
    Phrase,
    Spot,
    beginnings_of,
    beside,
    freedom,
    may_be_name,
    rows,
    rows_among,
)
from generator.terms.texts import Texts
from generator.terms.weighing import Weights

RELATED = 4  # of the phrases of its articles, and as many of the reports'
HINTS = 5
NEAR = 0.6  # the share of its places at which a wording stands near the term
NEAR_HINT = 0.35
WORTH = 0.45  # of the worth in the middle of the names, for a phrase of an article
FREE = 0.75  # how free a phrase of an article is on both sides, at least
OPEN = 0.5  # and a wording of the reports
COMMON = 0.2  # in a greater share of the sentences a word hints at nothing
REPORTS = 2  # that have it, at least
LIFT = 2.0  # how much more frequent than elsewhere a wording is near its term, at least
LONGEST, SHORTEST = 4, 3  # words and letters of a wording
HINT = 4  # letters of a hint, at most

Found = tuple[str, tuple[Spot, ...]]
"""A wording and its places in the reports."""


@dataclass(frozen=True, slots=True)
class Company:
    """What goes with a name: phrases of its articles, wordings of reports, hints."""

    phrases: tuple[Phrase, ...]
    reported: tuple[Found, ...]
    hints: tuple[Found, ...]


def keep_company(
    chosen: Sequence[Chosen],
    phrases: Mapping[str, Phrase],
    worth: Mapping[str, float],
    texts: Texts,
    weights: Weights,
    known: frozenset[str],
) -> tuple[Company, ...]:
    """Return the company of each name, the surest first; no wording goes with two of them."""
    language = weights.language
    near = near_sentences(chosen, texts, weights)
    taken = {*known, *(each.phrase.text for each in chosen)}
    taken.update(form.text for each in chosen for form in each.forms)
    taken.update(item for each in chosen for item in each.row)
    own = tuple((each.phrase.text, *(form.text for form in each.forms)) for each in chosen)
    inside = _of_articles(chosen, phrases, worth, taken)
    taken.update(phrase.text for found in inside for phrase in found)
    reported = _close(near, own, texts.reports, _wordings(language), language, taken, NEAR, RELATED)
    taken.update(text for found in reported for text, _ in found)
    hints = _close(near, own, texts.reports, _hints(weights), language, taken, NEAR_HINT, HINTS)
    taken.update(text for found in hints for text, _ in found)
    told = _telling(chosen, texts.reports, weights, taken)
    return tuple(
        Company(tuple(own_phrases), tuple(wordings), (*close, *more)[:HINTS])
        for own_phrases, wordings, close, more in zip(inside, reported, hints, told, strict=True)
    )


def _of_articles(
    chosen: Sequence[Chosen],
    phrases: Mapping[str, Phrase],
    worth: Mapping[str, float],
    taken: set[str],
) -> list[list[Phrase]]:
    """Return the next best phrases of each name's articles, those of several to the first."""
    first = first_terms(chosen)
    found: list[list[Phrase]] = [[] for _ in chosen]
    least = WORTH * median(worth[each.phrase.text] for each in chosen) if chosen else 0.0
    kept = [each for each in taken if len(each) > 2]
    worthy = [text for text in phrases if worth[text] >= least and len(text) >= SHORTEST]
    for text in sorted(worthy, key=lambda text: (-worth[text], text)):
        phrase = phrases[text]
        owners = [first[article] for article in phrase.articles if article in first]
        if not owners or text in taken or min(phrase.left, phrase.right) < FREE:
            continue
        owner = min(owners)
        if len(found[owner]) == RELATED:
            continue
        if any(text in other or other in text for other in kept):
            continue
        found[owner].append(phrase)
        kept.append(text)
    return found


Rows = Callable[[Passage], Iterator[str]]
"""What of a sentence may go with a term."""


def _wordings(language: Language) -> Rows:
    def wordings(passage: Passage) -> Iterator[str]:
        for run, start, end, text in rows(passage.runs):
            short = end - start <= LONGEST and len(text) >= SHORTEST
            if short and may_be_name(run.words[start:end], language):
                yield text

    return wordings


def _hints(weights: Weights) -> Rows:
    def hints(passage: Passage) -> Iterator[str]:
        for run in passage.runs:
            yield from (w for w in run.words if len(w) <= HINT and is_telling(w, weights))

    return hints


def _close(
    near: Sequence[frozenset[Spot]],
    own: Sequence[tuple[str, ...]],
    passages: Sequence[Passage],
    rows_of: Rows,
    language: Language,
    taken: set[str],
    share: float,
    most: int,
) -> list[list[Found]]:
    """Return what stands near each term in REPORTS reports or more, and seldom elsewhere.

    What has one of the `own` forms of its term inside is that form, and nothing new.
    """
    places = _near_places(near, passages, rows_of, taken)
    beginnings = beginnings_of(places)
    everywhere: dict[str, set[Spot]] = defaultdict(set)
    left: dict[str, Counter[str]] = defaultdict(Counter)
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in passages:
        for run, start, end, text in rows_among(passage.runs, places, beginnings):
            everywhere[text].add(passage.spot)
            before, behind = beside(run, start, end, language)
            left[text][before] += 1
            right[text][behind] += 1
    best: list[list[tuple[float, str]]] = [[] for _ in near]
    for text, found in places.items():
        total = len(everywhere[text])
        index = max(found, key=lambda index: (found[index] / len(near[index]) ** 0.5, -index))
        lift = found[index] / total * len(passages) / len(near[index])
        if any(form in text for form in own[index] if form != text):
            continue
        if len(text) >= SHORTEST and min(freedom(left[text]), freedom(right[text])) < OPEN:
            continue
        if found[index] >= share * total and lift > LIFT and total <= COMMON * len(passages):
            best[index].append((-found[index] * math.log(lift), text))
    return [
        [(text, tuple(sorted(everywhere[text]))) for text in _apart(sorted(each), most)]
        for each in best
    ]


def _near_places(
    near: Sequence[frozenset[Spot]],
    passages: Sequence[Passage],
    rows_of: Rows,
    taken: set[str],
) -> dict[str, dict[int, int]]:
    """Return text -> term -> in how many sentences near it, where they are of REPORTS reports."""
    terms_at: dict[Spot, list[int]] = defaultdict(list)
    for index, spots in enumerate(near):
        for spot in spots:
            terms_at[spot].append(index)
    places: dict[str, dict[int, set[Spot]]] = defaultdict(lambda: defaultdict(set))
    for passage in passages:
        if terms := terms_at.get(passage.spot):
            for text in set(rows_of(passage)) - taken:
                for index in terms:
                    places[text][index].add(passage.spot)
    several = {
        text: {
            index: len(spots)
            for index, spots in found.items()
            if len({report for report, _ in spots}) >= REPORTS
        }
        for text, found in places.items()
    }
    return {text: found for text, found in several.items() if found}


def _apart(ranked: Sequence[tuple[float, str]], most: int) -> list[str]:
    """Return the first `most` of which none holds another."""
    kept: list[str] = []
    for _, text in ranked:
        if len(kept) < most and not any(text in other or other in text for other in kept):
            kept.append(text)
    return kept


def _telling(
    chosen: Sequence[Chosen], passages: Sequence[Passage], weights: Weights, taken: set[str]
) -> list[list[Found]]:
    """Return the words that tell of each name's article and that reports use."""
    wanted: dict[str, tuple[float, int]] = {}
    for article, index in first_terms(chosen).items():
        for word, much in weights.topics[article].items():
            if _may_hint(word, much, weights) and much > wanted.get(word, (0.0, 0))[0]:
                wanted[word] = (much, index)
    places: dict[str, list[Spot]] = defaultdict(list)
    for passage in passages:
        for word in {word for run in passage.runs for word in run.words} & (wanted.keys() - taken):
            places[word].append(passage.spot)
    found: list[list[tuple[float, str]]] = [[] for _ in chosen]
    for word, spots in places.items():
        reports = len({report for report, _ in spots})
        if reports >= REPORTS and len(spots) <= COMMON * len(passages):
            much, index = wanted[word]
            found[index].append((-much * math.log1p(reports), word))
    return [[(word, tuple(places[word])) for _, word in sorted(each)[:HINTS]] for each in found]


def _may_hint(word: str, much: float, weights: Weights) -> bool:
    return much >= TELLING and len(word) <= HINT and is_telling(word, weights)
