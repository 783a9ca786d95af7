"""Runs of letters as numbers: hashes of every run of a given length, and looking them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.uint64]
Positions = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

FACTOR = np.uint64(0x100000001B3)


def codes_of(letters: str) -> Codes:
    """Return the code points of `letters`."""
    data = letters.encode("utf-32-le", "surrogatepass")
    return np.frombuffer(data, dtype=np.uint32).astype(np.uint64)


def run_hashes(codes: Codes, size: int, at: Positions | None = None) -> Codes:
    """Return a hash of the `size` letters from each position on, or from the positions `at` on.

    A polynomial modulo 2^64, then the mixing of Steele, Lea and Flood (SplitMix, 2014), so that
    all bits are as good as random.
    """
    count = max(0, len(codes) - size + 1)
    runs = np.zeros(count if at is None else len(at), dtype=np.uint64)
    for place in range(size):
        runs *= FACTOR
        runs += codes[place : place + count] if at is None else codes[at + place]
    return _mixed(runs)


def hashes_by_size(codes: Codes, sizes: Iterable[int]) -> Iterator[Codes]:
    """Yield for each of `sizes`, which ascend, what `run_hashes` returns."""
    runs, length = np.zeros(len(codes) + 1, dtype=np.uint64), 0
    for size in sizes:
        for place in range(length, size):
            count = max(0, len(codes) - place)
            runs = runs[:count] * FACTOR + codes[place : place + count]
        length = size
        yield _mixed(runs.copy())


def _mixed(runs: Codes) -> Codes:
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        runs ^= runs >> np.uint64(shift)
        runs *= np.uint64(factor)
    runs ^= runs >> np.uint64(31)
    return runs


def among(values: Codes, known: Codes) -> Flags:
    """Tell which of `values` are among `known`, which is sorted; both are hashes.

    Their last bits tell most of those that are not, without a search.
    """
    if not len(known):
        return np.zeros(len(values), dtype=np.bool_)
    low = np.uint64((1 << (len(known).bit_length() + 4)) - 1)
    table = np.zeros(int(low) + 1, dtype=np.bool_)
    table[known & low] = True
    hits: Flags = table[values & low]
    likely = np.flatnonzero(hits)
    found = np.searchsorted(known, values[likely])
    found[found == len(known)] = 0
    hits[likely] = known[found] == values[likely]
    return hits


def new_ones(ordered: npt.NDArray[Any]) -> Flags:
    """Tell which values of a sorted row are not the same as the one before."""
    new = np.ones(len(ordered), dtype=np.bool_)
    new[1:] = ordered[1:] != ordered[:-1]
    return new
