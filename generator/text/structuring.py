"""Structure: a piece -> its paragraphs, outline and sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model import Document, Paragraph, Piece
from generator.text.outline import outline
from generator.text.sentences import sentences

HEAD = 12  # lines in which the title stands, behind what a page prints above it
MOST_LINES = 4


def structure(piece: Piece) -> Document:
    """Return `piece` with its structure; all offsets into the piece's text."""
    spans = []
    at = 0
    for line in piece.text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    titled = _title_lines([piece.text[start:end] for start, end in spans[:HEAD]], piece.title)
    title = {spans[number] for number in titled}
    headings = tuple(
        each for each in outline(piece.text, spans) if (each.start, each.end) not in title
    )
    whole = {(each.start, each.end) for each in headings if not each.inline}
    paragraphs = tuple(
        Paragraph(start, end, (start, end) in whole or number in titled)
        for number, (start, end) in enumerate(spans)
    )
    return Document(piece, paragraphs, headings, sentences(piece, paragraphs))


def _title_lines(lines: Sequence[str], title: str) -> range:
    """Return which of a piece's first lines state its title: the first that do, one or several."""
    plain = _plain(title)
    bare = [_plain(line) for line in lines]
    for first in range(len(bare)):
        for last in range(first + 1, min(first + MOST_LINES, len(bare)) + 1):
            if plain and bare[first] and "".join(bare[first:last]) == plain:
                return range(first, last)
    return range(0)


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)
