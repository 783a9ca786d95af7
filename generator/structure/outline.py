"""The outline of a piece: 一、 （一） 1. 一是 第一，"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Heading
from generator.structure.numerals import numeral_value

NUMERAL = "[一二三四五六七八九十百]+"
LINE_STYLES = (
    re.compile(rf"(?P<label>(?P<number>{NUMERAL})、)"),
    re.compile(rf"(?P<label>[（(](?P<number>{NUMERAL})[）)])"),
    re.compile(r"(?P<label>(?P<number>[㈠-㈩]))"),
    re.compile(r"(?P<label>(?P<number>\d{1,2})[.．、])(?!\d)"),
    re.compile(rf"(?P<label>第(?P<number>{NUMERAL})，)"),
)
INLINE_STYLE = re.compile(rf"(?:^|(?<=[。；：]))(?P<label>(?P<number>{NUMERAL})是)")
SHORT = 40  # a line of more characters, or with a stop inside, is a paragraph that a heading opens


@dataclass(frozen=True, slots=True)
class _Mark:
    style: int
    label: str
    number: int | None
    title_start: int
    start: int
    end: int
    inline: bool


def outline(text: str, paragraphs: list[tuple[int, int]]) -> tuple[Heading, ...]:
    """Return the headings of `text` in order, levels by the order in which styles nest."""
    marks = [mark for start, end in paragraphs for mark in _marks(text, start, end)]
    levels: list[int] = []
    stack: list[int] = []
    for mark in marks:
        if mark.style in stack:
            del stack[stack.index(mark.style) + 1 :]
        else:
            stack.append(mark.style)
        levels.append(len(stack))
    headings = []
    for index, mark in enumerate(marks):
        later = (
            marks[after].start
            for after in range(index + 1, len(marks))
            if levels[after] <= levels[index]
        )
        headings.append(
            Heading(
                levels[index],
                mark.label,
                mark.number,
                text[mark.title_start : mark.end].strip(),
                mark.start,
                mark.end,
                next(later, len(text)),
                mark.inline,
            )
        )
    return tuple(headings)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    line = text[start:end]
    marks = []
    for style, pattern in enumerate(LINE_STYLES):
        if match := pattern.match(line):
            stop = line.find("。")
            whole = len(line) <= SHORT and stop in (-1, len(line) - 1)
            title_end = end if whole else start + (stop + 1 if stop >= 0 else match.end())
            marks.append(
                _Mark(
                    style,
                    match["label"],
                    numeral_value(match["number"]),
                    start + match.end(),
                    start,
                    title_end,
                    not whole,
                )
            )
            break
    for match in INLINE_STYLE.finditer(line):
        stop = line.find("。", match.end())
        title_end = end if stop < 0 else start + stop + 1
        marks.append(
            _Mark(
                len(LINE_STYLES),
                match["label"],
                numeral_value(match["number"]),
                start + match.end(),
                start + match.start(),
                title_end,
                True,
            )
        )
    return marks
