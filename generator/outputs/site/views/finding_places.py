"""Where a finding's words are shown: the page, the sentence, and what is marked there."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator import addresses
from generator.cleaning.ledger import SourcePlaces
from generator.model import Collation, Document, EditionSentence, Finding, Piece, Sentence, Witness
from generator.outputs.site.views import words
from generator.outputs.site.views.library_index import LibraryIndex
from generator.text.words_in_document import find_words

AROUND = 16  # characters of context on either side of the words
LONGEST = 60  # characters of the words that are shown and marked
DECISIONS = "links.yml"
PAGES = "pages/"
OF_ORIGINAL = ("I-", "T-012")  # of what was left out: they stand beside a text, too
OF_WHOLE = ("K-001", "K-002")  # they are about what is not there


@dataclass(frozen=True, slots=True)
class FindingPlace:
    """A page with the words concerned; `address` leads to them and has them marked there.

    `page` is the address of the page alone; `is_shown` tells that readers find the words on it.
    `lead`, `words` and `tail` are the words as they stand there, with a little of what is round
    them.
    """

    page: str = ""
    address: str = ""
    title: str = ""
    lead: str = ""
    words: str = ""
    tail: str = ""
    is_shown: bool = False


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with a page of its own, and where its lines are in the source."""

    piece: Piece
    sentences: tuple[Sentence, ...]
    page: str
    title: str


