"""Structure: a piece -> its paragraphs, outline and sentences."""

from __future__ import annotations

import re

from generator.model import Document, Paragraph, Piece
from generator.text.outline import outline
from generator.text.sentences import sentences


def structure(piece: Piece) -> Document:
    """Return `piece` with its structure; all offsets into the piece's text."""
    spans = []
    at = 0
    for line in piece.text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    titled = bool(spans) and _states(piece.text[slice(*spans[0])], piece.title)
    headings = outline(piece.text, spans)
    whole = {(each.start, each.end) for each in headings if not each.inline}
    paragraphs = tuple(
        Paragraph(start, end, (start, end) in whole or (titled and number == 0))
        for number, (start, end) in enumerate(spans)
    )
    return Document(piece, paragraphs, headings, sentences(piece, paragraphs))


def _states(line: str, title: str) -> bool:
    """Tell whether a piece's first line is its title."""
    plain = re.sub(r"\W", "", line)
    return bool(plain) and plain == re.sub(r"\W", "", title)
