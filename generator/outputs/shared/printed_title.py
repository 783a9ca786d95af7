"""Which lines at the head of a text are its title, which may stand on several."""

from __future__ import annotations

from generator.model import Document

MOST_LINES = 6


def title_lines(document: Document) -> int:
    """Return how many of the first paragraphs are the title; 0 where it is not printed so."""
    piece, words = document.piece, ""
    for count, each in enumerate(document.paragraphs[:MOST_LINES], 1):
        words += piece.text[each.start : each.end].strip()
        if words == piece.title:
            return count
    return 0
