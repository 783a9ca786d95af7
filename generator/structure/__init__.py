"""Structure: a piece -> its paragraphs, outline and sentences."""

from __future__ import annotations

from generator.model import Document, Paragraph, Piece
from generator.structure.outline import outline
from generator.structure.sentences import sentences

__all__ = ["structure"]


def structure(piece: Piece) -> Document:
    """Return `piece` with its structure; all offsets into the piece's text."""
    spans = []
    at = 0
    for line in piece.text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    headings = outline(piece.text, spans)
    whole = {(each.start, each.end) for each in headings if not each.inline}
    paragraphs = tuple(Paragraph(start, end, (start, end) in whole) for start, end in spans)
    return Document(piece, paragraphs, headings, sentences(piece, paragraphs))
