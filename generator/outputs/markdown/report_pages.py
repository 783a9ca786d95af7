"""Reports, reprints and laws in Markdown: the whole text, and what it is linked with."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator

from generator import addresses
from generator.model import Document
from generator.outputs.markdown.names import Index, facts_of
from generator.outputs.markdown.writing import escaped, heading, items, link, told
from generator.outputs.shared.printed_title import title_lines
from generator.text.nomenclature import ROLES


def report_pages(index: Index) -> Iterator[tuple[str, str]]:
    """Yield address -> Markdown of reports, reprints and laws."""
    library = index.library
    for report in library.reports:
        page = index.report(report.piece.id)
        name = index.names[report.piece.id]
        yield page, told((*_text(report, name, page), *_linked(index, report)))
    for reprint in library.reprints:
        name = reprint.document.piece.id
        page = index.report(name)
        of = link(index.names[reprint.report], page, index.report(reprint.report))
        yield page, told((*_text(reprint.document, index.names[name], page), f"转载自{of}"))
    for law in library.laws:
        page = addresses.markdown(addresses.law(law.id, library))
        yield page, told(_text(law.document, law.title, page))


def _text(document: Document, name: str, page: str) -> Iterator[str]:
    """Yield a text, a paragraph a line, below what it is called and what it states of itself.

    The title that the text begins with is not said twice.
    """
    levels = {each.start: each.level for each in document.outline if not each.inline}
    depths = sorted(set(levels.values()))
    yield heading(1, name)
    yield f"{escaped(facts_of(document))}　[网页]({posixpath.basename(page)[:-3]}.html)"
    for each in document.paragraphs[title_lines(document) :]:
        words = document.piece.text[each.start : each.end]
        level = levels.get(each.start) if each.heading else None
        yield heading(depths.index(level) + 2, words) if level else escaped(words)


def _linked(index: Index, report: Document) -> Iterator[str]:
    """Yield the articles that passages of a report are linked with, and how many of each role."""
    counts: dict[tuple[str, int], Counter[str]] = {}
    for each in index.links_of.get(report.piece.id, ()):
        counts.setdefault((each.base, each.article), Counter())[each.role] += 1
    if not counts:
        return
    page = index.report(report.piece.id)
    yield heading(2, "关联的条文（自动关联，仅供参考）")
    yield items(
        link(name, page, target)
        + "："
        + "，".join(f"{each.name}{found[each.role]}处" for each in ROLES if found[each.role])
        for place, found in sorted(counts.items())
        for name, target in (index.articles[place],)
    )
