"""Where words of the glossary first stand in each part of a report; nothing in its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Document
from generator.outputs.site.views.glossary import first_of_each
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.marking import Mark

MOST_TITLE_LINES = 4


def glossed_words(
    index: LibraryIndex, report: Document, taken: Iterable[tuple[int, int]]
) -> Iterator[Mark[str]]:
    """Yield where each gloss first stands in each part of the report, outside the spans `taken`."""
    words = index.gloss_words_of[report.piece.id]
    occurrences = words.occurrences(report.piece.text, taken)
    for part in _parts(report):
        yield from first_of_each(occurrences, part)


def _parts(report: Document) -> list[list[tuple[int, int]]]:
    """Return the sentences of each part, those of headings and of the title left out."""
    highest = min((each.level for each in report.outline if not each.inline), default=0)
    begins = {each.start for each in report.outline if each.level == highest}
    title = _title_end(report)
    parts: list[list[tuple[int, int]]] = [[]]
    for sentence in report.sentences:
        paragraph = report.paragraphs[sentence.paragraph]
        if paragraph.start in begins and parts[-1]:
            parts.append([])
        if not paragraph.heading and paragraph.start >= title:
            parts[-1].append((sentence.start, sentence.end))
    return parts


def _title_end(report: Document) -> int:
    """Return where the title ends, which may stand on several lines; 0 where there is none."""
    words = ""
    for paragraph in report.paragraphs[:MOST_TITLE_LINES]:
        words += report.piece.text[paragraph.start : paragraph.end].strip()
        if words == report.piece.title:
            return paragraph.end
    return 0
