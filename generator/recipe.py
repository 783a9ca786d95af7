"""The recipe: a content folder, read -> the Library."""

from __future__ import annotations

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
from generator.kinds import cite_laws, find_laws, find_reprints, for_reports
from generator.linking import decide, index_articles, link, own_references
from generator.model import Library
from generator.text.structuring import structure


def build_library(content: Content, memo: Memo = no_memo, track: Track = untracked) -> Library:
    """Return the library that `content` makes.

    Pure but for what it is given: `memo` may know the result of a stage already, `track`
    tells a person how far the work is; neither changes what is returned.
    """
    refuse_clashes(source.file for source in content.sources)
    cleaned = [
        memo(clean, source, content.cleaning.of_source(source.file))
        for source in track("清理", content.sources)
    ]
    refuse_strangers(content.cleaning, cleaned)
    refuse_twins(cleaned)
    pieces = sorted((piece for each in cleaned for piece in each.pieces), key=lambda p: p.order)
    witnesses = find_witnesses(pieces, content.bases)
    copies = {piece.id for found in witnesses.values() for piece in found}
    collations = tuple(
        memo(collate, base, witnesses[base.id], content.preferred.get(base.id))
        for base in track("校勘", content.bases)
    )
    ledger = tuple(edit for each in cleaned for edit in each.edits)
    collations = tuple(note_cleaning(each, ledger) for each in collations)
    others = [piece for piece in pieces if piece.id not in copies]
    laws = find_laws(others)
    apart = {law.id for law in laws}
    texts = tuple(structure(piece) for piece in others if piece.id not in apart)
    reprints = find_reprints(texts)
    apart |= {each.document.piece.id for each in reprints}
    reports = tuple(each for each in texts if each.piece.id not in apart)
    sources = {each.source.file: each for each in cleaned}
    articles = index_articles([each.edition for each in collations], content.terms)
    subject = digest(([each.edition for each in collations], content.terms))
    links = tuple(
        one
        for report in track("关联", reports)
        for one in memo(link, report, articles, key=(report.piece, subject))
    )
    decisions = for_reports(content.decisions, reprints)
    links, undecided = decide(links, reports, articles, decisions)
    return Library(
        name=content.name,
        title=content.title,
        subtitle=content.subtitle,
        language=content.language,
        sources=content.sources,
        ledger=ledger,
        collations=collations,
        reports=reports,
        links=links,
        references=tuple(
            reference for each in collations for reference in own_references(each.edition)
        ),
        duties=tuple(duty for each in collations for duty in extract_duties(each.edition)),
        terms=content.terms,
        pages=content.pages,
        findings=(
            *original_findings(content.sources),
            *(finding for each in cleaned for finding in each.findings),
            *(finding for text in texts for finding in check_piece(text, sources[text.piece.file])),
            *(
                finding
                for law in laws
                for finding in check_piece(law.document, sources[law.document.piece.file], law=True)
            ),
            *reprint_findings(reprints, {r.piece.id: r.piece.text for r in reports}, sources),
            *check_citations(reports, [each.edition for each in collations], sources),
            *account(collations, sources),
            *check_quotations(reports, [each.edition for each in collations], sources),
            *locate(collations, sources),
            *undecided,
            *check_pages(content.pages),
        ),
        laws=laws,
        law_citations=cite_laws(reports, laws, content.bases),
        reprints=reprints,
    )
