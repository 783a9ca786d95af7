"""A witness's copy of an article, and what was taken out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.collation.strands import Strand, letter_count
from generator.collation.witnesses import Block, ends_whole

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
class Orphan:
    """The end of article `owner` stands at start..end of a piece's text, behind a repeat."""

    start: int
    end: int
    owner: int


@dataclass(slots=True)
class Cluster:
    """The copies of one article: by witness the block that carries it, and repeats of it.

    `orphans` gives for a repeat (by identity) what stands behind it.
    """

    blocks: dict[int, Block] = field(default_factory=dict)
    repeats: list[Block] = field(default_factory=list)
    number: int | None = None
    orphans: dict[int, Orphan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Copy:
    """A witness's copy of an article: what is left of it after the masks.

    `open`: spans of the piece's text of which it is not settled whether they belong.
    """

    witness: int
    strand: Strand
    masks: tuple[Mask, ...] = ()
    open: tuple[tuple[int, int], ...] = ()

    def is_open(self, start: int, end: int) -> bool:
        """Tell whether it is not settled that strand[start:end] belongs."""
        begin, stop = self.strand.span(start, end)
        return any(low < stop and begin < high for low, high in self.open)


def damage(copy: Copy) -> int:
    """Return how much of a copy was intrusive, in letters, and 5 more for a broken end."""
    return sum(letter_count(mask.text) for mask in copy.masks) + (
        0 if ends_whole(copy.strand.text) else 5
    )
