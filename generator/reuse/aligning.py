"""Two texts laid side by side around seeds: what is the same, what differs, where it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

Counts = npt.NDArray[np.int64]
REACH = 64  # letters that are looked at beyond what is known to be shared
LONGEST_GAP = 200  # letters between two seeds that are compared letter by letter


@dataclass(frozen=True, slots=True)
class Block:
    """Letters `start`..`end` of one text that stand for `other_start`..`other_end` of the other.

    They are the `same` letter by letter, or differ.
    """

    same: bool
    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def size(self) -> int:
        """How many letters it has, in the text where it has more."""
        return max(self.end - self.start, self.other_end - self.other_start)


@dataclass(frozen=True, slots=True)
class Room:
    """The letters in which two texts may be laid side by side: a stretch of each.

    `sums` tells how many letters before each count.
    """

    letters: str
    sums: Counts
    low: int
    high: int
    other_low: int
    other_high: int

    def worth(self, block: Block) -> int:
        """Return how many letters of a block are the same and count, less those that differ."""
        if block.same:
            return int(self.sums[block.end] - self.sums[block.start])
        return -block.size


def aligned(room: Room, seeds: Sequence[tuple[int, int]], size: int) -> list[list[Block]]:
    """Return the parts that two texts share around `seeds` of `size` letters, which ascend.

    A part is a run of blocks in which more letters are the same and count than differ, whatever
    is added or taken away at its ends (Ruzzo and Tompa, A linear time algorithm for finding all
    maximal scoring subsequences, 1999).
    """
    blocks = list(_between(room, seeds, size))
    blocks = [*_before(room, blocks[0]), *blocks, *_behind(room, blocks[-1])]
    return [blocks[first:last] for first, last in _parts([room.worth(each) for each in blocks])]


def _between(room: Room, seeds: Sequence[tuple[int, int]], size: int) -> Iterator[Block]:
    """Yield the blocks from the first seed to the last."""
    at, other = seeds[0]
    for start, other_start in seeds:
        if start < at or other_start < other:
            continue
        yield from _compared(room.letters, at, start, other, other_start)
        length = size + _agreeing(
            room.letters,
            start + size,
            other_start + size,
            min(room.high - start, room.other_high - other_start) - size,
        )
        at, other = start + length, other_start + length
        yield Block(True, start, at, other_start, other)


def _before(room: Room, first: Block) -> list[Block]:
    """Return the blocks before `first`, as far as anything there is shared."""
    found: list[Block] = []
    at, other = first.start, first.other_start
    while True:
        low, other_low = max(room.low, at - REACH), max(room.other_low, other - REACH)
        blocks = list(_compared(room.letters, low, at, other_low, other))
        kept = _best([room.worth(each) for each in reversed(blocks)])
        found = [*blocks[len(blocks) - kept :], *found]
        if not kept:
            return found
        at, other = found[0].start, found[0].other_start


def _behind(room: Room, last: Block) -> list[Block]:
    """Return the blocks behind `last`, as far as anything there is shared."""
    found: list[Block] = []
    at, other = last.end, last.other_end
    while True:
        high, other_high = min(room.high, at + REACH), min(room.other_high, other + REACH)
        blocks = list(_compared(room.letters, at, high, other, other_high))
        kept = _best([room.worth(each) for each in blocks])
        found += blocks[:kept]
        if not kept:
            return found
        at, other = found[-1].end, found[-1].other_end


def _best(worths: Sequence[int]) -> int:
    """Return how many of the first are worth most together."""
    best = count = score = 0
    for number, worth in enumerate(worths, 1):
        score += worth
        if score > best:
            best, count = score, number
    return count


def _compared(
    letters: str, start: int, end: int, other_start: int, other_end: int
) -> Iterator[Block]:
    """Yield the blocks of two spans, by the least number of letters that are to be changed."""
    if start == end and other_start == other_end:
        return
    if max(end - start, other_end - other_start) > LONGEST_GAP:
        yield Block(False, start, end, other_start, other_end)
        return
    steps = Levenshtein.opcodes(letters[start:end], letters[other_start:other_end])
    changed: Block | None = None
    for step in steps:
        block = Block(
            step.tag == "equal",
            start + step.src_start,
            start + step.src_end,
            other_start + step.dest_start,
            other_start + step.dest_end,
        )
        if block.same:
            if changed:
                yield changed
            changed = None
            yield block
        elif changed:
            changed = Block(False, changed.start, block.end, changed.other_start, block.other_end)
        else:
            changed = block
    if changed:
        yield changed


def _agreeing(letters: str, one: int, other: int, room: int) -> int:
    """Return how many letters, `room` at most, are the same from two places on."""
    agreed, step = 0, 8
    while step and agreed < room:
        step = min(step, room - agreed)
        if (
            letters[one + agreed : one + agreed + step]
            == letters[other + agreed : other + agreed + step]
        ):
            agreed += step
            step *= 2
        else:
            step //= 2
    return max(0, agreed)


def _parts(worths: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first of each part that is worth most, and the first behind it."""
    found: list[tuple[int, int, int, int]] = []  # first, last, the sum before it and with it
    total = 0
    for number, worth in enumerate(worths):
        before = total
        total += worth
        if worth <= 0:
            continue
        part = (number, number + 1, before, total)
        while True:
            at = len(found) - 1
            while at >= 0 and found[at][2] >= part[2]:
                at -= 1
            if at < 0 or found[at][3] >= part[3]:
                found.append(part)
                break
            part = (found[at][0], part[1], found[at][2], part[3])
            del found[at:]
    return [(first, last) for first, last, _, _ in found]
