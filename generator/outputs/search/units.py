"""What can be found: the Library -> units of the size of a sentence, in order of rank.

A unit's id is that of the exports and an anchor on its page.  The order is the one in which
hits of equal worth are shown, so that the client may stop early: headings of the edition,
its sentences, terms, titles of reports, their headings, their sentences, earlier versions,
other laws, what authored pages say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator import addresses
from generator.model import Document, Edition, Law, Library
from generator.outputs.search.normal import BREAK, normal
from generator.outputs.search.numbered import division_names
from generator.outputs.shared.authored_markdown import render_page
from generator.outputs.shared.matter_shown import matter_shown
from generator.outputs.shared.report_names import library_names
from generator.outputs.shared.version_names import version_name
from generator.text.nomenclature import article_name, chinese_date, imprint

Kind = Literal["article", "report", "term", "page"]
TIERS: tuple[Kind, ...] = ("article", "article", "term", "report", "report", "report", "page")
HEADING, EDITION, TERM, TITLE, SECTION, REPORT, PAGE = range(len(TIERS))
PREAMBLE = "引言"  # what stands before the first part
UNFIT = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class Unit:
    """Something to find; `page` is its page, `title` what the page is called.

    `opens` tells that a paragraph starts here.  `anchored` is False when the id is not an
    anchor: the hit is then the page itself.  `read` is the text that it belongs to and its place
    there as one reads; None for what is read by itself.
    """

    id: str
    text: str
    tier: int
    page: str
    title: str
    opens: bool = True
    anchored: bool = True
    read: tuple[str, int] | None = None


def find_units(library: Library) -> Iterator[Unit]:
    """Return every unit of the library, tier by tier."""
    editions = [collation.edition for collation in library.collations]
    names = library_names(library)
    edition_units = [unit for edition in editions for unit in _edition(edition)]
    report_units = [
        unit
        for each in library.reports
        for unit in _report(each, names[each.piece.id], addresses.report(each.piece.id, library))
    ]
    for tier in (HEADING, EDITION):
        yield from (unit for unit in edition_units if unit.tier == tier)
    yield from _terms(library)
    for tier in (TITLE, SECTION, REPORT):
        yield from (unit for unit in report_units if unit.tier == tier)
    for collation in library.earlier:
        yield from (replace(each, tier=PAGE) for each in _edition(collation.edition))
    yield from (unit for law in library.laws for unit in _law(law, addresses.law(law.id, library)))
    yield from _pages(library)


def _edition(edition: Edition) -> Iterator[Unit]:
    turns = {unit_id: turn for turn, unit_id in enumerate(_read_through(edition))}
    for unit in _edition_units(edition):
        turn = turns.get(unit.id)
        yield unit if turn is None else replace(unit, read=(edition.base.id, turn))


def _edition_units(edition: Edition) -> Iterator[Unit]:
    base = edition.base
    name = version_name(edition) * bool(base.version_of) + (base.short_title or base.title)
    full = addresses.full_text(base.id)
    articles = {article.number: article for article in edition.articles}
    places = {part.number: name + called for part, called in division_names(edition)}
    yield Unit(base.id, base.title, HEADING, full, name, anchored=False)
    for part in edition.parts:
        if part.heading:
            place = f"{base.id}-part-{part.number}"
            yield Unit(place, f"{part.label}{part.heading}", HEADING, full, places[part.number])
    before: object = None
    for sentence in edition.sentences:
        article = articles.get(sentence.article or 0)
        tier, line = EDITION, sentence.paragraph
        if article is not None:
            title = name + article_name(article.label)
            line = article.text.count("\n", 0, sentence.start)
            heading = article.heading
            if heading and sentence.end <= len(heading) and article.text.startswith(heading):
                tier = HEADING
        else:
            title = places.get(sentence.part or 0, f"{name}{PREAMBLE}")
        line_place = (sentence.part, sentence.article, line)
        page = addresses.edition_sentence(base.id, sentence).partition("#")[0]
        yield Unit(sentence.id, _clean(sentence.text), tier, page, title, line_place != before)
        before = line_place
    yield from _around(edition, name)


def _read_through(edition: Edition) -> Iterator[str]:
    """Yield the ids of units in the order in which the full text has them."""
    base = edition.base.id
    matter = matter_shown(edition)
    yield from (line.id for line in (*matter.opening, *matter.before))
    coming = [part.number for part in edition.parts]
    for sentence in edition.sentences:
        while sentence.part in coming:
            yield f"{base}-part-{coming.pop(0)}"
        yield sentence.id
    yield from (f"{base}-part-{number}" for number in coming)
    yield from (line.id for line in matter.behind)
    for annex in matter.annexes:
        yield annex.id
        yield from (f"{annex.id}-{number}" for number in range(1, len(annex.lines) + 1))


def _around(edition: Edition, name: str) -> Iterator[Unit]:
    """Yield what stands around the text: its imprint, matter apart, annexes."""
    base = edition.base
    page = addresses.full_text(base.id)
    if told := "　".join(imprint(base)):
        yield Unit(f"{base.id}-imprint", told, EDITION, page, name)
    matter = matter_shown(edition)
    for line in (*matter.opening, *matter.before, *matter.behind):
        yield Unit(line.id, _clean(line.text), EDITION, page, name)
    for annex in matter.annexes:
        yield Unit(annex.id, _clean(annex.title), HEADING, page, name)
        for number, words in enumerate(annex.lines, 1):
            yield Unit(f"{annex.id}-{number}", _clean(words), EDITION, page, name)


def _report(report: Document, name: str, page: str) -> Iterator[Unit]:
    """Yield what stands in a report, which hits call by its `name`, on its `page`."""
    piece = report.piece
    lines = {(each.start, each.end) for each in report.outline if not each.inline}
    title = normal(piece.title)
    titled = not title
    before = -1
    for number, sentence in enumerate(report.sentences):
        text = _clean(piece.text[sentence.start : sentence.end])
        tier = REPORT
        if any(start <= sentence.start and sentence.end <= end for start, end in lines):
            tier = SECTION
        if number < 3 and not titled and normal(text) == title:
            tier, titled = TITLE, True
        opens = sentence.paragraph != before
        yield Unit(sentence.id, text, tier, page, name, opens, read=(piece.id, number))
        before = sentence.paragraph
    if piece.date:
        yield Unit(f"{piece.id}-date", chinese_date(piece.date), REPORT, page, name, anchored=False)
    if not titled:
        yield Unit(piece.id, _clean(piece.title), TITLE, page, name, anchored=False)


def _law(law: Law, page: str) -> Iterator[Unit]:
    """Yield what stands in another law, on its `page`: it is found behind the reports."""
    piece = law.document.piece
    if normal(piece.text[:200]).find(normal(law.title)) < 0:
        yield Unit(law.id, _clean(law.title), PAGE, page, law.title, anchored=False)
    before = -1
    for number, sentence in enumerate(law.document.sentences):
        text = _clean(piece.text[sentence.start : sentence.end])
        opens = sentence.paragraph != before
        yield Unit(sentence.id, text, PAGE, page, law.title, opens, read=(law.id, number))
        before = sentence.paragraph


def _terms(library: Library) -> Iterator[Unit]:
    for term in library.terms:
        page = addresses.term(term.id).partition("#")[0]
        text = BREAK.join(_clean(each) for each in (term.name, *term.aliases, term.gloss) if each)
        yield Unit(term.id, text, TERM, page, term.name)


def _pages(library: Library) -> Iterator[Unit]:
    for page in library.pages:
        address = addresses.page(page.name)
        blocks = render_page(page).blocks
        if not any(block.text == page.title for block in blocks[:1]):
            yield Unit(page.name, _clean(page.title), PAGE, address, page.title, anchored=False)
        for number, block in enumerate(blocks):
            text = _clean(block.text)
            yield Unit(block.id, text, PAGE, address, page.title, read=(address, number))


def _clean(text: str) -> str:
    """Return `text` without what would break the line format of a block."""
    return UNFIT.sub(" ", text)
