"""修订对照: two versions of a document side by side, article by article, what happened on top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.model import (
    Article,
    ArticleChange,
    ChangeKind,
    DivisionChange,
    Edition,
    Part,
    Revision,
)
from generator.outputs.shared.version_names import in_force, version_name
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.wording_marks import Line, new_lines, old_lines
from generator.text.in_force import in_force_at

ROWS = 150  # of one page
LISTED = 30  # articles that the table of what happened names at once
KINDS: dict[ChangeKind, str] = {
    "added": "新增",
    "dropped": "删去",
    "changed": "改动文字",
    "moved": "移动位置",
    "split": "拆分",
    "joined": "合并",
    "renumbered": "只改条号",
}


@dataclass(frozen=True, slots=True)
class Side:
    """An article on one side: its page, its label, its words."""

    address: str
    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """What became of an article; `shown` when its words are, `told` says it in words."""

    id: str
    kinds: tuple[str, ...]
    told: str
    shown: bool
    olds: tuple[Side, ...]
    news: tuple[Side, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """How many articles had one thing happen to them: each with its place and its name."""

    kind: str
    name: str
    places: tuple[tuple[str, str], ...]

    @property
    def many(self) -> bool:
        """Whether they are too many to be named at once."""
        return len(self.places) > LISTED


@dataclass(frozen=True, slots=True)
class VersionHead:
    """A version at the head of its column."""

    name: str
    title: str
    dates: str
    full_text: str


@dataclass(frozen=True, slots=True)
class VersionLink:
    """A version of a document: its name, when it was in force, its text, how it was compared.

    `here` tells the one that the page is about; `compared` compares it with the one before.
    """

    name: str
    dates: str
    full_text: str
    compared: str
    here: bool


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """The version of a document by which a report was read; `dated`: by the report's date."""

    document: str
    name: str
    full_text: str
    dated: bool


@dataclass(frozen=True, slots=True)
class VersionsView:
    """What the page shows; `others` are the other comparisons of the document."""

    title: str
    old: VersionHead
    new: VersionHead
    same: int
    summary: tuple[Summary, ...]
    divisions: tuple[str, ...]
    others: tuple[tuple[str, str], ...]
    sheet: Sheet[ArticleChange]
    rows: tuple[RowView, ...]
    word: str


def versions_address(index: LibraryIndex, revision: Revision) -> str:
    """Return the page of a comparison; that of the last two versions is versions.html."""
    return index.version_pages[revision.old, revision.new]


def version_sheets(index: LibraryIndex, revision: Revision) -> tuple[Sheet[ArticleChange], ...]:
    """Return the rows of a comparison in pages."""
    return sheets(revision.articles, ROWS, versions_address(index, revision), joint="-p")


def row_id(index: LibraryIndex, revision: Revision, row: ArticleChange) -> str:
    """Return the anchor of a row: a-9 for the new article 9, d-9 for an old one dropped."""
    if row.new:
        return f"a-{index.articles[revision.new, row.new[0]].address}"
    return f"d-{index.articles[revision.old, row.old[0]].address}"


