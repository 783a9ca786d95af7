"""An annex of a base document as outputs show it: its mark, its title, paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

MARK = re.compile(r"附[ 　]*(?:件|录|表|图|则)[^：:，。]{0,4}[：:]?")
LABELLED = re.compile(r"[第（(]?[一二三四五六七八九十\d]+[、.．）)章节条]")
LONGEST_TITLE = 60  # characters of a line that may head an annex
CELL = "\t"  # between two cells of a line of a table


@dataclass(frozen=True, slots=True)
class AnnexBlock:
    """A paragraph, of one row with one cell, or a table; `first` numbers its first line from 1."""

    first: int
    rows: tuple[tuple[str, ...], ...]

    @property
    def is_table(self) -> bool:
        """Whether it has rows and columns."""
        return len(self.rows) > 1


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: 附件1 as printed, the lines of its title, and the lines below.

    Anchors of the lines count from 1 behind its id.
    """

    id: str
    mark: str
    heading: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def title(self) -> str:
        """Its mark and its title in one line."""
        gap = "" if self.mark[-1:] in "：:" else "　"
        return self.mark + (gap + "".join(self.heading) if self.heading else "")

    @property
    def blocks(self) -> tuple[AnnexBlock, ...]:
        """Its lines, those that stand below each other with as many cells as one table."""
        found: list[AnnexBlock] = []
        for cells, numbered in groupby(enumerate(self.lines, 1), lambda each: each[1].count(CELL)):
            rows = list(numbered)
            if cells and len(rows) > 1:
                table = tuple(tuple(line.split(CELL)) for _, line in rows)
                found.append(AnnexBlock(rows[0][0], table))
            else:
                found += [AnnexBlock(at, ((line.replace(CELL, "　"),),)) for at, line in rows]
        return tuple(found)


def annex_shown(id: str, text: str) -> Annex:
    """Return the annex whose whole `text` begins with its mark (附件1, 附录：…)."""
    mark, *rest = [line.strip() for line in text.split("\n") if line.strip()]
    count = _title_lines(rest) if MARK.fullmatch(mark) else 0
    return Annex(id, mark, tuple(rest[:count]), tuple(rest[count:]))


def _title_lines(lines: Sequence[str]) -> int:
    """Return how many lines at the head of an annex are its title: one, and （试行） below it."""
    if not lines or not _may_be_title(lines[0]):
        return 0
    return 2 if len(lines) > 1 and re.fullmatch(r"（.{1,16}）", lines[1]) else 1


def _may_be_title(line: str) -> bool:
    return (
        len(line) <= LONGEST_TITLE
        and CELL not in line
        and not re.search(r"[，。；：]", line)
        and not LABELLED.match(line)
    )
