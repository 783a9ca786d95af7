"""A passage as a pack prints it: whole, and never a bare lead without what it leads to.

二是强化日常监督。                      -> with the sentences that follow it in its paragraph
（二）加强廉政教育，筑牢廉洁底线        -> with the first paragraph below it
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.model import Document, Link

GAP = "（……）"
LONGEST = 600  # code points of a passage; a longer one keeps the sentences that bear witness
FILLED = 360  # code points of what a bare lead is filled with
BARE = 24  # a lead of no more letters says nothing but its subject
STOP = re.compile(r"[。！？；;!?：:]")


@dataclass(frozen=True, slots=True)
class Printed:
    """text[start:end] of a report as it is printed; `words` has （……） where it is cut."""

    report: str
    start: int
    end: int
    words: str


def printed_passage(document: Document, link: Link) -> Printed | None:
    """Return what is printed of a link's passage; None where it is a lead that nothing follows."""
    start, end = link.start, link.end
    if _is_bare(document, start, end):
        end = _filled(document, start, end)
        if end == link.end:
            return None
    words = _shown(document, start, end, link)
    return Printed(link.report, start, end, words)


def _is_bare(document: Document, start: int, end: int) -> bool:
    """Tell whether a span is no more than a heading, or the lead of a paragraph."""
    text = document.piece.text
    words = text[start:end].strip()
    at = bisect_right(document.outline, start, key=lambda each: each.start) - 1
    heading = document.outline[at] if at >= 0 else None
    if heading is not None and heading.start <= start and end <= heading.end + 1:
        return not heading.inline or len(words) <= BARE
    goes_on = text[end : end + 1] not in ("", "\n")
    return goes_on and len(words) <= BARE and not STOP.search(words[:-1])


def _filled(document: Document, start: int, end: int) -> int:
    """Return where the words end that a lead opens: its paragraph's, or the next one's."""
    text = document.piece.text
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if not text[end:stop].strip():  # a heading on a line of its own
        body = next(
            (each for each in document.paragraphs if each.start >= stop and not each.heading), None
        )
        after = next((each for each in document.outline if each.start >= stop), None)
        if body is None or (
            after is not None
            and after.start < body.start
            and after.level <= _level(document, start)
        ):
            return end
        stop = body.end
    else:
        leads = [
            each.start for each in document.outline if each.inline and end <= each.start < stop
        ]
        stop = min([stop, *leads])
    ends = [each.end for each in document.sentences if end < each.end <= stop]
    fitting = [each for each in ends if each - start <= FILLED]
    return (fitting or ends[:1] or [end])[-1]


def _level(document: Document, start: int) -> int:
    return next((each.level for each in document.outline if each.start == start), 9)


def _shown(document: Document, start: int, end: int, link: Link) -> str:
    """Return the words of a span; of a long one its first sentence and those that bear witness."""
    text = document.piece.text
    if end - start <= LONGEST:
        return _line(text[start:end])
    spans = [
        (max(each.start, start), min(each.end, end))
        for each in document.sentences
        if each.start < end and each.end > start
    ]
    marks = [(each.report_start, each.report_end) for each in link.evidence]
    weights = [sum(max(0, min(b, y) - max(a, x)) for x, y in marks) for a, b in spans]
    room = LONGEST
    kept: set[int] = set()
    for index in (0, *sorted(range(1, len(spans)), key=lambda i: (-weights[i], i))):
        length = spans[index][1] - spans[index][0]
        if not kept or length <= room:
            kept.add(index)
            room -= length
    words: list[str] = []
    for index, (a, b) in enumerate(spans):
        if index in kept:
            words.append(_line(text[a:b]))
        elif words[-1] != GAP:
            words.append(GAP)
    return "".join(words)


def _line(words: str) -> str:
    """Return words in one line; a heading that ran over into it gets a blank behind it."""
    return re.sub(r"\s*\n\s*", "　", words.strip())
