"""What the single page shows of bases: their articles, and what is noted on them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.duties.wording import DutyClause, clauses_of
from generator.model import (
    Article,
    Collation,
    EditionSentence,
    Library,
    Link,
    Provision,
    Role,
    Variant,
)
from generator.outputs.shared.best_passages import best_and_different
from generator.outputs.shared.divisions import printed_label
from generator.outputs.shared.matter_shown import MatterShown, matter_shown
from generator.outputs.shared.report_names import library_names
from generator.outputs.shared.told_once import groups_by_link, told_once
from generator.outputs.single.spans import Span
from generator.text.nomenclature import ROLES, article_name
from generator.text.provisions import provisions

LONGEST = 160  # characters of a passage beside an article; the whole stands in the report


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of an article: a 款 (level 0), an 项 (1) or a 目 (2), with its id."""

    id: str
    level: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A linked passage: its words (shortened where `cut`), their address, in which report."""

    text: str
    cut: bool
    place: str
    report: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with all that is noted on it."""

    id: str
    label: str
    name: str
    heading: str
    paragraphs: tuple[ParagraphView, ...]
    passages: tuple[tuple[Role, tuple[PassageView, ...]], ...]
    variants: tuple[Variant, ...]
    duties: tuple[DutyClause, ...]
    links: int

    @property
    def shown(self) -> int:
        """How many of the passages linked with the article are shown."""
        return sum(len(each) for _, each in self.passages)


