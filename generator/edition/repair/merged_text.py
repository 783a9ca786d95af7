"""What the witnesses have in common and what one has alone, merged into one text of tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.edition.repair.tokens import TokenSequence


@dataclass(frozen=True, slots=True)
class Dropped:
    """Tokens low to high of a witness that are not the document's there.

    `parallel` is the index in the merged text where these words stand, None where they are
    nowhere else; `shown` the witness that has them there.  `splice`: another text stands in
    their place.
    """

    witness: int
    low: int
    high: int
    parallel: int | None
    shown: int | None
    splice: bool
    doubtful: bool


@dataclass(slots=True)
class MergedText:
    """The tokens that are true as far as the witnesses tell, and where each stands in them.

    `leads[i]` is (witness, token) that gave token i.  `place[w][t]` is where token t of
    witness w stands, -1 where it was dropped.  `openings`: where a text that only one
    witness has begins behind a stop; `open[i]`: it is not settled whether token i belongs.
    """

    tokens: str
    leads: list[tuple[int, int]]
    sequences: dict[int, TokenSequence]
    place: dict[int, list[int]]
    open: bytearray
    dropped: list[Dropped] = field(default_factory=list)
    openings: list[int] = field(default_factory=list)

    def stops(self) -> list[bool]:
        """Return whether a sentence stops behind each token."""
        return [self.sequences[w].stops[t] for w, t in self.leads]

    def reordered(self, order: Sequence[int]) -> MergedText:
        """Return the text with its tokens in another order."""
        new = {old: at for at, old in enumerate(order)}
        return MergedText(
            "".join(self.tokens[at] for at in order),
            [self.leads[at] for at in order],
            self.sequences,
            {w: [new.get(at, -1) for at in places] for w, places in self.place.items()},
            bytearray(self.open[at] for at in order),
            [
                replace(each, parallel=None if each.parallel is None else new[each.parallel])
                for each in self.dropped
            ],
            [new[at] for at in self.openings],
        )


def alone(sequence: TokenSequence) -> MergedText:
    """Return the merged text of one witness."""
    count = len(sequence.tokens)
    return MergedText(
        sequence.tokens,
        [(sequence.witness, at) for at in range(count)],
        {sequence.witness: sequence},
        {sequence.witness: list(range(count))},
        bytearray(count),
    )
