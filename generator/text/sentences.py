"""Cutting paragraphs into sentences, as small as the sense allows."""

from __future__ import annotations

import re

from generator.model import Paragraph, Piece, Sentence
from generator.text import labels

STOPS = "。！？!?"
CLOSERS = "”’」』）》】〉)\"'"
GOES_ON = "，、；：,;:的之是和与及或等地得也就"  # what cannot begin a sentence after a quoted stop
STOP = re.compile(rf"[{STOPS}]+[{CLOSERS}]*|[；;：:][{CLOSERS}]*|…+[{CLOSERS}]+")
ITEM = re.compile(
    r"\s*"
    + labels.any_of(
        *(labels.RUNNING, labels.SECTION, labels.ORDINAL, labels.AMONG),
        *(labels.ITEM, labels.SUBPOINT, labels.CIRCLE, labels.POINT),
    )
)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of one paragraph stand, blanks at their edges left out.

    A sentence ends at a full stop with the closing marks behind it; also before an item of
    a list that runs on in the paragraph (…；二是…, …：一是…).  A stop inside quotation
    marks that the sentence runs on after (“为什么？”的问题) ends nothing.  Nothing but
    blanks lies between the spans.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in STOP.finditer(text):
        end = match.end()
        mark = match[0]
        following = text[end : end + 1]
        if mark[0] in "；;：:":
            if not ITEM.match(text, end):
                continue
        elif len(mark) > 1 and mark[-1] in CLOSERS and following in tuple(GOES_ON):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add text[start:end] without the blanks at its edges, if it holds anything else."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def sentences(piece: Piece, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of all paragraphs in order, numbered through the piece."""
    found: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        for start, end in sentence_spans(piece.text[paragraph.start : paragraph.end]):
            found.append(
                Sentence(
                    f"{piece.id}-s{len(found) + 1}",
                    paragraph.start + start,
                    paragraph.start + end,
                    index,
                )
            )
    return tuple(found)
