"""The recipe: a content folder, read -> the Library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeVar

from generator.build.mapping import Mapper, no_map
from generator.build.memo import Memo, digest, no_memo
from generator.build.progress import Track, untracked
from generator.checking.account_of_text import account
from generator.checking.authored_images import check_pages
from generator.checking.originals import original_findings
from generator.checking.reprinted import reprint_findings
from generator.checking.text_checks import (
    CheckedText,
    TextFindings,
    TextKind,
    bases_of,
    check_text,
)
from generator.cleaning import (
    clean_apart,
    refuse_clashes,
    refuse_strangers,
    refuse_twins,
    slug,
)
from generator.content import Content
from generator.duties import extract_duties
from generator.edition import collate, find_witnesses, locate, note_cleaning
from generator.kinds import Kinds, cite_laws, for_reports, read_text, tell_kinds
from generator.linking import (
    ArticleIndex,
    Decided,
    DecidedReport,
    Decision,
    Doubt,
    Linking,
    decide_on,
    doubts_of_report,
    index_articles,
    join_passages,
    lesson_of,
    lessons_of_report,
    link_report,
    most_in_doubt,
    own_references,
    richness,
    teach_bases,
    terms_in,
    vocabulary_of,
)
from generator.model import (
    CleanedSource,
    Collation,
    Document,
    Edition,
    Finding,
    Library,
    Link,
    Piece,
    SharedLinks,
    SharedPassage,
)
from generator.reuse import (
    Sharers,
    count_sharers,
    find_reuse,
    group_article,
    library_wording,
    links_by_article,
    links_key,
)

Item = TypeVar("Item")
Shared = TypeVar("Shared")
Result = TypeVar("Result")


def build_library(
    content: Content,
    memo: Memo = no_memo,
    track: Track = untracked,
    mapped: Mapper = no_map,
) -> Library:
    """Return the library that `content` makes.

    Pure but for what it is given: `memo` may know the result of a stage already, `track`
    tells a person how far the work is, `mapped` may spread what is done text by text over
    several processes; none of them changes what is returned.
    """
    way = _Way(memo, track, mapped, cache(digest))
    cleaned, received = _cleaned(content, way)
    pieces = sorted((piece for each in cleaned for piece in each.pieces), key=lambda p: p.order)
    witnesses = find_witnesses(pieces, content.bases)
    copies = {piece.id for found in witnesses.values() for piece in found}
    collations = tuple(
        memo(collate, base, witnesses[base.id], content.preferred.get(base.id))
        for base in track("校勘", content.bases)
    )
    ledger = tuple(edit for each in cleaned for edit in each.edits)
    collations = tuple(note_cleaning(each, ledger) for each in collations)
    editions = [each.edition for each in collations]
    kinds = _kinds([piece for piece in pieces if piece.id not in copies], way)
    reports, laws, reprints = kinds.reports, kinds.laws, kinds.reprints
    links, undecided = _linked(content, editions, kinds, way)
    shared_passages, shared_links = _shared(content, editions, kinds, links, way)
    return Library(
        name=content.name,
        title=content.title,
        subtitle=content.subtitle,
        language=content.language,
        sources=content.sources,
        ledger=ledger,
        collations=collations,
        reports=reports,
        links=count_sharers(links, shared_links),
        references=tuple(reference for each in editions for reference in own_references(each)),
        duties=tuple(duty for each in editions for duty in memo(extract_duties, each)),
        terms=content.terms,
        pages=content.pages,
        findings=(*_findings(content, cleaned, received, collations, kinds, way), *undecided),
        laws=laws,
        law_citations=cite_laws(reports, laws, content.bases),
        reprints=reprints,
        shared_passages=shared_passages,
        shared_links=shared_links,
        packs=content.packs,
        downloads=content.downloads,
    )


@dataclass(frozen=True, slots=True)
class _Way:
    """How the recipe goes about its work: what is known, who is told, how it is spread.

    `key` returns the digest of a piece.
    """

    memo: Memo
    track: Track
    mapped: Mapper
    key: Callable[[Piece], str]

    def each(
        self,
        title: str,
        function: Callable[[Item, Shared], Result],
        items: Sequence[Item],
        keys: Sequence[str],
        shared: Callable[[], Shared],
    ) -> Iterator[Result]:
        """Yield `function(item, shared())` for each item, unless it is known."""
        results = self.memo.each(function, items, keys, shared, self.mapped)
        for _, result in zip(self.track(title, items), results, strict=True):
            yield result


def _nothing() -> None:
    """Return what texts share that share nothing."""
    return


def _cleaned(content: Content, way: _Way) -> tuple[list[CleanedSource], dict[str, str]]:
    """Return every source, cleaned, and for each file a digest of it and of what is said of it.

    ContentError where names clash or nothing bears a name.
    """
    refuse_clashes(source.file for source in content.sources)
    stems = {source.file: slug(source.file) for source in content.sources}
    settings = content.cleaning.of_sources(stems)
    items = [(source, settings[source.file]) for source in content.sources]
    received = {item[0].file: digest(item) for item in items}
    made = way.each("清理", clean_apart, items, list(received.values()), _nothing)
    cleaned = [
        CleanedSource(source, *parts) for source, parts in zip(content.sources, made, strict=True)
    ]
    refuse_strangers(content.cleaning, cleaned)
    refuse_twins(cleaned)
    return cleaned, received


def _kinds(pieces: Sequence[Piece], way: _Way) -> Kinds:
    """Return what the texts are that are no copies of a base."""
    keys = [way.key(piece) for piece in pieces]
    return tell_kinds(pieces, way.each("分篇", read_text, pieces, keys, _nothing))


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
    way: _Way,
) -> _Links:
    """Return the bases indexed, and what the editors' decisions teach."""
    articles = cache(lambda: index_articles(editions, content.terms, content.thesaurus))
    terms = [digest((t.name, t.aliases, t.kind, t.related, t.hints)) for t in content.terms]
    bases = digest((editions, content.thesaurus))
    subject = digest((bases, terms))
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
    content: Content, reports: Sequence[Document], keys: Sequence[str], way: _Way
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


