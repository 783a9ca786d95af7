"""A witness's copy of an article, and what was taken out of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.collation.strands import Strand, letter_count
from generator.collation.witnesses import ends_whole

MaskKind = Literal["splice", "duplicate", "misplacement", "foreign"]


@dataclass(frozen=True, slots=True)
class Mask:
    """Text taken out of a copy: it stood before `at` of the strand that is left.

    `start`..`end` in the piece's text; `target` is the article (0 for text outside
    articles) whose wording it repeats, `target_witness` the witness that shows it.
    """

    kind: MaskKind
    at: int
    text: str
    start: int
    end: int
    target: int | None = None
    target_witness: int | None = None
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """A witness's copy of an article: what is left of it after the masks."""

    witness: int
    strand: Strand
    masks: tuple[Mask, ...] = ()


def damage(copy: Copy) -> int:
    """Return how much of a copy was intrusive, in letters, and 5 more for a broken end."""
    return sum(letter_count(mask.text) for mask in copy.masks) + (
        0 if ends_whole(copy.strand.text) else 5
    )
