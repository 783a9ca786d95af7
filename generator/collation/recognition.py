"""Finding the copies of a base document among the pieces, by content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.errors import ContentError
from generator.model import Base, Piece

GRAM = 8
COPY = 0.4  # share of the smaller text's n-grams that a copy has in common with another copy


def find_witnesses(pieces: Sequence[Piece], bases: Sequence[Base]) -> dict[str, tuple[Piece, ...]]:
    """Return for each base id the pieces that are copies of it.

    ContentError when a base has no copy or two bases claim the same piece.
    """
    found: dict[str, tuple[Piece, ...]] = {}
    owner: dict[str, str] = {}
    for base in bases:
        seeds = [piece for piece in pieces if _states_title(piece, base)]
        grams = [_grams(seed.text) for seed in seeds]
        copies = tuple(
            piece
            for piece in pieces
            if piece in seeds or any(_alike(_grams(piece.text), seed) for seed in grams)
        )
        if not copies:
            raise ContentError("library.yml", f"在来源中找不到基准文件“{base.title}”的任何版本")
        for piece in copies:
            if other := owner.get(piece.id):
                raise ContentError(
                    "library.yml", f"{piece.id} 同时被 {other} 和 {base.id} 认作版本"
                )
            owner[piece.id] = base.id
        found[base.id] = copies
    return found


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)


def _states_title(piece: Piece, base: Base) -> bool:
    head = [_plain(line) for line in piece.text.splitlines() if line.strip()][:3]
    return _plain(base.title) in head and len(piece.text) > 20 * len(base.title)


def _grams(text: str) -> set[str]:
    plain = _plain(text)
    return {plain[at : at + GRAM] for at in range(len(plain) - GRAM + 1)}


def _alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= COPY * max(1, min(len(one), len(other)))