def _linked(
    content: Content, editions: Sequence[Edition], kinds: Kinds, way: _Way
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Return the links of all reports as the editors want them, and the decisions that fail."""
    reports = kinds.reports
    decisions = for_reports(content.decisions, kinds.reprints)
    known = _linking(content, editions, reports, decisions, way)
    linked = list(way.each("关联", link_report, reports, known.keys, known.linking))
    links, undecided = _decided(linked, reports, decisions, known, way)
    return join_passages(links, reports), undecided


def _decided(
    linked: Sequence[tuple[Link, ...]],
    reports: Sequence[Document],
    decisions: Sequence[Decision],
    known: _Links,
    way: _Way,
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


def _shared(
    content: Content,
    editions: Sequence[Edition],
    kinds: Kinds,
    links: Sequence[Link],
    way: _Way,
) -> tuple[tuple[SharedPassage, ...], tuple[SharedLinks, ...]]:
    """Return what the reports share beyond the documents, and the links that are told once."""
    reports = kinds.reports
    wording = cache(lambda: library_wording(editions, kinds.laws, content.terms))
    words = [(each.name, each.aliases) for each in content.terms]
    laws = [(law.title, way.key(law.document.piece)) for law in kinds.laws]
    key = digest(([way.key(each.piece) for each in reports], editions, laws, words))
    (passages,) = way.memo.each(find_reuse, [reports], [key], wording, no_map)
    articles = links_by_article(links)
    keys = [links_key(some, key) for some in articles]
    sharers = cache(lambda: Sharers(reports, passages, wording()))
    groups = way.memo.each(group_article, articles, keys, sharers, no_map)
    return passages, tuple(chain.from_iterable(groups))


def open_doubts(
    content: Content,
    library: Library,
    count: int,
    memo: Memo = no_memo,
    track: Track = untracked,
    mapped: Mapper = no_map,
) -> tuple[Doubt, ...]:
    """Return the `count` sentences of the library's reports whose links are most in doubt."""
    way = _Way(memo, track, mapped, cache(digest))
    decisions = for_reports(content.decisions, library.reprints)
    editions = [each.edition for each in library.collations]
    known = _linking(content, editions, library.reports, decisions, way)
    found = way.each("疑问", doubts_of_report, library.reports, known.keys, known.linking)
    every = [each for some in found for each in some]
    return most_in_doubt(every, library.reports, decisions, count)


def _findings(
    content: Content,
    cleaned: Sequence[CleanedSource],
    received: Mapping[str, str],
    collations: Sequence[Collation],
    kinds: Kinds,
    way: _Way,
) -> Iterator[Finding]:
    """Yield what a person should look at, but for what the editors' decisions say."""
    sources = {each.source.file: each for each in cleaned}
    checked = _checked(sources, received, [each.edition for each in collations], kinds, way)
    of_reports = checked[: len(kinds.reports)]
    yield from original_findings(content.sources)
    for each in cleaned:
        yield from each.findings
    for found in checked:
        yield from found.own
    originals = {each.piece.id: each.piece.text for each in kinds.reports}
    yield from reprint_findings(kinds.reprints, originals, sources)
    for found in of_reports:
        yield from found.citations
    for one in collations:
        own = {each.piece.file: sources[each.piece.file] for each in one.witnesses}
        edits = [(edit.start, edit.end) for each in own.values() for edit in each.edits]
        key = digest((one.edition, one.witnesses, one.apparatus, edits))
        yield from way.memo(account, [one], own, key=key)
    for found in of_reports:
        yield from found.quotations
    yield from locate(collations, sources)
    yield from check_pages(content.pages)


def _checked(
    sources: Mapping[str, CleanedSource],
    received: Mapping[str, str],
    editions: Sequence[Edition],
    kinds: Kinds,
    way: _Way,
) -> list[TextFindings]:
    """Return what is found in every text by itself: the reports, their reprints, the laws."""

    def item(document: Document, kind: TextKind) -> CheckedText:
        return CheckedText(document, kind, sources[document.piece.file])

    items = [
        *(item(each, "report") for each in kinds.reports),
        *(item(each.document, "reprint") for each in kinds.reprints),
        *(item(each.document, "law") for each in kinds.laws),
    ]
    against = digest(editions)
    keys = [
        digest((each.document.piece.id, each.kind, received[each.document.piece.file], against))
        for each in items
    ]
    return list(way.each("核对", check_text, items, keys, cache(lambda: bases_of(editions))))
