"""The decisions on one report as lessons: each decided sentence with its scores and vector."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from generator.linking.citations import citations
from generator.linking.decisions import Decision, meant_article
from generator.linking.index import ArticleIndex, BaseIndex
from generator.linking.neighbours import neighbours
from generator.linking.scoring.score import score
from generator.linking.scoring.weights import load_link_weights
from generator.linking.teaching.decided import DecidedSentence
from generator.linking.teaching.sentence_vectors import SentenceVector, sentence_vector
from generator.linking.teaching.taught import Taught, teach
from generator.model import Document
from generator.text.words_in_document import find_words


@dataclass
class _Said:
    """What is said of one sentence, gathered decision by decision; the later one holds."""

    line: int = 0
    words: str = ""
    about: set[int] = field(default_factory=set)
    not_about: set[int] = field(default_factory=set)
    whole: bool = False


Lesson = tuple[str, DecidedSentence]
"""The id of a base, and a sentence that was decided for it."""


def lessons(
    report: Document, index: ArticleIndex, decisions: Sequence[Decision]
) -> tuple[Lesson, ...]:
    """Return what `decisions` on `report` say, in the order of its sentences."""
    found: list[Lesson] = []
    for base in index.bases:
        said = _said(report, index, base, decisions)
        if not said:
            continue
        cited = citations(report.piece.text, [base.base], {base.base.id: base.numbering})
        scored = score(report, base, neighbours(report), cited, load_link_weights())
        for at in sorted(said):
            each = said[at]
            found.append(
                (
                    base.base.id,
                    DecidedSentence(
                        report.piece.id,
                        each.words,
                        each.line,
                        frozenset(each.about),
                        frozenset(each.not_about),
                        each.whole,
                        {name: values[at] for name, values in scored.features.items()},
                        sentence_vector(
                            scored.words[at].letters, scored.words[at].cut, base.meaning
                        ),
                    ),
                )
            )
    return tuple(found)


class LessonRow(NamedTuple):
    """A lesson as plain numbers and words: how it is remembered."""

    base: str
    report: str
    words: str
    line: int
    about: tuple[int, ...]
    not_about: tuple[int, ...]
    whole: bool
    features: tuple[tuple[str, tuple[float, ...]], ...]
    pairs: tuple[tuple[str, float], ...]
    vector: tuple[float, ...]


def lesson_row(lesson: Lesson) -> LessonRow:
    """Return a lesson as a row."""
    base, each = lesson
    return LessonRow(
        base,
        each.report,
        each.words,
        each.line,
        tuple(sorted(each.about)),
        tuple(sorted(each.not_about)),
        each.whole,
        tuple((name, tuple(values.tolist())) for name, values in each.features.items()),
        tuple(each.vector.pairs.items()),
        tuple(each.vector.words.tolist()),
    )


def lesson_of(row: LessonRow) -> Lesson:
    """Return the lesson that a row holds."""
    decided = DecidedSentence(
        row.report,
        row.words,
        row.line,
        frozenset(row.about),
        frozenset(row.not_about),
        row.whole,
        {name: np.array(values) for name, values in row.features},
        SentenceVector(dict(row.pairs), np.array(row.vector)),
    )
    return row.base, decided


def _said(
    report: Document, index: ArticleIndex, base: BaseIndex, decisions: Sequence[Decision]
) -> dict[int, _Said]:
    """Return what is said of each sentence for one base."""
    said: dict[int, _Said] = defaultdict(_Said)
    for each in decisions:
        place = find_words(report, each.words) if each.report == report.piece.id else None
        if place is None or not place.exact:
            continue
        article: int | None = None
        if each.article is not None:
            meant = meant_article(each, index)
            if isinstance(meant, str) or meant[0].base.id != base.base.id:
                continue
            numbers = [one.article.number for one in base.articles]
            article = numbers.index(meant[1])
        elif each.base not in (None, base.base.id):
            continue
        for at in place.sentences:
            _say(said[at], each, article)
    return said


def _say(said: _Said, decision: Decision, article: int | None) -> None:
    said.line, said.words = decision.line, decision.words
    if article is None:
        said.about.clear()
        said.whole = True
    elif decision.decision == "reject":
        if article in said.about:  # what was added is taken back, and what followed from it
            said.about.discard(article)
            said.whole = bool(said.about)
        said.not_about.add(article)
    else:
        said.not_about.discard(article)
        said.about.add(article)
        said.whole = True


def teach_bases(found: Sequence[Lesson]) -> dict[str, Taught]:
    """Return what the lessons teach, by the id of the base; not of a base with too few."""
    if not found:
        return {}
    start = load_link_weights().taught.start
    taught: dict[str, Taught] = {}
    for base in sorted({name for name, _ in found}):
        learned = teach([each for name, each in found if name == base], start)
        if learned is not None:
            taught[base] = learned
    return taught
