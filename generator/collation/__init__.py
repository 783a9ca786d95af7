"""Collation: the copies of a base document -> its edition and apparatus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.collation.edition import establish
from generator.collation.parsing import parse_witness
from generator.collation.recognition import find_witnesses
from generator.model import Base, Collation, Piece, Witness

__all__ = ["collate", "find_witnesses"]


def collate(
    base: Base, pieces: Sequence[Piece], preferred: Mapping[int, str] | None = None
) -> Collation:
    """Return the collation of `pieces`, all copies of `base`.

    `preferred` is the editor's choice: article number -> id of the witness to follow.
    """
    parsed = [parse_witness(piece, base) for piece in pieces]
    edition = establish(base, parsed, preferred or {})
    numbers = tuple(article.number for article in edition.articles)
    witnesses = tuple(
        Witness(each.piece.id, each.piece, each.has_title, bool(each.parts), numbers, (), ())
        for each in parsed
    )
    return Collation(edition, witnesses, (), ())
