"""Words that gave way to others, for the eye: the lines of a text with what is marked in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import WordEdit

Mark = Literal["", "del", "ins"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one line, and whether they were left out or put in."""

    text: str
    mark: Mark = ""


Line = tuple[Words, ...]


def old_lines(text: str, start: int, edits: Sequence[WordEdit]) -> tuple[Line, ...]:
    """Return the old `text`, which begins at `start` of what `edits` count in, what went marked."""
    return _lines(_side(text, start, [(e.old_start, e.old_end) for e in edits], "del"))


def new_lines(text: str, start: int, edits: Sequence[WordEdit]) -> tuple[Line, ...]:
    """Return the new `text`, what came marked."""
    return _lines(_side(text, start, [(e.new_start, e.new_end) for e in edits], "ins"))


def both_lines(old: str, new: str, edits: Sequence[WordEdit]) -> tuple[Line, ...]:
    """Return one text with what went and what came, as an editor marks it."""
    found, at = [], 0
    for each in edits:
        found.append(Words(old[at : each.old_start]))
        found.append(Words(old[each.old_start : each.old_end], "del"))
        found.append(Words(new[each.new_start : each.new_end], "ins"))
        at = each.old_end
    return _lines([*found, Words(old[at:])])


def _side(text: str, start: int, spans: Iterable[tuple[int, int]], mark: Mark) -> Iterator[Words]:
    at = 0
    for first, last in spans:
        one, other = (max(0, min(len(text), each - start)) for each in (first, last))
        if one < other:
            yield Words(text[at:one])
            yield Words(text[one:other], mark)
            at = other
    yield Words(text[at:])


def _lines(words: Iterable[Words]) -> tuple[Line, ...]:
    lines: list[list[Words]] = [[]]
    for each in words:
        first, *rest = each.text.split("\n")
        lines[-1].append(Words(first, each.mark))
        lines += [[Words(line, each.mark)] for line in rest]
    return tuple(
        tuple(each for each in line if each.text) for line in lines if any(w.text for w in line)
    )
