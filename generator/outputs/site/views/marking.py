"""Cutting a text into runs at the borders of marks that may overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Tag = TypeVar("Tag")


@dataclass(frozen=True, slots=True)
class Mark(Generic[Tag]):
    """A span of a text, and what it is marked with."""

    start: int
    end: int
    tag: Tag


@dataclass(frozen=True, slots=True)
class Run(Generic[Tag]):
    """A piece of text in which the same marks hold from end to end."""

    text: str
    start: int
    tags: tuple[Tag, ...]


def runs(text: str, start: int, end: int, marks: Iterable[Mark[Tag]]) -> tuple[Run[Tag], ...]:
    """Return text[start:end] cut at every border of `marks`; offsets are into `text`."""
    inside = [
        Mark(max(each.start, start), min(each.end, end), each.tag)
        for each in marks
        if each.start < end and each.end > start and each.start < each.end
    ]
    borders = sorted({start, end, *(m.start for m in inside), *(m.end for m in inside)})
    return tuple(
        Run(
            text[low:high],
            low,
            tuple(m.tag for m in inside if m.start <= low and m.end >= high),
        )
        for low, high in pairwise(borders)
    )
