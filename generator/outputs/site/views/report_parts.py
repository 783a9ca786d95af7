"""A report that is too long for one page, in parts: which sentences stand on which page.

The page of the report is the first part.  Addresses of sentences stay those of the report: its page
leads on to the part that has the sentence (overrides/assets/js/report.js).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Document, Link, Sentence
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheet_address

HEAVY = 300_000  # bytes that the text of a page may come to, about
LETTER, SENTENCE, CHIP = 3, 150, 800  # bytes that each of them takes, about
EARLY = 0.6  # of a page that must be full before a heading begins the next
LATE = 1.4  # of a page that may not be passed within a paragraph
JOINT = "/"  # before the numbers of parts: a report may be called r-2 itself


def report_parts(
    index: LibraryIndex, report: Document, by_sentence: Mapping[str, Sequence[Link]]
) -> tuple[Sheet[Sentence], ...]:
    """Return the parts of a report with their addresses; nearly always one."""
    cut = list(_cut(report, by_sentence))
    page = index.report_page(report.piece.id)
    every = tuple(sheet_address(page, at, JOINT) for at in range(len(cut)))
    firsts = [sum(map(len, cut[:at])) for at in range(len(cut))]
    return tuple(
        Sheet(rows, every, at, firsts[at], len(report.sentences)) for at, rows in enumerate(cut)
    )


def is_long(report: Document, links: Sequence[Link]) -> bool:
    """Tell whether a report may need parts: told quickly, of nearly every one that it does not."""
    letters, sentences = len(report.piece.text), len(report.sentences)
    return letters * LETTER + sentences * SENTENCE + len(links) * CHIP > HEAVY


def way_to(part: Sheet[Sentence], parts: Sequence[Sheet[Sentence]], sentence: Sentence) -> str:
    """Return the way from the page of a part to a sentence of any."""
    there = next(each for each in parts if sentence in each.rows)
    if there.number == part.number:
        return f"#{sentence.id}"
    way = posixpath.relpath(there.address, posixpath.dirname(part.address))
    return f"{way}#{sentence.id}"


def _cut(
    report: Document, by_sentence: Mapping[str, Sequence[Link]]
) -> Iterator[tuple[Sentence, ...]]:
    headings = {each.start for each in report.outline if each.level == 1 and not each.inline}
    rows: list[Sentence] = []
    weight, paragraph = 0, -1
    chips: set[tuple[str, int]] = set()
    for sentence in report.sentences:
        opens = sentence.paragraph != paragraph
        early = opens and sentence.start in headings and weight > EARLY * HEAVY
        if rows and (early or (opens and weight > HEAVY) or weight > LATE * HEAVY):
            yield tuple(rows)
            rows, weight = [], 0
        if opens:
            paragraph, chips = sentence.paragraph, set()
        found = {(each.base, each.article) for each in by_sentence.get(sentence.id, ())}
        weight += (sentence.end - sentence.start) * LETTER + SENTENCE + len(found - chips) * CHIP
        chips |= found
        rows.append(sentence)
    yield tuple(rows)
