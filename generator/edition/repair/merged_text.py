"""What the witnesses have in common, merged from their sequences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.edition.repair.tokens import TokenSequence


@dataclass(slots=True)
class Dropped:
    """Tokens low to high of a witness that are not the document's there.

    `parallel` is the index in the merged text where these words are at home, None where they
    are nowhere else; `shown` the witness that has them there.
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
    shared: bytearray
    dropped: list[Dropped] = field(default_factory=list)
    openings: list[int] = field(default_factory=list)
    open: bytearray = field(default_factory=bytearray)

    def stops(self) -> list[bool]:
        """Return whether a sentence stops behind each token."""
        return [self.sequences[w].stops[t] for w, t in self.leads]


def in_order(merged: MergedText, order: Sequence[int]) -> MergedText:
    """Return a merged text in another order of its tokens."""
    new = {old: at for at, old in enumerate(order)}
    made = MergedText(
        "".join(merged.tokens[at] for at in order),
        [merged.leads[at] for at in order],
        merged.sequences,
        {w: [new[at] if at >= 0 else -1 for at in places] for w, places in merged.place.items()},
        bytearray(merged.shared[at] for at in order),
    )
    made.dropped = [
        replace(each, parallel=None if each.parallel is None else new.get(each.parallel))
        for each in merged.dropped
    ]
    made.open = bytearray(merged.open[at] for at in order)
    made.openings = [new[at] for at in merged.openings]
    return made
