"""Which terms and hints of each article a sentence names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.linking.scoring.features import (
    HINT,
    ByArticle,
    SubjectNames,
    by_article,
)
from generator.linking.scoring.sentence_words import SentenceWords, TermHit

TELLING_FLOOR = 6  # a sentence of fewer telling letters counts as this many
CLAUSE_FLOOR = 4  # a clause of fewer telling letters counts as this many
MOST_HINTS = 5.0  # more of them tell no more
MAIN = 0.5  # an article with this share of a term is what the term's hints count for
HINTED_FLOOR = 8  # a sentence of fewer letters counts as this many


def term_features(hits: Sequence[TermHit], words: SentenceWords, names: SubjectNames) -> ByArticle:
    """Return `names` for each article: its share of the terms in `hits`, each term once.

    What covers the sentence and its clause counts every wording: in a row of mechanisms each
    is a subject.
    """
    found = by_article(names.names)
    seen: set[str] = set()
    whole = max(TELLING_FLOOR, words.telling)
    for hit in hits:
        for each in hit.term.shares:
            share = each.share * hit.telling
            _add(found, _column(names, hit.term.own, each.in_heading), each.article, share)
            size, clause = hit.end - hit.start, max(CLAUSE_FLOOR, words.clauses[hit.start])
            found[names.cover][each.article] += share * size / whole
            _add(found, names.clause, each.article, share * min(1.0, size / clause))
            if hit.term.name not in seen:
                found[names.sum][each.article] += share
        seen.add(hit.term.name)
    return _at_most_one(found, names)


def _column(names: SubjectNames, own: bool, in_heading: bool) -> str:
    """Return the feature of a subject by whose it is and by where the article has it."""
    if own:
        return names.own_heading if in_heading else names.own_body
    return names.other_heading if in_heading else names.other_body


def _add(found: ByArticle, name: str, article: int, value: float) -> None:
    """Set the feature `name` of an article to `value`, where it is less."""
    column = found[name]
    column[article] = max(column[article], value)


def _at_most_one(found: ByArticle, names: SubjectNames) -> ByArticle:
    cover = found[names.cover]
    found[names.cover] = {article: min(1.0, value) for article, value in cover.items()}
    return found


def hint_features(words: SentenceWords) -> ByArticle:
    """Return HINT for each article: how many hints at it and terms of it there are.

    A hint at several terms counts for each a part.
    """
    found = by_article(HINT)
    hits = (*words.hints, *words.hits)
    shared = Counter((hit.start, hit.end) for hit in hits)
    for hit in hits:
        for each in hit.term.shares:
            part = each.share * hit.telling / shared[hit.start, hit.end]
            found["hint_sum"][each.article] += part
            found["hint_count"][each.article] += hit.telling * (each.share >= MAIN)
            found["hint_cover"][each.article] += part * (hit.end - hit.start)
    best = max(found["hint_sum"].values(), default=0.0)
    length = max(HINTED_FLOOR, len(words.letters))
    found["hint_share"] = {at: value / best for at, value in found["hint_sum"].items()}
    found["hint_count"] = {at: min(MOST_HINTS, n) for at, n in found["hint_count"].items()}
    found["hint_cover"] = {at: value / length for at, value in found["hint_cover"].items()}
    return found
