"""What the witnesses have in common, woven from their streams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.collation.streams import Stream


@dataclass(slots=True)
class Dropped:
    """Tokens low to high of a witness that are not the document's there.

    `origin` is the index in the woven text where these words are at home, None where they
    are nowhere else; `shown` the witness that has them there.
    """

    witness: int
    low: int
    high: int
    origin: int | None
    shown: int | None
    splice: bool
    doubtful: bool


@dataclass(slots=True)
class Woven:
    """The tokens that are true as far as the witnesses tell, and where each stands in them.

    `leads[i]` is (witness, token) that gave token i.  `place[w][t]` is where token t of
    witness w stands, -1 where it was dropped.  `openings`: where a text that only one
    witness has begins behind a stop; `open[i]`: it is not settled whether token i belongs.
    """

    tokens: str
    leads: list[tuple[int, int]]
    streams: dict[int, Stream]
    place: dict[int, list[int]]
    shared: bytearray
    dropped: list[Dropped] = field(default_factory=list)
    openings: list[int] = field(default_factory=list)
    open: bytearray = field(default_factory=bytearray)

    def stops(self) -> list[bool]:
        """Return whether a sentence stops behind each token."""
        return [self.streams[w].stops[t] for w, t in self.leads]


def woven_in(woven: Woven, order: Sequence[int]) -> Woven:
    """Return a woven text in another order of its tokens."""
    new = {old: at for at, old in enumerate(order)}
    made = Woven(
        "".join(woven.tokens[at] for at in order),
        [woven.leads[at] for at in order],
        woven.streams,
        {w: [new[at] if at >= 0 else -1 for at in places] for w, places in woven.place.items()},
        bytearray(woven.shared[at] for at in order),
    )
    made.dropped = [
        replace(each, origin=None if each.origin is None else new.get(each.origin))
        for each in woven.dropped
    ]
    made.open = bytearray(woven.open[at] for at in order)
    made.openings = [new[at] for at in woven.openings]
    return made
