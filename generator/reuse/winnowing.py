"""Which stretches of LEAST letters several reports may share: their fingerprints tell.

Winnowing (Schleimer, Wilkerson and Aiken, Winnowing: local algorithms for document
fingerprinting, 2003): of the runs of RUN letters in each window the one with the least hash is a
fingerprint, the last of several.  So a text of LEAST letters has one wherever it stands, and one
letter in five is looked up in the place of each.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.reuse.reading import Corpus
from generator.reuse.runs import Codes, Flags, Positions, among, new_ones, run_hashes
from generator.reuse.wording import LEAST

RUN = 12
WINDOW = LEAST - RUN + 1  # runs of a window, which has LEAST letters
OWNER_BITS = 24  # of a key; a hash of 40 bits is enough here, as windows are compared afterwards
LOW = np.uint64(OWNER_BITS)
EMPTY: Positions = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of a corpus: where each stands, and in one number its hash and report."""

    places: Positions
    keys: Codes


def corpus_prints(corpus: Corpus) -> Prints:
    """Return the fingerprints of all reports."""
    keys: list[Codes] = [np.zeros(0, dtype=np.uint64)]
    places: list[Positions] = [EMPTY]
    for start, codes, stretches in corpus.slices():
        found, hashes = fingerprints(codes, stretches)
        owners = corpus.owners[stretches[found]].astype(np.uint64)
        keys.append(((hashes >> LOW) << LOW) | owners)
        places.append(found + start)
    return Prints(np.concatenate(places), np.concatenate(keys))


def likely_windows(corpus: Corpus, prints: Prints) -> Flags:
    """Tell for each letter whether LEAST letters from it on may stand in several reports."""
    hits = _places_in_more_than(prints, 1)
    likely = np.zeros(len(corpus.letters), dtype=np.bool_)
    for back in range(WINDOW):
        likely[np.maximum(hits - back, 0)] = True
    return likely


def frequent_letters(corpus: Corpus, prints: Prints, reports: int) -> Flags:
    """Tell which letters stand in fingerprints that more than so many `reports` have."""
    hits = _places_in_more_than(prints, reports)
    frequent = np.zeros(len(corpus.letters), dtype=np.bool_)
    for step in range(RUN):
        frequent[hits + step] = True
    return frequent


def _places_in_more_than(prints: Prints, reports: int) -> Positions:
    """Return where fingerprints stand that more than so many `reports` have."""
    ordered = np.sort(prints.keys)
    ordered = ordered[new_ones(ordered)] >> LOW
    several = np.unique(ordered[reports:][ordered[reports:] == ordered[:-reports]])
    return prints.places[among(prints.keys >> LOW, several)]


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
