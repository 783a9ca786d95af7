"""The library arranged for look-up, made once for all pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TypeVar, cast

from generator import addresses
from generator.model import (
    Article,
    ArticleChange,
    Collation,
    Document,
    Edit,
    EditionSentence,
    Law,
    LawCitation,
    Library,
    Link,
    OwnReference,
    Part,
    Piece,
    ReportShares,
    Reprint,
    Revision,
    Role,
    SharedPassage,
)
from generator.outputs.shared.coverage_turns import Turn, coverage_turns
from generator.outputs.shared.report_names import library_names
from generator.outputs.shared.reuse_pairs import ReportPair, report_pairs
from generator.outputs.shared.stated_choices import Choice, stated_choices
from generator.outputs.shared.told_once import groups_by_link, told_once
from generator.outputs.shared.version_names import version_name
from generator.outputs.site.views.division_tree import divisions_above
from generator.outputs.site.views.glossary import Gloss, Glossary, GlossWords, Regulation
from generator.outputs.site.views.hall_index import HallIndex, hall_index
from generator.outputs.site.views.reuse_index import pairs_by_report, shared_groups
from generator.safe_names import LONGEST, is_device

Made = TypeVar("Made")

LISTS = re.compile("index(?:-[0-9]+)?")  # pages of the list of sources


class LibraryIndex:
    """A Library with its links by article, strongest first, and by report; the rest by id.

    `told_by_article` tells each passage of an article once that several reports share;
    `links_in` has the links of a report by article.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._made: dict[object, object] = {}
        self.shares_passages = bool(library.shared_links)
        self.has_dates = any(each.piece.date for each in library.reports)
        self.report_count, self.source_count = len(library.reports), len(library.sources)
        self.collations: dict[str, Collation] = {
            each.edition.base.id: each for each in library.collations
        }
        self.editions: dict[str, Collation] = {
            each.edition.base.id: each for each in library.every_collation
        }
        self.reports: dict[str, Document] = {each.piece.id: each for each in library.reports}
        self.articles: dict[tuple[str, int], Article] = {}
        self.parts: dict[tuple[str, int], Part] = {}
        self.divisions: dict[tuple[str, int], tuple[Part, ...]] = {}
        for collation in library.every_collation:
            ways = divisions_above(collation.edition.parts)
            self.divisions |= {(collation.edition.base.id, own): ways[own] for own in ways}
            for part in collation.edition.parts:
                for article in part.articles:
                    self.articles[collation.edition.base.id, article.number] = article
                    self.parts[collation.edition.base.id, article.number] = part
        self.article_sentences = sentences_by_article(library.every_collation)
        by_article: dict[tuple[str, int], list[Link]] = defaultdict(list)
        by_report: dict[str, list[Link]] = defaultdict(list)
        for link in library.links:
            by_article[link.base, link.article].append(link)
            by_report[link.report].append(link)
        inside: dict[str, dict[tuple[str, int], list[Link]]] = defaultdict(dict)
        for link in library.links:
            inside[link.report].setdefault((link.base, link.article), []).append(link)
        self.links_in = dict(inside)
        self.links_by_article = {
            place: sorted(links, key=lambda each: (-each.score, each.id))
            for place, links in by_article.items()
        }
        self.groups = groups_by_link(library.shared_links)
        self.told_by_article = {
            place: told_once(links, self.groups) for place, links in self.links_by_article.items()
        }
        self.roles_by_article: dict[tuple[str, int], Counter[Role]] = {
            place: Counter(each.role for each in links) for place, links in by_article.items()
        }
        self.links_by_report = dict(by_report)
        edits: dict[str, list[Edit]] = defaultdict(list)
        for edit in library.ledger:
            edits[edit.file].append(edit)
        self.edits_by_file = dict(edits)
        self.hashes = {source.file: source.sha256 for source in library.sources}
        pieces: dict[str, list[tuple[str, str]]] = defaultdict(list)
        annexes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for piece, title, address in _pages_of_pieces(library, self.names):
            pieces[piece.file].append((title, address))
            annexes[piece.annex_of].append((title, address))
        self.pieces_by_file = dict(pieces)
        self.annexes_by_piece = dict(annexes)
        self.laws: dict[str, Law] = {law.id: law for law in library.laws}
        self.reprints: dict[str, Reprint] = {
            each.document.piece.id: each for each in library.reprints
        }

    def report_page(self, report_id: str) -> str:
        """Return the page of a report or reprint."""
        return self.report_pages[report_id]

    def ledger_page(self, file: str) -> str:
        """Return the page of a source's ledger."""
        return addresses.ledger(source_stem(file), self.source_count)

    def made(self, function: Callable[[LibraryIndex], Made]) -> Made:
        """Return what `function` makes of this index, made once for all pages."""
        if function not in self._made:
            self._made[function] = function(self)
        return cast(Made, self._made[function])

    @cached_property
    def link_counts(self) -> Mapping[str, int]:
        """Report -> how many links it has."""
        return {each: len(self.links_by_report.get(each, ())) for each in self.reports}

    @cached_property
    def report_pages(self) -> Mapping[str, str]:
        """Report or reprint -> its page."""
        documents = [*self.library.reports, *(each.document for each in self.library.reprints)]
        ids = (each.piece.id for each in documents)
        return {each: addresses.report(each, self.library) for each in ids}

    @cached_property
    def law_pages(self) -> Mapping[str, str]:
        """Law -> its page."""
        return {each: addresses.law(each, self.library) for each in self.laws}

    @cached_property
    def stated_choices(self) -> tuple[Choice, ...]:
        """What reports can be chosen by, as they state it."""
        return tuple(stated_choices([each.piece for each in self.library.reports]))

    @cached_property
    def choice_positions(self) -> dict[str, dict[str, int]]:
        """Choice -> value -> its position among the values, from 1."""
        return {
            choice.name: {option.value: at for at, option in enumerate(choice.options, 1)}
            for choice in self.stated_choices
        }

    @cached_property
    def reports_by_article(self) -> dict[tuple[str, int], int]:
        """Base and number -> how many reports speak of that article."""
        return Counter(place for at in self.links_in.values() for place in at)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """The ways in which reports can be put together."""
        return coverage_turns([each.piece for each in self.library.reports])

    @cached_property
    def reuse_pairs(self) -> tuple[ReportPair, ...]:
        """Which two reports share what, those that share most first."""
        return report_pairs(self.library.reuse.runs)

    @cached_property
    def reuse_pairs_by_report(self) -> dict[str, list[ReportPair]]:
        """Report -> its pairs, those that share most first."""
        return pairs_by_report(self.reuse_pairs)

    @cached_property
    def reuse_shares(self) -> dict[str, ReportShares]:
        """Report -> of how many letters it is, and whose they are."""
        return {each.report: each for each in self.library.reuse.shares}

    @cached_property
    def reuse_groups(self) -> tuple[SharedPassage, ...]:
        """Passages that several reports have."""
        return shared_groups(self.library)

    @cached_property
    def _glossary(self) -> Glossary:
        return Glossary(self.library)

    @cached_property
    def glosses(self) -> Mapping[str, Gloss]:
        """Id -> what explains words of the texts."""
        return self._glossary.by_id

    @cached_property
    def term_glosses(self) -> Mapping[str, Gloss]:
        """Id -> what explains a term, where there is anything to say."""
        return self._glossary.terms

    @cached_property
    def regulations(self) -> tuple[Regulation, ...]:
        """The regulations that the texts name, the most often first."""
        return self._glossary.regulations

    @cached_property
    def gloss_words(self) -> GlossWords:
        """The words that are explained."""
        return self._glossary.words

    @cached_property
    def gloss_words_of(self) -> Mapping[str, GlossWords]:
        """Report or reprint -> those that may stand in it."""
        documents = [*self.library.reports, *(each.document for each in self.library.reprints)]
        return {each.piece.id: self.gloss_words.of(each.piece.text) for each in documents}

    @cached_property
    def hall(self) -> HallIndex | None:
        """What its volumes say, where it is a hall."""
        return hall_index(self.library.hall) if self.library.hall else None

    @cached_property
    def base_names(self) -> dict[str, str]:
        """Base or version -> what stands before its articles where they are named among others.

        Nothing for the only document in force; an earlier version is named.
        """
        several = len(self.collations) > 1
        found = {}
        for base, each in self.editions.items():
            name = each.edition.base.short_title if several else ""
            found[base] = version_name(each.edition) + name if base not in self.collations else name
        return found

    @cached_property
    def chains(self) -> dict[str, tuple[str, ...]]:
        """Base with versions over time -> the ids of all of them, oldest first, its own last."""
        found: dict[str, tuple[str, ...]] = {}
        for each in self.library.earlier:
            home = each.edition.base.version_of
            found[home] = (*found.get(home, ()), each.edition.base.id)
        return {home: (*earlier, home) for home, earlier in found.items()}

    @cached_property
    def chain_of(self) -> dict[str, tuple[str, ...]]:
        """Version -> the ids of all versions of its document, oldest first."""
        return {each: chain for chain in self.chains.values() for each in chain}

    @cached_property
    def revisions(self) -> dict[tuple[str, str], Revision]:
        """Two versions -> what changed between them."""
        return {(each.old, each.new): each for each in self.library.revisions}

    @cached_property
    def version_pages(self) -> dict[tuple[str, str], str]:
        """Two versions -> the page that compares them."""
        return {
            (each.old, each.new): f"{addresses.compared_versions(self.library, each)}.html"
            for each in self.library.revisions
        }

    @cached_property
    def changes_of_new(self) -> dict[tuple[str, str, int], ArticleChange]:
        """Two versions and an article of the new one -> what became of it."""
        return {
            (each.old, each.new, number): row
            for each in self.library.revisions
            for row in each.articles
            for number in row.new
        }

    @cached_property
    def changes_of_old(self) -> dict[tuple[str, str, int], ArticleChange]:
        """Two versions and an article of the old one -> what became of it."""
        return {
            (each.old, each.new, number): row
            for each in self.library.revisions
            for row in each.articles
            for number in row.old
        }

    @cached_property
    def names(self) -> dict[str, str]:
        """Report or reprint -> what it is called: titles alike are told apart."""
        return library_names(self.library)

    @cached_property
    def reprints_by_report(self) -> dict[str, list[Reprint]]:
        """Report -> its reprints."""
        found: dict[str, list[Reprint]] = defaultdict(list)
        for each in self.library.reprints:
            found[each.report].append(each)
        return dict(found)

    @cached_property
    def citations_of_law(self) -> dict[str, list[LawCitation]]:
        """Law -> where reports cite its articles."""
        found: dict[str, list[LawCitation]] = defaultdict(list)
        for each in self.library.law_citations:
            found[each.law].append(each)
        return dict(found)

    @cached_property
    def law_citations_by_report(self) -> dict[str, list[LawCitation]]:
        """Report -> where it cites articles of laws."""
        found: dict[str, list[LawCitation]] = defaultdict(list)
        for each in self.library.law_citations:
            found[each.report].append(each)
        return dict(found)

    @cached_property
    def own_references(self) -> dict[tuple[str, int], list[OwnReference]]:
        """Base and number -> the references in that article to its own document."""
        found: dict[tuple[str, int], list[OwnReference]] = defaultdict(list)
        for each in self.library.references:
            found[each.base, each.article].append(each)
        return dict(found)

    @cached_property
    def breaches(self) -> dict[tuple[str, int], list[OwnReference]]:
        """Base and number -> the references to that article that say what follows on a breach."""
        found: dict[tuple[str, int], list[OwnReference]] = defaultdict(list)
        for (base, number), references in self.own_references.items():
            for each in references:
                for cited in sorted({place.article for place in each.places} - {number}):
                    if each.liability:
                        found[base, cited].append(each)
        return dict(found)


