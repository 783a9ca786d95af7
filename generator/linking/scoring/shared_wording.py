"""How much of each article's own wording a sentence holds, by how surprising it is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.linking.forms import SHORTEST
from generator.linking.index import LONGEST, BaseIndex
from generator.linking.scoring.features import WORDING, ByArticle, by_article
from generator.linking.scoring.sentence_words import SentenceWords

HEADING_RUN = 3.0  # a wording in a heading counts as this many articles that hold it
FRESH = 0.6  # a wording of which less is new beside a longer one is no run of its own
TELLING = 6.0  # nats: a run that surprises less tells nothing by itself
OWNED = 0.25  # an article that holds a smaller share of a run does not own it
FEW = 3  # a wording of so few articles is rare
MOST_RUNS = 4.0
SENTENCE_FLOOR = 15.0  # nats: a sentence, a heading, an article that surprises less counts as this
HEADING_FLOOR = 12.0
ARTICLE_FLOOR = 30.0
NATS = 10.0  # nats that count as 1


class _Held(NamedTuple):
    """A wording of the base, where it stands in a sentence."""

    at: int
    wording: str


def wording_features(words: SentenceWords, index: BaseIndex) -> ByArticle:
    """Return WORDING for each article: what wordings of it the sentence holds.

    The longest wordings come first and each letter counts once for an article, so that a
    run of nine letters is not also counted as eight pairs.  A wording counts by its surprise,
    divided among the articles that hold it.
    """
    found = by_article(WORDING)
    covered: dict[int, int] = {}
    held: defaultdict[int, float] = defaultdict(float)
    in_heading: defaultdict[int, float] = defaultdict(float)
    longest = longest_first(words.letters, index)
    seen: set[str] = set()
    for at, wording in longest:
        if wording not in seen:
            seen.add(wording)
            _add(_Held(at, wording), index, covered, (found, held, in_heading))
    _cover(found, words.surprise, index, (held, in_heading))
    found["quotation"] = _quotations(longest, index)
    for name in ("mass", "mass_heading"):
        found[name] = {at: math.log1p(value) for at, value in found[name].items()}
    return found


def _add(
    here: _Held,
    index: BaseIndex,
    covered: dict[int, int],
    sums: tuple[ByArticle, defaultdict[int, float], defaultdict[int, float]],
) -> None:
    """Add what a wording gives its articles to the `sums`, and its letters to those `covered`."""
    found, held, in_heading = sums
    size = len(here.wording)
    bits = ((1 << size) - 1) << here.at
    surprise = index.surprise[here.wording]
    heads = index.headings.get(here.wording, ())
    frequency = index.frequency[here.wording]
    holders = frequency + HEADING_RUN * len(heads)
    for article in index.postings[here.wording]:
        before = covered.get(article, 0)
        fresh = (bits & ~before).bit_count() / size
        if not fresh:
            continue
        covered[article] = before | bits
        heading = article in heads
        share = (1 + HEADING_RUN * heading) / holders
        value = surprise * fresh
        held[article] += value
        found["mass"][article] += value * share
        if heading:
            found["mass_heading"][article] += value * share
            in_heading[article] += value
        if fresh > FRESH:
            best, rare, runs = found["best"], found["best_rare"], found["runs"]
            best[article] = max(best[article], surprise * share / NATS)
            if frequency <= FEW:
                rare[article] = max(rare[article], surprise / NATS)
            if surprise >= TELLING and share >= OWNED:
                runs[article] = min(MOST_RUNS, runs[article] + 1)


def _cover(
    found: ByArticle,
    surprise: float,
    index: BaseIndex,
    sums: tuple[Mapping[int, float], Mapping[int, float]],
) -> None:
    """Fill in how much of the sentence, of the heading and of the article is shared."""
    held, in_heading = sums
    whole = max(SENTENCE_FLOOR, surprise)
    for article, value in held.items():
        found["cover"][article] = min(1.0, found["mass"][article] / whole)
        found["cover_any"][article] = min(1.0, value / whole)
        article_whole = max(ARTICLE_FLOOR, index.article_surprise[article])
        found["article_cover"][article] = min(1.0, value / article_whole)
    for article, value in in_heading.items():
        heading_whole = max(HEADING_FLOOR, index.heading_surprise[article])
        found["heading_cover"][article] = min(1.0, value / heading_whole)


def longest_first(letters: str, index: BaseIndex) -> list[_Held]:
    """Return the wordings of the base that `letters` hold and that tell articles apart."""
    by_size: list[list[_Held]] = [[] for _ in range(LONGEST + 1)]
    postings = index.postings
    for at in range(len(letters) - 1):
        for size in range(SHORTEST, min(LONGEST, len(letters) - at) + 1):
            wording = letters[at : at + size]
            if wording not in postings:
                break
            if postings[wording]:
                by_size[size].append(_Held(at, wording))
    return [held for some in reversed(by_size) for held in some]


def _quotations(longest: Sequence[_Held], index: BaseIndex) -> dict[int, float]:
    """Return how long a run each article shares, beyond a wording's length; logarithms."""
    runs: dict[int, tuple[int, int]] = {}
    most: dict[int, int] = {}
    for at, wording in longest:
        if len(wording) < LONGEST:
            break
        for article in index.postings[wording]:
            last, length = runs.get(article, (-2, 0))
            length = length + 1 if last == at - 1 else 1
            runs[article] = (at, length)
            most[article] = max(most.get(article, 0), length)
    return {article: math.log(length) for article, length in most.items()}
