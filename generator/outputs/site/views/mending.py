"""Where the ledger's edits stand in a piece's cleaned text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Edit, Piece


@dataclass(frozen=True, slots=True)
class Mended:
    """An edit inside a piece; `start` and `end` are offsets into the piece's text."""

    start: int
    end: int
    edit: Edit


def edits_inside(piece: Piece, edits: Sequence[Edit]) -> tuple[Mended, ...]:
    """Return the edits of the piece's file that lie in its span, in order."""
    found: list[Mended] = []
    shift = -piece.start
    for edit in edits:
        if edit.start < piece.start or edit.end > piece.end:
            continue
        start = edit.start + shift
        found.append(Mended(start, start + len(edit.after), edit))
        shift += len(edit.after) - len(edit.before)
    return tuple(found)
