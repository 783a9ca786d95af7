"""A library arranged to answer: search, an article, its passages, its variants, a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from hashlib import sha256
from itertools import islice

from generator import addresses
from generator.answers.quoted import (
    Article,
    CheckedQuotation,
    Found,
    Passage,
    Quoted,
    Reading,
    Text,
    Variant,
    quoted,
)
from generator.draft import DraftLibrary, Quotation, QuotedPlace, check_draft
from generator.model import Article as EditionArticle
from generator.model import Collation, Document, Library, Link, Piece
from generator.outputs.search.normal import normal
from generator.text.provisions import provisions

MOST = 50  # sentences or passages in one answer
LONGEST_DRAFT = 200_000  # characters of a text whose quotations are checked
LONGEST_STRETCH = 5_000  # characters of a report or law in one answer


class NotThereError(LookupError):
    """What was asked for is not in the library; the message says so in Chinese."""


class Answers:
    """A library that answers; it changes nothing, and says no word that is not in its texts."""

    def __init__(self, library: Library, drafts: DraftLibrary) -> None:
        self._library = library
        self.drafts = drafts
        self._collations = {each.edition.base.id: each for each in library.collations}
        self._reports = {each.piece.id: each for each in library.reports}

    def texts(self) -> tuple[Text, ...]:
        """Return every text: base documents, reports, reprints, laws."""
        return tuple(self._texts())

    def search(self, words: str, limit: int = 10) -> Found:
        """Return the sentences that hold `words`, base documents first, then in their order.

        Marks, blanks and width do not count.  NotThereError where `words` has no letter.
        """
        wanted = normal(words)
        if not wanted:
            raise NotThereError("没有可查的文字")
        found = [each for letters, each in self._sentences if wanted in letters]
        return Found(len(found), tuple(found[: _most(limit)]))

    def article(self, base: str, number: int) -> Article:
        """Return an article of a base document by its running number."""
        found = self._article(base, number)
        page = addresses.article(base, found)

        def words(name: str, start: int, end: int) -> Quoted:
            return quoted(name, base, number, (start, end), found.text[start:end], page)

        return Article(
            found.label,
            words(found.id, 0, len(found.text)),
            {
                each.address: words(f"{found.id}#{each.address}", each.start, each.end)
                for each in provisions(found.text)
            },
        )

    def passages(self, base: str, number: int, limit: int = 10) -> tuple[Passage, ...]:
        """Return what reports say on an article, the strongest first."""
        article = self._article(base, number)
        links = [
            each for each in self._library.links if (each.base, each.article) == (base, number)
        ]
        links.sort(key=lambda each: (not each.sure, -each.score, each.id))
        return tuple(self._passage(each, article) for each in links[: _most(limit)])

    def text(self, document: str, start: int = 0, length: int = 2_000) -> Quoted:
        """Return the words of a report, reprint or law from a place on; `texts` says how many.

        NotThereError where there is no such text, or none of it there.
        """
        laws = {each.id: each.document for each in self._library.laws}
        reprints = {each.document.piece.id: each.document for each in self._library.reprints}
        found = {**laws, **reprints, **self._reports}.get(document)
        if found is None:
            raise NotThereError(f"没有编号为 {document} 的报告或法规；文件请按条读")
        words = found.piece.text
        if not 0 <= start < len(words):
            raise NotThereError(f"{document} 只有 {len(words)} 字")
        end = min(len(words), start + max(1, min(length, LONGEST_STRETCH)))
        where = addresses.law if document in laws else addresses.report
        page = where(document, self._library)
        return quoted(document, document, None, (start, end), words[start:end], page)

    def variants(self, base: str, number: int) -> tuple[Variant, ...]:
        """Return the places of an article where its witnesses differ.

        A label stands before the article's text: `chosen` begins and ends at 0 then.
        """
        article = self._article(base, number)
        page = addresses.article(base, article)
        found = (
            each for each in self._collations[base].apparatus if each.article == article.number
        )
        return tuple(
            Variant(
                each.kind,
                quoted(article.id, base, number, (each.at, each.at_end), each.chosen.text, page),
                each.reason,
                tuple(
                    Reading(
                        one.witness,
                        quoted(one.witness, base, None, (one.start, one.end), one.text, page),
                    )
                    for one in each.readings
                ),
            )
            for each in found
        )

    def check_quotations(self, text: str) -> tuple[CheckedQuotation, ...]:
        """Return the quotations of the base documents in `text`, with marks or without.

        NotThereError where it is longer than LONGEST_DRAFT.
        """
        if len(text) > LONGEST_DRAFT:
            raise NotThereError(f"太长了；一次不超过{LONGEST_DRAFT}字")
        return tuple(
            self._checked(text, each) for each in check_draft(self.drafts, text).quotations
        )

    def _checked(self, text: str, found: Quotation) -> CheckedQuotation:
        places = tuple(self._place(each) for each in found.places)
        words = text[found.start : found.end]
        return CheckedQuotation(found.start, found.end, words, found.verdict, places)

    def _place(self, place: QuotedPlace) -> Quoted:
        span = place.start, place.end
        if place.article:
            article = self._article(place.base, place.article)
            words = article.text[place.start : place.end]
            return quoted(article.id, place.base, article.number, span, words, place.page)
        name = place.page.rpartition("#")[2]
        collation = self._collations[place.base]
        words = _paragraph(collation, name)[place.start : place.end]
        return quoted(name, place.base, None, span, words, place.page)

    def _passage(self, link: Link, article: EditionArticle) -> Passage:
        piece = self._reports[link.report].piece
        page = f"{addresses.report(piece.id, self._library)}#{_first_sentence(self._reports, link)}"

        def words(name: str, start: int, end: int) -> Quoted:
            return quoted(name, piece.id, None, (start, end), piece.text[start:end], page)

        evidence = tuple(
            words(link.id, each.report_start, each.report_end)
            for each in link.evidence
            if each.report_end
        )
        whole = words(link.id, link.start, link.end)
        return Passage(piece.title, link.role, link.kind, link.sure, whole, evidence)

    def _article(self, base: str, number: int) -> EditionArticle:
        collation = self._collations.get(base)
        if collation is None:
            names = "、".join(self._collations)
            raise NotThereError(f"没有编号为 {base} 的文件；有的是：{names}")
        for each in collation.edition.articles:
            if each.number == number:
                return each
        count = len(collation.edition.articles)
        raise NotThereError(
            f"{collation.edition.base.short_title}没有第 {number} 条；共 {count} 条"
        )

    def _texts(self) -> Iterator[Text]:
        for collation in self._library.collations:
            base, articles = collation.edition.base, collation.edition.articles
            whole = "\n".join(each.text for each in collation.edition.sentences)
            yield Text(
                *(base.id, "base", base.title, base.issuer, base.published or base.adopted, ""),
                *(len(whole), len(articles), sha256(whole.encode()).hexdigest()),
                addresses.full_text(base.id),
            )
        for report in self._library.reports:
            yield self._text(
                report.piece, "report", addresses.report(report.piece.id, self._library)
            )
        for reprint in self._library.reprints:
            piece = reprint.document.piece
            yield self._text(piece, "reprint", addresses.report(piece.id, self._library))
        for law in self._library.laws:
            page = addresses.law(law.id, self._library)
            yield self._text(law.document.piece, "law", page, len(law.articles))

    def _text(self, piece: Piece, kind: str, page: str, articles: int = 0) -> Text:
        return Text(
            *(piece.id, kind, piece.title, piece.issuer, piece.date, piece.place),
            *(len(piece.text), articles, sha256(piece.text.encode()).hexdigest(), page),
        )

    @cached_property
    def _sentences(self) -> tuple[tuple[str, Quoted], ...]:
        """Every sentence of every text, with its letters as search compares them."""
        return tuple((normal(each.text), each) for each in self._each_sentence())

    def _each_sentence(self) -> Iterator[Quoted]:
        for collation in self._library.collations:
            base = collation.edition.base.id
            for each in collation.edition.sentences:
                page = addresses.edition_sentence(base, each)
                span = each.start, each.end
                yield quoted(each.id, base, each.article, span, each.text, page)
        for report in self._library.reports:
            name = report.piece.id
            yield from _of(report, name, addresses.report(name, self._library))
        for law in self._library.laws:
            yield from _of(law.document, law.id, addresses.law(law.id, self._library))


def _of(document: Document, name: str, page: str) -> Iterator[Quoted]:
    for each in document.sentences:
        text = document.piece.text[each.start : each.end]
        yield quoted(each.id, name, None, (each.start, each.end), text, f"{page}#{each.id}")


def _most(limit: int) -> int:
    return max(0, min(limit, MOST))


def _first_sentence(reports: dict[str, Document], link: Link) -> str:
    inside = (each.id for each in reports[link.report].sentences if each.end > link.start)
    return next(islice(inside, 1), "")


def _paragraph(collation: Collation, sentence: str) -> str:
    """Return the paragraph outside articles that the sentence with this id stands in."""
    edition = collation.edition
    found = next(each for each in edition.sentences if each.id == sentence)
    if found.part is None:
        return edition.preamble[found.paragraph]
    part = next(each for each in edition.parts if each.number == found.part)
    return part.paragraphs[found.paragraph]
