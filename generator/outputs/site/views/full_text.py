"""The whole edition on one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.model import Base, EditionSentence
from generator.outputs.shared.matter_shown import MatterShown, matter_shown
from generator.outputs.site.views import words
from generator.outputs.site.views.article import unit_of
from generator.outputs.site.views.citing import CitedDocument, CitedUnit, cited_base
from generator.outputs.site.views.edition_text import (
    ArticleText,
    ParagraphView,
    article_text,
    plain_paragraphs,
)
from generator.outputs.site.views.glossary import Gloss, shown_glosses
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.references import reference_marks
from generator.outputs.site.views.structured_data import Node, document_data
from generator.outputs.site.views.versions import VersionLink, version_links
from generator.text.nomenclature import full_width


@dataclass(frozen=True, slots=True)
class FullArticle:
    """An article within the full text.

    `headed` when its first sentence is its heading, `counted` when its label is not printed.
    """

    id: str
    address: str
    label: str
    name: str
    headed: bool
    counted: bool
    text: ArticleText
    links: int
    unit: CitedUnit


@dataclass(frozen=True, slots=True)
class FullPart:
    """A part within the full text."""

    id: str
    label: str
    heading: str
    depth: int
    paragraphs: tuple[ParagraphView, ...]
    articles: tuple[FullArticle, ...]
    cite: str


@dataclass(frozen=True, slots=True)
class FullTextView:
    """What the page of the full text shows."""

    base: Base
    preamble: tuple[ParagraphView, ...]
    parts: tuple[FullPart, ...]
    matter: MatterShown
    pack: str
    apparatus: str
    document: CitedDocument
    glosses: tuple[Gloss, ...]
    data: Node
    versions: tuple[VersionLink, ...] = ()


def full_text_view(index: LibraryIndex, base: str) -> FullTextView:
    """Return the view of the full text of `base`."""
    edition = index.editions[base].edition
    places: dict[tuple[int | None, int | None], list[EditionSentence]] = {}
    for sentence in edition.sentences:
        places.setdefault((sentence.part, sentence.article), []).append(sentence)
    parts = tuple(
        FullPart(
            f"{base}-part-{part.number}",
            full_width(part.label),
            part.heading,
            part.depth,
            plain_paragraphs(places.get((part.number, None), ()), index.gloss_words),
            tuple(
                FullArticle(
                    article.id,
                    addresses.article(base, article),
                    words.article_label(article),
                    words.article_name(article),
                    bool(article.heading),
                    article.label.startswith("¶"),
                    article_text(
                        article,
                        places.get((part.number, article.number), ()),
                        references=reference_marks(index, base, article.number),
                        words=index.gloss_words,
                    ),
                    len(index.told_by_article.get((base, article.number), ())),
                    unit_of(index, base, article),
                )
                for article in part.articles
            ),
            "".join(map(words.part_name, index.divisions[base, part.number])),
        )
        for part in edition.parts
    )
    preamble = plain_paragraphs(places.get((None, None), ()), index.gloss_words)
    return FullTextView(
        edition.base,
        preamble,
        parts,
        matter_shown(edition),
        addresses.pack(base) if base in index.collations else "",
        addresses.apparatus(base),
        cited_base(edition),
        shown_glosses(index.glosses, _glossed(preamble, parts)),
        document_data(index, base),
        version_links(index, base),
    )


def _glossed(preamble: Sequence[ParagraphView], parts: Sequence[FullPart]) -> Iterator[str]:
    """Yield the ids of what explains words of the text, in reading order."""
    lines = [*preamble]
    for part in parts:
        lines += part.paragraphs
        lines += (line.sentences for article in part.articles for line in article.text.lines)
    return (run.gloss for line in lines for each in line for run in each.runs if run.gloss)
