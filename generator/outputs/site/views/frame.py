"""What stands around every page: the library's name, the way to the articles and sections."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import addresses
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex

STYLES = ("site", "search", "reading")
SCRIPTS = ("site", "search", "reading")


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
    def label_width(self) -> int:
        """How many characters the longest article label has, so that headings line up."""
        return max((len(each.label) for each in self.articles), default=0)


@dataclass(frozen=True, slots=True)
class BaseEntry:
    """A base document with its parts."""

    address: str
    short_title: str
    parts: tuple[PartEntry, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme's templates know besides the page."""

    title: str
    name: str
    language: str
    bases: tuple[BaseEntry, ...]
    sections: tuple[Entry, ...]
    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def frame_of(index: LibraryIndex, theme: Path) -> Frame:
    """Return the frame; style sheets and scripts are named where the theme folder has them."""
    return Frame(
        title=index.library.title,
        name=_short_name(index),
        language=index.library.language,
        bases=base_entries(index),
        sections=_sections(index),
        styles=_present(theme, "assets/css/{}.css", STYLES),
        scripts=_present(theme, "assets/js/{}.js", SCRIPTS),
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
        *((addresses.page(each.name), each.title, True) for each in index.library.pages),
    ]
    return tuple(Entry(address, "", name) for address, name, there in rows if there)


def _present(theme: Path, pattern: str, names: tuple[str, ...]) -> tuple[str, ...]:
    paths = (pattern.format(name) for name in names)
    return tuple(path for path in paths if (theme / path).is_file())
