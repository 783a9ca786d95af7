"""What can be taken away: packs to print, tables, the data, the whole; links with their sizes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.outputs.shared import tables
from generator.outputs.shared.divisions import lying_in, top_divisions
from generator.outputs.shared.pack_contents.selection import articles_have_packs
from generator.outputs.shared.report_volumes import report_volumes
from generator.outputs.shared.version_names import version_name
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex

DATA = (
    ("edition", "整理本：部分、条、款、句"),
    ("apparatus", "校勘记：每处异文与取舍理由"),
    ("reports", "报告：正文、提纲、句子"),
    ("laws", "法规：条文，报告引用之处"),
    ("links", "关联：片段与条文，含依据"),
    ("reuse", "雷同：几篇报告共有的文字"),
    ("reuse_pairs", "雷同：两篇之间有多少、在哪里"),
    ("duties", "责任清单"),
    ("terms", "词条"),
    ("quiz", "自测题：答案在条文中的位置"),
    ("sources", "来源清单：文件名、校验值、字数"),
    ("ledger", "整理记录：每处改动，可还原"),
    ("findings", "疑点"),
)
VERSIONS_DATA = (
    ("versions", "各个旧版本的整理本"),
    ("amendments", "修订对照：每条怎么改的，改了哪些字"),
)
HALL_DATA = (
    ("hall", "总馆：各分册、对照表、雷同"),
    *(each for each in DATA if each[0] not in ("reports", "links", "reuse", "reuse_pairs")),
)
LINKER = ("在内网别的网页里显示条文：用法和样例", "linker", addresses.LINKER)
DATABASE = ("library.sqlite", "以上各项合在一个 SQLite 数据库里，带全文检索")
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
    ("examination", "自查表", "每项要求一行，填状态、责任人、时限、证据；可汇总", (WORKBOOK,)),
)
OF_VOLUMES = "每一条在各分册里有几处"
MANY = 300  # reports from which on what is carried away may come in volumes


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: its name, and its address without suffix."""

    name: str
    heading: str
    address: str


@dataclass(frozen=True, slots=True)
class PartPacks:
    """The pack of a part, and those of its articles."""

    pack: Pack
    articles: tuple[Pack, ...]


@dataclass(frozen=True, slots=True)
class BasePacks:
    """The packs of a base: the whole, and by parts."""

    title: str
    whole: Pack
    parts: tuple[PartPacks, ...]

    @property
    def by_article(self) -> bool:
        """Whether the articles have packs of their own."""
        return any(each.articles for each in self.parts)


@dataclass(frozen=True, slots=True)
class WholeFile:
    """All in one file: its name, what it is, and where it lies when the site carries it."""

    title: str
    file: str
    address: str
    what: str


@dataclass(frozen=True, slots=True)
class Book:
    """An e-book: what it holds, and its address."""

    what: str
    address: str

    @property
    def file(self) -> str:
        """Its name."""
        return self.address.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Table:
    """A table to work on: its name, what it holds, and its files by the names of their kinds."""

    title: str
    what: str
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DownloadsView:
    """What the page of downloads shows; addresses are from the root.

    `in_volumes` tells that what is carried away whole may come in several files.
    A hall has no `wholes`, its volumes do.
    """

    wholes: tuple[WholeFile, ...]
    in_volumes: bool
    books: tuple[Book, ...]
    bases: tuple[BasePacks, ...]
    tables: tuple[Table, ...]
    data: tuple[tuple[str, str, str], ...]
    builder: str
    parquet: bool


def downloads_view(index: LibraryIndex, parquet: bool = False) -> DownloadsView:
    """Return the view of the downloads; `parquet`: with the tables in that format."""
    hall = index.library.hall is not None
    data = HALL_DATA if hall else DATA
    if index.library.earlier:
        data = (*data, *VERSIONS_DATA)
    return DownloadsView(
        () if hall else _wholes(index.library.name),
        index.report_count > MANY,
        index.made(_books),
        tuple(_packs(index, base) for base in index.collations),
        tuple(
            Table(
                title,
                OF_VOLUMES if hall and of == "coverage" else what,
                tuple((kind, f"{addresses.table(of)}.{suffix}") for suffix, kind in files),
            )
            for of, title, what, files in TABLES
        ),
        (
            *(
                (what, name.rpartition("/")[2], f"data/{name}")
                for name, what in (*_json(data), DATABASE, *_tables(parquet=parquet), *_xml(index))
            ),
            LINKER,
        ),
        addresses.PACK_BUILDER,
        parquet,
    )


def _json(data: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for name, what in data:
        yield f"{name}.json", what


def _tables(*, parquet: bool) -> Iterator[tuple[str, str]]:
    for each in tables.TABLES if parquet else ():
        yield f"parquet/{each.name}.parquet", f"{each.about}，Parquet"


def _xml(index: LibraryIndex) -> Iterator[tuple[str, str]]:
    for base, collation in index.editions.items():
        edition = collation.edition
        earlier = version_name(edition) if edition.base.version_of else ""
        title = f"{edition.base.short_title}{earlier}"
        yield f"akn/{base}.xml", f"{title}，Akoma Ntoso 3.0（法律文件的国际格式）"
        yield f"tei/{base}.xml", f"{title}和校勘记，TEI P5（文本校勘的国际格式）"
        for number, witness in enumerate(collation.witnesses, start=1):
            yield f"tei/{base}-w{number}.xml", f"版本{witness.id}的原样和每处改动，TEI P5"


def _wholes(name: str) -> tuple[WholeFile, ...]:
    bundle, single = addresses.offline_zip(name), addresses.single_page(name)
    return (
        WholeFile(
            "离线包",
            bundle.rpartition("/")[2],
            bundle,
            "整个网站。拷到不联网的电脑上，全部解开后双击 START.html，检索、对读、打印都能用。",
        ),
        WholeFile(
            "单页版",
            single.rpartition("/")[2],
            single,
            "条文、报告、关联都在一个网页文件里，便于在聊天软件里发送，双击就能看。",
        ),
    )


def _books(index: LibraryIndex) -> tuple[Book, ...]:
    """Return the e-books: the first with the documents, of many reports others with those."""
    name = index.library.name
    volumes = report_volumes(index.library.reports)
    with_reports = "、报告" if index.library.reports and not volumes else ""
    first = Book(f"条文、校勘{with_reports}", addresses.book(name))
    rest = (
        Book(f"报告，第{number}卷，{len(reports)}篇", addresses.book(name, number))
        for number, reports in enumerate(volumes, 2)
    )
    return (first, *rest)


def _packs(index: LibraryIndex, base: str) -> BasePacks:
    """Return the packs of a base: the whole, its parts, its articles where they have any."""
    edition = index.collations[base].edition
    title = edition.base.short_title
    parts = tuple(
        PartPacks(
            Pack(words.part_name(part), part.heading, addresses.pack(base, part=part.number)),
            tuple(
                Pack(
                    words.article_label(each),
                    each.heading or words.short_heading(each),
                    addresses.pack(base, each),
                )
                for inside in lying_in(edition, part)
                for each in (inside.articles if articles_have_packs(edition) else ())
            ),
        )
        for part in top_divisions(edition)
        if any(inside.articles for inside in lying_in(edition, part))
    )
    return BasePacks(title, Pack(f"{title}全本", "", addresses.pack(base)), parts)
