"""A passage with its text: which copy is followed, and what was chosen where copies differ."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition.choosing import Decision
from generator.edition.passages import Copy, Passage
from generator.edition.witnesses import Block


@dataclass(frozen=True, slots=True)
class Established:
    """A passage, established.

    `decisions` are in order; `starts` gives where the text of each stands in `text`.  `stray`
    are words at the end of the only copy that stand elsewhere, too, and seem to be from there.
    """

    passage: Passage
    text: str
    copytext: Copy
    others: tuple[Copy, ...]
    decisions: tuple[Decision, ...]
    starts: tuple[int, ...]
    stray: str = ""

    @property
    def key(self) -> int:
        """The key of the passage: an article's number, FRONT, or -n before article n."""
        return self.passage.key

    @property
    def block(self) -> Block:
        """The block that carries the copy-text."""
        return self.passage.blocks[self.copytext.witness]

    @property
    def copies(self) -> tuple[Copy, ...]:
        """Every copy, the copy-text first."""
        return (self.copytext, *self.others)

    def copy_of(self, witness: int) -> Copy | None:
        """Return the copy of a witness, None where it lacks the passage."""
        return next((copy for copy in self.copies if copy.witness == witness), None)
