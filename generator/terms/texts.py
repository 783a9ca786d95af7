"""The texts of a library as what terms are looked for in: sentences cut into words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Document, Edition
from generator.terms.language import Language
from generator.terms.phrases import Passage, Spot
from generator.terms.words import runs
from generator.text.letters import letters_of


@dataclass(frozen=True, slots=True)
class Texts:
    """The sentences of the bases and of the reports; `headings` are the articles' in letters.

    `sections` are, for each report, its headings and which of its sentences each stands over.
    """

    base: tuple[Passage, ...]
    reports: tuple[Passage, ...]
    headings: dict[Spot, str]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in letters, and the sentences of `report` that it stands over."""

    report: str
    title: str
    sentences: range


def read_texts(
    editions: Sequence[Edition], reports: Iterable[Document], language: Language
) -> Texts:
    """Return the texts, cut into words; time linear in their length."""
    documents = tuple(reports)
    known = language.probabilities
    return Texts(
        base=tuple(
            Passage((edition.base.id, each.article or 0), tuple(runs(each.text, known)))
            for edition in editions
            for each in edition.sentences
        ),
        reports=tuple(
            Passage(
                (document.piece.id, at),
                tuple(runs(document.piece.text[each.start : each.end], known)),
            )
            for document in documents
            for at, each in enumerate(document.sentences)
        ),
        headings={
            (edition.base.id, article.number): letters_of(article.heading)
            for edition in editions
            for article in edition.articles
        },
        sections=tuple(each for document in documents for each in _sections(document)),
    )


def _sections(document: Document) -> Iterable[Section]:
    starts = [each.start for each in document.sentences]
    for heading in document.outline:
        first = bisect_left(starts, heading.start)
        last = bisect_left(starts, heading.section_end)
        yield Section(document.piece.id, letters_of(heading.title), range(first, last))
