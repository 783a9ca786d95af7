"""The recipe: a content folder, read -> the Library."""

from __future__ import annotations

from generator.cleaning import clean
from generator.collation import collate, find_witnesses
from generator.content import Content
from generator.linking import index_articles, link
from generator.model import Library
from generator.structure import structure


def build_library(content: Content) -> Library:
    """Return the library that `content` makes; pure, does no I/O."""
    cleaned = [clean(source, content.cleaning) for source in content.sources]
    pieces = [piece for each in cleaned for piece in each.pieces]
    witnesses = find_witnesses(pieces, content.bases)
    copies = {piece.id for found in witnesses.values() for piece in found}
    collations = tuple(
        collate(base, witnesses[base.id], content.preferred.get(base.id)) for base in content.bases
    )
    reports = tuple(structure(piece) for piece in pieces if piece.id not in copies)
    articles = index_articles([each.edition for each in collations], content.terms)
    links = tuple(one for report in reports for one in link(report, articles))
    return Library(
        name=content.name,
        title=content.title,
        subtitle=content.subtitle,
        language=content.language,
        sources=content.sources,
        ledger=tuple(edit for each in cleaned for edit in each.edits),
        collations=collations,
        reports=reports,
        links=links,
        duties=(),
        terms=content.terms,
        pages=content.pages,
        findings=tuple(finding for each in cleaned for finding in each.findings),
    )
