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

from generator.reuse.reading import Corpus
from generator.reuse.runs import Flags, Positions, new_ones, run_hashes

SEED = 6
SEED_OWN = 3  # letters of a seed that are neither a document's nor everybody's
FEW = 8  # reports up to which a passage is shared; what more have is common
MOST = 64
AT_ONCE = 1 << 22  # seeds that are sorted together, so that memory stays small
LOOKED_AT = 1 << 14  # seeds whose surroundings are looked at together
AROUND = 24  # letters to each side of a seed
SHIFTS = (0, -1, 1, -2, 2)
ENOUGH = 7  # letters around a seed that agree where there is something to grow

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
    parts = 1 + len(corpus.letters) // AT_ONCE
    bits = (parts - 1).bit_length()
    found = [_of_part(corpus, weights, bits, part) for part in range(1 << bits)]
    ways = np.unique(np.concatenate(found))
    ways = ways[_first_of_rows(ways)]
    here, there = (
        (ways >> np.uint64(32)).astype(np.int64),
        (ways & np.uint64(0xFFFFFFFF)).astype(np.int64),
    )
    padded = np.frombuffer(
        (corpus.letters + "\0" * 2 * AROUND).encode("utf-32-le", "surrogatepass"), dtype=np.uint32
    )
    kept = [
        _promising(padded, here[at : at + LOOKED_AT], there[at : at + LOOKED_AT])
        for at in range(0, len(here), LOOKED_AT)
    ]
    some = np.concatenate([*kept, np.zeros(0, dtype=np.bool_)])
    return Seeds(here[some], there[some])


def _of_part(
    corpus: Corpus, weights: npt.NDArray[np.bool_], bits: int, part: int
) -> npt.NDArray[np.uint64]:
    """Return the ways, here << 32 | there, of the seeds whose hashes begin with `part`."""
    hashes = [np.zeros(0, dtype=np.uint64)]
    places = [np.zeros(0, dtype=np.int32)]
    for start, codes, stretches in corpus.slices():
        if len(codes) < SEED:
            continue
        runs = run_hashes(codes, SEED)
        sums = np.concatenate(([0], np.cumsum(weights[start : start + len(codes)])))
        kept = sums[SEED:] - sums[:-SEED] >= SEED_OWN
        kept &= stretches[: len(runs)] == stretches[SEED - 1 :]
        if bits:
            kept &= (runs >> np.uint64(64 - bits)) == part
        at = np.flatnonzero(kept)
        hashes.append(runs[at])
        places.append((at + start).astype(np.int32))
    every, where = np.concatenate(hashes), np.concatenate(places)
    order = np.argsort(every, kind="stable")
    every, where = every[order], where[order]
    owners = corpus.owners[corpus.stretch(where.astype(np.int64))]
    first = new_ones(every) | new_ones(owners)  # of one report the first place of a run
    every, where = every[first], where[first]
    return np.concatenate([*_ways(every, where.astype(np.uint64)), np.zeros(0, dtype=np.uint64)])


def _ways(
    every: npt.NDArray[np.uint64], where: npt.NDArray[np.uint64]
) -> Iterator[npt.NDArray[np.uint64]]:
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
        yield (where[at] << np.uint64(32)) | where[at + step]


def _first_of_rows(ways: npt.NDArray[np.uint64]) -> Flags:
    """Tell which ways do not go on where another, one letter before it, has led already."""
    before = ways - np.uint64((1 << 32) + 1)
    at = np.searchsorted(ways, before)
    at[at == len(ways)] = 0
    first: Flags = ways[at] != before
    return first


def _promising(codes: Codes32, here: Positions, there: Positions) -> Flags:
    """Tell which seeds have letters around them that agree, one or two places apart at most.

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
    return enough
