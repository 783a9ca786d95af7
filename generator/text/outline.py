"""The outline of a piece: 第一章 一、 （一） 1. （1） ① 1.1 第一， 首先， 一是, and bare headings.

Not all that has a label is a heading: the members of a list, each a sentence with nothing
below it, are text, and so is a labelled sentence too long to be a title.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Heading
from generator.text import labels
from generator.text.numerals import numeral_value

FOLLOWED = {  # a division is named, and an article begins, right behind the label
    labels.DIVISION: r"(?=[ 　]|[^\W\d])",
    labels.ARTICLE: "(?=[ 　【])",
}
DECIMAL_FORMS = (labels.NUMBER, labels.DECIMAL)
FORMS = (*labels.HEADINGS, *DECIMAL_FORMS)
LINE_STYLES = tuple(re.compile(form.groups + FOLLOWED.get(form, "")) for form in FORMS)
POINT_STYLE = FORMS.index(labels.POINT)  # from here on a sentence is an item, not a heading
DIVISIONS = {FORMS.index(labels.DIVISION), FORMS.index(labels.ARTICLE)}
DECIMAL_STYLES = {FORMS.index(form) for form in DECIMAL_FORMS}
DECIMALS = re.compile(rf"^[ 　]*{labels.DECIMAL.pattern}", re.MULTILINE)
ORDINALS = re.compile(rf"(?:^|(?<=[。；：])){labels.ORDINAL.groups}")
SEQUENCE = re.compile(rf"(?:^|(?<=[。；：])){labels.SEQUENCE.groups}")
INLINE = re.compile(rf"(?:^|(?<=[。；：;:])){labels.RUNNING.groups}")
ORDINAL_STYLE, SEQUENCE_STYLE, INLINE_STYLE, BARE_STYLE, RUN_IN_STYLE = range(
    len(LINE_STYLES), len(LINE_STYLES) + 5
)
SHORT = 40  # a line of more characters, or with a stop inside, is a paragraph that a heading opens
BARE = 32  # an unnumbered heading is shorter
LONG_TITLE = 30  # an inline heading that is longer ends at its first comma
STOPS = "。！？!?；;"
MEMBER_END = tuple("。；;！!")
RUN_IN = re.compile(
    r"(?:——?)?(?P<title>[^\W\d_][^。！？，；：、,;:…《（]{2,15})(?<!指出)(?<!强调)(?<!要求)(?<!认为)。(?=\S)"
)
LEAST_RUN_IN = 3  # paragraphs in a row, with first sentences of about one length
SPREAD = 2
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
    paragraph: int


def outline(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Heading, ...]:
    """Return the headings of `text` in order; offsets into `text`.

    Levels come from nesting: a style that is open already closes all that opened after
    it, a new one goes a level deeper.  A section ends where the next heading of its level
    or a higher one begins.
    """
    marks = _all_marks(text, paragraphs)
    members = _members(text, paragraphs, marks)
    return _headings(text, [mark for mark in marks if mark not in members])


def labelled(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Heading, ...]:
    """Return all that has a label as if it were a heading, the members of lists too."""
    return _headings(text, _all_marks(text, paragraphs))


def _all_marks(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[_Mark]:
    sequence = len(SEQUENCE.findall(text)) > 1
    decimal = len(DECIMALS.findall(text)) > 1
    run_in = _run_in(text, paragraphs)
    marks: list[_Mark] = []
    for at, (start, end) in enumerate(paragraphs):
        found = _marks(text, start, end, at, sequence, decimal)
        if not found and at in run_in:
            title = run_in[at]
            found = [_Mark(RUN_IN_STYLE, "", None, title[0], start, title[1] + 1, True, at)]
        if not found and at and _is_bare(text, paragraphs, at):
            found = [_Mark(BARE_STYLE, "", None, start, start, end, False, at)]
        marks += found
    return marks


def _headings(text: str, marks: Sequence[_Mark]) -> tuple[Heading, ...]:
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


def _members(
    text: str, paragraphs: Sequence[tuple[int, int]], marks: Sequence[_Mark]
) -> frozenset[_Mark]:
    """Return the marks that are members of a list, or open a sentence too long for a title.

    Members are the labelled paragraphs of one style in a row of which most are a sentence
    with nothing below it.
    """
    opening = {
        mark.paragraph: -1 if mark.style == BARE_STYLE else mark.style
        for mark in reversed(marks)
        if mark.style < ORDINAL_STYLE or mark.style == BARE_STYLE
    }
    found: set[_Mark] = set()
    runs: dict[int, list[_Mark]] = {}
    for mark in marks:
        if mark.style in DIVISIONS or mark.style in (BARE_STYLE, RUN_IN_STYLE):
            for run in runs.values():
                found |= _list_of(text, paragraphs, opening, run)
            runs = {}
        elif mark.style < ORDINAL_STYLE:
            for style in [style for style in runs if style > mark.style]:
                found |= _list_of(text, paragraphs, opening, runs.pop(style))
            runs.setdefault(mark.style, []).append(mark)
    for run in runs.values():
        found |= _list_of(text, paragraphs, opening, run)
    return frozenset(found)


def _list_of(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    opening: Mapping[int, int],
    run: Sequence[_Mark],
) -> set[_Mark]:
    """Return the members of lists in a run of one style."""
    long = {mark for mark in run if _is_too_long(text, mark)}
    members = {mark for mark in run if _is_member(text, paragraphs, opening, mark)}
    if len(run) > 1 and len(members | long) * 2 > len(run):
        return set(run)
    return long | {
        mark
        for mark in members
        if mark.style >= POINT_STYLE or "，" in text[mark.title_start : mark.end]
    }


def _is_too_long(text: str, mark: _Mark) -> bool:
    """Tell whether what would be the title is a sentence longer than titles are."""
    return len(text[mark.title_start : mark.end].rstrip(STOPS)) >= SHORT


def _is_member(
    text: str, paragraphs: Sequence[tuple[int, int]], opening: Mapping[int, int], mark: _Mark
) -> bool:
    """Tell whether a labelled paragraph is a sentence, and nothing stands below it."""
    if mark.inline or not text[mark.start : mark.end].rstrip().endswith(MEMBER_END):
        return False
    following = mark.paragraph + 1
    return following == len(paragraphs) or opening.get(following, RUN_IN_STYLE) <= mark.style


def _run_in(text: str, paragraphs: Sequence[tuple[int, int]]) -> dict[int, tuple[int, int]]:
    """Return the titles that open paragraphs in a row: paragraph -> where its title stands."""
    found: dict[int, tuple[int, int]] = {}
    row: list[tuple[int, tuple[int, int]]] = []
    for at, (start, end) in enumerate(paragraphs):
        match = RUN_IN.match(text, start, end)
        span = match.span("title") if match else None
        sizes = [stop - begin for _, (begin, stop) in row] + ([span[1] - span[0]] if span else [])
        if span is None or max(sizes) - min(sizes) > SPREAD:
            row = []
        if span:
            row.append((at, span))
        if len(row) >= LEAST_RUN_IN:
            found.update(row)
    return found


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


def _marks(
    text: str, start: int, end: int, paragraph: int, sequence: bool, decimal: bool
) -> list[_Mark]:
    """Return the headings of one paragraph: the one that opens it, then inline ones."""
    line = text[start:end]
    marks = []
    opening = 0
    for style, pattern in enumerate(LINE_STYLES):
        if style in DECIMAL_STYLES and not decimal:
            continue
        if match := pattern.match(line):
            marks.append(_opening_mark(style, match, line, start, paragraph))
            opening = match.end()
            break
    styles = [(ORDINALS, ORDINAL_STYLE), (INLINE, INLINE_STYLE)]
    if sequence:
        styles.append((SEQUENCE, SEQUENCE_STYLE))
    inline = [
        _inline_mark(style, match, line, start, paragraph)
        for pattern, style in styles
        for match in pattern.finditer(line, opening)
    ]
    return marks + sorted(inline, key=lambda mark: mark.start)


def _number(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    value = groups.get("number") or groups.get("enclosed") or ""
    return numeral_value(re.split("[.．]", value)[-1])


def _opening_mark(style: int, match: re.Match[str], line: str, start: int, paragraph: int) -> _Mark:
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
        paragraph,
    )


def _inline_mark(style: int, match: re.Match[str], line: str, start: int, paragraph: int) -> _Mark:
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
        paragraph,
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
