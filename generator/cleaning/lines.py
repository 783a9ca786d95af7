"""The lines of a text as rules weigh them: where each stands, and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.cleaning.ledger import Change
from generator.text import labels

BLANKS = " \t\u3000\xa0"
DECORATION = "-—=*_~<>《》«»»↓↑▲▼…●•·◎◆■★"
LABELLED = re.compile(
    labels.any_of(labels.DIVISION, labels.ARTICLE, labels.SECTION, labels.ITEM, labels.POINT)
)
PROSE = re.compile("[。；！？：，](?:.*[。；！？：])?$|。")
LONG_LINE = 200
LONGEST_TITLE = 60  # a line of more characters is text


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: text[start:end] without its line end, `words` without its edges.

    `next` is where the line after it begins: what is to be deleted when the line goes.
    """

    start: int
    end: int
    next: int
    words: str

    @property
    def is_prose(self) -> bool:
        """Whether the line is a sentence or a labelled heading: the document has begun."""
        return bool(
            len(self.words) > LONGEST_TITLE or "。" in self.words or LABELLED.match(self.words)
        )

    def deletion(self) -> Change:
        """Return the change that takes the line out, its line end with it."""
        return Change(self.start, self.next, "")


def lines_of(text: str) -> list[Line]:
    """Return the lines of `text` that hold anything but blanks, in order."""
    found = []
    at = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            end = at + len(line)
            found.append(Line(at, end, min(end + 1, len(text)), words))
        at += len(line) + 1
    return found


def first_lines(text: str, count: int) -> list[Line]:
    """Return up to `count` lines from the beginning of `text`, without reading much more of it."""
    stop = min(len(text), count * LONG_LINE)
    stop = len(text) if stop == len(text) else text.rfind("\n", 0, stop) + 1
    return lines_of(text[:stop])[:count]


def undecorated(words: str, decoration: str = DECORATION) -> str:
    """Return `words` without the dashes, bullets and blanks at its edges."""
    return words.strip(decoration + BLANKS)