@dataclass(frozen=True, slots=True)
class PartView:
    """A part: its running paragraphs, then its articles; `depth`, from 1, in the tree."""

    id: str
    title: str
    depth: int
    paragraphs: tuple[tuple[Span, ...], ...]
    articles: tuple[ArticleView, ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class BaseView:
    """A base document."""

    collation: Collation
    preamble: tuple[tuple[Span, ...], ...]
    parts: tuple[PartView, ...]
    variants: tuple[Variant, ...]
    matter: MatterShown


def base_views(
    library: Library, files: Mapping[str, str], most: int | None = None
) -> tuple[BaseView, ...]:
    """Return every base with parts, articles, and what is noted on them.

    `files` are those that reports stand in, by their ids, empty for this page; an article shows
    at most `most` passages of a role, the best that differ.
    """
    links: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in library.links:
        links[link.base, link.article].append(link)
    places = _Places(library, files, most)
    return tuple(_base_view(library, each, links, places) for each in library.collations)


class _Places:
    """Finds the sentence of a report in which an offset lies."""

    def __init__(self, library: Library, files: Mapping[str, str], most: int | None) -> None:
        self.most = most
        self.groups = groups_by_link(library.shared_links)
        self._files = files
        self.reports = {each.piece.id: each for each in library.reports}
        self.names = library_names(library)
        self._starts = {id: [s.start for s in each.sentences] for id, each in self.reports.items()}

    def sentence(self, report: str, offset: int) -> str:
        """Return the address of the sentence at `offset`, or the report's own."""
        at = bisect_right(self._starts[report], offset) - 1
        sentences = self.reports[report].sentences
        place = sentences[max(at, 0)].id if sentences else f"report-{report}"
        return f"{self._files.get(report, '')}#{place}"


def _base_view(
    library: Library,
    collation: Collation,
    links: dict[tuple[str, int], list[Link]],
    places: _Places,
) -> BaseView:
    edition = collation.edition
    base = edition.base.id
    grouped: dict[tuple[int | None, int | None], list[EditionSentence]] = defaultdict(list)
    for sentence in edition.sentences:
        grouped[sentence.part if sentence.article is None else None, sentence.article].append(
            sentence
        )
    of_part = {
        part.number: tuple(each for each in collation.apparatus if each.part == part.number)
        for part in edition.parts
    }
    return BaseView(
        collation,
        _paragraphs(grouped[None, None]),
        tuple(
            PartView(
                f"{base}-part-{part.number}",
                " ".join(each for each in (part.label, part.heading) if each),
                part.depth,
                _paragraphs(grouped[part.number, None]),
                tuple(
                    _article_view(
                        library,
                        collation,
                        article,
                        grouped[None, article.number],
                        _passages(links[base, article.number], places),
                        len(links[base, article.number]),
                    )
                    for article in part.articles
                ),
                of_part[part.number],
            )
            for part in edition.parts
        ),
        tuple(each for each in collation.apparatus if each.part == 0),
        matter_shown(edition),
    )


def _article_view(
    library: Library,
    collation: Collation,
    article: Article,
    sentences: Sequence[EditionSentence],
    passages: tuple[tuple[Role, tuple[PassageView, ...]], ...],
    links: int,
) -> ArticleView:
    base = collation.edition.base.id
    return ArticleView(
        article.id,
        printed_label(article.label),
        article_name(article.label),
        article.heading,
        _article_paragraphs(article, sentences),
        passages,
        tuple(each for each in collation.apparatus if each.article == article.number),
        clauses_of(
            (
                each
                for each in library.duties
                if (each.base, each.article) == (base, article.number)
            ),
            article.text,
        ),
        links,
    )


def _paragraphs(sentences: Sequence[EditionSentence]) -> tuple[tuple[Span, ...], ...]:
    """Return sentences by paragraph."""
    found: dict[int, list[Span]] = defaultdict(list)
    for each in sentences:
        found[each.paragraph].append(Span(each.text, each.id))
    return tuple(tuple(found[each]) for each in sorted(found))


def _article_paragraphs(
    article: Article, sentences: Sequence[EditionSentence]
) -> tuple[ParagraphView, ...]:
    """Return an article's paragraphs with the ids of 款, 项 and 目: ID-k2x3."""
    places = provisions(article.text)
    rows: dict[int, list[EditionSentence]] = defaultdict(list)
    for each in sentences:
        rows[each.paragraph].append(each)
    found = []
    for _, row in sorted(rows.items()):
        line = article.text.rfind("\n", 0, row[0].start) + 1
        opening = [each for each in places if line <= each.start <= row[0].start]
        address = opening[-1].address if opening else ""
        found.append(
            ParagraphView(
                f"{article.id}-{address}" if address else "",
                0 if not opening or not opening[-1].label else 1 + ("m" in address),
                tuple(_span(article, each, places, opening) for each in row),
            )
        )
    return tuple(found)


def _span(
    article: Article,
    sentence: EditionSentence,
    places: Sequence[Provision],
    opening: Sequence[Provision],
) -> Span:
    """Return a sentence; the one that the article's heading opens is marked."""
    heading = article.heading
    items = tuple(
        (each.start - sentence.start, f"{article.id}-{each.address}")
        for each in places
        if sentence.start <= each.start < sentence.end and each not in opening
    )
    headed = sentence.start == 0 and bool(heading) and sentence.text.startswith(heading)
    return Span(sentence.text, sentence.id, headed, items)


def _passages(
    links: Sequence[Link], places: _Places
) -> tuple[tuple[Role, tuple[PassageView, ...]], ...]:
    """Return the passages by role, the best first; of many the best that differ."""
    by_role: dict[Role, list[Link]] = defaultdict(list)
    for link in sorted(links, key=lambda each: (-each.score, each.id)):
        by_role[link.role].append(link)
    found: dict[Role, tuple[PassageView, ...]] = {}
    for role, every in by_role.items():
        kept: Sequence[Link] = every
        if places.most is not None:
            told = told_once(every, places.groups)
            kept = best_and_different(told, places.most, lambda id: places.reports[id].piece)
        found[role] = tuple(_passage(each, places) for each in kept)
    return tuple((each.role, found[each.role]) for each in ROLES if each.role in found)


def _passage(link: Link, places: _Places) -> PassageView:
    piece = places.reports[link.report].piece
    text = piece.text[link.start : link.end].strip()
    return PassageView(
        text[:LONGEST],
        len(text) > LONGEST,
        places.sentence(link.report, link.start),
        places.names[link.report],
    )
