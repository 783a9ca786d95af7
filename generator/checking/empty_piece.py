"""T-009: a piece without a word."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.model import Document


def find(document: Document) -> Iterator[Doubt]:
    """Yield one doubt when the piece holds nothing but its title."""
    text = document.piece.text.strip()
    if not text or text == document.piece.title:
        yield Doubt(0, len(document.piece.text), "这一篇没有正文")
