"""How much of each article's own wording a sentence holds, by how surprising it is."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.linking.index import LONGEST, BaseIndex
from generator.linking.letter_rows import Flags, LetterRow, Places, spread
from generator.linking.named_weights import Features, Matrix
from generator.linking.scoring.cells import Cells, cells

FRESH = 0.6  # a wording of which less is new beside a longer one is no run of its own
TELLING = 6.0  # nats: a run that surprises less tells nothing by itself
OWNED = 0.25  # an article that holds a smaller share of a run does not own it
FEW = 3  # a wording of so few articles is rare
MOST_RUNS = 4.0
SENTENCE_FLOOR = 15.0  # nats: a sentence, a heading, an article that surprises less counts as this
HEADING_FLOOR = 12.0
ARTICLE_FLOOR = 30.0
NATS = 10.0  # nats that count as 1


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """Wordings held, one for each article that has it: where in the row, and what it counts.

    `share` is how much of the wording is the article's.
    """

    at: Places
    size: Places
    article: Places
    pairs: Cells
    surprise: Matrix
    frequency: Matrix
    share: Matrix
    in_heading: Flags


def wording_features(row: LetterRow, surprise: Sequence[float], index: BaseIndex) -> Features:
    """Return WORDING, sentences x articles: what wordings of an article each sentence holds.

    The longest wordings come first and each letter counts once for an article, so that a
    run of nine letters is not also counted as eight pairs.  A wording counts by its surprise,
    divided among the articles that hold it.  `surprise` is that of each sentence.
    """
    at, wordings = index.wordings.found(row)
    once = _first_of_each(row.sentence[at] * len(index.wordings.size) + wordings)
    held = _by_article(row, at[once], wordings[once], index)
    fresh = _fresh(held, len(row.codes)) / held.size
    new, heading = fresh > FRESH, held.in_heading
    owned = new & (held.surprise >= TELLING) & (held.share >= OWNED)
    value, pairs = held.surprise * fresh, held.pairs
    mass, whole = pairs.summed(value * held.share), pairs.summed(value)
    sentences = np.maximum(SENTENCE_FLOOR, surprise)[:, None]
    headings = np.maximum(HEADING_FLOOR, index.heading_surprise)
    articles = np.maximum(ARTICLE_FLOOR, index.article_surprise)
    return {
        "mass": np.log1p(mass),
        "mass_heading": np.log1p(pairs.summed(value * held.share, heading)),
        "best": pairs.most(held.surprise * held.share / NATS, new),
        "best_rare": pairs.most(held.surprise / NATS, new & (held.frequency <= FEW)),
        "runs": np.minimum(MOST_RUNS, pairs.summed(owned.astype(np.float64))),
        "cover": np.minimum(1.0, mass / sentences),
        "cover_any": np.minimum(1.0, whole / sentences),
        "heading_cover": np.minimum(1.0, pairs.summed(value, heading) / headings),
        "article_cover": np.minimum(1.0, whole / articles),
        "quotation": _quotations(row, at, wordings, index),
    }


def _first_of_each(values: Places) -> Places:
    """Return where each value stands first, in order."""
    first: Places = np.sort(np.unique(values, return_index=True)[1])
    return first


def _by_article(row: LetterRow, at: Places, wordings: Places, index: BaseIndex) -> _Held:
    """Return the wordings at the places `at`, one for each article that has it, in order."""
    known = index.wordings
    entry, each = spread(known.first[wordings], known.holders[wordings])
    article, wording = known.articles[entry], wordings[each]
    return _Held(
        at=at[each],
        size=known.size[wording],
        article=article,
        pairs=cells(row.sentence[at[each]], article, (len(row.starts), len(index.articles))),
        surprise=known.surprise[wording],
        frequency=known.frequency[wording],
        share=known.share[entry],
        in_heading=known.in_heading[entry],
    )


def _fresh(held: _Held, letters: int) -> Places:
    """Return how many letters of each wording no wording before it has taken for its article."""
    place, each = spread(held.article * letters + held.at, held.size)
    taker = np.empty(place.max(initial=-1) + 1, dtype=np.int32)
    taker[place[::-1]] = each[::-1]  # the first one is written last, and stands
    fresh: Places = np.bincount(each[taker[place] == each], minlength=len(held.at))
    return fresh


def _quotations(row: LetterRow, at: Places, wordings: Places, index: BaseIndex) -> Matrix:
    """Return how long a run each article shares, beyond a wording's length; logarithms."""
    longest = index.wordings.size[wordings] == LONGEST
    held = _by_article(row, at[longest], wordings[longest], index)
    order = np.lexsort((held.at, held.article))
    article, place = held.article[order], held.at[order]
    goes_on = np.zeros(len(order), dtype=np.bool_)
    goes_on[1:] = (article[1:] == article[:-1]) & (place[1:] == place[:-1] + 1)
    begins = np.flatnonzero(~goes_on)
    length = np.diff(np.append(begins, len(order)))
    logarithms = np.array([0.0, *map(math.log, range(1, length.max(initial=0) + 1))])
    runs = cells(row.sentence[place[begins]], article[begins], held.pairs.shape)
    return runs.most(logarithms[length])
