"""The recipe itself: from the content, text by text and stage by stage, to the Library."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import chain
from typing import TypeVar

from generator.amendment import compare_editions, compared
from generator.build.mapping import Mapper, no_map
from generator.build.memo import Memo, digest, no_memo
from generator.build.progress import Track, untracked
from generator.cleaning import (
    clean_apart,
    refuse_clashes,
    refuse_strangers,
    refuse_twins,
    slug,
)
from generator.content import Content
from generator.duties import extract_duties
from generator.edition import collate, find_witnesses, note_cleaning
from generator.kinds import Kinds, cite_laws, read_text, tell_kinds
from generator.linking import (
    own_references,
)
from generator.model import (
    CleanedSource,
    Edition,
    Library,
    Link,
    Piece,
    Reuse,
    SharedLinks,
    SharedPassage,
)
from generator.recipe.accepting import without_accepted
from generator.recipe.findings import findings_of
from generator.recipe.links import linked
from generator.recipe.way import Way
from generator.reuse import (
    Sharers,
    count_sharers,
    group_article,
    library_wording,
    links_by_article,
    links_key,
    weigh_reuse,
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
    way = Way(memo, track, mapped, cache(digest))
    cleaned, received = _cleaned(content, way)
    pieces = sorted((piece for each in cleaned for piece in each.pieces), key=lambda p: p.order)
    witnesses = find_witnesses(pieces, content.bases)
    copies = {piece.id for found in witnesses.values() for piece in found}
    ledger = tuple(edit for each in cleaned for edit in each.edits)
    versions = [each for base in content.bases for each in (*base.earlier, base)]
    collated = tuple(
        note_cleaning(
            memo(
                collate,
                base,
                witnesses[base.id],
                content.preferred.get(base.id),
                tuple(each for each in content.readings if each.base == base.id),
            ),
            ledger,
        )
        for base in track("校勘", versions)
    )
    collations = tuple(each for each in collated if not each.edition.base.version_of)
    earlier = tuple(each for each in collated if each.edition.base.version_of)
    editions = [each.edition for each in collations]
    older = [each.edition for each in earlier]
    kinds = _kinds([piece for piece in pieces if piece.id not in copies], way)
    reports, laws, reprints = kinds.reports, kinds.laws, kinds.reprints
    links, undecided = linked(content, editions, older, kinds, way)
    (shared_passages, reuse), shared_links = _shared(content, editions, kinds, links, way)
    found = (*findings_of(content, cleaned, received, collated, kinds, way), *undecided)
    findings, accepted = without_accepted(found, content.accepted)
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
        references=tuple(one for each in collated for one in own_references(each.edition)),
        duties=tuple(duty for each in editions for duty in memo(extract_duties, each)),
        terms=content.terms,
        pages=content.pages,
        findings=findings,
        laws=laws,
        law_citations=cite_laws(reports, laws, content.bases),
        reprints=reprints,
        shared_passages=shared_passages,
        shared_links=shared_links,
        reuse=reuse,
        packs=content.packs,
        downloads=content.downloads,
        thesaurus=content.thesaurus,
        above=content.above,
        earlier=earlier,
        revisions=tuple(memo(compare_editions, *pair) for pair in compared(editions, earlier)),
        accepted=accepted,
    )


def _nothing() -> None:
    """Return what texts share that share nothing."""
    return


def _cleaned(content: Content, way: Way) -> tuple[list[CleanedSource], dict[str, str]]:
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


def _kinds(pieces: Sequence[Piece], way: Way) -> Kinds:
    """Return what the texts are that are no copies of a base."""
    keys = [way.key(piece) for piece in pieces]
    return tell_kinds(pieces, way.each("分篇", read_text, pieces, keys, _nothing))


def _shared(
    content: Content,
    editions: Sequence[Edition],
    kinds: Kinds,
    links: Sequence[Link],
    way: Way,
) -> tuple[tuple[tuple[SharedPassage, ...], Reuse], tuple[SharedLinks, ...]]:
    """Return what the reports share beyond the documents, and the links that are told once."""
    reports = kinds.reports
    wording = cache(lambda: library_wording(editions, kinds.laws, content.terms))
    words = [(each.name, each.aliases) for each in content.terms]
    laws = [(law.title, way.key(law.document.piece)) for law in kinds.laws]
    key = digest(([way.key(each.piece) for each in reports], editions, laws, words))
    (found,) = way.memo.each(weigh_reuse, [reports], [key], wording, no_map)
    articles = links_by_article(links)
    keys = [links_key(some, key) for some in articles]
    sharers = cache(lambda: Sharers(reports, found[0], wording()))
    groups = way.memo.each(group_article, articles, keys, sharers, no_map)
    return found, tuple(chain.from_iterable(groups))
