"""Why a link stands, in words that a person can check on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from generator.linking.citations import Citation
from generator.linking.index import BaseIndex
from generator.linking.scoring.sentence_words import SentenceWords, TermHit
from generator.linking.scoring.shared_subjects import MAIN
from generator.linking.term_shares import LONGER, IndexedArticle
from generator.model import Article, Document, Evidence, EvidenceKind, Sentence
from generator.text.letters import STOP
from generator.text.provisions import provisions

QUOTED = 8  # letters in a row, as the article has them, are a quotation
NEARLY = 12  # a clause of so many letters that is nearly the article's is shown whole
NEARNESS = 82.0
SHARED = LONGER  # letters in a row that show likeness
TELLING = 2  # of them outside generic words
LITTLE = 0.15  # a wording of which an article holds less shows nothing
PIECES = 4  # no more pieces of likeness than these are shown


def own_evidence(
    document: Document,
    sentence: Sentence,
    words: SentenceWords,
    article: int,
    cited: Sequence[Citation],
    index: BaseIndex,
) -> tuple[Evidence, ...]:
    """Return what in `sentence` itself speaks for the article at position `article`.

    Offsets are into the report's text and the article's text; `text` is the report's words.
    """
    indexed = index.articles[article]
    found = [
        citation_evidence(document, each, indexed.article)
        for each in cited
        if sentence.start <= each.start < sentence.end
        and (each.base, each.article) == (index.base.id, indexed.article.number)
    ]
    terms = _terms(document, words, words.hits, article, indexed, "term")
    akin = [hit for hit in words.kin if hit.term.share_of(article) >= LITTLE]
    kin = _terms(document, words, akin, article, indexed, "similarity")
    runs = _runs(document, words, indexed)
    quotations = [each for each in runs if each.what == "quotation"]
    nearly = [] if quotations else _near_quotations(document, words, indexed)
    likeness = [each for each in (*runs, *kin, *nearly) if each.what == "similarity"]
    fresh = [each for each in likeness if not _inside(each, [*terms, *quotations])]
    fresh.sort(key=lambda each: (each.report_start - each.report_end, each.report_start))
    return (*found, *quotations, *terms, *sorted(fresh[:PIECES], key=lambda e: e.report_start))


def hint_evidence(
    document: Document,
    words: SentenceWords,
    article: int,
    index: BaseIndex,
    shown: Sequence[Evidence],
) -> tuple[Evidence, ...]:
    """Return the hints at the article at position `article` that `shown` does not hold yet."""
    telling = [hit for hit in words.hints if hit.term.share_of(article) >= MAIN]
    indexed = index.articles[article]
    hints = _terms(document, words, telling, article, indexed, "similarity")
    apart: list[Evidence] = []
    for each in sorted(hints, key=lambda e: (e.report_start - e.report_end, e.report_start)):
        if not _inside(each, [*shown, *apart]):
            apart.append(each)
    return tuple(sorted(apart[:PIECES], key=lambda e: e.report_start))


def akin_evidence(
    document: Document,
    words: SentenceWords,
    article: int,
    index: BaseIndex,
    shown: Sequence[Evidence],
) -> tuple[Evidence, ...]:
    """Return the words whose like stands in the article at position `article`, most telling first.

    Those that `shown` holds are left out.  A word and its like may be the same.
    """
    indexed = index.articles[article]
    found = []
    for start, end, other in index.meaning.akin(words.cut, article)[:PIECES]:
        there = indexed.folded.letters.find(other)
        here = words.folded.span(start, end)
        one = _shown(document, "similarity", *here, *indexed.folded.span(there, there + len(other)))
        if not _inside(one, shown):
            found.append(one)
    return tuple(sorted(found, key=lambda e: e.report_start))


def decision_evidence(document: Document, sentence: Sentence) -> Evidence:
    """Return that a sentence is linked as the editors decided on one like it."""
    return _shown(document, "decision", sentence.start, sentence.end, 0, 0)


def citation_evidence(document: Document, citation: Citation, article: Article) -> Evidence:
    """Return that a report cites an article, or a 款 or 项 of it."""
    place = _cited_words(citation, article)
    return _shown(document, "citation", citation.start, citation.end, *place)


def _cited_words(citation: Citation, article: Article) -> tuple[int, int]:
    """Return where the 款 or 项 cited stands in the article's text; 0, 0 without one."""
    if citation.paragraph is None and citation.item is None:
        return 0, 0
    address = f"k{citation.paragraph or 1}" + (f"x{citation.item}" if citation.item else "")
    found = {each.address: each for each in provisions(article.text)}
    if citation.paragraph is None and address not in found:  # the 项 stand in a later 款
        address = next((each for each in found if each.endswith(f"x{citation.item}")), "")
    return (found[address].start, found[address].end) if address in found else (0, 0)


