"""Collation: the copies of a base document -> its edition and apparatus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.edition.apparatus import variants
from generator.edition.assembling import edition_of
from generator.edition.comparing import compare
from generator.edition.damaged_reading import read_damaged
from generator.edition.doubts import doubts
from generator.edition.framing import divide
from generator.edition.ledger_notes import locate, note_cleaning
from generator.edition.recognition import find_witnesses
from generator.edition.sound_reading import read_sound
from generator.edition.witness_worth import witnesses_of
from generator.errors import ContentError
from generator.model import Base, Collation, Piece

__all__ = ["collate", "find_witnesses", "locate", "note_cleaning"]


def collate(
    base: Base,
    pieces: Sequence[Piece],
    preferred: Mapping[int, str] | None = None,
    others: Sequence[str] = (),
) -> Collation:
    """Return the collation of `pieces`, all copies of `base`.

    `preferred` is the editor's choice: article number -> id of the witness to follow;
    ContentError when there is no such witness.  `others` are further texts that show the
    language of the library.
    """
    ids = [piece.id for piece in pieces]
    for number, wanted in (preferred or {}).items():
        if wanted not in ids:
            known = "、".join(ids)
            raise ContentError(
                "library.yml", f"editorial.{base.id}.{number}：没有版本“{wanted}”；有的是{known}"
            )
    chosen = {number: ids.index(wanted) for number, wanted in (preferred or {}).items()}
    parsed = read_sound(pieces, base)
    if parsed is None:
        parsed = read_damaged(pieces, base)
    comparison = compare(parsed, chosen, others)
    edition = edition_of(base, comparison)
    part_of = {article.number: part.number for part in edition.parts for article in part.articles}
    return Collation(
        edition,
        witnesses_of(comparison),
        tuple(variants(comparison, divide(comparison), part_of)),
        tuple(doubts(comparison, edition)),
    )
