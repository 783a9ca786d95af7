"""An edition -> pages of an e-book: what stands before, a page a division, what stands behind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lxml import etree

from generator.model import Article, Base, Collation, Library, Part, Variant
from generator.outputs.epub.book import BookPage, Entry
from generator.outputs.epub.marked_text import Marked, Way, marked
from generator.outputs.epub.notes import Notes
from generator.outputs.epub.xhtml import X, heading, line, page
from generator.outputs.shared.annexes import Annex
from generator.outputs.shared.divisions import (
    division_title,
    lying_in,
    printed_label,
    top_divisions,
)
from generator.outputs.shared.matter_shown import MatterLine, matter_shown
from generator.outputs.shared.version_names import version_name
from generator.outputs.shared.xml_text import xml_text
from generator.text.nomenclature import article_name, imprint
from generator.text.provisions import provisions


def edition_pages(library: Library, collation: Collation) -> Iterator[BookPage]:
    """Yield the pages of a base document with its apparatus as notes."""
    made = _EditionPages(library, collation)
    pages = [*map(made.division, top_divisions(collation.edition)), *made.closing()]
    opening = made.opening()
    below = tuple(each.entry for each in pages if each.entry)
    yield replace(opening, entry=Entry(_title(collation), opening.file, below))
    yield from (replace(each, entry=None) for each in pages)


def article_places(collation: Collation) -> dict[int, str]:
    """Return article number -> its address in the book."""
    edition = collation.edition
    return {
        article.number: f"{_file(edition.base, part)}#{article.id}"
        for part in top_divisions(edition)
        for inside in lying_in(edition, part)
        for article in inside.articles
    }


def _file(base: Base, part: Part) -> str:
    return f"document-{base.id}-{part.number}.xhtml"


def _title(collation: Collation) -> str:
    edition = collation.edition
    earlier = f"（{version_name(edition)}）" if edition.base.version_of else ""
    return f"{edition.base.title}{earlier}"


class _EditionPages:
    """Writes the pages of one base document."""

    def __init__(self, library: Library, collation: Collation) -> None:
        self._language = library.language
        self._edition = collation.edition
        self._base = collation.edition.base
        self._variants = collation.apparatus
        self._matter = matter_shown(collation.edition)
        self._places = article_places(collation)
        self._ways: dict[int, list[Way]] = {}
        for each in library.references:
            if each.base == self._base.id and each.places:
                way = Way(each.start, each.end, self._places[each.places[0].article])
                self._ways.setdefault(each.article, []).append(way)

    def opening(self) -> BookPage:
        """Return the title, what is printed around it, and the preamble."""
        notes = Notes()
        text, left = marked("\n".join(self._edition.preamble), self._of_part(0))
        title = heading(1, self._base.title)
        title.extend(notes.marks(left))
        told = [title, line("facts", "　".join(imprint(self._base)))]
        told += _matter((*self._matter.opening, *self._matter.before))
        told += _paragraphs(text, notes)
        return self._page(f"document-{self._base.id}.xhtml", self._base.title, told, notes)

    def division(self, part: Part) -> BookPage:
        """Return a division with all that lie in it."""
        notes = Notes()
        told: list[etree._Element] = []
        for each in lying_in(self._edition, part):
            told += self._one_division(each, notes)
        title = division_title(part) or self._base.short_title
        below = tuple(self._entries(part))
        return self._page(_file(self._base, part), title, told, notes, below)

    def closing(self) -> Iterator[BookPage]:
        """Yield what stands behind the text, where anything does."""
        told = _matter(self._matter.behind)
        for annex in self._matter.annexes:
            told += _annex(annex)
        if told:
            title = self._matter.annexes[0].title if self._matter.annexes else "落款"
            told.insert(0, X.section(*told))
            yield self._page(f"document-{self._base.id}-end.xhtml", title, told[:1], Notes())

    def _page(
        self,
        file: str,
        title: str,
        told: Iterable[etree._Element],
        notes: Notes,
        below: tuple[Entry, ...] = (),
    ) -> BookPage:
        content = [*told, *notes.section()]
        return BookPage(
            file,
            page(title, self._language, "bodymatter", content),
            Entry(title, file, below),
        )

    def _entries(self, part: Part) -> Iterator[Entry]:
        file = _file(self._base, part)
        for inside in lying_in(self._edition, part):
            rows = tuple(
                Entry(
                    f"{printed_label(each.label)} {each.short_title or each.heading}".strip(),
                    f"{file}#{each.id}",
                )
                for each in inside.articles
            )
            if inside is part or not (inside.label or inside.heading):
                yield from rows
            else:
                yield Entry(division_title(inside), f"{file}#{self._id(inside)}", rows)

    def _id(self, part: Part) -> str:
        return f"{self._base.id}-part-{part.number}"

    def _of_part(self, number: int) -> Sequence[Variant]:
        return [each for each in self._variants if each.article is None and each.part == number]

    def _one_division(self, part: Part, notes: Notes) -> Iterator[etree._Element]:
        text, left = marked("\n".join(part.paragraphs), self._of_part(part.number))
        if part.label or part.heading:
            title = heading(part.depth, division_title(part), id=self._id(part))
            title.extend(notes.marks(left))
            yield title
        elif left:
            yield X.p(*notes.marks(left))
        yield from _paragraphs(text, notes)
        for article in part.articles:
            yield self._article(article, notes)

    def _article(self, article: Article, notes: Notes) -> etree._Element:
        variants = [each for each in self._variants if each.article == article.number]
        lead = len(article.heading) if article.text.startswith(article.heading) else 0
        text, left = marked(article.text, variants, lead, self._ways.get(article.number, ()))
        depths = {each.start: each.address for each in reversed(provisions(article.text))}
        section = X.section(
            id=article.id, **{"class": "article", "aria-label": article_name(article.label)}
        )
        label = X.span(xml_text(printed_label(article.label)), **{"class": "label"})
        for start, end in _lines(article.text):
            kind = _kind(depths.get(start, ""))
            element = X.p(**({"class": kind} if kind else {}))
            if start == 0:
                element.append(label)
                element.extend(notes.marks(left))
            text.write(element, start, end, notes)
            section.append(element)
        return section


def _kind(address: str) -> str:
    return "subitem" if "m" in address else "item" if "x" in address else ""


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for each in text.split("\n"):
        yield start, start + len(each)
        start += len(each) + 1


def _paragraphs(text: Marked, notes: Notes) -> Iterator[etree._Element]:
    for start, end in _lines(text.text):
        if start < end:
            element = X.p()
            text.write(element, start, end, notes)
            yield element


def _matter(lines: Iterable[MatterLine]) -> list[etree._Element]:
    return [line(f"matter {each.kind}", each.text) for each in lines]


def _annex(annex: Annex) -> Iterator[etree._Element]:
    yield heading(1, annex.title, id=annex.id)
    for block in annex.blocks:
        if block.is_table:
            rows = [X.tr(*(X.td(xml_text(cell)) for cell in row)) for row in block.rows]
            yield X.table(*rows)
        else:
            yield X.p(xml_text(block.rows[0][0]))
