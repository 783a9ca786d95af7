"""Collation: the copies of a base document -> its edition and apparatus."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.edition.apparatus import variants
from generator.edition.assembling import edition_of
from generator.edition.chosen_readings import ChosenReading, refuse_strange
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
from generator.structure import strange_annexes

__all__ = ["ChosenReading", "collate", "find_witnesses", "locate", "note_cleaning"]


def collate(
    base: Base,
    pieces: Sequence[Piece],
    preferred: Mapping[str, str] | None = None,
    readings: Sequence[ChosenReading] = (),
) -> Collation:
    """Return the collation of `pieces`, all copies of `base`.

    `preferred` is the editor's choice: what an article is called -> id of the witness to
    follow; `readings` are those chosen at single places.  ContentError when there is no such
    witness, article or place, or when a line that library.yml says an annex begins with stands
    in no witness.
    """
    ids = [piece.id for piece in pieces]
    for name, wanted in (preferred or {}).items():
        if wanted not in ids:
            known = "、".join(ids)
            raise ContentError(
                "library.yml", f"editorial.{base.id}.{name}：没有版本“{wanted}”；有的是{known}"
            )
    for each in readings:
        refuse_strange(each, {piece.id: piece.text for piece in pieces})
    chosen = {name: ids.index(wanted) for name, wanted in (preferred or {}).items()}
    for line in strange_annexes([piece.text for piece in pieces], base.annexes or ()):
        raise ContentError("library.yml", f"bases.{base.id}.annexes：各版本里都没有“{line}”这一行")
    parsed = read_sound(pieces, base)
    if parsed is None:
        parsed = read_damaged(pieces, base)
    followed = [(each.article, ids.index(each.follow), each.words) for each in readings]
    comparison = compare(parsed, chosen, base.id, followed)
    edition = edition_of(base, comparison)
    part_of = {article.number: part.number for part in edition.parts for article in part.articles}
    return Collation(
        edition,
        witnesses_of(comparison),
        tuple(variants(comparison, divide(comparison), part_of)),
        tuple(doubts(comparison, edition)),
    )
