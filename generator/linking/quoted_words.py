"""By which words of its own a passage is named in links.yml."""

from __future__ import annotations

from generator.model import Document
from generator.text.words_in_document import find_words

WORDS = 40  # so many characters of a passage name it, if they stand only there


def quoted_words(document: Document, start: int, end: int) -> str:
    """Return the first words of the passage `start`..`end`, as many as stand nowhere before it."""
    passage = document.piece.text[start:end]
    size = min(WORDS, len(passage))
    while size < len(passage):
        place = find_words(document, passage[:size])
        if place and document.sentences[place.sentences[0]].start == start:
            break
        size = min(len(passage), size + WORDS)
    return passage[:size]
