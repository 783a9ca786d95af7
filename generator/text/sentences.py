"""Cutting paragraphs into sentences, as small as the sense allows."""

from __future__ import annotations

import re
from collections import deque

from generator.model import Paragraph, Piece, Sentence
from generator.text import labels

STOPS = "。！？!?"
PAIRS = {"《": "》", "（": "）", "(": ")", "“": "”", "‘": "’", "「": "」", "『": "』", "【": "】"}
MARKS = re.compile("[《》（）()“”‘’「」『』【】]")
DEEPEST = 8  # marks inside marks
LONGEST_WHOLE = 150  # a quotation of more characters is cut like any text, else a unit is a page
CLOSERS = "”’」』）》】〉)\"'"
GOES_ON = "，、；：,;:的之是和与及或等地得也就"  # what cannot begin a sentence after a quoted stop
STOP = re.compile(rf"[{STOPS}]+[{CLOSERS}]*|[；;：:][{CLOSERS}]*|…+[{CLOSERS}]+")
SPEAKER = re.compile("[^。！？；：“”，]{1,16}(?:说|道|表示|介绍|反映|坦言|感慨|回答|问)[。，！]")
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
    marks that the sentence runs on after (“为什么？”的问题) ends nothing, nor does one inside
    a title, a bracket or a quotation (《读书吧！邻居》) of up to LONGEST_WHOLE characters.
    Nothing but blanks lies between the spans.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    wholes = deque(_wholes(text))
    for match in STOP.finditer(text):
        end = match.end()
        mark = match[0]
        while wholes and wholes[0][1] <= match.start():
            wholes.popleft()
        if wholes and wholes[0][0] < match.start() and end < wholes[0][1]:
            continue
        if mark[0] in "；;：:":
            if not ITEM.match(text, end):
                continue
        elif _goes_on(text, mark, end):
            continue
        _add(spans, text, start, end)
        start = end
    _add(spans, text, start, len(text))
    return spans


def _goes_on(text: str, mark: str, end: int) -> bool:
    """Tell whether the sentence runs on behind a stop and its closing marks."""
    if len(mark) > 1 and mark[-1] in CLOSERS and text[end : end + 1] in tuple(GOES_ON):
        return True
    return mark[-1] in "”』" and SPEAKER.match(text, end) is not None


def _wholes(text: str) -> list[tuple[int, int]]:
    """Return the outermost pairs of marks that are not too long, in order."""
    found: list[tuple[int, int]] = []
    opened: list[tuple[int, str]] = []
    for match in MARKS.finditer(text):
        mark = match[0]
        if mark in PAIRS:
            opened.append((match.start(), PAIRS[mark]))
        elif any(closing == mark for _, closing in opened[-DEEPEST:]):
            while opened[-1][1] != mark:
                opened.pop()  # opened inside and not closed
            start, _ = opened.pop()
            if match.end() - start <= LONGEST_WHOLE:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, match.end()))
    return found


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
