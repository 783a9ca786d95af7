"""T-007: an announced number that the list below does not have: 四个方面的问题：（一） … （五）"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.checking.doubt import Doubt
from generator.model import Document, Heading
from generator.text.numerals import ARABIC, COUNTING, numeral_value
from generator.text.outline import labelled

ANNOUNCED = re.compile(
    rf"(?<![“‘{COUNTING}{ARABIC}第届.])(?P<number>[两二三四五六七八九十{ARABIC}])"
    rf"(?:个|项|条|点|类|种|大|方面|公开|强化)(?![{COUNTING}{ARABIC}月年])"
)
INTRODUCES = re.compile("：$|以下|如下|下列|主要|着力|突出|重点做好|抓好|紧盯|做到")
SENTENCE_END = re.compile("[。！？：；\n]")


def find(document: Document) -> Iterator[Doubt]:
    """Yield every announcement, in the sentence right before a list, of another number."""
    spans = [(each.start, each.end) for each in document.paragraphs]
    for items in _lists(labelled(document.piece.text, spans)):
        sentence_start, sentence_end = _sentence_before(document.piece.text, items[0].start)
        sentence = document.piece.text[sentence_start:sentence_end]
        found = list(ANNOUNCED.finditer(document.piece.text, sentence_start, sentence_end))
        numbers = [_value(match["number"]) for match in found]
        if found and len(items) not in numbers and INTRODUCES.search(sentence):
            yield Doubt(
                found[-1].start(),
                found[-1].end(),
                f"说是{numbers[-1]}项，下面列了{len(items)}项",
            )


def _lists(outline: Sequence[Heading]) -> Iterator[list[Heading]]:
    """Yield the lists: headings of one level and style, numbered on from 1, under one heading."""
    for at, first in enumerate(outline):
        if first.number != 1:
            continue
        items = [first]
        for heading in outline[at + 1 :]:
            if heading.level < first.level:
                break
            if heading.level == first.level:
                if heading.number != len(items) + 1 or heading.inline != first.inline:
                    break
                items.append(heading)
        if len(items) > 1:
            yield items


def _sentence_before(text: str, at: int) -> tuple[int, int]:
    """Return the span of the sentence that ends right before `at`."""
    end = len(text[:at].rstrip("\n "))
    body = max(0, end - 1)
    ends = [match.end() for match in SENTENCE_END.finditer(text, max(0, body - 300), body)]
    return (ends[-1] if ends else max(0, body - 300)), end


def _value(numeral: str) -> int:
    return numeral_value(numeral) or 0
