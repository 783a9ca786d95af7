"""The links of all reports, as the editors want them, and what is most in doubt of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from typing import TypeVar

from generator.build.mapping import Mapper, no_map
from generator.build.memo import Memo, digest, no_memo
from generator.build.progress import Track, untracked
from generator.content import Content
from generator.kinds import Kinds, for_reports
from generator.linking import (
    ArticleIndex,
    Chains,
    Decided,
    DecidedReport,
    Decision,
    Doubt,
    Linking,
    chains_of,
    decide_on,
    doubts_of_report,
    editions_at,
    every_choice,
    index_articles,
    join_passages,
    lesson_of,
    lessons_of_report,
    link_report,
    most_in_doubt,
    richness,
    teach_bases,
    terms_in,
    vocabulary_of,
)
from generator.model import (
    Document,
    Edition,
    Finding,
    Library,
    Link,
)
from generator.recipe.way import Way

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class _Links:
    """What linking starts from; the bases are indexed when something has to be linked.

    `keys` tell for each report all that its links depend on.
    """

    articles: Callable[[], ArticleIndex]
    linking: Callable[[], Linking]
    keys: Sequence[str]


def _linking(
    content: Content,
    editions: Sequence[Edition],
    reports: Sequence[Document],
    decisions: Sequence[Decision],
    way: Way,
    chains: Chains = (),
) -> _Links:
    """Return the bases indexed, and what the editors' decisions teach.

    `chains` are all versions over time of every base, where any has more than one.
    """
    terms = [digest((t.name, t.aliases, t.kind, t.related, t.hints)) for t in content.terms]
    bases = digest((editions, content.thesaurus, chains))
    subject = digest((bases, terms))
    indexed = editions, content.terms, content.thesaurus, chains
    articles = cache(lambda: way.memo.kept(index_articles, *indexed, key=subject))
    pieces = [way.key(each.piece) for each in reports]
    by_report = _by_report(decisions)
    decided = [
        DecidedReport(each, by_report[each.piece.id])
        for each in reports
        if each.piece.id in by_report
    ]
    keys = [digest((way.key(each.document.piece), subject, each.decisions)) for each in decided]
    rows = way.memo.each(lessons_of_report, decided, keys, articles, way.mapped)
    taught = teach_bases([lesson_of(row) for some in rows for row in some])
    (rich,) = way.memo.each(richness, [None], [subject], articles, no_map)
    common = digest((bases, rich, keys if taught else ()))
    vocabulary = digest(terms)
    held = _terms_held(content, reports, [digest((each, vocabulary)) for each in pieces], way)
    return _Links(
        articles,
        lambda: Linking(articles(), taught),
        [
            digest((piece, common, [terms[at] for at in some]))
            for piece, some in zip(pieces, held, strict=True)
        ],
    )


def _terms_held(
    content: Content, reports: Sequence[Document], keys: Sequence[str], way: Way
) -> Iterator[tuple[int, ...]]:
    """Yield for each report the places of the terms that it has words of."""
    vocabulary = cache(lambda: vocabulary_of(content.terms))
    return way.memo.each(terms_in, reports, keys, vocabulary, way.mapped)


def _by_report(decisions: Sequence[Decision]) -> dict[str, tuple[Decision, ...]]:
    """Return the decisions on each report, in order."""
    found: dict[str, tuple[Decision, ...]] = {}
    for each in decisions:
        found[each.report] = (*found.get(each.report, ()), each)
    return found


def linked(
    content: Content,
    editions: Sequence[Edition],
    earlier: Sequence[Edition],
    kinds: Kinds,
    way: Way,
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Return the links of all reports as the editors want them, and the decisions that fail.

    A report is linked with the versions of the documents that were in force at its date.
    """
    decisions = for_reports(content.decisions, kinds.reprints)
    if not earlier:
        links, undecided = _linked(content, editions, kinds.reports, decisions, way)
        return join_passages(links, kinds.reports), undecided
    chains = chains_of(editions, earlier)
    every = {each.piece.id for each in kinds.reports}
    found: list[Link] = []
    failed: list[Finding] = []
    for turn, chosen in enumerate(every_choice(chains)):  # the first are those in force
        reports = [r for r in kinds.reports if editions_at(chains, r.piece.date) == chosen]
        names = {each.piece.id for each in reports}
        strange = set() if turn else {each.report for each in decisions} - every
        if turn and not reports:
            continue
        own = [_of_version(each, chosen) for each in decisions if each.report in names | strange]
        links, undecided = _linked(content, chosen, reports, own, way, chains)
        found += links
        failed += undecided
    order = {each.piece.id: at for at, each in enumerate(kinds.reports)}
    found.sort(key=lambda each: order[each.report])
    return join_passages(tuple(found), kinds.reports), tuple(failed)


def _of_version(decision: Decision, editions: Sequence[Edition]) -> Decision:
    """Return a decision on a base as one on the version of it that the report is linked with."""
    versions = {each.base.version_of or each.base.id: each.base.id for each in editions}
    return replace(decision, base=versions.get(decision.base or "", decision.base))


def _linked(
    content: Content,
    editions: Sequence[Edition],
    reports: Sequence[Document],
    decisions: Sequence[Decision],
    way: Way,
    chains: Chains = (),
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Return the links of reports with these versions of the documents."""
    known = _linking(content, editions, reports, decisions, way, chains)
    linked = list(way.each("关联", link_report, reports, known.keys, known.linking))
    return _decided(linked, reports, decisions, known, way)


def _decided(
    linked: Sequence[tuple[Link, ...]],
    reports: Sequence[Document],
    decisions: Sequence[Decision],
    known: _Links,
    way: Way,
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Return the links in reading order, those of decided reports as the editors want them."""
    found = {each.piece.id: some for each, some in zip(reports, linked, strict=True)}
    if not decisions:
        return tuple(chain.from_iterable(found.values())), ()
    named = {each.report for each in decisions}
    about = [at for at, each in enumerate(reports) if each.piece.id in named]
    item = Decided(
        tuple(one for at in about for one in linked[at]),
        tuple(reports[at] for at in about),
        decisions,
    )
    key = digest(([known.keys[at] for at in about], decisions))
    ((settled, undecided),) = way.memo.each(decide_on, [item], [key], known.articles, no_map)
    for at in about:
        name = reports[at].piece.id
        found[name] = tuple(one for one in settled if one.report == name)
    return tuple(chain.from_iterable(found.values())), undecided


def linking_of(content: Content, library: Library, memo: Memo = no_memo) -> Linking:
    """Return what the links of `library` were made by, for a text that is none of its reports."""
    way = Way(memo, untracked, no_map, cache(digest))
    decisions = for_reports(content.decisions, library.reprints)
    editions = [each.edition for each in library.collations]
    return _linking(content, editions, library.reports, decisions, way).linking()


def open_doubts(
    content: Content,
    library: Library,
    count: int,
    memo: Memo = no_memo,
    track: Track = untracked,
    mapped: Mapper = no_map,
) -> tuple[Doubt, ...]:
    """Return the `count` sentences of the library's reports whose links are most in doubt."""
    way = Way(memo, track, mapped, cache(digest))
    decisions = for_reports(content.decisions, library.reprints)
    editions = [each.edition for each in library.collations]
    known = _linking(content, editions, library.reports, decisions, way)
    found = way.each("疑问", doubts_of_report, library.reports, known.keys, known.linking)
    every = [each for some in found for each in some]
    return most_in_doubt(every, library.reports, decisions, count)
