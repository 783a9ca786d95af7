"""What is read in a text by itself, whatever the other texts are: remembered text by text."""

from __future__ import annotations

from dataclasses import dataclass

from generator.kinds.laws import reads_as_law
from generator.kinds.reprints import sketch_of
from generator.model import Document, Heading, Paragraph, Piece, Sentence
from generator.text.structuring import structure


@dataclass(frozen=True, slots=True)
class TextReading:
    """Whether a piece is a law, its structure, and its sketch (see reprints.py)."""

    law: bool
    paragraphs: tuple[Paragraph, ...]
    outline: tuple[Heading, ...]
    sentences: tuple[Sentence, ...]
    sketch: bytes

    def document(self, piece: Piece) -> Document:
        """Return the piece with its structure."""
        return Document(piece, self.paragraphs, self.outline, self.sentences)


def read_text(piece: Piece, shared: None = None) -> TextReading:
    """Return what is read in `piece`."""
    made = structure(piece)
    return TextReading(
        reads_as_law(piece), made.paragraphs, made.outline, made.sentences, sketch_of(piece.text)
    )
