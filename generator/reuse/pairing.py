"""What two reports share, exact or changed here and there: seeds, laid side by side.

Letters count that are neither words of a document nor common, that is in a passage that more than
FEW reports have.  Two reports share a run where the letters that are the same and count are LEAST
more than those that differ.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from generator.model import FEW
from generator.reuse.aligning import Block, Counts, Room, aligned
from generator.reuse.finding import Repeat
from generator.reuse.reading import Corpus
from generator.reuse.runs import Flags, Positions
from generator.reuse.seeds import SEED, find_seeds
from generator.reuse.winnowing import Prints, frequent_letters
from generator.reuse.wording import LEAST, Wording

APART = 100  # letters between two seeds of one run at most
ASIDE = 30  # letters that one text may have more than the other between them
MARGIN = 12  # letters


@dataclass(frozen=True, slots=True)
class Pairing:
    """Letters of the corpus that two reports share.

    `same` holds three numbers for each block of the same letters, in order: where it begins in the
    report that comes first, where in the other, and its size.  What lies between differs.  They
    are packed, as there may be millions.
    """

    same: array[int]

    @property
    def here(self) -> tuple[int, int]:
        """Where it begins and ends in the report that comes first."""
        return self.same[0], self.same[-3] + self.same[-1]

    @property
    def there(self) -> tuple[int, int]:
        """Where it begins and ends in the other report."""
        return self.same[1], self.same[-2] + self.same[-1]

    @property
    def blocks(self) -> Iterator[tuple[int, int, int]]:
        """The blocks of the same letters."""
        numbers = iter(self.same)
        return zip(numbers, numbers, numbers, strict=True)

    @property
    def changes(self) -> Iterator[tuple[int, int, int, int]]:
        """Where letters differ: from and to in the one report, from and to in the other."""
        for (start, other, size), (later, other_later, _) in pairwise(self.blocks):
            yield start + size, later, other + size, other_later


def own_letters(corpus: Corpus, wording: Wording) -> Flags:
    """Tell which letters of the corpus are the writers' own."""
    own = [np.zeros(0, dtype=np.bool_)]
    for start, codes, stretches in corpus.slices():
        bounds = np.flatnonzero(np.diff(stretches, prepend=-1))
        own.append(wording.own(corpus.letters[start : start + len(codes)], bounds))
    return np.concatenate(own)


def letters_of_many(
    corpus: Corpus, prints: Prints, repeats: Iterable[Repeat], reports: int
) -> Flags:
    """Tell which letters stand in passages or fingerprints that more than so many reports have."""
    steps = np.zeros(len(corpus.letters) + 1, dtype=np.int32)
    for each in repeats:
        if len(each.starts) > reports:
            starts = np.array(each.starts)
            if len(np.unique(corpus.owners[corpus.stretch(starts)])) > reports:
                np.add.at(steps, starts, 1)
                np.add.at(steps, starts + each.size, -1)
    many: Flags = np.cumsum(steps[:-1]) > 0
    return many | frequent_letters(corpus, prints, reports)


def find_pairings(corpus: Corpus, repeats: Sequence[Repeat], counting: Flags) -> list[Pairing]:
    """Return what each two reports share, in order; `counting` tells the letters that count.

    What more than FEW reports have is told of each and the next one.
    """
    if not len(corpus.letters):
        return []
    sums = np.concatenate(([0], np.cumsum(counting)))
    found = find_seeds(corpus, counting)
    here, there = _with_repeats(corpus, repeats, sums, found.here, found.there)
    stretches, other_stretches = corpus.stretch(here), corpus.stretch(there)
    order = np.lexsort((here, other_stretches, stretches))
    here, there = here[order], there[order]
    stretches, other_stretches = stretches[order], other_stretches[order]
    new = (np.diff(stretches) != 0) | (np.diff(other_stretches) != 0)
    edges = [0, *(np.flatnonzero(new) + 1).tolist(), len(here)]
    made: list[Pairing] = []
    for first, last in pairwise(edges):
        if first < last:
            room = _room(corpus, sums, int(stretches[first]), int(other_stretches[first]))
            seeds = list(zip(here[first:last].tolist(), there[first:last].tolist(), strict=True))
            made += _of_stretches(room, seeds, sums)
    return sorted(made, key=lambda each: (each.here, each.there))


