"""Which stretches of LEAST letters several reports may share: their fingerprints tell.

Winnowing (Schleimer, Wilkerson and Aiken, Winnowing: local algorithms for document
fingerprinting, 2003): of the runs of RUN letters in each window the one with the least hash is a
fingerprint, the last of several.  So a text of LEAST letters has one wherever it stands, and one
letter in five is looked up in the place of each.
"""

from __future__ import annotations

import numpy as np

from generator.reuse.reading import Corpus
from generator.reuse.runs import Codes, Flags, Positions, among, run_hashes
from generator.reuse.wording import LEAST

RUN = 12
WINDOW = LEAST - RUN + 1  # runs of a window, which has LEAST letters
OWNER_BITS = 24  # of a key; a hash of 40 bits is enough here, as windows are compared afterwards
EMPTY: Positions = np.zeros(0, dtype=np.int64)


def likely_windows(corpus: Corpus) -> Flags:
    """Tell for each letter whether LEAST letters from it on may stand in several reports."""
    keys: list[Codes] = [np.zeros(0, dtype=np.uint64)]
    places: list[Positions] = [EMPTY]
    low = np.uint64(OWNER_BITS)
    for start, codes, stretches in corpus.slices():
        found, hashes = fingerprints(codes, stretches)
        owners = corpus.owners[stretches[found]].astype(np.uint64)
        keys.append(((hashes >> low) << low) | owners)
        places.append(found + start)
    every = np.concatenate(keys)
    ordered = np.sort(every)
    high = ordered >> low
    again = (high[1:] == high[:-1]) & (ordered[1:] != ordered[:-1])
    hits = np.concatenate(places)[among(every >> low, np.unique(high[1:][again]))]
    likely = np.zeros(len(corpus.letters), dtype=np.bool_)
    for back in range(WINDOW):
        likely[np.maximum(hits - back, 0)] = True
    return likely


def fingerprints(codes: Codes, stretches: Positions) -> tuple[Positions, Codes]:
    """Return where the fingerprints of `codes` stand, and their hashes.

    `stretches` tells which letters belong together; no window reaches across.
    """
    count = len(codes) - LEAST + 1
    if count <= 0:
        return EMPTY, np.zeros(0, dtype=np.uint64)
    hashes = run_hashes(codes, RUN)
    least = hashes[:count].copy()
    at = np.arange(count)
    for place in range(1, WINDOW):
        later = hashes[place : place + count]
        lower = later <= least
        least[lower] = later[lower]
        at[lower] = np.flatnonzero(lower) + place
    found = np.unique(at[whole_windows(stretches)])
    return found, hashes[found]


def whole_windows(stretches: Positions) -> Flags:
    """Tell from which letters on LEAST letters lie in one stretch."""
    whole: Flags = stretches[: max(0, len(stretches) - LEAST + 1)] == stretches[LEAST - 1 :]
    return whole
