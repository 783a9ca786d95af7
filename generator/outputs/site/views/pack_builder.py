"""Putting a pack together in the browser (组卷): everything that can be ticked, and its text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article
from generator.outputs.shared.pack_contents import PIECES, Block, Selection, pack_data
from generator.outputs.shared.pack_contents.composing import SECTIONS
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex

PASSAGES = 2  # of a role, for each article: the page must not grow with the library
PRINTED = tuple(each for each in PIECES if each != "notes")
NAMES = {title: name for name, title, _ in SECTIONS}
FIRST = ("text", "duties", "check")  # ticked when the page opens


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the material on an article."""

    name: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that can be printed on an article."""

    id: str
    label: str
    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a base document with its articles."""

    id: str
    title: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class PackBuilderView:
    """What the page shows: the pieces by name and title, and the articles by part."""

    title: str
    pieces: tuple[tuple[str, str, bool], ...]
    groups: tuple[Group, ...]


def pack_builder_view(index: LibraryIndex) -> PackBuilderView:
    """Return the view of the page."""
    groups = tuple(
        Group(
            f"{base}-part-{part.number}",
            words.part_title(part),
            tuple(_sheet(index, base, article) for article in part.articles),
        )
        for base, collation in index.collations.items()
        for part in collation.edition.parts
        if part.articles
    )
    titles = {
        piece.name: piece.title
        for group in groups
        for sheet in group.sheets
        for piece in sheet.pieces
    }
    return PackBuilderView(
        "、".join(each.edition.base.title for each in index.collations.values()),
        tuple((name, titles[name], name in FIRST) for name in PRINTED if name in titles),
        groups,
    )


def _sheet(index: LibraryIndex, base: str, article: Article) -> Sheet:
    selection = Selection(base, (article.number,), pieces=PRINTED, passages=PASSAGES)
    pieces = tuple(
        Piece(NAMES[section.title], section.title, _without_part(section.blocks))
        for section in pack_data(index.library, selection).sections
    )
    return Sheet(article.id, words.article_label(article), words.short_heading(article), pieces)


def _without_part(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Leave out the part's heading: it would stand again above each of its articles."""
    return tuple(block for block in blocks if block.kind != "part")