class FindingPlaces:
    """The texts of a library by file and piece, made once for all its findings."""

    def __init__(self, index: LibraryIndex) -> None:
        self._index = index
        self._texts: dict[str, _Text] = {}
        for document in (
            *index.library.reports,
            *(each.document for each in index.library.reprints),
        ):
            self._add(
                document,
                self._index.report_page(document.piece.id),
                index.names[document.piece.id],
            )
        for law in index.library.laws:
            self._add(law.document, addresses.law(law.id, index.library), law.title)
        self._witnesses: dict[str, tuple[Collation, Witness]] = {
            witness.id: (collation, witness)
            for collation in index.library.every_collation
            for witness in collation.witnesses
        }
        self._pieces: dict[str, list[Piece]] = defaultdict(list)
        for text in self._texts.values():
            self._pieces[text.piece.file].append(text.piece)
        for _, witness in self._witnesses.values():
            self._pieces[witness.piece.file].append(witness.piece)
        self._sources = {each.file: each.text for each in index.library.sources}
        self._line_ends: dict[str, list[int]] = {}
        self._places: dict[str, SourcePlaces] = {}

    def _add(self, document: Document, page: str, title: str) -> None:
        piece = document.piece
        self._texts[piece.id] = _Text(piece, document.sentences, page, title)

    def of(self, finding: Finding) -> FindingPlace:
        """Return where the words of a finding are shown; an empty place where nowhere."""
        if finding.file == DECISIONS:
            return self._of_decision(finding)
        if finding.file.startswith(PAGES) and finding.details:
            page = addresses.page(finding.details[0])
            return FindingPlace(page, page, finding.details[1], is_shown=True)
        found = self._span(finding)
        if found is None:
            if finding.file not in self._index.hashes:
                return FindingPlace()
            page = self._index.ledger_page(finding.file)
            return FindingPlace(page, page, "整理记录", words=_short(finding.text))
        name, start, end = found
        if name in self._texts:
            return _in_text(self._texts[name], start, end)
        return self._in_witness(finding, *self._witnesses[name], start, end)

    def _of_decision(self, finding: Finding) -> FindingPlace:
        report = self._index.reports.get(finding.details[0]) if finding.details else None
        if report is None:
            return FindingPlace(words=_short(finding.text))
        text = self._texts[report.piece.id]
        place = find_words(report, finding.text)
        if place is None:
            return FindingPlace(text.page, text.page, text.title, words=_short(finding.text))
        first = report.sentences[place.sentences[0]]
        return _in_text(text, first.start, report.sentences[place.sentences[-1]].end)

    def _span(self, finding: Finding) -> tuple[str, int, int] | None:
        """Return the piece that a finding is about, and the span of its words in it."""
        if finding.piece in self._texts or finding.piece in self._witnesses:
            return finding.piece, finding.start, finding.end
        if not finding.line:
            return None
        for piece in self._pieces[finding.file]:
            first, last = self._line(piece, 0), self._line(piece, len(piece.text))
            if first <= finding.line <= last:
                return piece.id, *self._words(piece, finding)
        if not finding.code.startswith(OF_ORIGINAL) or not self._pieces[finding.file]:
            return None
        piece = self._nearest(finding)
        end = 0 if finding.line < self._line(piece, 0) else len(piece.text)
        return piece.id, end, end

    def _nearest(self, finding: Finding) -> Piece:
        """Return the piece of a file that ends before a finding, else its first."""
        pieces = sorted(self._pieces[finding.file], key=lambda each: each.start)
        before = [each for each in pieces if self._line(each, 0) <= finding.line]
        return before[-1] if before else pieces[0]

    def _words(self, piece: Piece, finding: Finding) -> tuple[int, int]:
        """Return where the words of a finding stand; where they do not, the line it names."""
        at = piece.text.find(finding.text) if finding.text.strip() else -1
        nearest, far = -1, -1
        while at >= 0:
            off = abs(self._line(piece, at) - finding.line)
            if nearest < 0 or off < far:
                nearest, far = at, off
            at = piece.text.find(finding.text, at + 1)
        if nearest >= 0:
            return nearest, nearest + len(finding.text)
        starts = [0, *(at + 1 for at, char in enumerate(piece.text) if char == "\n")]
        before = [each for each in starts if self._line(piece, each) <= finding.line]
        return (before[-1], before[-1]) if before else (0, 0)

    def _line(self, piece: Piece, offset: int) -> int:
        """Return the line of the source in which an offset of a piece's text stands."""
        if piece.file not in self._line_ends:
            text = self._sources.get(piece.file, "")
            self._line_ends[piece.file] = [at for at, char in enumerate(text) if char == "\n"]
        if piece.id not in self._places:
            edits = self._index.edits_by_file.get(piece.file, [])
            self._places[piece.id] = SourcePlaces(piece, edits)
        return bisect_left(self._line_ends[piece.file], self._places[piece.id].of(offset)) + 1

    def _in_witness(
        self, finding: Finding, collation: Collation, witness: Witness, start: int, end: int
    ) -> FindingPlace:
        """Return the place in the edition that a copy's words are about, else in the apparatus."""
        edition = collation.edition
        base, text = edition.base.id, witness.piece.text
        lead, shown, tail = _around(text, start, end)
        if finding.code in OF_WHOLE:
            page = addresses.full_text(base)
            return FindingPlace(page, page, f"{edition.base.short_title}全文", is_shown=True)
        apparatus = addresses.apparatus(base)
        for number, variant in enumerate(collation.apparatus, 1):
            if any(
                each.witness == witness.id and each.start <= start and end <= each.end
                for each in variant.readings
                if each.start < each.end
            ):
                address = f"{apparatus}#variant-{number}"
                title = f"{edition.base.short_title}校勘"
                return FindingPlace(apparatus, address, title, lead, shown, tail, is_shown=True)
        article = next(
            (
                self._index.articles.get((base, each.article or 0))
                for each in witness.alignments
                if each.start <= start < max(each.end, each.start + 1)
            ),
            None,
        )
        if article is None:
            address = f"{apparatus}#witness-{witness.id}"
            title = f"{edition.base.short_title}校勘"
            return FindingPlace(apparatus, address, title, lead, shown, tail, is_shown=True)
        page = addresses.article(base, article)
        title = edition.base.short_title + words.article_name(article)
        named = text[start:end] or finding.text
        at = article.text.find(named) if named else -1
        own = self._index.article_sentences[base, article.number]
        address = marked_address(page, own, at, at + len(named)) if at >= 0 else page
        if at >= 0 and start == end:  # the words are the edition's, not this copy's
            lead, shown, tail = _around(article.text, at, at + len(named))
        return FindingPlace(page, address, title, lead, shown, tail, is_shown=True)


def _in_text(text: _Text, start: int, end: int) -> FindingPlace:
    lead, shown, tail = _around(text.piece.text, start, end)
    address = marked_address(text.page, text.sentences, start, end)
    return FindingPlace(text.page, address, text.title, lead, shown, tail, is_shown=True)


def marked_address(
    page: str, sentences: Sequence[Sentence] | Sequence[EditionSentence], start: int, end: int
) -> str:
    """Return the address of the sentence at `start` on its page, with the words to be marked."""
    if not sentences:
        return page
    first = next((each for each in sentences if each.end > start), sentences[-1])
    last = next((each for each in sentences if each.end >= end), sentences[-1])
    run = f"?run={max(0, start - first.start)},{last.id},{end - last.start}" if end > start else ""
    return f"{page}{run}#{first.id}"


def _around(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Return the words of a span with what stands round them on its lines; of a whole text none."""
    if end == 0:
        return "", "", ""
    before, after = text[:start].rpartition("\n")[2], text[end:].partition("\n")[0]
    lead = before if len(before) <= AROUND else f"…{before[-AROUND:]}"
    tail = after if len(after) <= AROUND else f"{after[:AROUND]}…"
    return lead, _short(text[start:end]), tail


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
