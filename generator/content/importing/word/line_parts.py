"""What a paragraph of a Word file holds: words, each shown or hidden …, notes, boxes, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

SHOWN = ""
HIDDEN, DELETED, MOVED, RUBY, FIELD, PROMPT = (
    *("hidden", "deleted", "moved", "ruby", "field", "prompt"),
)
DROPPED = "dropped"
SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote where it is referred to; `mark` is one that the author typed."""

    kind: str
    identity: str
    before: str
    state: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """A picture, chart, object … in a paragraph: its description, and the part that holds it."""

    kind: str
    words: str
    relation: str
    state: str


@dataclass(frozen=True, slots=True)
class Box:
    """A text box in a paragraph: the element that holds its paragraphs, or its only words."""

    element: etree._Element
    state: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """What a paragraph holds.  A stretch is (state, text), its state SHOWN where it is text."""

    stretches: tuple[tuple[str, str], ...] = ()
    boxes: tuple[Box, ...] = ()
    notes: tuple[Note, ...] = ()
    things: tuple[Thing, ...] = ()
    inserted: bool = False
    contents: bool = False
    lost: tuple[str, ...] = ()  # codes of fields that Word draws and this cannot

    @property
    def words(self) -> str:
        """The words of the text."""
        return "".join(text for state, text in self.stretches if state == SHOWN)

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all."""
        return not (self.stretches or self.boxes or self.notes or self.things or self.lost)


EMPTY = Line()


def joined(lines: Sequence[Line]) -> Line:
    """Return paragraphs as one."""
    return Line(
        tuple(each for line in lines for each in line.stretches),
        tuple(each for line in lines for each in line.boxes),
        tuple(each for line in lines for each in line.notes),
        tuple(each for line in lines for each in line.things),
        any(line.inserted for line in lines),
        any(line.contents for line in lines),
        tuple(each for line in lines for each in line.lost),
    )
