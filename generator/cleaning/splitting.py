"""Cutting a cleaned source into its pieces (篇) and what belongs to none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

PIECE_HEADING = re.compile(
    r"^(?P<title>[^\n。]{0,60}?)(?P<label>篇[一二三四五六七八九十]+)$", re.MULTILINE
)
DATELINE = re.compile(r"^新华社\S{1,12}\d+月\d+日电\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PieceSpan:
    """A piece's span in the cleaned text, and its title as the text states it."""

    start: int
    end: int
    title: str


def split(text: str) -> list[PieceSpan]:
    """Return the pieces of `text` in order; what lies between them is to be cut."""
    end = dateline.start() if (dateline := DATELINE.search(text)) else len(text)
    headings = list(PIECE_HEADING.finditer(text, 0, end))
    if not headings:
        return [_trimmed(text, 0, end, _first_line(text[:end]))]
    spans = []
    for this, following in zip(headings, [*headings[1:], None], strict=True):
        stop = following.start() if following else end
        title = this["title"] or _first_line(text)
        spans.append(_trimmed(text, this.end(), stop, f"{title}（{this['label']}）"))
    return spans


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _trimmed(text: str, start: int, end: int, title: str) -> PieceSpan:
    body = text[start:end]
    return PieceSpan(start + len(body) - len(body.lstrip()), start + len(body.rstrip()), title)
