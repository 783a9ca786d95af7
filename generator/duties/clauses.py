"""An article cut into statements with their lists, segments (；) and clauses (，)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.duties.marks import ITEM_LABEL
from generator.duties.modals import MODALS

BLANK = "◇"  # stands for a letter of an aside, which nothing is read from
_ASIDE = re.compile(r"《[^》\n]*》|【[^】\n]*】|（[^（）\n]*）|\([^()\n]*\)|“[^”\n]*”")
# Half-width marks behind a Chinese letter, as in texts taken from web pages.
_HALF = re.compile("(?<=[\u4e00-\u9fff）”》])[,;:!?]")
_FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_NO_NAME = re.compile("[，。；：？！]|以下|包括|含|除")
_LONGEST_NAME = 6
_STATEMENT_END = re.compile("[。！？]")
_ITEM = re.compile(rf"[ 　]*(?:{ITEM_LABEL}|[0-9０-９]{{1,2}}[.．、]|[①-⑳])")
_LIST = re.compile(rf"[：；][ 　]*(?={ITEM_LABEL})")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a segment up to its comma; offsets into the article's text."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class Statement:
    """A sentence up to its full stop, with the items of the list that it introduces.

    `start`..`head` are its own words, `items` the spans of the list behind them.
    """

    start: int
    head: int
    items: list[tuple[int, int]]

    @property
    def end(self) -> int:
        """Where its list ends, or the sentence itself."""
        return self.items[-1][1] if self.items else self.head


def masked(text: str) -> str:
    """Return `text` with asides blanked and marks made full-width, letter for letter.

    Asides are titles, what stands in brackets, and quoted sentences.
    """

    def blank(found: re.Match[str]) -> str:
        words = found[0]
        inside = words[1:-1]
        short = words[0] in "“（(" and len(inside) <= _LONGEST_NAME
        if short and not _NO_NAME.search(inside) and not MODALS.search(inside):
            return words
        return words[0] + BLANK * len(inside) + words[-1]

    full = _HALF.sub(lambda found: _FULL[found[0]], text)
    return _ASIDE.sub(blank, full)


def statements(text: str) -> list[Statement]:
    """Return the statements of a masked article in reading order, lists with their heads."""
    found: list[Statement] = []
    offset = 0
    for line in text.split("\n"):
        listed = bool(_ITEM.match(line))
        if listed and found and _takes_items(text, found[-1]):
            found[-1].items.append((offset, offset + len(line)))
        else:
            for start, end in _stretches(line):
                _add(found, text, offset + start, offset + end)
        offset += len(line) + 1
    return found


def _takes_items(text: str, statement: Statement) -> bool:
    return bool(statement.items) or text[: statement.head].rstrip().endswith(("：", ":"))


def _add(found: list[Statement], text: str, start: int, end: int) -> None:
    """Add the sentence text[start:end], cut before the items that run on in it."""
    if _ITEM.match(text, start) and found and found[-1].items:
        found[-1].items.append((start, end))
        return
    cuts = [each.end() for each in _LIST.finditer(text, start, end)]
    if not cuts or text[cuts[0] - 1] == "；":
        found.append(Statement(start, end, []))
        return
    bounds = [*cuts, end]
    items = list(pairwise(bounds))
    found.append(Statement(start, cuts[0], items))


def _stretches(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STATEMENT_END.finditer(line):
        yield start, stop.end()
        start = stop.end()
    if line[start:].strip():
        yield start, len(line)


def segments(text: str, start: int, end: int) -> Iterator[list[Clause]]:
    """Return the clauses of each stretch between two ； of text[start:end]."""
    for stretch in re.finditer("[^；]*(?:；|$)", text[start:end]):
        clauses = [
            Clause(
                start + stretch.start() + each.start(),
                start + stretch.start() + each.end(),
                each[0],
            )
            for each in re.finditer("[^，：]*(?:[，：]|$)", stretch[0])
            if each[0].strip()
        ]
        if clauses:
            yield clauses
