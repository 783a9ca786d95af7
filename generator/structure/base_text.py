"""A copy of a base document, taken apart: matter apart, divisions, articles, paragraphs.

Every line of the text falls to exactly one place; nothing is left over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.structure.lines import BLANK, Line, lines_of
from generator.structure.matter import MatterSpan, read_head, read_tail
from generator.structure.scheme import Scheme, declared_scheme, is_heading, scheme_of

UNITS = ("部分", "篇", "编", "分编", "章", "节")  # the highest first
UNNUMBERED = re.compile(r"[序总分附]\s*[则言论]|前\s*言|引\s*言|导\s*语|结\s*语")
LONGEST_UNNUMBERED = 20
LEAD = re.compile("如下[。：:]$")  # what only leads to paragraphs without numbers


@dataclass(frozen=True, slots=True)
class Leaf:
    """An article, or a paragraph that is counted as one.

    `path` are the numbers that name it: of the divisions where articles start again in each,
    then its own, 之一 behind it as a further one.  `start`..`end` is its text behind the
    label, which begins at `label_start`.  `misread` tells that the number was read through
    letters that only look like numerals.
    """

    path: tuple[int, ...]
    label: str
    label_start: int
    start: int
    end: int
    misread: bool = False


@dataclass(frozen=True, slots=True)
class DivisionText:
    """A division: its heading line `start`..`end`, and the index of what comes first in it.

    `depth` counts from 1; `number` is 0 where it has none (附则).  `leaf` is the index of the
    first article below the heading, `paragraph` that of the first paragraph outside articles.
    """

    depth: int
    number: int
    label: str
    heading: str
    start: int
    end: int
    leaf: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class BaseText:
    """A copy of a base document as it was read; all offsets into its text."""

    scheme: Scheme
    matter: tuple[MatterSpan, ...]
    divisions: tuple[DivisionText, ...]
    leaves: tuple[Leaf, ...]
    paragraphs: tuple[tuple[int, int], ...]


def read_base(
    text: str,
    title: str,
    numbering: Sequence[str] = (),
    annexes: Sequence[str] | None = None,
) -> BaseText:
    """Return `text` taken apart.

    `numbering` are examples of the labels, from the highest division to the article, as a
    person declared them; else the scheme is found out.  `annexes` are the lines that begin an
    annex; None: they are found out.
    """
    matter, body = _taken_apart(text, title, annexes)
    found = declared_scheme(body, numbering) if numbering else scheme_of(body)
    return _Reader(found).read(body, matter)


def shared_scheme(
    texts: Sequence[str],
    title: str,
    numbering: Sequence[str] = (),
    annexes: Sequence[str] | None = None,
) -> Scheme:
    """Return the scheme of several copies of one document, told from all of them together."""
    lines = [line for text in texts for line in _taken_apart(text, title, annexes)[1]]
    return declared_scheme(lines, numbering) if numbering else scheme_of(lines)


def _taken_apart(
    text: str, title: str, annexes: Sequence[str] | None
) -> tuple[tuple[MatterSpan, ...], tuple[Line, ...]]:
    """Return the matter apart of a copy, and the lines of its text."""
    lines = lines_of(text)
    head, begin = read_head(lines, title)
    first = next((at for at in range(begin, len(lines)) if lines[at].form), begin)
    tail, end = read_tail(lines, min(first + 1, len(lines)), annexes)
    return (*head, *tail), lines[begin:end]


class _Reader:
    """Reads the lines of the text one by one, in order."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._divisions: list[DivisionText] = []
        self._leaves: list[Leaf] = []
        self._paragraphs: list[tuple[int, int]] = []
        self._headed = False  # the line before was a heading

    def read(self, lines: Sequence[Line], matter: tuple[MatterSpan, ...]) -> BaseText:
        """Return what the lines are."""
        for at, line in enumerate(lines):
            if self._completes(line):
                self._complete(line)
            elif self._is_division(lines, at):
                self._divide(line)
            elif self._is_article(line):
                self._begin(line)
            elif self._scheme.article is None and (self._leaves or not LEAD.search(line.words)):
                self._count(line)
            elif self._leaves and not self._headed:
                self._leaves[-1] = replace(self._leaves[-1], end=line.end)
            else:
                self._paragraphs.append((line.start, line.end))
        return BaseText(
            self._scheme,
            matter,
            self._with_depths(),
            tuple(self._leaves),
            tuple(self._paragraphs),
        )

    def _is_article(self, line: Line) -> bool:
        """Tell whether a line begins an article; one that reads as a reference must count on."""
        if self._scheme.article is None or line.form is not self._scheme.article:
            return False
        return (
            not line.refers or line.number == (self._leaves[-1].path[0] if self._leaves else 0) + 1
        )

    def _completes(self, line: Line) -> bool:
        """Tell whether a line is the heading of the label alone on the line before."""
        alone = self._headed and not self._divisions[-1].heading
        return alone and line.form is None and is_heading(line.words)

    def _complete(self, line: Line) -> None:
        last = self._divisions[-1]
        self._divisions[-1] = replace(last, heading=line.words, end=line.end)

    def _is_division(self, lines: Sequence[Line], at: int) -> bool:
        line = lines[at]
        if line.form is not None and line.form in self._scheme.divisions:
            return not line.refers
        if self._scheme.article is None or not self._leaves or not _is_unnumbered(line):
            return False
        after = next((each for each in lines[at + 1 : at + 3] if not _is_unnumbered(each)), None)
        return after is not None and after.form in (self._scheme.article, *self._scheme.divisions)

    def _divide(self, line: Line) -> None:
        heading = re.sub(rf"(?<=^.)[{BLANK}]+(?=.$)", "", line.rest)  # 总　则
        self._divisions.append(
            DivisionText(
                0,
                line.number,
                line.label,
                heading,
                line.start,
                line.end,
                len(self._leaves),
                len(self._paragraphs),
            )
        )
        self._headed = True

    def _with_depths(self) -> tuple[DivisionText, ...]:
        """Return the divisions with their depths: by form and unit, of those that are there.

        One without a number lies in the numbered one before it, unless it is an 附则.
        """
        ranks = [division_rank(each.label) for each in self._divisions]
        known = sorted({rank for rank in ranks if rank >= 0})
        found = []
        above = 0
        for each, rank in zip(self._divisions, ranks, strict=True):
            if rank >= 0:
                depth = above = known.index(rank) + 1
            else:
                depth = 1 if is_closing(each.heading) else above + 1
            found.append(replace(each, depth=depth))
        return tuple(found)

    def _begin(self, line: Line) -> None:
        above = (self._divisions[-1].number,) if self._scheme.restarts and self._divisions else ()
        own = (line.number, line.branch) if line.branch else (line.number,)
        self._leaves.append(
            Leaf((*above, *own), line.label, line.start, _behind(line), line.end, line.misread)
        )
        self._headed = False

    def _count(self, line: Line) -> None:
        number = len(self._leaves) + 1
        self._leaves.append(Leaf((number,), "", line.start, line.start, line.end))


def is_closing(heading: str) -> bool:
    """Tell whether a heading without a number is that of a highest division: 附则."""
    return UNNUMBERED.fullmatch(heading) is not None


def _is_unnumbered(line: Line) -> bool:
    """Tell whether a line can be the heading of a division without a number: 附则."""
    if line.form is not None or len(line.words) > LONGEST_UNNUMBERED:
        return False
    if UNNUMBERED.fullmatch(line.words):
        return True
    return (
        is_heading(line.words)
        and re.fullmatch("[\u4e00-\u9fff \u3000]{2,}", line.words) is not None
    )


def division_rank(label: str) -> int:
    """Return how high a division's label stands, the highest 0; -1 without a label."""
    if not label:
        return -1
    units = [each for each in UNITS if label.startswith("第") and label.endswith(each)]
    return UNITS.index(max(units, key=len)) if units else len(UNITS)


def _behind(line: Line) -> int:
    """Return where the words behind a label begin."""
    at = line.body
    while at < line.end and line.words[at - line.start] in BLANK:
        at += 1
    return at