def _with_repeats(
    corpus: Corpus, repeats: Iterable[Repeat], sums: Counts, here: Positions, there: Positions
) -> tuple[Positions, Positions]:
    """Return the seeds with those that lie in passages of few reports, whatever their letters."""
    more: list[tuple[int, int]] = []
    for each in repeats:
        start = each.starts[0]
        if len(each.starts) > FEW or sums[start + each.size] - sums[start] < LEAST:
            continue
        starts = np.array(each.starts)
        owners = corpus.owners[corpus.stretch(starts)].tolist()
        more += [
            (one, other)
            for at, one in enumerate(each.starts)
            for later, other in enumerate(each.starts[at + 1 :], at + 1)
            if owners[at] != owners[later]
        ]
    added = np.array(more, dtype=np.int64).reshape(-1, 2)
    return np.concatenate((here, added[:, 0])), np.concatenate((there, added[:, 1]))


def _room(corpus: Corpus, sums: Counts, stretch: int, other: int) -> Room:
    bounds = corpus.bounds
    return Room(
        corpus.letters,
        sums,
        int(bounds[stretch]),
        int(bounds[stretch + 1]),
        int(bounds[other]),
        int(bounds[other + 1]),
    )


def _of_stretches(room: Room, seeds: Sequence[tuple[int, int]], sums: Counts) -> Iterator[Pairing]:
    """Yield what two stretches share around their seeds, each letter of the first once at most."""
    done: list[Pairing] = []
    for chain in _chains(seeds):
        rest = [each for each in chain if not any(_holds(known, each) for known in done)]
        if not rest:
            continue
        for blocks in aligned(room, rest, SEED):
            pairing = _weighed(blocks, sums)
            if pairing is not None and not any(_overlap(pairing, known) for known in done):
                done.append(pairing)
                yield pairing


def _chains(seeds: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Return the seeds in chains of which each lies in both texts shortly behind the one before.

    The longest chains come first.
    """
    chains: list[list[tuple[int, int]]] = []
    for here, there in seeds:
        for chain in reversed(chains[-8:]):
            step, other_step = here - chain[-1][0], there - chain[-1][1]
            if step <= APART and abs(step - other_step) <= ASIDE and other_step > 0:
                chain.append((here, there))
                break
        else:
            chains.append([(here, there)])
    return sorted(chains, key=lambda chain: (-len(chain), chain[0]))


def _holds(pairing: Pairing, seed: tuple[int, int]) -> bool:
    return (
        pairing.here[0] <= seed[0] < pairing.here[1]
        and pairing.there[0] <= seed[1] < pairing.there[1]
    )


def _overlap(one: Pairing, other: Pairing) -> bool:
    """Tell whether two pairings of the same reports have much of either text in common."""
    return any(
        2 * (min(a[1], b[1]) - max(a[0], b[0])) > min(a[1] - a[0], b[1] - b[0])
        for a, b in ((one.here, other.here), (one.there, other.there))
    )


def _weighed(blocks: Sequence[Block], sums: Counts) -> Pairing | None:
    """Return the blocks from the first letters that count to the last; None where they are few."""
    weights = [int(sums[each.end] - sums[each.start]) if each.same else 0 for each in blocks]
    counting = [at for at, weight in enumerate(weights) if weight]
    if not counting or sum(weights) < LEAST:
        return None
    first, last = counting[0], counting[-1]
    differing = sum(each.size for each in blocks[first : last + 1] if not each.same)
    if sum(weights) - differing < MARGIN:
        return None
    same = array("i")
    for at, block in enumerate(blocks[first : last + 1], first):
        if block.same:
            start, end = block.start, block.end
            if at == first:  # without the letters at an end that do not count
                start = int(np.searchsorted(sums[: end + 1], sums[start], side="right")) - 1
            if at == last:
                end = int(np.searchsorted(sums[: end + 1], sums[end], side="left"))
            other = start - block.start + block.other_start
            if same and (same[-3] + same[-1], same[-2] + same[-1]) == (start, other):
                same[-1] += end - start
            else:
                same.extend((start, other, end - start))
    return Pairing(same)
