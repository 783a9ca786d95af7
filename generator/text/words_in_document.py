"""Where words that a person quoted stand in a document, though it was edited since."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.model import Document
from generator.text.letters import STOP, fold

NEARNESS = 88.0  # quoted words that were edited a little are still found


@dataclass(frozen=True, slots=True)
class WordsPlace:
    """Where words stand: indexes of the document's sentences, and whether word for word."""

    sentences: tuple[int, ...]
    exact: bool


def find_words(document: Document, words: str) -> WordsPlace | None:
    """Return the sentences of `document` that hold `words`, width and stops aside."""
    text = fold(document.piece.text)
    wanted = fold(words).letters.strip(STOP)
    if not wanted:
        return None
    at = text.letters.find(wanted)
    exact = at >= 0
    end = at + len(wanted)
    if not exact:
        near = fuzz.partial_ratio_alignment(wanted, text.letters, score_cutoff=NEARNESS)
        if near is None or near.dest_end <= near.dest_start:
            return None
        at, end = near.dest_start, near.dest_end
    start, stop = text.span(at, end)
    held = tuple(
        number
        for number, each in enumerate(document.sentences)
        if each.start < stop and start < each.end
    )
    return WordsPlace(held, exact) if held else None
