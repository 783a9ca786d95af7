"""A passage: an article or a stretch of running text, as every witness has it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.edition.segments import Segment, letter_count
from generator.edition.witnesses import Block

FRONT = 0  # the key of the text before the first article

MaskKind = Literal["splice", "duplicate", "misplacement", "foreign"]


@dataclass(frozen=True, slots=True)
class Mask:
    """Text taken out of a copy: it stood before `at` of the segment that is left.

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
    """A witness's copy of a passage: what is left of it after the masks.

    `open`: spans of the piece's text of which it is not settled whether they belong.
    """

    witness: int
    segment: Segment
    masks: tuple[Mask, ...] = ()
    open: tuple[tuple[int, int], ...] = ()

    def is_open(self, start: int, end: int) -> bool:
        """Tell whether it is not settled that segment[start:end] belongs."""
        begin, stop = self.segment.span(start, end)
        return any(low < stop and begin < high for low, high in self.open)

    @property
    def damage(self) -> int:
        """How much of the copy was intrusive, in letters."""
        return sum(letter_count(mask.text) for mask in self.masks)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A block that gives a passage a second time.

    `rest` is what stands behind it in the same block, start..end of the piece's text, and
    `owner` the key of the passage that it is the end of.
    """

    block: Block
    rest: tuple[int, int] | None = None
    owner: int = FRONT


@dataclass(frozen=True, slots=True)
class Passage:
    """An article (`key` its number) or running text (FRONT, or -n right before article n).

    `copies` in the order of the witnesses; `blocks` by witness the block that carries its
    copy.
    """

    key: int
    copies: tuple[Copy, ...]
    blocks: Mapping[int, Block]
    repeats: tuple[Repeat, ...] = field(default=())
