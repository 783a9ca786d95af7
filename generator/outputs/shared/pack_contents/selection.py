"""Which articles a pack holds, and which pieces of it are wanted."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator import addresses
from generator.errors import ContentError
from generator.model import Article, Collation, Library

# The pieces of a pack in their order; "cover", "contents" and "sources" come with every pack.
PIECES = ("text", "duties", "terms", "regulations", "links", "check", "discussion", "notes")


@dataclass(frozen=True, slots=True)
class Selection:
    """What goes into a pack: articles of one base by number, whole parts, pieces.

    `parts` are those parts that are wanted whole, running paragraphs included; `whole` asks
    for the preamble too.  `reports` limits the passages to theirs; empty stands for all.
    `passages` is how many of a role an article shows; None leaves it to the pack's size.
    """

    base: str
    articles: tuple[int, ...]
    parts: tuple[int, ...] = ()
    whole: bool = False
    pieces: tuple[str, ...] = PIECES
    reports: tuple[str, ...] = ()
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


def standard_selections(library: Library) -> tuple[Selection, ...]:
    """Return a selection for the whole, each part that has articles, and each article."""
    selections = []
    for collation in library.collations:
        edition, base = collation.edition, collation.edition.base.id
        numbers = tuple(each.number for each in edition.articles)
        parts = tuple(each.number for each in edition.parts)
        selections.append(Selection(base, numbers, parts, whole=True, name=addresses.pack(base)))
        selections.extend(
            Selection(
                base,
                tuple(each.number for each in part.articles),
                (part.number,),
                name=addresses.pack(base, part=part.number),
            )
            for part in edition.parts
        )
        selections.extend(
            Selection(base, (number,), name=addresses.pack(base, number)) for number in numbers
        )
    return tuple(selections)


def numbers_in(words: str, option: str) -> tuple[int, ...]:
    """Return the numbers that 5,8-10 stands for; ContentError where it is no such list."""
    numbers: list[int] = []
    for word in re.split("[,，、]", words):
        found = re.fullmatch(r"\s*(\d{1,4})(?:\s*[-–—~～]\s*(\d{1,4}))?\s*", word)
        if not found:
            raise ContentError(option, f"看不懂“{word.strip()}”；请写成 5,8-10 的样子")
        first, last = int(found.group(1)), int(found.group(2) or found.group(1))
        if last < first:
            raise ContentError(option, f"“{word.strip()}”前大后小")
        numbers.extend(range(first, last + 1))
    return tuple(sorted(set(numbers)))
