"""Of many passages the best that differ: what is shown first where all would be too many.

Greedy, as maximal marginal relevance is (Carbonell and Goldstein, 1998): each passage that is
taken is the one with most to say beside those taken before it.  What it has to say is its rank,
less what it repeats: words, the report, the place, the year.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Link, Piece

MANY = 40  # passages of an article up to which its page shows all
POOL = 8  # times as many as are wanted are compared, the strongest
LONGEST = 200  # letters of a passage that are compared
WORDS, REPORT, PLACE, YEAR = 1.0, 0.4, 0.15, 0.1  # what it costs to repeat


@dataclass(frozen=True, slots=True)
class _Candidate:
    link: Link
    worth: float
    pairs: frozenset[str]
    piece: Piece


def best_and_different(
    links: Sequence[Link], most: int, piece_of: Callable[[str], Piece]
) -> tuple[Link, ...]:
    """Return `most` of `links`, which are in order of worth: the best that differ, as chosen."""
    if len(links) <= most:
        return tuple(links)
    pool = [
        _candidate(link, 1 - at / (most * POOL), piece_of(link.report))
        for at, link in enumerate(links[: most * POOL])
    ]
    repeats = [0.0] * len(pool)
    taken: list[Link] = []
    left = set(range(len(pool)))
    while len(taken) < most:
        best = max(left, key=lambda at: (pool[at].worth - repeats[at], -at))
        left.remove(best)
        taken.append(pool[best].link)
        for at in left:
            repeats[at] = max(repeats[at], _repeated(pool[at], pool[best]))
    return tuple(taken)


def _candidate(link: Link, worth: float, piece: Piece) -> _Candidate:
    text = piece.text[link.start : min(link.end, link.start + LONGEST)]
    pairs = frozenset(map("".join, pairwise(char for char in text if char.isalpha())))
    return _Candidate(link, worth, pairs, piece)


def _repeated(one: _Candidate, other: _Candidate) -> float:
    """Return how much of `one` is told by `other`: the shorter one's words that both have, …"""
    least = min(len(one.pairs), len(other.pairs)) or 1
    own, its = one.piece, other.piece
    return (
        WORDS * len(one.pairs & other.pairs) / least
        + REPORT * (own.id == its.id)
        + PLACE * (own.place == its.place != "")
        + YEAR * (own.date[:4] == its.date[:4] != "")
    )
