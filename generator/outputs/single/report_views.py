"""What the single page shows of reports: their paragraphs, and the articles that these lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Document, Library, Link
from generator.outputs.shared.report_names import library_names
from generator.outputs.single.spans import Span
from generator.text.nomenclature import article_name


@dataclass(frozen=True, slots=True)
class ReportParagraph:
    """A paragraph of a report: its level as a heading (0 for text) and the articles it leads to."""

    level: int
    spans: tuple[Span, ...]
    articles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report; its name tells it from others of the same title."""

    document: Document
    name: str
    facts: tuple[str, ...]
    paragraphs: tuple[ReportParagraph, ...]


def report_views(library: Library, reports: Sequence[Document]) -> tuple[ReportView, ...]:
    """Return those reports of `library` with their paragraphs."""
    wanted = {each.piece.id for each in reports}
    names = {
        (each.edition.base.id, article.number): (article.id, article_name(article.label))
        for each in library.collations
        for article in each.edition.articles
    }
    links: dict[str, list[Link]] = defaultdict(list)
    for link in (each for each in library.links if each.report in wanted):
        links[link.report].append(link)
    called = library_names(library)
    return tuple(
        _report_view(each, called[each.piece.id], links[each.piece.id], names) for each in reports
    )


def _report_view(
    document: Document,
    called: str,
    links: Sequence[Link],
    names: dict[tuple[str, int], tuple[str, str]],
) -> ReportView:
    piece = document.piece
    levels = {each.start: each.level for each in document.outline if not each.inline}
    starts = [each.start for each in document.paragraphs]
    leads: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for link in sorted(links, key=lambda each: (each.base, each.article)):
        at = bisect_right(starts, link.start) - 1
        name = names.get((link.base, link.article))
        if name and name not in leads[at]:
            leads[at].append(name)
    spans: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for sentence in document.sentences:
        spans[sentence.paragraph].append((sentence.start, sentence.end, sentence.id))
    paragraphs = tuple(
        ReportParagraph(
            levels.get(each.start, 2) if each.heading else 0,
            _spans(piece.text, each.start, each.end, spans[number]),
            tuple(leads[number]),
        )
        for number, each in enumerate(document.paragraphs)
    )
    facts = tuple(each for each in (piece.genre, piece.issuer, piece.place) if each)
    return ReportView(document, called, facts, paragraphs)


def _spans(
    text: str, start: int, end: int, sentences: Sequence[tuple[int, int, str]]
) -> tuple[Span, ...]:
    """Return text[start:end] whole: its sentences, and whatever stands between them."""
    found = []
    at = start
    for first, last, identifier in sentences:
        if text[at:first]:
            found.append(Span(text[at:first]))
        found.append(Span(text[first:last], identifier))
        at = last
    if text[at:end]:
        found.append(Span(text[at:end]))
    return tuple(found)
