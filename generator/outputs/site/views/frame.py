"""What stands around every page: the library's name, the way to the articles and sections."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.outputs.site.views.contents import BaseEntry, Entry, base_entries
from generator.outputs.site.views.library_index import LibraryIndex


@dataclass(frozen=True, slots=True)
class Frame:
    """What the theme's templates know besides the page; `hall`: the library has volumes."""

    title: str
    about: str
    language: str
    bases: tuple[BaseEntry, ...]
    sections: tuple[Entry, ...]
    hall: bool = False


def frame_of(index: LibraryIndex) -> Frame:
    """Return what the theme's templates show of the library."""
    return Frame(
        title=index.library.title,
        about="，".join(filter(None, (index.library.title, index.library.subtitle))),
        language=index.library.language,
        bases=base_entries(index),
        sections=_sections(index),
        hall=index.library.hall is not None,
    )


def _sections(index: LibraryIndex) -> tuple[Entry, ...]:
    """Return the sections, those that are used most first."""
    bases = [each.edition.base for each in index.collations.values()]
    single = len(bases) == 1
    above = index.library.above
    rows = [
        (f"{above.address}{addresses.HOME}" if above else "", "总馆", above is not None),
        (addresses.HOME, "首页", True),
        *(
            (addresses.full_text(each.id), "全文" if single else each.short_title, True)
            for each in bases
        ),
        (addresses.REPORTS, "报告", bool(index.reports)),
        (addresses.VOLUMES, "分册", index.library.hall is not None),
        (addresses.COVERAGE, "对照表", True),
        (addresses.REUSE, "雷同", index.library.hall is not None),
        (addresses.COMPARE, "对读", bool(index.library.links)),
        (addresses.DUTIES, "责任清单", True),
        (addresses.TERMS, "词条", True),
        (addresses.PACK_BUILDER, "组卷", True),
        (addresses.DRAFT, "核稿", True),
        (addresses.COLLECTION, "摘编", True),
        (addresses.QUIZ, "自测", True),
        (addresses.EXAMINATION, "自查", True),
        (addresses.REUSE, "雷同", index.library.hall is None and len(index.reports) > 1),
        (addresses.DOWNLOADS, "下载", True),
        (addresses.LAWS, "法规", bool(index.laws)),
        *(
            (addresses.apparatus(each.id), "校勘" if single else f"{each.short_title}校勘", True)
            for each in bases
        ),
        *(
            (
                addresses.versions(each.id),
                "修订对照" if single else f"{each.short_title}修订对照",
                each.id in index.chains,
            )
            for each in bases
        ),
        (addresses.LEDGER, "整理记录", True),
        (addresses.FINDINGS, "疑点", True),
        *((addresses.page(each.name), each.title, True) for each in index.library.pages),
    ]
    return tuple(Entry(address, "", name) for address, name, there in rows if there)
