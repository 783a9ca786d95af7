"""Windows of LEAST letters that stand in several reports, grouped by their letters."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.reuse.reading import Corpus
from generator.reuse.runs import Codes, Positions, among, run_hashes
from generator.reuse.winnowing import EMPTY, Prints, likely_windows, whole_windows
from generator.reuse.wording import LEAST, Wording

AT_ONCE = 1 << 22  # windows that are sorted together, so that memory stays small

Groups = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class SharedWindows:
    """Where the shared windows begin in the corpus, in order, and the group of each."""

    starts: Positions
    groups: Groups


def shared_windows(corpus: Corpus, prints: Prints, wording: Wording) -> SharedWindows:
    """Return the windows that stand in several reports and are not all words of a document."""
    likely = likely_windows(corpus, prints)
    starts: list[Positions] = [EMPTY]
    hashes: list[Codes] = [np.zeros(0, dtype=np.uint64)]
    for start, codes, stretches in corpus.slices():
        whole = whole_windows(stretches)
        at = np.flatnonzero(likely[start : start + len(whole)] & whole)
        found = run_hashes(codes, LEAST, at)
        own = ~among(found, wording.windows)
        starts.append(at[own] + start)
        hashes.append(found[own])
    every = np.concatenate(starts)
    owners = corpus.owners[corpus.stretch(every)]
    groups = _grouped(np.concatenate(hashes), owners)
    return SharedWindows(every[groups >= 0], groups[groups >= 0])


def _grouped(hashes: Codes, owners: npt.NDArray[np.int32]) -> Groups:
    """Return the number of each window's group; -1 for those that one report alone has."""
    groups = np.full(len(hashes), -1, dtype=np.int32)
    bits = max(0, len(hashes) // AT_ONCE).bit_length()
    known = 0
    for part in range(1 << bits):
        at = np.flatnonzero(hashes >> np.uint64(64 - bits) == part) if bits else None
        some = hashes if at is None else hashes[at]
        if not len(some):
            continue
        order = np.argsort(some, kind="stable")
        ordered = some[order]
        first = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
        of_report = owners[order] if at is None else owners[at[order]]
        lowest = np.minimum.reduceat(of_report, first)
        several = lowest != np.maximum.reduceat(of_report, first)
        numbers = np.where(several, np.cumsum(several) - 1 + known, -1).astype(np.int32)
        spread = np.repeat(numbers, np.diff(np.append(first, len(some))))
        groups[order if at is None else at[order]] = spread
        known += int(several.sum())
    return groups
