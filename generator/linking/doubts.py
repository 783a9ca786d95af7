"""Sentences whose links are least certain, linked or not: what an editor is asked about.

Uncertainty sampling (Lewis and Gale, A sequential algorithm for training text classifiers, 1994):
the nearer the best article's chance is to the bound from which it is linked, the more an answer
teaches.  A link that should be there and is not is asked about as well as one that should not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

import numpy as np

from generator.linking.citations import citations
from generator.linking.decisions import Decision
from generator.linking.index import ArticleIndex, BaseIndex
from generator.linking.linker import TaughtByBase
from generator.linking.neighbours import neighbours
from generator.linking.scoring.chances import log_odds
from generator.linking.scoring.score import Scored, score
from generator.linking.scoring.weights import load_link_weights
from generator.model import Document
from generator.text.words_in_document import find_words

CHOICES = 4  # articles that are offered for a sentence
OF_A_REPORT = 8  # no more sentences of one report are asked about at a time
FAR = 3.0  # log odds: a sentence farther from the bound is not in doubt


@dataclass(frozen=True, slots=True)
class Choice:
    """An article that a sentence may be about; `address` is how editors write it: 5, 2-1."""

    base: str
    article: int
    address: str
    chance: float
    linked: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sentence, at `start`..`end` of a report's text, and the likeliest articles, best first.

    `distance` is how far the best is from the bound (log odds).
    """

    report: str
    start: int
    end: int
    choices: tuple[Choice, ...]
    distance: float


def doubts_of(
    report: Document, index: ArticleIndex, taught: TaughtByBase | None = None
) -> tuple[Doubt, ...]:
    """Return the sentences of `report` that are most in doubt, the most first."""
    around = neighbours(report)
    found = []
    for base in index.bases:
        cited = citations(report.piece.text, [base.base], {base.base.id: base.numbering})
        known = (taught or {}).get(base.base.id)
        scored = score(report, base, around, cited, load_link_weights(), known)
        found += [_doubt(report, base, scored, at) for at in range(len(report.sentences))]
    near = [each for each in found if each is not None]
    return tuple(sorted(near, key=_order)[:OF_A_REPORT])


def _doubt(report: Document, base: BaseIndex, scored: Scored, at: int) -> Doubt | None:
    """Return a sentence with its choices; None where there is no doubt."""
    chances = scored.final[at]
    if not len(chances) or scored.certain[at].any():
        return None
    sentence = report.sentences[at]
    bound = scored.bounds.linked
    best = np.argsort(-chances, kind="stable")[:CHOICES]
    odds, limit = log_odds(chances[best]), log_odds(np.array([bound]))[0]
    distance = float(abs(odds - limit).min())
    if distance > FAR:
        return None
    choices = tuple(
        Choice(
            base.base.id,
            base.articles[article].article.number,
            base.articles[article].article.address,
            round(float(chances[article]), 3),
            bool(chances[article] >= bound),
        )
        for article in best
    )
    return Doubt(report.piece.id, sentence.start, sentence.end, choices, round(distance, 4))


def most_in_doubt(
    found: Iterable[Doubt], reports: Sequence[Document], decisions: Sequence[Decision], count: int
) -> tuple[Doubt, ...]:
    """Return the `count` doubts that are most in need of an answer and have none."""
    decided = _decided(reports, decisions)
    open_doubts = (each for each in found if (each.report, each.start) not in decided)
    return tuple(sorted(open_doubts, key=_order)[:count])


def _order(doubt: Doubt) -> tuple[float, str, int]:
    return doubt.distance, doubt.report, doubt.start


def _decided(reports: Sequence[Document], decisions: Sequence[Decision]) -> Set[tuple[str, int]]:
    """Return the sentences of which something is decided: report and where they start."""
    documents = {each.piece.id: each for each in reports}
    found = set()
    for each in decisions:
        document = documents.get(each.report)
        place = find_words(document, each.words) if document else None
        if document is not None and place is not None:
            found |= {(each.report, document.sentences[at].start) for at in place.sentences}
    return found
