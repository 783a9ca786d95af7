"""Cutting paragraphs into sentences."""

from __future__ import annotations

import re

from generator.model import Paragraph, Piece, Sentence

SENTENCE = re.compile(r"[^。！？!?]*(?:[。！？!?]+[”’」』）》]*|$)")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of one paragraph stand, blanks at their edges left out."""
    spans = []
    for match in SENTENCE.finditer(text):
        body = match[0]
        if body.strip():
            start = match.start() + len(body) - len(body.lstrip())
            spans.append((start, match.start() + len(body.rstrip())))
    return spans


def sentences(piece: Piece, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
    """Return the sentences of all paragraphs in order, numbered through the piece."""
    found: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        for start, end in sentence_spans(piece.text[paragraph.start : paragraph.end]):
            found.append(
                Sentence(
                    f"{piece.id}-s{len(found) + 1}",
                    paragraph.start + start,
                    paragraph.start + end,
                    index,
                )
            )
    return tuple(found)
