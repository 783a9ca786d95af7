"""The recipe: a content folder, read -> the Library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.build.memo import Memo, digest, no_memo
from generator.build.progress import Track, untracked
from generator.checking import check_piece
from generator.checking.account_of_text import account
from generator.checking.authored_images import check_pages
from generator.checking.cited_articles import check_citations
from generator.checking.originals import original_findings
from generator.checking.quotations import check_quotations
from generator.checking.reprinted import reprint_findings
from generator.cleaning import clean, refuse_clashes, refuse_strangers, refuse_twins
from generator.content import Content
from generator.duties import extract_duties
from generator.edition import collate, find_witnesses, locate, note_cleaning
from generator.kinds import Kinds, cite_laws, for_reports, tell_kinds
from generator.linking import (
    ArticleIndex,
    Decision,
    Doubt,
    TaughtByBase,
    decide,
    doubts_of,
    index_articles,
    join_passages,
    lessons,
    link,
    most_in_doubt,
    own_references,
    teach_bases,
)
from generator.model import CleanedSource, Collation, Document, Finding, Library, Link
from generator.reuse import count_sharers, find_reuse, group_links, library_wording


def build_library(content: Content, memo: Memo = no_memo, track: Track = untracked) -> Library:
    """Return the library that `content` makes.

    Pure but for what it is given: `memo` may know the result of a stage already, `track`
    tells a person how far the work is; neither changes what is returned.
    """
    cleaned = _cleaned(content, memo, track)
    pieces = sorted((piece for each in cleaned for piece in each.pieces), key=lambda p: p.order)
    witnesses = find_witnesses(pieces, content.bases)
    copies = {piece.id for found in witnesses.values() for piece in found}
    collations = tuple(
        memo(collate, base, witnesses[base.id], content.preferred.get(base.id))
        for base in track("校勘", content.bases)
    )
    ledger = tuple(edit for each in cleaned for edit in each.edits)
    collations = tuple(note_cleaning(each, ledger) for each in collations)
    kinds = tell_kinds(piece for piece in pieces if piece.id not in copies)
    reports, laws, reprints = kinds.reports, kinds.laws, kinds.reprints
    decisions = for_reports(content.decisions, reprints)
    links, undecided = _linked(content, collations, reports, decisions, memo, track)
    wording = library_wording([each.edition for each in collations], laws, content.terms)
    shared_passages = find_reuse(reports, wording)
    shared_links = group_links(links, reports, shared_passages, wording)
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
        references=tuple(
            reference for each in collations for reference in own_references(each.edition)
        ),
        duties=tuple(duty for each in collations for duty in extract_duties(each.edition)),
        terms=content.terms,
        pages=content.pages,
        findings=(*_findings(content, cleaned, collations, kinds), *undecided),
        laws=laws,
        law_citations=cite_laws(reports, laws, content.bases),
        reprints=reprints,
        shared_passages=shared_passages,
        shared_links=shared_links,
        packs=content.packs,
        downloads=content.downloads,
        above=content.above,
    )


@dataclass(frozen=True, slots=True)
class _Linking:
    """What the links of every report are made from; `key` is a digest of all of it."""

    articles: ArticleIndex
    taught: TaughtByBase
    key: str


def _linking(
    content: Content,
    collations: Sequence[Collation],
    reports: Sequence[Document],
    decisions: Sequence[Decision],
    memo: Memo,
) -> _Linking:
    """Return the bases indexed, and what the editors' decisions teach."""
    editions = [each.edition for each in collations]
    articles = index_articles(editions, content.terms, content.thesaurus)
    subject = digest((editions, content.terms, content.thesaurus))
    decided = [each for each in reports if any(one.report == each.piece.id for one in decisions)]
    taught = teach_bases(
        [
            lesson
            for report in decided
            for lesson in memo(
                lessons, report, articles, decisions, key=(report.piece, subject, decisions)
            )
        ]
    )
    taught_by = digest((decisions, [each.piece for each in decided])) if taught else ""
    return _Linking(articles, taught, digest((subject, taught_by)))


def _linked(
    content: Content,
    collations: Sequence[Collation],
    reports: Sequence[Document],
    decisions: Sequence[Decision],
    memo: Memo,
    track: Track,
) -> tuple[tuple[Link, ...], tuple[Finding, ...]]:
    """Return the links of all reports as the editors want them, and the decisions that fail."""
    linking = _linking(content, collations, reports, decisions, memo)
    linked = tuple(
        one
        for report in track("关联", reports)
        for one in memo(
            link, report, linking.articles, linking.taught, key=(report.piece, linking.key)
        )
    )
    links, undecided = decide(linked, reports, linking.articles, decisions)
    return join_passages(links, reports), undecided


def open_doubts(
    content: Content, library: Library, count: int, memo: Memo = no_memo, track: Track = untracked
) -> tuple[Doubt, ...]:
    """Return the `count` sentences of the library's reports whose links are most in doubt."""
    decisions = for_reports(content.decisions, library.reprints)
    linking = _linking(content, library.collations, library.reports, decisions, memo)
    found = [
        each
        for report in track("疑问", library.reports)
        for each in memo(
            doubts_of, report, linking.articles, linking.taught, key=(report.piece, linking.key)
        )
    ]
    return most_in_doubt(found, library.reports, decisions, count)


def _cleaned(content: Content, memo: Memo, track: Track) -> list[CleanedSource]:
    """Return every source, cleaned; ContentError where names clash or nothing bears a name."""
    refuse_clashes(source.file for source in content.sources)
    cleaned = [
        memo(clean, source, content.cleaning.of_source(source.file))
        for source in track("清理", content.sources)
    ]
    refuse_strangers(content.cleaning, cleaned)
    refuse_twins(cleaned)
    return cleaned


def _findings(
    content: Content,
    cleaned: Sequence[CleanedSource],
    collations: Sequence[Collation],
    kinds: Kinds,
) -> Iterator[Finding]:
    """Yield what a person should look at, but for what the editors' decisions say."""
    sources = {each.source.file: each for each in cleaned}
    editions = [each.edition for each in collations]
    yield from original_findings(content.sources)
    for each in cleaned:
        yield from each.findings
    for text in kinds.texts:
        yield from check_piece(text, sources[text.piece.file])
    for law in kinds.laws:
        yield from check_piece(law.document, sources[law.document.piece.file], law=True)
    originals = {each.piece.id: each.piece.text for each in kinds.reports}
    yield from reprint_findings(kinds.reprints, originals, sources)
    yield from check_citations(kinds.reports, editions, sources)
    yield from account(collations, sources)
    yield from check_quotations(kinds.reports, editions, sources)
    yield from locate(collations, sources)
    yield from check_pages(content.pages)
