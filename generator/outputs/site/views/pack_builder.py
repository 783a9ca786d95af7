"""Putting a pack together in the browser (组卷): everything that can be ticked, and its text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Article, PackStyle, PageNumber
from generator.outputs.shared.pack_contents import PIECES, Block, Selection, pack_data
from generator.outputs.shared.pack_contents.composing import SECTIONS
from generator.outputs.shared.pack_contents.matter import balanced_title
from generator.outputs.shared.stated_choices import can_choose
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex

PASSAGES = 2  # of a role, for each article: the page must not grow with the library
PRINTED = tuple(each for each in PIECES if each != "notes")
NAMES = {title: name for name, title, _ in SECTIONS}
NUMBERS: dict[PageNumber, str] = {
    "第1页": '"第" counter(page) "页"',
    "第1页 共N页": '"第" counter(page) "页　共" counter(pages) "页"',
    "1": "counter(page)",
    "无": "none",
}
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
    """What the page shows: the pieces by name and title, and the articles by part.

    `page_numbers` and `fonts` are CSS: the editors' choice of how packs look.  `many_reports`
    tells that passages may be chosen by what their reports state.
    """

    title: tuple[str, ...]
    pieces: tuple[tuple[str, str, bool], ...]
    groups: tuple[Group, ...]
    page_numbers: tuple[tuple[str, str], ...]
    fonts: str
    cover: bool
    many_reports: bool


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
        tuple(
            line
            for each in index.collations.values()
            for line in balanced_title(each.edition.base.title)
        ),
        tuple((name, titles[name], name in FIRST) for name in PRINTED if name in titles),
        groups,
        _page_numbers(index.library.packs),
        " ".join(f'--pk-{face}: "{name}";' for face, name in index.library.packs.fonts),
        index.library.packs.cover,
        can_choose(index.library.reports),
    )


def _page_numbers(style: PackStyle) -> tuple[tuple[str, str], ...]:
    """Return the rules for page numbers: of which pages, and what they say there."""
    if style.page_number == "— 1 —":
        words = '{ content: "— " counter(page) " —"; }'
        rules = [
            ("pack", "@bottom-center { content: none; }"),
            ("pack:right", f"@bottom-right {words}"),
            ("pack:left", f"@bottom-left {words}"),
        ]
    else:
        rules = [("pack", f"@bottom-center {{ content: {NUMBERS[style.page_number]}; }}")]
    if style.cover:
        none = " ".join(
            f"@bottom-{each} {{ content: none; }}" for each in ("left", "center", "right")
        )
        rules.append(("pack:first", none))
    return tuple(rules)


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
