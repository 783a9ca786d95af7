"""How a source was taken from its file, for the exports: what is in the text and what is not."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from generator.model import Piece, Source


def source_import(source: Source) -> dict[str, Any] | None:
    """Return the whole import record of a source; None for a plain text."""
    original = source.original
    if original is None:
        return None
    return {
        "format": original.format,
        "reader": original.reader,
        "parts": [asdict(each) for each in original.parts],
    }


def piece_import(piece: Piece, source: Source) -> dict[str, Any] | None:
    """Return what was taken for a piece and what was left out beside it; None for a plain text.

    Parts count where they overlap the piece's span; what was left out, where it would stand.
    """
    original = source.original
    if original is None:
        return None
    inside = [
        each for each in original.parts if each.start <= piece.end and each.end >= piece.start
    ]
    return {
        "format": original.format,
        "reader": original.reader,
        "taken": sum(1 for each in inside if each.start < each.end),
        "left_out": [
            {"place": each.place, "kind": each.kind, "text": each.left_out, "reason": each.reason}
            for each in inside
            if each.start == each.end
        ],
    }
