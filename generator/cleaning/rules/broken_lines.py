r"""Line ends in mid-sentence: "党内政治生活的领\n\n导责任，" -> "党内政治生活的领导责任，"

Two kinds: a paragraph that holds whole sentences but ends without a stop, or in a comma
or an opening mark, goes on in the next line that is text; and in a text wrapped at a
fixed width a full line goes on in the line right below it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings
from generator.text.labels import ARTICLE, CIRCLE, DIVISION, ITEM, LOOSE, any_of
from generator.text.numerals import ARABIC, COUNTING

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
LABEL = re.compile(
    rf"[ \t\u3000]*(?:{any_of(LOOSE, DIVISION, ARTICLE, ITEM, CIRCLE)}"
    rf"|(?:篇|附件?[:：]?)[{COUNTING}{ARABIC}]|附件?[:：]|[*•●■◆·-] ?)"
)
FULL_STOP = tuple("。！？；：….!?;:")
STOP = tuple("。！？；：…”’」』）)》】〕.!?;:—")
GOES_ON = tuple("，、,“‘《（(「『【〈")
SENTENCE = re.compile("[。！？]")
NARROWEST, WIDEST = 15, 60
LEAST_LINES = 8


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a change for every line end that breaks a sentence."""
    lines = list(LINE.finditer(text))
    width = _width([match[0] for match in lines])
    for this, following in pairwise(lines):
        line, after = this[0].rstrip(), following[0].lstrip()
        if LABEL.match(after) or line.endswith(FULL_STOP):
            continue
        near = text.count("\n", this.end(), following.start()) == 1
        wrapped = near and _is_full(line, width)
        if wrapped or (not line.endswith(STOP) and _goes_on(line, after)):
            start, end = this.start() + len(line), following.end() - len(after)
            yield Change(start, end, " " if _latin(line[-1]) and _latin(after[0]) else "")


def _goes_on(line: str, after: str) -> bool:
    """Tell whether the sentence that `line` breaks off is one that `after` can end."""
    if line.endswith(GOES_ON):
        return True
    return SENTENCE.search(line) is not None and re.search("[。！？；，,]", after) is not None


def _width(lines: list[str]) -> int | None:
    """Return the width at which the text is wrapped, None where it is not."""
    lengths = Counter(_measure(line) for line in lines)
    if len(lines) < LEAST_LINES:
        return None
    width = max(lengths, key=lambda each: (sum(lengths[each - by] for by in range(4)), each))
    full = [line for line in lines if _is_full(line, width)]
    stopped = sum(1 for line in full if line.rstrip().endswith(FULL_STOP))
    running = sum(1 for line in full if re.search("[，。；、,]", line) and "\t" not in line)
    wrapped = len(full) * 2 > len(lines) > stopped * 4 and running * 2 > len(full)
    return width if wrapped and NARROWEST <= width <= WIDEST else None


def _is_full(line: str, width: int | None) -> bool:
    """Tell whether a line is as wide as the text is wrapped, but for a word or a mark."""
    return width is not None and width - 3 <= _measure(line) <= width + 1


def _measure(line: str) -> int:
    """Return how wide a line is, in ideographs."""
    line = line.strip()
    return len(line) - sum(char.isascii() for char in line) // 2


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()
