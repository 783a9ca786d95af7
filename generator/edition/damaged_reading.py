"""Reading damaged witnesses label by label, whatever the shape of the document.

The labels of all witnesses make one frame: every article that one of them counts has a key in
reading order, 1, 2, 3 …  So the repair works on running numbers, and what an article is called
is told by its path: that of its division where numbers begin anew, its own, that of 之一.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.edition.differences import rising, unique_grams
from generator.edition.label_finding import (
    STYLES,
    Mark,
    StyleName,
    find_marks,
    ranked,
    style_of,
)
from generator.edition.segments import CLOSERS, STOPS
from generator.edition.sound_reading import Path, label_of
from generator.edition.witnesses import (
    ArticleName,
    ParsedWitness,
    blanked,
    trusted,
    with_marks,
)
from generator.model import Base, Piece
from generator.structure import BaseText, Scheme, is_closing, read_base, shared_scheme
from generator.structure.lines import lines_of


def read_damaged(pieces: Sequence[Piece], base: Base) -> list[ParsedWitness]:
    """Return `pieces` read as witnesses of `base`, their articles under the keys of one frame."""
    texts = [piece.text for piece in pieces]
    declared = base.numbering, base.annexes
    scheme = shared_scheme(texts, base.title, *declared)
    readings = [read_base(text, base.title, *declared) for text in texts]
    style = STYLES[scheme.article] if scheme.article else _style(texts, readings)
    plain = [blanked(text, each.matter) for text, each in zip(texts, readings, strict=True)]
    rows: list[list[Mark]]
    names: Mapping[int, ArticleName] = {}
    if style == "paragraphs":
        rows = [[] for _ in plain]  # the merged text will show what paragraphs there are
    else:
        rows = _labelled(plain, readings, style, scheme)
        rows, names = _framed(rows, _paths(plain, rows, scheme), scheme)
    return [
        replace(
            with_marks(piece, reading.matter, row, style, at),
            names=names,
            restarts=scheme.restarts,
        )
        for at, (piece, reading, row) in enumerate(zip(pieces, readings, rows, strict=True))
    ]


def _style(texts: Sequence[str], readings: Sequence[BaseText]) -> StyleName:
    """Return the style where the lines show no scheme: by labels, however damaged, or none."""
    found = style_of(texts)
    marks = sum(len(find_marks(text, found)) for text in texts)
    return found if marks >= max(2, len(texts)) else "paragraphs"


def _labelled(
    texts: Sequence[str], readings: Sequence[BaseText], style: StyleName, scheme: Scheme
) -> list[list[Mark]]:
    """Return the labels of articles and parts in every witness."""
    branches = any(
        line.branch and line.form is scheme.article for text in texts for line in lines_of(text)
    )
    headings = {
        each.heading for reading in readings for each in reading.divisions if not each.label
    }
    rows = []
    for text in texts:
        found = find_marks(text, style, scheme.divisions, branches=branches)
        marks = trusted(found, fitting=style not in ("articles", "brackets"))
        rows.append(_with_unnumbered(text, marks, headings))
    return ranked(rows)


def _with_unnumbered(text: str, marks: list[Mark], headings: set[str]) -> list[Mark]:
    """Return the marks, with those of the lines that one of some headings without number takes.

    No heading but 附则 and its like stands behind a line that breaks off in mid-sentence.
    """
    made = list(marks)
    ends = {mark.end for mark in marks if mark.kind == "part"}
    before = ""
    for line in lines_of(text) if headings else ():
        taken = any(mark.start < line.end and line.start < mark.end for mark in marks)
        if (
            not taken
            and line.form is None
            and line.words in headings
            and (_is_whole(before) or is_closing(line.words))
        ):
            made.append(
                Mark("part", 0, "", line.start, line.end, line.words, heading_start=line.start)
            )
            ends.add(line.end)
        before = "" if line.end in ends else line.words
    return sorted(made, key=lambda mark: mark.start)


def _is_whole(line: str) -> bool:
    return not line or line.rstrip(CLOSERS)[-1:] in tuple(STOPS)


def _paths(
    texts: Sequence[str], rows: Sequence[Sequence[Mark]], scheme: Scheme
) -> list[list[Path]]:
    """Return the path that every mark of an article states; () for other marks."""
    divisions = _divisions(texts, rows) if scheme.restarts else [[-1] * len(row) for row in rows]
    return [
        [
            (
                *((division,) if division >= 0 else ()),
                mark.number,
                *((mark.branch,) if mark.branch else ()),
            )
            if mark.kind == "article"
            else ()
            for mark, division in zip(row, own, strict=True)
        ]
        for row, own in zip(rows, divisions, strict=True)
    ]


def _divisions(texts: Sequence[str], rows: Sequence[Sequence[Mark]]) -> list[list[int]]:
    """Return the number of the division that each mark stands in.

    A witness that has lost headings is laid over the one that has most of them.
    """
    parts = [[mark for mark in row if mark.kind == "part" and mark.label] for row in rows]
    best = max(range(len(rows)), key=lambda at: (len(parts[at]), -at))
    made = []
    for at, row in enumerate(rows):
        if len(parts[at]) == len(parts[best]):
            made.append([_division(parts[at], mark.start) for mark in row])
        else:
            laid = _Laid(texts[at], texts[best])
            made.append([_laid_division(parts[best], laid, mark) for mark in row])
    return made


def _division(parts: Sequence[Mark], at: int) -> int:
    here = bisect_left([part.start for part in parts], at + 1)
    return parts[here - 1].number if here else 0


def _laid_division(parts: Sequence[Mark], laid: _Laid, mark: Mark) -> int:
    """Return the division of a mark by what stands beside it: a first article opens one."""
    before, after = laid.beside(mark.start)
    return _division(parts, after if mark.number == 1 else before) or parts[0].number


class _Laid:
    """A text laid over another by the n-grams that stand once in each."""

    def __init__(self, one: str, other: str) -> None:
        here, there = unique_grams(one), unique_grams(other)
        pairs = [(at, there[gram]) for gram, at in here.items() if gram in there]
        self._pairs = rising(pairs)
        self._own = [at for at, _ in self._pairs]

    def beside(self, at: int) -> tuple[int, int]:
        """Return the places in the other text of what agrees before and behind `at`."""
        here = bisect_left(self._own, at)
        before = self._pairs[here - 1][1] if here else 0
        after = self._pairs[here][1] if here < len(self._pairs) else before
        return before, after


def _framed(
    rows: Sequence[Sequence[Mark]], paths: Sequence[Sequence[Path]], scheme: Scheme
) -> tuple[list[list[Mark]], Mapping[int, ArticleName]]:
    """Return the marks under the keys of their paths, and what the keys are called."""
    if not scheme.restarts and all(len(path) < 2 for row in paths for path in row):
        return [list(row) for row in rows], {}
    if scheme.restarts:
        rows = _doubted(rows, paths)
    most: dict[Path, int] = defaultdict(int)
    above = 1 if scheme.restarts else 0
    for path in (path for row in paths for path in row if path):
        most[path[:above]] = max(most[path[:above]], path[above])
    union = {path for row in paths for path in row if path}
    union |= {(*head, n) for head, last in most.items() for n in range(1, last + 1)}
    keys = {path: key for key, path in enumerate(sorted(union), 1)}
    names = {key: ArticleName(path, label_of(path, scheme)) for path, key in keys.items()}
    return [
        [
            replace(mark, number=keys[path]) if path else mark
            for mark, path in zip(row, own, strict=True)
        ]
        for row, own in zip(rows, paths, strict=True)
    ], names


def _doubted(rows: Sequence[Sequence[Mark]], paths: Sequence[Sequence[Path]]) -> list[list[Mark]]:
    """Return the marks, those in doubt that alone count beyond a division and do not count on.

    Else they would seem to lead on to the first of the next division.
    """
    times = Counter(path for row in paths for path in set(row))
    highest = {path[:-1]: path for path in sorted(times)}
    made: list[list[Mark]] = []
    for row, own in zip(rows, paths, strict=True):
        last: Path = ()
        made.append([])
        for mark, path in zip(row, own, strict=True):
            if path:
                follows = path[-1] == (last[-1] if path[:-1] == last[:-1] else 0) + 1
                beyond = times[path] == 1 and highest[path[:-1]] == path and not follows
                mark = replace(mark, sure=mark.sure and not beyond)
                last = path
            made[-1].append(mark)
    return made
