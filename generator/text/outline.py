"""The outline of a piece: 第一章 一、 （一） 1. （1） ① 第一， 首先， 一是, and bare headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Heading
from generator.text import labels
from generator.text.numerals import numeral_value

FOLLOWED = {  # a division is named, and an article begins, right behind the label
    labels.DIVISION: r"(?=[ 　]|[^\W\d])",
    labels.ARTICLE: "(?=[ 　【])",
}
LINE_STYLES = tuple(re.compile(form.groups + FOLLOWED.get(form, "")) for form in labels.HEADINGS)
ORDINALS = re.compile(rf"(?:^|(?<=[。；：])){labels.ORDINAL.groups}")
SEQUENCE = re.compile(rf"(?:^|(?<=[。；：])){labels.SEQUENCE.groups}")
INLINE = re.compile(rf"(?:^|(?<=[。；：;:])){labels.RUNNING.groups}")
ORDINAL_STYLE, SEQUENCE_STYLE, INLINE_STYLE, BARE_STYLE = range(
    len(LINE_STYLES), len(LINE_STYLES) + 4
)
SHORT = 40  # a line of more characters, or with a stop inside, is a paragraph that a heading opens
BARE = 32  # an unnumbered heading is shorter
LONG_TITLE = 30  # an inline heading that is longer ends at its first comma
STOPS = "。！？!?；;"
NO_HEADING = re.compile(r"[。！？!?；;，,：:…]|^\W*\d{4}年|^[（(].*[）)]$|[0-9]{5,}|^[^\w“《]")


@dataclass(frozen=True, slots=True)
class _Mark:
    style: int
    label: str
    number: int | None
    title_start: int
    start: int
    end: int
    inline: bool


def outline(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Heading, ...]:
    """Return the headings of `text` in order; offsets into `text`.

    Levels come from nesting: a style that is open already closes all that opened after
    it, a new one goes a level deeper.  A section ends where the next heading of its level
    or a higher one begins.
    """
    sequence = len(SEQUENCE.findall(text)) > 1
    marks: list[_Mark] = []
    for at, (start, end) in enumerate(paragraphs):
        found = _marks(text, start, end, sequence)
        if not found and at and _is_bare(text, paragraphs, at):
            found = [_Mark(BARE_STYLE, "", None, start, start, end, False)]
        marks += found
    levels = _levels(marks)
    ends = _section_ends(marks, levels, len(text))
    return tuple(
        Heading(
            level,
            mark.label,
            mark.number,
            text[mark.title_start : mark.end].strip(" 　\n，,。；;：:"),
            mark.start,
            mark.end,
            section_end,
            mark.inline,
        )
        for mark, level, section_end in zip(marks, levels, ends, strict=True)
    )


def _levels(marks: Sequence[_Mark]) -> list[int]:
    levels: list[int] = []
    stack: list[int] = []
    for mark in marks:
        if mark.style in stack:
            del stack[stack.index(mark.style) + 1 :]
        else:
            if mark.style == BARE_STYLE:
                stack.clear()  # a heading without a number stands above what is numbered
            while stack and mark.style < stack[-1] < len(LINE_STYLES):
                stack.pop()  # 一、（一）1.（1）① is the order of GB/T 9704 for official documents
            stack.append(mark.style)
        levels.append(len(stack))
    return levels


def _section_ends(marks: Sequence[_Mark], levels: Sequence[int], length: int) -> list[int]:
    """Return where each section ends, in one pass from the last heading."""
    ends = [length] * len(marks)
    open_starts: list[tuple[int, int]] = []  # (level, start) of later headings, levels rising
    for at in range(len(marks) - 1, -1, -1):
        while open_starts and open_starts[-1][0] > levels[at]:
            open_starts.pop()
        if open_starts:
            ends[at] = open_starts[-1][1]
        open_starts.append((levels[at], marks[at].start))
    return ends


def _marks(text: str, start: int, end: int, sequence: bool) -> list[_Mark]:
    """Return the headings of one paragraph: the one that opens it, then inline ones."""
    line = text[start:end]
    marks = []
    opening = 0
    for style, pattern in enumerate(LINE_STYLES):
        if match := pattern.match(line):
            marks.append(_opening_mark(style, match, line, start))
            opening = match.end()
            break
    styles = [(ORDINALS, ORDINAL_STYLE), (INLINE, INLINE_STYLE)]
    if sequence:
        styles.append((SEQUENCE, SEQUENCE_STYLE))
    inline = [
        _inline_mark(style, match, line, start)
        for pattern, style in styles
        for match in pattern.finditer(line, opening)
    ]
    return marks + sorted(inline, key=lambda mark: mark.start)


def _number(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    value = groups.get("number") or groups.get("enclosed") or ""
    return numeral_value(value)


def _opening_mark(style: int, match: re.Match[str], line: str, start: int) -> _Mark:
    stop = next((at for at, char in enumerate(line) if char in "。！？!?"), -1)
    whole = len(line) <= SHORT and stop in (-1, len(line) - 1)
    title_end = stop + 1 if stop >= 0 else _clause_end(line, match.end())
    if whole:
        title_end = len(line)
    return _Mark(
        style,
        match["label"],
        _number(match),
        start + match.end(),
        start,
        start + title_end,
        not whole,
    )


def _inline_mark(style: int, match: re.Match[str], line: str, start: int) -> _Mark:
    stop = next((at for at in range(match.end(), len(line)) if line[at] in STOPS), len(line))
    end = min(stop + 1, len(line))
    if end - match.end() > LONG_TITLE:
        end = min(end, _clause_end(line, match.end()))
    begin = match.start("label")
    return _Mark(
        style,
        match["label"].rstrip("，,、") if style == SEQUENCE_STYLE else match["label"],
        _number(match),
        start + match.end(),
        start + begin,
        start + end,
        True,
    )


def _clause_end(line: str, begin: int) -> int:
    """Return where the first clause from `begin` on ends, its mark not included."""
    return next((at for at in range(begin, len(line)) if line[at] in "，,；;：:。"), len(line))


def _is_bare(text: str, paragraphs: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether a paragraph is a heading without a number: short, alone, above a longer one."""
    start, end = paragraphs[at]
    line = text[start:end].strip()
    if not 4 <= len(line) <= BARE or NO_HEADING.search(line) or at + 1 >= len(paragraphs):
        return False
    following = paragraphs[at + 1]
    return following[1] - following[0] > 2 * len(line)
