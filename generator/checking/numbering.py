"""T-005: a list that skips, repeats or does not begin with one: （一） （二） （四）"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.model import Document, Heading
from generator.text.numerals import ARABIC, CIRCLED, COUNTING, ENCLOSED
from generator.text.outline import labelled

DECIMAL = re.compile(rf"[{ARABIC}]+(?:[.．][{ARABIC}]+)+")
NUMERAL = re.compile(f"[{COUNTING}]+|[{ARABIC}]+|[{ENCLOSED}{CIRCLED}]")


def find(document: Document) -> Iterator[Doubt]:
    """Yield every heading or member of a list whose number does not follow from the one before it.

    Numbers may run on through the sections above (（一） … （七） in one part, （八） in the next).
    """
    last: dict[tuple[int, str], int] = {}  # in the whole piece
    open_lists: dict[tuple[int, str], int] = {}  # in the section at hand
    spans = [(each.start, each.end) for each in document.paragraphs]
    for heading in labelled(document.piece.text, spans):
        if heading.number is None:
            continue
        key = (heading.level, _style(heading))
        open_lists = {each: value for each, value in open_lists.items() if each[0] <= key[0]}
        before = open_lists.get(key)
        run_on = last.get(key, 0) + 1
        wrong = (
            heading.number not in (1, run_on) if before is None else heading.number != before + 1
        )
        if before is not None and heading.number == 1 and heading.inline and before > 1:
            wrong = False  # a new 一是 in the next paragraph
        if wrong:
            yield Doubt(
                heading.start, heading.start + len(heading.label), _message(heading, before)
            )
        last[key] = open_lists[key] = heading.number


def _style(heading: Heading) -> str:
    if DECIMAL.fullmatch(heading.label):
        return re.split("[.．][^.．]+$", heading.label)[0] + ".#"  # 1.2 follows 1.1, 2.1 nothing
    return NUMERAL.sub("#", heading.label, count=1)


def _message(heading: Heading, before: int | None) -> str:
    label = heading.label.strip("，、")
    if before is None:
        return f"序号从“{label}”起，前面没有第1项"
    if heading.number is not None and heading.number <= before:
        return f"序号“{label}”与前面重复或倒退（前一项是第{before}项）"
    return f"序号“{label}”之前有缺（前一项是第{before}项）"
