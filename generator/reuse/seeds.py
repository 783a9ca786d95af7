"""Seeds: short runs of letters that few reports have, from which shared text is grown.

A text copied and then changed, a word here and a letter there, has no long run in common with
what it was copied from; of the runs of SEED letters some are left even where three letters in ten
are others.  A run that at most FEW reports have leads from each to each; one that more have
leads from each report to the next, so that there are never more ways than letters; one that more
than MOST have is everybody's words.  What lies around a seed tells in one look whether anything
may be there to be grown (Altschul and others, Basic local alignment search tool, 1990).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.model import FEW
from generator.reuse.reading import Corpus
from generator.reuse.runs import Codes, Flags, Positions, new_ones, run_hashes

SEED = 6
SEED_OWN = 3  # letters of a seed that are neither a document's nor everybody's
MOST = 64
AT_ONCE = 1 << 21  # seeds that are looked at together, so that memory stays small
LOOKED_AT = 1 << 14  # seeds whose surroundings are looked at together
AROUND = 24  # letters to each side of a seed
SHIFTS = (0, -1, 1, -2, 2)
ENOUGH = 7  # letters around a seed that agree where there is something to grow

LOW = np.uint64(32)
PLACE = np.uint64(0xFFFFFFFF)

Codes32 = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Seeds:
    """Letters `here` and `there` of the corpus from which on SEED letters are the same.

    They are in different reports, and `here` is in the one that comes first; in order.
    """

    here: Positions
    there: Positions


def find_seeds(corpus: Corpus, weights: npt.NDArray[np.bool_]) -> Seeds:
    """Return the seeds of a corpus; `weights` tells which letters count."""
    runs = _runs(corpus, weights)
    found = [_ways_of_part(corpus, part) for part in _parts(runs)]
    del runs
    ways = np.unique(np.concatenate([*found, np.zeros(0, dtype=np.uint64)]))
    ways = ways[_first_of_rows(ways)]
    padded = np.frombuffer(
        (corpus.letters + "\0" * 2 * AROUND).encode("utf-32-le", "surrogatepass"), dtype=np.uint32
    )
    here = [np.zeros(0, dtype=np.int64)]
    there = [np.zeros(0, dtype=np.int64)]
    for at in range(0, len(ways), LOOKED_AT):
        some = ways[at : at + LOOKED_AT]
        one, other = (some >> LOW).astype(np.int64), (some & PLACE).astype(np.int64)
        kept = _promising(padded, one, other)
        here.append(one[kept])
        there.append(other[kept])
    return Seeds(np.concatenate(here), np.concatenate(there))


def _runs(corpus: Corpus, weights: npt.NDArray[np.bool_]) -> Codes:
    """Return half a hash of each run of SEED letters that count, and where it is, in order.

    Runs with the same half that are not the same are told apart later on.
    """
    found: list[Codes] = [np.zeros(0, dtype=np.uint64)]
    for start, codes, stretches in corpus.slices():
        if len(codes) < SEED:
            continue
        sums = np.concatenate(([0], np.cumsum(weights[start : start + len(codes)])))
        kept = sums[SEED:] - sums[:-SEED] >= SEED_OWN
        kept &= stretches[: len(kept)] == stretches[SEED - 1 :]
        at = np.flatnonzero(kept)
        hashes = run_hashes(codes, SEED)[at]
        found.append((hashes >> LOW) << LOW | (at + start).astype(np.uint64))
    runs = np.concatenate(found)
    found.clear()
    runs.sort()
    return runs


def _parts(runs: Codes) -> Iterator[Codes]:
    """Yield the runs in parts of some AT_ONCE; those with the same hash stand in one."""
    first = 0
    while first < len(runs):
        last = min(first + AT_ONCE, len(runs)) - 1
        end = int(np.searchsorted(runs, runs[last] | PLACE, side="right"))
        yield runs[first:end]
        first = end


def _ways_of_part(corpus: Corpus, part: Codes) -> Codes:
    """Return the ways, here << 32 | there, between places with the same half of a hash."""
    every, where = part >> LOW, part & PLACE
    owners = corpus.owners[corpus.stretch(where.astype(np.int64))]
    first = new_ones(every) | new_ones(owners)  # of one report the first place of a run
    return np.concatenate(list(_ways(every[first], where[first])))


def _ways(every: Codes, where: Codes) -> Iterator[Codes]:
    """Yield the ways between places with the same hash: from each to each, or to the next."""
    first = np.flatnonzero(new_ones(every))
    sizes = np.diff(np.append(first, len(every)))
    few = np.repeat(sizes <= FEW, sizes)
    several = np.repeat((sizes > 1) & (sizes <= MOST), sizes)
    for step in range(1, FEW):
        fits = several[:-step] & (every[step:] == every[:-step])
        if step > 1:
            fits &= few[:-step]
        at = np.flatnonzero(fits)
        yield (where[at] << LOW) | where[at + step]


def _first_of_rows(ways: Codes) -> Flags:
    """Tell which ways do not go on where another, one letter before it, has led already."""
    before = ways - np.uint64((1 << 32) + 1)
    at = np.searchsorted(ways, before)
    at[at == len(ways)] = 0
    first: Flags = ways[at] != before
    return first


def _promising(codes: Codes32, here: Positions, there: Positions) -> Flags:
    """Tell which are seeds, and have letters around that agree, one or two places apart at most.

    A row of seeds counts as one; so letters behind the first of them that agree are counted.
    """
    steps = np.arange(AROUND)
    found = np.zeros(len(here), dtype=np.int64)
    for way in (1, -1):
        own = codes[(here[:, None] + (SEED if way > 0 else -1) + way * steps) % len(codes)]
        best = np.zeros(len(here), dtype=np.int64)
        for shift in SHIFTS:
            other = codes[
                (there[:, None] + (SEED if way > 0 else -1) + way * steps + shift) % len(codes)
            ]
            best = np.maximum(best, (own == other).sum(axis=1))
        found += best
    enough: Flags = found >= ENOUGH
    for step in range(SEED):
        enough &= codes[here + step] == codes[there + step]
    return enough
