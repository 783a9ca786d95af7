"""Reports -> pages of an e-book, a page a report: whole, with the articles that they lead to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from generator.model import Document, Link, Paragraph
from generator.outputs.epub.book import BookPage, Entry
from generator.outputs.epub.xhtml import X, heading, line, page
from generator.outputs.shared.printed_title import title_lines
from generator.outputs.shared.xml_text import xml_text
from generator.text.nomenclature import chinese_date

Articles = Mapping[tuple[str, int], tuple[str, str]]  # base and number -> name, address or none


def report_page(
    report: Document, name: str, language: str, links: Sequence[Link], articles: Articles
) -> BookPage:
    """Return the page of `report`, called `name`; its title stands as the text has it."""
    piece = report.piece
    count = title_lines(report)
    file = f"report-{piece.id}.xhtml"
    title = piece.title if count else name
    facts = [piece.genre, piece.issuer, piece.place, chinese_date(piece.date) if piece.date else ""]
    told = [heading(1, title)]
    told.append(line("facts", "　".join([*filter(None, facts), f"来源文件 {piece.file}"])))
    told += _paragraphs(report, report.paragraphs[count:], _leads(report, links), articles)
    return BookPage(file, page(name, language, "bodymatter chapter", told), Entry(name, file))


def _leads(report: Document, links: Iterable[Link]) -> dict[int, list[tuple[str, int]]]:
    """Return start of a paragraph -> the articles that its passages are linked with, in order."""
    starts = [each.start for each in report.paragraphs]
    found: dict[int, list[tuple[str, int]]] = {}
    for link in sorted(links, key=lambda each: (each.base, each.article)):
        at = starts[max(bisect_right(starts, link.start) - 1, 0)]
        places = found.setdefault(at, [])
        if (link.base, link.article) not in places:
            places.append((link.base, link.article))
    return found


def _paragraphs(
    report: Document,
    paragraphs: Sequence[Paragraph],
    leads: Mapping[int, Sequence[tuple[str, int]]],
    articles: Articles,
) -> Iterator[etree._Element]:
    lines = {each.start: each.level for each in report.outline if not each.inline}
    depths = sorted(set(lines.values()))
    for each in paragraphs:
        words = report.piece.text[each.start : each.end].strip()
        level = lines.get(each.start) if each.heading else None
        if level:
            yield heading(depths.index(level) + 2, words)
        elif words:
            yield X.p(xml_text(words))
        if each.start in leads:
            yield _lead_line([articles[place] for place in leads[each.start]])


def _lead_line(articles: Iterable[tuple[str, str]]) -> etree._Element:
    told = X.p("关联：", **{"class": "leads"})
    for name, address in articles:
        element = X.a(xml_text(name), href=address) if address else X.span(xml_text(name))
        element.tail = "　"
        told.append(element)
    return told
