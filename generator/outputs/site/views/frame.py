"""What stands around every page: the library's name, the way to the articles and sections."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.outputs.site.views.contents import BaseEntry, Entry, base_entries
from generator.outputs.site.views.library_index import LibraryIndex


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


def _sections(index: LibraryIndex) -> tuple[Entry, ...]:
    rows = [
        (addresses.REPORTS, "报告", bool(index.reports)),
        (addresses.LAWS, "法规", bool(index.laws)),
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
