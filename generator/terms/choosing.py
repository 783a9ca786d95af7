"""The terms of a library chosen: the worthiest phrases first, spread over the articles."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.terms.parallel import parallel_names
from generator.terms.phrases import Phrase, Spot, by_article

LEAST = 0.5  # what is worth less is no term
AGAIN = 0.85  # what a phrase is worth where its article has a term already, for each
OVERLAP = 0.5  # a phrase that shares this much of its letters with a chosen one is no term anew
SHORT = 0.25  # of the worth of the name, for a shorter form
LONG = 0.5  # for a longer one
CORE = 0.6  # of the worth of a phrase, for a name inside it that is taken in its place
CORE_LETTERS = 3  # that it has, at least
CORE_ARTICLES = 2  # that it stands in beyond those of the phrase, at most
FREE = 0.75  # how free a form is on both sides, at least
FORMS = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """A phrase chosen as a name, with its shorter and longer forms.

    `row` are the names of one make among which it stands (提示函、警示函), itself among them.
    """

    phrase: Phrase
    forms: tuple[Phrase, ...]
    row: tuple[str, ...] = ()


def choose(
    phrases: Mapping[str, Phrase],
    worth: Mapping[str, float],
    known: Sequence[str],
    covered: Iterable[Spot],
    count: int,
    written: Sequence[str] = (),
) -> tuple[Chosen, ...]:
    """Return up to `count` names, the worthiest first.

    `known` are the letters of the names and aliases that there are already: what contains one of
    them, or is contained, is not chosen.  `covered` are the articles where each of them stands,
    `written` the sentences of the bases.
    """
    held = Counter(covered)
    taken = [each for each in known if len(each) > 2]
    exact = set(known)
    neighbours = by_article(phrases.values())
    chosen: list[Chosen] = []
    queue = [(-worth[text], text) for text in phrases if text not in exact and worth[text] >= LEAST]
    heapq.heapify(queue)
    while queue and len(chosen) < count:
        value, text = heapq.heappop(queue)
        phrase = phrases[text]
        if text in exact or any(text in other or other in text for other in taken):
            continue
        now = -worth[text] * AGAIN ** min(held[article] for article in phrase.articles)
        if _told_already(phrase, chosen):
            now *= OVERLAP
        if now > value + 1e-12:
            heapq.heappush(queue, (now, text))  # worth less by now: it waits its turn
            continue
        phrase = _core(phrase, neighbours, worth, [*exact, *taken])
        text = phrase.text
        row = parallel_names(text, written, phrases)
        if any(each in taken for each in row):
            row = ()
        forms = _forms(phrase, neighbours, worth, exact)
        forms = tuple(each for each in forms if each.text not in row)
        chosen.append(Chosen(phrase, forms, row))
        exact.update(each.text for each in forms)
        taken += [text, *row]
        held.update(phrase.articles)
    return tuple(chosen)


def _core(
    phrase: Phrase,
    neighbours: Mapping[Spot, Sequence[Phrase]],
    worth: Mapping[str, float],
    known: Collection[str],
) -> Phrase:
    """Return the name inside a longer phrase, where it stands by itself too."""
    inside = [
        each
        for each in neighbours[min(phrase.articles)]
        if each.text in phrase.text
        and len(each.text) >= CORE_LETTERS
        and not any(each.text in other for other in known)
        and worth[each.text] >= CORE * worth[phrase.text]
        and len(each.articles) <= len(phrase.articles) + CORE_ARTICLES
        and min(each.left, each.right) >= FREE
        and _places(each) > _places(phrase)
    ]
    return max(inside, key=lambda each: (worth[each.text], each.text), default=phrase)


def _places(phrase: Phrase) -> int:
    return phrase.inside + len(phrase.reported)


def _told_already(phrase: Phrase, chosen: Iterable[Chosen]) -> bool:
    """Tell whether a term of the same article has half of the letters of `phrase`."""
    return any(
        shares(phrase, each.phrase) for each in chosen if each.phrase.articles & phrase.articles
    )


def shares(one: Phrase, other: Phrase) -> bool:
    """Tell whether the words that both have make up OVERLAP of the letters of `one`."""
    common = sum(len(word) for word in one.words if word in other.words)
    return common >= OVERLAP * len(one.text)


def _forms(
    phrase: Phrase,
    neighbours: Mapping[Spot, Sequence[Phrase]],
    worth: Mapping[str, float],
    known: Container[str],
) -> tuple[Phrase, ...]:
    """Return the shorter and longer forms of a name that stand in its articles alone."""
    near = {each.text: each for article in phrase.articles for each in neighbours[article]}
    least = worth[phrase.text]
    found = [
        each
        for each in near.values()
        if each.text not in known
        and each.text != phrase.text
        and each.articles <= phrase.articles
        and (_shorter(each, phrase, worth, least) or _longer(each, phrase, worth, least))
    ]
    found.sort(key=lambda each: (-worth[each.text], each.text))
    kept: list[Phrase] = []
    for each in found:
        if not any(_crosses(each, other, phrase) for other in kept):
            kept.append(each)
    return tuple(kept[:FORMS])


def _shorter(form: Phrase, name: Phrase, worth: Mapping[str, float], least: float) -> bool:
    return (
        form.text in name.text
        and len(form.text) >= 3
        and min(form.left, form.right) >= FREE
        and _places(form) > _places(name)
        and worth[form.text] >= SHORT * least
    )


def _longer(form: Phrase, name: Phrase, worth: Mapping[str, float], least: float) -> bool:
    return (
        name.text in form.text
        and min(form.left, form.right) >= FREE
        and worth[form.text] >= LONG * least
    )


def _crosses(one: Phrase, other: Phrase, name: Phrase) -> bool:
    """Tell whether of two longer forms one holds the other: one of them is enough."""
    both = name.text in one.text and name.text in other.text
    return both and (one.text in other.text or other.text in one.text)
