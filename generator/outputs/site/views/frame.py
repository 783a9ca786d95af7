"""What stands around every page: the library's name, the way to the articles and sections."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the left column: where it leads, its number and its words."""

    address: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part with its articles."""

    address: str
    label: str
    heading: str
    articles: tuple[Entry, ...]

    @property
    def label_width(self) -> float:
        """How many ems its longest article label takes with the gap, so that headings line up."""
        return max((words.label_width(each.label) for each in self.articles), default=0.0)


@dataclass(frozen=True, slots=True)
class BaseEntry:
    """A base document with its parts."""

    address: str
    short_title: str
    parts: tuple[PartEntry, ...]

    @property
    def label_width(self) -> float:
        """The same over all parts, so that one list stands like the next."""
        return max((part.label_width for part in self.parts), default=0.0)

    @property
    def part_unit(self) -> str:
        """What its parts are counted in: 部分, 章, 编."""
        last = self.parts[-1].label if self.parts else ""
        return last[-1] if last.startswith("第") and not last.endswith("部分") else "部分"


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme's templates know besides the page."""

    title: str
    name: str
    about: str
    language: str
    bases: tuple[BaseEntry, ...]
    sections: tuple[Entry, ...]


def frame_of(index: LibraryIndex) -> Frame:
    """Return what the theme's templates show of the library."""
    return Frame(
        title=index.library.title,
        name=_short_name(index),
        about="，".join(filter(None, (index.library.title, index.library.subtitle))),
        language=index.library.language,
        bases=base_entries(index),
        sections=_sections(index),
    )


def _short_name(index: LibraryIndex) -> str:
    """Return what the header calls the library: after its base document where it has one."""
    if len(index.library.collations) == 1:
        return f"{index.library.collations[0].edition.base.short_title}学习知识库"
    return index.library.title


def base_entries(index: LibraryIndex) -> tuple[BaseEntry, ...]:
    """Return every base with its parts and articles by number and short heading."""
    entries = []
    for collation in index.library.collations:
        edition = collation.edition
        base = edition.base.id
        parts = tuple(
            PartEntry(
                f"{addresses.full_text(base)}#{base}-part-{part.number}",
                words.part_name(part),
                part.heading,
                tuple(
                    Entry(
                        addresses.article(base, each.number),
                        words.article_label(each),
                        words.short_heading(each),
                    )
                    for each in part.articles
                ),
            )
            for part in edition.parts
        )
        entries.append(BaseEntry(addresses.full_text(base), edition.base.short_title, parts))
    return tuple(entries)


def _sections(index: LibraryIndex) -> tuple[Entry, ...]:
    rows = [
        (addresses.REPORTS, "报告", bool(index.reports)),
        (addresses.COVERAGE, "对照表", True),
        (addresses.COMPARE, "对读", bool(index.library.links)),
        (addresses.DUTIES, "责任清单", True),
        (addresses.TERMS, "词条", True),
        *((addresses.apparatus(base), "校勘", True) for base in list(index.collations)[:1]),
        (addresses.LEDGER, "整理记录", True),
        (addresses.FINDINGS, "疑点", True),
        (addresses.DOWNLOADS, "下载", True),
        (addresses.PACK_BUILDER, "组卷", True),
        *((addresses.page(each.name), each.title, True) for each in index.library.pages),
    ]
    return tuple(Entry(address, "", name) for address, name, there in rows if there)
