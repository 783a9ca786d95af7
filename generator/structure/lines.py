"""The lines of a text, with the label that each may bear."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.text import labels
from generator.text.labels import LabelForm
from generator.text.numerals import COUNTING, numeral_value

BLANK = " \t\u3000"
FORMS = (
    *(labels.DIVISION, labels.PART, labels.ARTICLE, labels.SECTION),
    *(labels.ITEM, labels.POINT, labels.SUBPOINT, labels.CIRCLE),
)
_ALIKE = "OoＯｏ◯+＋士土干亍"
_DASHES = "－—–―─ー-"  # 一 where a number ends: between two numerals they are a range
LOOK_ALIKES = str.maketrans(_ALIKE + _DASHES, "〇〇〇〇〇十十十十千千一一一一一一一")
MISREAD = re.compile(  # with a true numeral among them, or one that can only be 十 or 一
    rf"^第(?:(?=[{COUNTING}{_ALIKE}]*[{COUNTING}])[{COUNTING}{_ALIKE}]{{2,9}}"
    rf"|[{COUNTING}{_ALIKE}]{{0,8}}[十百千零〇][{_DASHES}]|[+＋士土{_DASHES}])(?=[条章节编])"
)
NAMED = (labels.DIVISION, labels.PART, labels.ARTICLE)  # labels by which one refers
REFERENCE = re.compile(  # what stands behind a label that only refers: 第五条规定的
    r"(?:规定|的|第[^\n]{1,6}[款项]|至|和|或|及|以及|所|中|之(?![一二三四五六七八九十])|与|到|明确"
    r"|要求|执行|处|[、，,。；;）)－—”》-])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: text[start:end], blanks at its edges left out.

    `form`, `label`, `number` and `branch` (之一 is 1) tell of the label at its beginning,
    whose end is `body`; without a label `form` is None and `body` is `start`.  `refers` tells
    that what stands right behind the label reads as if it only referred to an article,
    `misread` that its number holds letters that only look like numerals: 第四O条.
    """

    start: int
    end: int
    words: str
    form: LabelForm | None = None
    label: str = ""
    number: int = 0
    branch: int = 0
    body: int = 0
    refers: bool = False
    misread: bool = False

    @property
    def rest(self) -> str:
        """What stands behind the label."""
        return self.words[self.body - self.start :].strip(BLANK)


def is_misread(label: str) -> bool:
    """Tell whether a label holds letters that only look like numerals: 第四O条."""
    match = MISREAD.match(label)
    return match is not None and match[0].translate(LOOK_ALIKES) != match[0]


def lines_of(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """Return the lines of text[start:end] that are not blank; offsets into `text`."""
    return tuple(_lines(text, start, len(text) if end is None else end))


def _lines(text: str, start: int, end: int) -> Iterator[Line]:
    for match in re.compile(r"[^\n]+").finditer(text, start, end):
        words = match[0].strip()
        if words:
            at = match.start() + match[0].index(words[0])
            yield _labelled(words, at)


def _labelled(words: str, at: int) -> Line:
    mended = MISREAD.sub(lambda match: match[0].translate(LOOK_ALIKES), words, count=1)
    for form in FORMS:
        match = re.match(form.groups, mended)
        if match:
            groups = match.groupdict()
            label = words[: match.end("label")]
            return Line(
                at,
                at + len(words),
                words,
                form,
                label,
                numeral_value(groups.get("number") or groups.get("enclosed") or "") or 0,
                numeral_value(groups.get("branch") or "") or 0,
                at + match.end(),
                form in NAMED and REFERENCE.match(words, match.end()) is not None,
                label != match["label"],
            )
    return Line(at, at + len(words), words, body=at)
