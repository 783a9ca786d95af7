"""The contents of the base documents: divisions as a tree, and the articles under each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator import addresses
from generator.model import Collation, Part
from generator.outputs.shared.matter_shown import matter_shown
from generator.outputs.site.views import words
from generator.outputs.site.views.division_tree import ways_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.text.nomenclature import division_kind

LARGE = 150  # articles above which a page lists those of the open division only
AROUND = 30  # articles listed on either side of the open one where its division has more


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the left column: where it leads, its number and its words."""

    address: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A division with its articles; `before` and `after` tell how many more it has."""

    address: str
    label: str
    heading: str
    articles: tuple[Entry, ...]
    depth: int = 1
    before: int = 0
    after: int = 0

    @property
    def label_width(self) -> float:
        """How many ems its longest article label takes with the gap, so that headings line up."""
        return max((words.label_width(each.label) for each in self.articles), default=0.0)


@dataclass(frozen=True, slots=True)
class Column:
    """A highest division with those that lie in it."""

    part: PartEntry
    inside: tuple[PartEntry, ...]


@dataclass(frozen=True, slots=True)
class BaseEntry:
    """A base document with its divisions in reading order; `annexes` stand behind them."""

    address: str
    short_title: str
    parts: tuple[PartEntry, ...]
    annexes: tuple[Entry, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict, compare=False)

    @property
    def label_width(self) -> float:
        """The same over all parts, so that one list stands like the next."""
        return max((part.label_width for part in self.parts), default=0.0)

    @property
    def is_large(self) -> bool:
        """Whether it has too many articles to list them all on every page."""
        return sum(len(part.articles) for part in self.parts) > LARGE

    @property
    def columns(self) -> tuple[Column, ...]:
        """The highest divisions, each with what lies in it."""
        found: list[Column] = []
        for part in self.parts:
            if part.depth == 1 or not found:
                found.append(Column(part, ()))
            else:
                found[-1] = replace(found[-1], inside=(*found[-1].inside, part))
        return tuple(found)

    @property
    def extent(self) -> str:
        """How many divisions there are on the highest floor, and of what kind: 5部分, 8编."""
        highest = [each.part for each in self.columns if each.part.label or each.part.heading]
        labelled = [part.label for part in highest if part.label]
        if not highest:
            return ""
        if not labelled:
            return f"{len(highest)}部分"
        return f"{len(labelled)}{division_kind(labelled[-1])}"

    def opened(self, here: str) -> tuple[PartEntry, ...]:
        """Return the divisions to list on the page `here`, with the articles to list there.

        Of a large document: the highest, those on the way to the article that the page is
        about and beside it, and the articles of its own; on the page of the full text, two
        floors of divisions.
        """
        if not self.is_large:
            return self.parts
        at = self.places.get(here)
        ways = ways_of([part.depth for part in self.parts])
        open_way = {-1, *(ways[at] if at is not None else ())}
        shown = []
        for index, part in enumerate(self.parts):
            above = ways[index][-2] if len(ways[index]) > 1 else -1
            if above not in open_way and not (here == self.address and len(ways[index]) < 3):
                continue
            shown.append(_around(part, here) if index == at else replace(part, articles=()))
        return tuple(shown)


def _around(part: PartEntry, here: str) -> PartEntry:
    """Return a division with the articles around the one that the page is about."""
    at = next(at for at, each in enumerate(part.articles) if each.address == here)
    low = max(0, at - AROUND)
    kept = part.articles[low : at + AROUND + 1]
    return replace(part, articles=kept, before=low, after=len(part.articles) - low - len(kept))


def base_entries(index: LibraryIndex) -> tuple[BaseEntry, ...]:
    """Return every base with its divisions, and articles by number and short heading."""
    return tuple(_base_entry(collation) for collation in index.library.collations)


def _base_entry(collation: Collation) -> BaseEntry:
    edition = collation.edition
    base = edition.base.id
    parts = tuple(
        PartEntry(
            part_address(base, part),
            words.part_name(part),
            part.heading,
            tuple(
                Entry(
                    addresses.article(base, each),
                    words.article_label(each),
                    words.short_heading(each),
                )
                for each in part.articles
            ),
            part.depth,
        )
        for part in edition.parts
    )
    full = addresses.full_text(base)
    return BaseEntry(
        full,
        edition.base.short_title,
        parts,
        tuple(Entry(f"{full}#{each.id}", "", each.title) for each in matter_shown(edition).annexes),
        {entry.address: at for at, part in enumerate(parts) for entry in part.articles},
    )


def part_address(base: str, part: Part) -> str:
    """Return the place of a division in the full text."""
    return f"{addresses.full_text(base)}#{base}-part-{part.number}"