def context_evidence(document: Document, source: int, article: IndexedArticle) -> Evidence:
    """Return that the sentence `source` (a heading, mostly) hands its subject on."""
    sentence = document.sentences[source]
    heading = len(article.article.heading)
    return _shown(document, "context", sentence.start, sentence.end, 0, heading)


def _shown(
    document: Document,
    what: EvidenceKind,
    start: int,
    end: int,
    article_start: int,
    article_end: int,
) -> Evidence:
    words = document.piece.text[start:end]
    return Evidence(what, words, start, end, article_start, article_end)


def _inside(one: Evidence, others: Sequence[Evidence]) -> bool:
    return any(
        each.report_start <= one.report_start and one.report_end <= each.report_end
        for each in others
    )


def _terms(
    document: Document,
    words: SentenceWords,
    hits: Sequence[TermHit],
    article: int,
    indexed: IndexedArticle,
    what: EvidenceKind,
) -> list[Evidence]:
    """Return where a term of which the article holds a share stands, here and there."""
    found = []
    seen: set[tuple[str, str]] = set()
    for hit in hits:
        form = words.letters[hit.start : hit.end]
        if (hit.term.name, form) in seen or not hit.term.share_of(article):
            continue
        seen.add((hit.term.name, form))
        place = next(
            (
                indexed.folded.span(at, at + len(each))
                for each in (form, *hit.term.forms)
                if (at := indexed.folded.letters.find(each)) >= 0
            ),
            (0, 0),
        )
        start, end = words.folded.span(hit.start, hit.end)
        found.append(_shown(document, what, start, end, *place))
    return found


def _runs(document: Document, words: SentenceWords, indexed: IndexedArticle) -> list[Evidence]:
    """Return the longest runs of letters that the sentence shares with the article.

    From QUOTED letters on a run is a quotation: the same letters on both sides, punctuation
    aside.  Generic words alone show nothing, however long, and a run is shown once.
    """
    letters, theirs = words.letters, indexed.folded.letters
    found = []
    seen: set[str] = set()
    at = 0
    while at <= len(letters) - SHARED:
        size = SHARED if letters[at : at + SHARED] in indexed.runs else 0
        if size:
            while at + size < len(letters) and letters[at + size] != STOP:
                if letters[at : at + size + 1] not in theirs:
                    break
                size += 1
            bits = (words.generic >> at) & ((1 << size) - 1)
            if size - bits.bit_count() >= TELLING and letters[at : at + size] not in seen:
                seen.add(letters[at : at + size])
                there = theirs.find(letters[at : at + size])
                start, end = words.folded.span(at, at + size)
                what: EvidenceKind = "quotation" if size >= QUOTED else "similarity"
                place = indexed.folded.span(there, there + size)
                found.append(_shown(document, what, start, end, *place))
        at += size or (2 if letters[at : at + 2] in indexed.runs else 1)
    return found


def _near_quotations(
    document: Document, words: SentenceWords, indexed: IndexedArticle
) -> list[Evidence]:
    """Return the clauses that are nearly the article's words, aligned (not a quotation)."""
    found = []
    start = 0
    for run in words.letters.split(STOP):
        if len(run) >= NEARLY:
            near = fuzz.partial_ratio_alignment(run, indexed.folded.letters, score_cutoff=NEARNESS)
            if near is not None and near.dest_end > near.dest_start:
                here = words.folded.span(start + near.src_start, start + near.src_end)
                there = indexed.folded.span(near.dest_start, near.dest_end)
                found.append(_shown(document, "similarity", *here, *there))
        start += len(run) + 1
    return found
