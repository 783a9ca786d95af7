"""Which articles a pack holds, and which pieces of it are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator import addresses
from generator.errors import ContentError
from generator.model import Article, Collation, Edition, Library
from generator.outputs.shared.divisions import lying_in, top_divisions
from generator.text.traditional import is_simplified

# The pieces of a pack in their order; "cover", "contents" and "sources" come with every pack.
MOST_ARTICLE_PACKS = 300
PIECES = ("text", "duties", "terms", "regulations", "links", "check", "discussion", "notes")
QUIZ = "quiz"  # where it is asked for: with --include, or in library.yml


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into a pack: articles of one base by number, whole parts, pieces.

    `parts` are those parts that are wanted whole, running paragraphs included; `whole` asks
    for the preamble too.  `reports` limits the passages to theirs; empty stands for all, and
    `reports_told` says to readers how they were chosen.
    `passages` is how many of a role an article shows; None leaves it to the pack's size.
    """

    base: str
    articles: tuple[int, ...]
    parts: tuple[int, ...] = ()
    whole: bool = False
    pieces: tuple[str, ...] = PIECES
    reports: tuple[str, ...] = ()
    reports_told: str = ""
    script: Literal["hans", "hant"] = "hans"
    compact: bool = False
    session: str = ""
    date: str = ""
    place: str = ""
    name: str = ""
    passages: int | None = None


def collation_of(library: Library, base: str) -> Collation:
    """Return the collated base with that id."""
    for collation in library.collations:
        if collation.edition.base.id == base:
            return collation
    known = "、".join(each.edition.base.id for each in library.collations)
    raise ContentError("--base", f"没有“{base}”这个基准文件；有：{known}")


def chosen_articles(collation: Collation, selection: Selection) -> tuple[Article, ...]:
    """Return the articles of a selection in reading order."""
    wanted = set(selection.articles)
    return tuple(each for each in collation.edition.articles if each.number in wanted)


def articles_have_packs(edition: Edition) -> bool:
    """Tell whether each article has a pack of its own: not where there are hundreds of them.

    A long law comes by its divisions; what else is wanted is put together when it is.
    """
    return len(edition.articles) <= MOST_ARTICLE_PACKS


def standard_selections(library: Library) -> tuple[Selection, ...]:
    """Return a selection for the whole, each division that lies in no other, each article."""
    selections = []
    pieces = (*PIECES, QUIZ) if library.packs.quiz else PIECES
    for collation in library.collations:
        edition, base = collation.edition, collation.edition.base.id
        numbers = tuple(each.number for each in edition.articles)
        parts = tuple(each.number for each in edition.parts)
        selections.append(
            Selection(base, numbers, parts, whole=True, pieces=pieces, name=addresses.pack(base))
        )
        selections.extend(
            Selection(
                base,
                tuple(article.number for each in inside for article in each.articles),
                tuple(each.number for each in inside),
                pieces=pieces,
                name=addresses.pack(base, part=part.number),
            )
            for part in top_divisions(edition)
            for inside in (lying_in(edition, part),)
        )
        selections.extend(
            Selection(base, (each.number,), pieces=pieces, name=addresses.pack(base, each))
            for each in (edition.articles if articles_have_packs(edition) else ())
        )
    return tuple(selections)


def has_traditional_packs(library: Library) -> bool:
    """Tell whether the library's packs come in traditional characters as well."""
    return library.packs.traditional and is_simplified(library.language)


def traditional_pack_files(library: Library) -> frozenset[str]:
    """Return the packs, by their paths from the root, that have a fellow in the edition."""
    if not has_traditional_packs(library):
        return frozenset()
    names = [selection.name for selection in standard_selections(library)]
    return frozenset(f"{name}.{suffix}" for name in names for suffix in ("pdf", "docx"))
