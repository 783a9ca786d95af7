"""Linking as the recipe goes through it: text by text, with what all texts share.

Each function takes one item and what is shared, so that it can be mapped and remembered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.linking.decisions import Decision, decide
from generator.linking.doubts import Doubt, doubts_of
from generator.linking.index import ArticleIndex
from generator.linking.linker import TaughtByBase, link
from generator.linking.scoring.score import how_rich
from generator.linking.teaching.lessons import LessonRow, lesson_row, lessons
from generator.model import Document, Finding, Link


@dataclass(frozen=True, slots=True)
class Linking:
    """What the links of every report are made from: the bases, and what decisions taught."""

    articles: ArticleIndex
    taught: TaughtByBase


def richness(item: None, articles: ArticleIndex) -> tuple[str, ...]:
    """Return how much is known of the vocabulary of each base: it says which weights fit."""
    return tuple(map(how_rich, articles.bases))


def link_report(report: Document, known: Linking) -> tuple[Link, ...]:
    """Return the links of the sentences of one report, in reading order."""
    found = link(report, known.articles, known.taught)
    return tuple(sorted(found, key=lambda one: (one.start, one.base, one.article)))


def doubts_of_report(report: Document, known: Linking) -> tuple[Doubt, ...]:
    """Return the sentences of one report that are most in doubt."""
    return doubts_of(report, known.articles, known.taught)


class DecidedReport(NamedTuple):
    """A report of which something was decided, and the decisions on it."""

    document: Document
    decisions: tuple[Decision, ...]


def lessons_of_report(item: DecidedReport, articles: ArticleIndex) -> tuple[LessonRow, ...]:
    """Return what the decisions on one report say, as rows of plain numbers."""
    return tuple(map(lesson_row, lessons(item.document, articles, item.decisions)))


class Decided(NamedTuple):
    """Decisions, the reports that they are about, and the links of these."""

    links: tuple[Link, ...]
    reports: tuple[Document, ...]
    decisions: Sequence[Decision]


def decide_on(
    item: Decided, articles: ArticleIndex
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Return the links as the editors want them, and the decisions that fail."""
    return decide(item.links, item.reports, articles, item.decisions)
