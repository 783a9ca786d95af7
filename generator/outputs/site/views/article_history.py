"""What became of an article over the versions of its document, and what was said of it before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator import addresses
from generator.model import ArticleChange, Link, Revision
from generator.outputs.shared.version_names import in_force, version_name
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.passages import Passage, passage_of
from generator.outputs.site.views.versions import KINDS, row_place, told_kinds
from generator.outputs.site.views.wording_marks import Line, both_lines

TOLD_AT_ONCE = 6  # passages on an earlier wording


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a version did to an article: in words, its earlier label and page, its words marked."""

    name: str
    told: str
    earlier: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]
    place: str


@dataclass(frozen=True, slots=True)
class EarlierLinks:
    """Passages of reports on an article of an earlier version, from which this one comes."""

    name: str
    label: str
    address: str
    count: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Superseded:
    """Of an article of an earlier version: when it was in force, and where it lives on."""

    name: str
    dates: str
    lives_on: tuple[tuple[str, str], ...]
    same: bool
    place: str


@dataclass(frozen=True, slots=True)
class History:
    """What an article's page says of other versions."""

    amendments: tuple[Amendment, ...] = ()
    earlier: tuple[EarlierLinks, ...] = ()
    superseded: Superseded | None = None


NO_HISTORY = History()


def article_history(index: LibraryIndex, base: str, number: int) -> History:
    """Return what the page of an article says of other versions; empty where there are none."""
    if base not in index.chain_of:
        return NO_HISTORY
    return History(
        tuple(_amendments(index, base, number)),
        tuple(_earlier(index, base, number)),
        _superseded(index, base, number),
    )


def _amendments(index: LibraryIndex, base: str, number: int) -> Iterator[Amendment]:
    """Yield what each version up to `base` did to the article, the last first."""
    chain = index.chain_of[base]
    for at in range(chain.index(base), 0, -1):
        revision = index.revisions[chain[at - 1], chain[at]]
        row = index.changes_of_new[revision.old, revision.new, number]
        if row.kinds:
            yield _amendment(index, revision, row)
        if not row.old:
            return
        number = row.old[0]


def _amendment(index: LibraryIndex, revision: Revision, row: ArticleChange) -> Amendment:
    olds = [index.articles[revision.old, each] for each in row.old]
    news = [index.articles[revision.new, each] for each in row.new]
    old, new = ("\n".join(each.text for each in some) for some in (olds, news))
    return Amendment(
        version_name(index.editions[revision.new].edition),
        "、".join(KINDS[each] for each in told_kinds(row.kinds)),
        tuple((addresses.article(revision.old, each), words.article_name(each)) for each in olds),
        both_lines(old, new, row.edits) if row.edits else (),
        row_place(index, revision, row),
    )


def _earlier(index: LibraryIndex, base: str, number: int) -> Iterator[EarlierLinks]:
    """Yield the passages on the articles of earlier versions that live on in this one."""
    chain = index.chain_of[base]
    if base != chain[-1]:
        return
    for old in reversed(chain[:-1]):
        row = index.changes_of_new[old, base, number]
        for each in row.old:
            links = index.told_by_article.get((old, each), ())
            if links:
                yield _links(index, old, each, list(links))


def _links(index: LibraryIndex, old: str, number: int, links: list[Link]) -> EarlierLinks:
    article = index.articles[old, number]
    return EarlierLinks(
        version_name(index.editions[old].edition),
        words.article_name(article),
        addresses.article(old, article),
        len(links),
        tuple(passage_of(index, each) for each in links[:TOLD_AT_ONCE]),
    )


def _superseded(index: LibraryIndex, base: str, number: int) -> Superseded | None:
    chain = index.chain_of[base]
    if base == chain[-1]:
        return None
    edition = index.editions[base].edition
    revision = index.revisions[base, chain[-1]]
    row = index.changes_of_old[revision.old, revision.new, number]
    return Superseded(
        version_name(edition),
        in_force(edition),
        tuple(
            (addresses.article(chain[-1], article), words.article_name(article))
            for article in (index.articles[chain[-1], each] for each in row.new)
        ),
        not set(row.kinds) - {"renumbered", "moved"},
        row_place(index, revision, row),
    )