def row_place(index: LibraryIndex, revision: Revision, row: ArticleChange) -> str:
    """Return the address of a row, on whichever page it stands."""
    at = revision.articles.index(row)
    page = version_sheets(index, revision)[at // ROWS].address
    return f"{page}#{row_id(index, revision, row)}"


def versions_view(
    index: LibraryIndex, revision: Revision, sheet: Sheet[ArticleChange]
) -> VersionsView:
    """Return the view of one page of a comparison."""
    old, new = (index.editions[each].edition for each in (revision.old, revision.new))
    home = new.base.version_of or new.base.id
    return VersionsView(
        new.base.title,
        _head(old),
        _head(new),
        sum(not row.kinds for row in revision.articles),
        tuple(_summary(index, revision)),
        tuple(_divisions(old, new, revision.divisions)),
        tuple(
            (versions_address(index, each), comparison_name(index, each))
            for each in index.library.revisions
            if each != revision and each.new in index.chains[home]
        ),
        sheet,
        tuple(_rows(index, revision, sheet)),
        f"{versions_address(index, revision).removesuffix('.html')}.docx",
    )


def comparison_name(index: LibraryIndex, revision: Revision) -> str:
    """Return what a comparison is called: 2012年版与2017年修正."""
    old, new = (version_name(index.editions[each].edition) for each in (revision.old, revision.new))
    return f"{old}与{new}"


def _head(edition: Edition) -> VersionHead:
    base = edition.base
    return VersionHead(
        version_name(edition), base.title, in_force(edition), addresses.full_text(base.id)
    )


def version_links(index: LibraryIndex, base: str) -> tuple[VersionLink, ...]:
    """Return the versions of a document, the newest first; nothing where there is but one."""
    chain = index.chain_of.get(base, ())
    return tuple(
        VersionLink(
            version_name(index.editions[each].edition),
            in_force(index.editions[each].edition),
            addresses.full_text(each),
            versions_address(index, index.revisions[chain[at - 1], each]) if at else "",
            each == base,
        )
        for at, each in reversed([*enumerate(chain)])
    )


def read_versions(index: LibraryIndex, date: str) -> tuple[ReadVersion, ...]:
    """Return by which versions a report of that date was read, of documents that have several."""
    found = []
    for home, chain in index.chains.items():
        editions = [index.editions[each].edition for each in chain]
        meant = in_force_at([each.base for each in editions], date)
        edition = next(each for each in editions if each.base.id == meant.id)
        title = index.editions[home].edition.base.short_title
        found.append(
            ReadVersion(
                title, version_name(edition), addresses.full_text(meant.id), dated=bool(date)
            )
        )
    return tuple(found)


def told_kinds(kinds: Sequence[ChangeKind]) -> tuple[ChangeKind, ...]:
    """Return the kinds that are told: a new number beside other things is no news."""
    return tuple(each for each in kinds if each != "renumbered" or len(kinds) == 1)


def _summary(index: LibraryIndex, revision: Revision) -> Iterator[Summary]:
    pages = version_sheets(index, revision)
    found: dict[ChangeKind, list[tuple[str, str]]] = {kind: [] for kind in KINDS}
    for at, row in enumerate(revision.articles):
        side = (revision.new, row.new) if row.new else (revision.old, row.old)
        names = "、".join(words.article_name(index.articles[side[0], each]) for each in side[1])
        place = f"{pages[at // ROWS].address}#{row_id(index, revision, row)}"
        for kind in told_kinds(row.kinds):
            found[kind].append((place, names))
    for kind, places in found.items():
        if places:
            yield Summary(kind, KINDS[kind], tuple(places))


def _divisions(old: Edition, new: Edition, rows: Sequence[DivisionChange]) -> Iterator[str]:
    """Yield what happened to the divisions, in words."""
    before = {part.number: part for part in old.parts}
    after = {part.number: part for part in new.parts}
    for row in rows:
        if "dropped" in row.kinds:
            yield f"{words.part_title(before[row.old])}：删去"
        elif "split" in row.kinds:
            source = words.part_title(before[row.source])
            yield f"{words.part_title(after[row.new])}：由{source}分出"
        elif "added" in row.kinds:
            yield f"{words.part_title(after[row.new])}：新增"
        elif row.kinds:
            how = "改名" if "renamed" in row.kinds else "只改序号"
            yield f"{words.part_title(before[row.old])} → {words.part_title(after[row.new])}：{how}"


def _rows(
    index: LibraryIndex, revision: Revision, sheet: Sheet[ArticleChange]
) -> Iterator[RowView]:
    shown: Part | None = None
    for row in sheet.rows:
        part = index.parts[revision.new, row.new[0]] if row.new else shown
        heading = words.part_title(part) if part is not None and part is not shown else ""
        shown = part
        yield _row(index, revision, row, heading)


def _row(index: LibraryIndex, revision: Revision, row: ArticleChange, heading: str) -> RowView:
    olds = [index.articles[revision.old, each] for each in row.old]
    news = [index.articles[revision.new, each] for each in row.new]
    kinds = told_kinds(row.kinds)
    return RowView(
        row_id(index, revision, row),
        kinds or ("same",),
        "、".join(KINDS[each] for each in kinds) or "未改",
        bool(set(kinds) - {"renumbered"}),
        tuple(_sides(revision.old, olds, row, old=True)),
        tuple(_sides(revision.new, news, row, old=False)),
        heading,
    )


def _sides(
    base: str, articles: Sequence[Article], row: ArticleChange, *, old: bool
) -> Iterator[Side]:
    start = 0
    lines = old_lines if old else new_lines
    for each in articles:
        yield Side(
            addresses.article(base, each),
            words.article_name(each),
            lines(each.text, start, row.edits),
        )
        start += len(each.text) + 1
