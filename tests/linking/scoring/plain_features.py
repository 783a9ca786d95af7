"""The features of one sentence by plain loops over wordings, terms, pairs and words.

What generator/linking/scoring works out for whole reports in arrays must be this, sentence by
sentence.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np

from generator.linking.index import LONGEST, BaseIndex
from generator.linking.scoring.cosines import PairVectors, pair_counts
from generator.linking.scoring.features import TERM
from generator.linking.scoring.sentence_words import SentenceWords, TermHit
from generator.linking.wordings import HEADING_RUN
from generator.text.letters import STOP

ByArticle = dict[str, dict[int, float]]


def plain_features(words: SentenceWords, base: BaseIndex) -> ByArticle:
    """Return what one sentence holds of each article; what is not there is 0."""
    found: ByArticle = defaultdict(lambda: defaultdict(float))
    _wordings(words, base, found)
    _terms((*words.hits, *words.kin), words, found)
    _hints(words, found)
    for name, vectors in (("cosine", base.cosine), ("cosine_rare", base.rare_cosine)):
        found[name] = _cosines(words.letters, vectors)
    _words(words, base, found)
    return found


class _Known:
    """The wordings of a base as mappings."""

    def __init__(self, base: BaseIndex) -> None:
        known = base.wordings
        self.surprise = dict(zip(known.names, known.surprise.tolist(), strict=True))
        self.frequency = dict(zip(known.names, known.frequency.tolist(), strict=True))
        self.articles: dict[str, list[tuple[int, bool]]] = {}
        for name, first, size in zip(known.names, known.first, known.holders, strict=True):
            rows = slice(first, first + size)
            self.articles[name] = [
                (int(article), bool(heading))
                for article, heading in zip(
                    known.articles[rows], known.in_heading[rows], strict=True
                )
            ]


def _wordings(words: SentenceWords, base: BaseIndex, found: ByArticle) -> None:
    known, letters = _Known(base), words.letters
    held = list(_longest_first(letters, known))
    covered: dict[int, set[int]] = defaultdict(set)
    whole: dict[int, float] = defaultdict(float)
    in_heading: dict[int, float] = defaultdict(float)
    mass: dict[str, dict[int, float]] = {n: defaultdict(float) for n in ("mass", "mass_heading")}
    seen: set[str] = set()
    for at, wording in held:
        if wording in seen:
            continue
        seen.add(wording)
        places = set(range(at, at + len(wording)))
        surprise, heads = known.surprise[wording], sum(h for _, h in known.articles[wording])
        for article, heading in known.articles[wording]:
            fresh = len(places - covered[article]) / len(wording)
            covered[article] |= places
            share = (1 + HEADING_RUN * heading) / (known.frequency[wording] + HEADING_RUN * heads)
            whole[article] += surprise * fresh
            mass["mass"][article] += surprise * fresh * share
            if heading:
                mass["mass_heading"][article] += surprise * fresh * share
                in_heading[article] += surprise * fresh
            if fresh > 0.6:
                _most(found, "best", article, surprise * share / 10)
                rare = surprise / 10 * (known.frequency[wording] <= 3)
                _most(found, "best_rare", article, rare)
                runs = found["runs"][article] + (surprise >= 6 and share >= 0.25)
                found["runs"][article] = min(4, runs)
    _covers(words, base, found, mass["mass"], whole, in_heading)
    for name, values in mass.items():
        found[name] = {article: math.log1p(value) for article, value in values.items()}
    _quotations(held, known, found)


def _covers(
    words: SentenceWords,
    base: BaseIndex,
    found: ByArticle,
    mass: dict[int, float],
    whole: dict[int, float],
    in_heading: dict[int, float],
) -> None:
    for article, value in whole.items():
        of_sentence = max(15, words.surprise)
        found["cover"][article] = min(1, mass[article] / of_sentence)
        found["cover_any"][article] = min(1, value / of_sentence)
        found["article_cover"][article] = min(1, value / max(30, base.article_surprise[article]))
    for article, value in in_heading.items():
        found["heading_cover"][article] = min(1, value / max(12, base.heading_surprise[article]))


def _longest_first(letters: str, known: _Known) -> Iterator[tuple[int, str]]:
    for size in range(LONGEST, 1, -1):
        for at in range(len(letters) - size + 1):
            wording = letters[at : at + size]
            if known.articles.get(wording):
                yield at, wording


def _quotations(held: list[tuple[int, str]], known: _Known, found: ByArticle) -> None:
    last: dict[int, tuple[int, int]] = {}
    for at, wording in held:
        for article, _ in known.articles[wording] if len(wording) == LONGEST else ():
            before, length = last.get(article, (-2, 0))
            length = length + 1 if before == at - 1 else 1
            last[article] = at, length
            _most(found, "quotation", article, math.log(length))


def _terms(hits: tuple[TermHit, ...], words: SentenceWords, found: ByArticle) -> None:
    seen: set[str] = set()
    for hit in hits:
        size = hit.end - hit.start
        for each in hit.term.shares:
            share = each.share * hit.telling
            names = (TERM.own_heading, TERM.own_body)
            if not hit.term.own:
                names = (TERM.other_heading, TERM.other_body)
            _most(found, names[not each.in_heading], each.article, share)
            found[TERM.cover][each.article] += share * size / max(6, words.telling)
            clause = max(4, words.clauses[hit.start])
            _most(found, TERM.clause, each.article, share * min(1, size / clause))
            if hit.term.name not in seen:
                found[TERM.sum][each.article] += share
        seen.add(hit.term.name)
    for article, value in found[TERM.cover].items():
        found[TERM.cover][article] = min(1, value)


def _hints(words: SentenceWords, found: ByArticle) -> None:
    hits = (*words.hints, *words.hits)
    shared = Counter((hit.start, hit.end) for hit in hits)
    for hit in hits:
        for each in hit.term.shares:
            part = each.share * hit.telling / shared[hit.start, hit.end]
            found["hint_sum"][each.article] += part
            found["hint_count"][each.article] += hit.telling * (each.share >= 0.5)
            found["hint_cover"][each.article] += (
                part * (hit.end - hit.start) / max(8, len(words.letters))
            )
    best = max(found["hint_sum"].values(), default=0)
    for article, value in found["hint_sum"].items():
        found["hint_share"][article] = value / best
        found["hint_count"][article] = min(5, found["hint_count"][article])


def _cosines(letters: str, vectors: PairVectors) -> dict[int, float]:
    found: dict[int, float] = defaultdict(float)
    square = 0.0
    for pair, count in pair_counts(letters).items():
        (number,) = vectors.numbers.of(np.array([ord(pair[0]) << 21 | ord(pair[1])]))
        weight = vectors.weights[number] if number >= 0 else vectors.unknown
        if number < 0 and vectors.language:
            weight *= vectors.language.of_run(pair)
        value = (1 + math.log(count)) * weight
        square += value * value
        if number >= 0:
            for at in range(vectors.first[number], vectors.first[number] + vectors.holders[number]):
                found[int(vectors.articles[at])] += value * vectors.share[at]
    return {article: value / math.sqrt(square) for article, value in found.items()}


def _words(words: SentenceWords, base: BaseIndex, found: ByArticle) -> None:
    """Fill in the nearness of one sentence, looked at by itself."""
    nearness = base.meaning.nearness([[word for word in words.cut if word != STOP]])
    for name in ("near", "gain", "new", "alike"):
        key = {"gain": "near_gain", "new": "near_new"}.get(name, name)
        found[key] = dict(enumerate(getattr(nearness, name)[0].tolist()))


def _most(found: ByArticle, name: str, article: int, value: float) -> None:
    found[name][article] = max(found[name][article], value)