def _pages_of_pieces(library: Library, names: dict[str, str]) -> Iterator[tuple[Piece, str, str]]:
    """Yield each piece, its name and the address of its page."""
    documents = [*library.reports, *(each.document for each in library.reprints)]
    for document in documents:
        yield document.piece, names[document.piece.id], addresses.report(document.piece.id, library)
    for law in library.laws:
        yield law.document.piece, law.title, addresses.law(law.id, library)
    for collation in library.every_collation:
        address = addresses.apparatus(collation.edition.base.id)
        for witness in collation.witnesses:
            yield witness.piece, witness.piece.title, address


def sentences_by_article(
    collations: Iterable[Collation],
) -> dict[tuple[str, int], list[EditionSentence]]:
    """Return base and number -> the sentences of that article in reading order."""
    found: dict[tuple[str, int], list[EditionSentence]] = {}
    for collation in collations:
        base = collation.edition.base.id
        for article in collation.edition.articles:
            found[base, article.number] = []
        for sentence in collation.edition.sentences:
            if sentence.article is not None:
                found[base, sentence.article].append(sentence)
    return found


def source_stem(file: str) -> str:
    """Return the name of a source's ledger page: its file name made plain ASCII, and unique."""
    path = PurePosixPath(file)
    name = path.stem if path.suffix == ".txt" else path.name
    plain = re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-")
    unfit = LISTS.fullmatch(plain.lower()) or is_device(plain) or len(plain) > LONGEST
    if plain == name and not unfit:
        return plain
    return "-".join(filter(None, (plain[:LONGEST], sha256(file.encode()).hexdigest()[:8])))
