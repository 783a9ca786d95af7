"""What can be taken away: packs to print, the data."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.outputs.shared.divisions import lying_in, top_divisions
from generator.outputs.shared.pack_contents.selection import articles_have_packs
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex

DATA = (
    ("edition", "整理本：部分、条、款、句"),
    ("apparatus", "校勘记：每处异文与取舍理由"),
    ("reports", "报告：正文、提纲、句子"),
    ("laws", "法规：条文，报告引用之处"),
    ("links", "关联：片段与条文，含依据"),
    ("ledger", "整理记录：每处改动，可还原"),
    ("findings", "疑点"),
    ("duties", "责任清单"),
    ("terms", "词条"),
)
WORKBOOK, TEXT, WORD = ("xlsx", "Excel"), ("csv", "CSV"), ("docx", "Word")
TABLES = (
    ("coverage", "对照表", "每一条在各篇报告里有几处", (WORKBOOK, TEXT)),
    ("duties", "责任清单", "谁该做什么，逐条列出", (WORKBOOK, TEXT)),
    (
        "register",
        "台账",
        "责任按主体列出，责任领导、部门、措施、时限留空待填",
        (WORKBOOK, WORD),
    ),
)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: its name, and its address without suffix."""

    name: str
    heading: str
    address: str


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """What the page of downloads shows; `name` is that of the files in dist/."""

    name: str
    bases: tuple[tuple[str, Pack, tuple[tuple[Pack, tuple[Pack, ...]], ...]], ...]
    tables: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]
    data: tuple[tuple[str, str], ...]
    builder: str


def downloads_view(index: LibraryIndex) -> DownloadsView:
    """Return the view of the downloads: for each base the whole, its parts, its articles."""
    bases = []
    for base, collation in index.collations.items():
        edition = collation.edition
        parts = tuple(
            (
                Pack(words.part_name(part), part.heading, addresses.pack(base, part=part.number)),
                tuple(
                    Pack(
                        words.article_label(each),
                        words.short_heading(each),
                        addresses.pack(base, each),
                    )
                    for inside in lying_in(edition, part)
                    for each in (inside.articles if articles_have_packs(edition) else ())
                ),
            )
            for part in top_divisions(edition)
            if any(inside.articles for inside in lying_in(edition, part))
        )
        whole = Pack(f"{edition.base.short_title}全本", "", addresses.pack(base))
        bases.append((edition.base.short_title, whole, parts))
    tables = tuple(
        (title, what, tuple((name, f"{addresses.table(of)}.{suffix}") for suffix, name in files))
        for of, title, what, files in TABLES
    )
    return DownloadsView(index.library.name, tuple(bases), tables, DATA, addresses.PACK_BUILDER)
