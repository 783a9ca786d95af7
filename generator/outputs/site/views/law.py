"""The pages of other laws (法规): their list, and each with its articles and who cites them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from generator import addresses
from generator.model import Law, LawArticle, Sentence
from generator.outputs.site.views.citing import CitedDocument, cited_law, cited_provisions
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets
from generator.outputs.site.views.structured_data import Node, law_data
from generator.text import labels
from generator.text.nomenclature import article_name, chinese_date, division_kind
from generator.text.provisions import provisions

PER_SHEET = 100
NUMBERED = re.compile(rf"[ 　]*{labels.any_of(labels.DIVISION, labels.PART)}")
DIVISION = re.compile(rf"[ 　]*{labels.any_of(labels.DIVISION, labels.PART, labels.SECTION)}")


@dataclass(frozen=True, slots=True)
class LawLine:
    """A law in the list: how many articles it has, and how many reports cite them."""

    address: str
    title: str
    facts: tuple[str, ...]
    articles: int
    reports: int


@dataclass(frozen=True, slots=True)
class LawsView:
    """A sheet of the list of laws."""

    lines: tuple[LawLine, ...]
    sheet: Sheet[Law]


@dataclass(frozen=True, slots=True)
class LawParagraph:
    """A line of a law: `anchor` and `label` where an article begins with it, else empty.

    `sentences` are id and words; `cited`, where an article ends with it, the reports that cite
    the article: address, title.  `part`, `name` and `at` are the place as it is cited: 第二章,
    第五条, 第二款第（一）项.
    """

    heading: bool
    anchor: str
    label: str
    sentences: tuple[tuple[str, str], ...]
    cited: tuple[tuple[str, str], ...]
    part: str = ""
    name: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class LawView:
    """What the page of a law shows."""

    title: str
    title_id: str
    facts: tuple[str, ...]
    source_file: str
    ledger: str
    paragraphs: tuple[LawParagraph, ...]
    cited: int
    annex_of: tuple[str, str] | None
    document: CitedDocument
    data: Node


def law_sheets(index: LibraryIndex) -> tuple[Sheet[Law], ...]:
    """Return the laws in sheets."""
    return sheets(index.library.laws, PER_SHEET, addresses.LAWS)


def laws_view(index: LibraryIndex, sheet: Sheet[Law]) -> LawsView:
    """Return the view of one sheet of the list."""
    return LawsView(tuple(_line(index, each) for each in sheet.rows), sheet)


def _line(index: LibraryIndex, law: Law) -> LawLine:
    cited = index.citations_of_law.get(law.id, ())
    return LawLine(
        addresses.law(law.id, index.library),
        law.title,
        _facts(law),
        len(law.articles),
        len({each.report for each in cited}),
    )


def _facts(law: Law) -> tuple[str, ...]:
    piece = law.document.piece
    return tuple(each for each in (piece.issuer, chinese_date(piece.date)) if each)


def law_view(index: LibraryIndex, law: Law) -> LawView:
    """Return the view of a law."""
    piece = law.document.piece
    owner = index.reports.get(piece.annex_of)
    sentences = law.document.sentences
    first = sentences[0] if sentences else None
    titled = first is not None and _is_title(law, piece.text[first.start : first.end])
    return LawView(
        title=law.title,
        title_id=first.id if first and titled else "",
        facts=_facts(law),
        source_file=piece.file,
        ledger=index.ledger_page(piece.file),
        paragraphs=_paragraphs(index, law),
        cited=len(index.citations_of_law.get(law.id, ())),
        annex_of=(index.report_page(piece.annex_of), index.names[piece.annex_of])
        if owner
        else None,
        document=cited_law(law),
        data=law_data(index, law),
    )


def _is_title(law: Law, words: str) -> bool:
    return "".join(words.split()) == law.title


def _paragraphs(index: LibraryIndex, law: Law) -> tuple[LawParagraph, ...]:
    document, text = law.document, law.document.piece.text
    begins = {each.start: each for each in law.articles}
    last = _last_lines(law)
    inside: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in document.sentences:
        inside[sentence.paragraph].append(sentence)
    citing = _citing(index, law)
    places = _places(law)
    found = []
    for at, paragraph in enumerate(document.paragraphs):
        words = tuple((each.id, text[each.start : each.end]) for each in inside[at])
        if at == 0 and len(words) == 1 and _is_title(law, words[0][1]):
            continue
        article = begins.get(paragraph.start)
        line = text[paragraph.start : paragraph.end]
        divides = DIVISION.match(line) is not None or not law.articles
        ends = last.get(at)
        found.append(
            LawParagraph(
                paragraph.heading and article is None and divides,
                _anchor(law, article) if article else "",
                article.label if article else "",
                words,
                citing.get((ends.number, ends.branch), ()) if ends else (),
                *places[at],
            )
        )
    return tuple(found)


def _places(law: Law) -> list[tuple[str, str, str]]:
    """Return division, article and 款 or 项 of every line, as they are cited."""
    text, articles = law.document.piece.text, iter(law.articles)
    following = next(articles, None)
    own: LawArticle | None = None
    at: dict[int, str] = {}
    divisions: dict[str, str] = {}  # by what they are counted in, the highest first
    found = []
    for paragraph in law.document.paragraphs:
        line = text[paragraph.start : paragraph.end]
        if following and paragraph.start == following.start:
            own, following = following, next(articles, None)
            at = _provision_names(text, own)
        elif own and paragraph.start >= own.end:
            own = None
        if own is None and (heading := NUMBERED.match(line)):
            kind = division_kind(heading[0])
            above = list(divisions)
            kept = above[: above.index(kind)] if kind in above else above
            divisions = {**{each: divisions[each] for each in kept}, kind: heading[0].strip()}
        name, cite = (article_name(own.label), at.get(paragraph.start, "")) if own else ("", "")
        found.append(("".join(divisions.values()), name, cite))
    return found


def _provision_names(text: str, article: LawArticle) -> dict[int, str]:
    """Return where a line of the article begins -> the 款 or 项 that begins with it."""
    words = text[article.body : article.end]
    cites = cited_provisions(words)
    found: dict[int, str] = {}
    for each in provisions(words):
        start = article.start if each.start == 0 else article.body + each.start
        found.setdefault(start, cites[each.address])
    return found


def _anchor(law: Law, article: LawArticle) -> str:
    return addresses.law_article_id(law.id, article.number, article.branch)


def _last_lines(law: Law) -> dict[int, LawArticle]:
    """Return index of a paragraph -> the article that ends with it."""
    ends = [each.end for each in law.document.paragraphs]
    return {bisect_left(ends, each.end): each for each in law.articles}


def _citing(index: LibraryIndex, law: Law) -> dict[tuple[int, int], tuple[tuple[str, str], ...]]:
    """Return number and branch of an article -> the reports that cite it: address, title."""
    names: dict[tuple[int, int], dict[str, None]] = defaultdict(dict)
    for each in index.citations_of_law.get(law.id, ()):
        names[each.number, each.branch][each.report] = None
    return {
        place: tuple((index.report_page(name), index.names[name]) for name in cited)
        for place, cited in names.items()
    }
