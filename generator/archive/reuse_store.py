"""What a volume leaves of its reports' letters, so that the hall finds what volumes share.

Arrays, which are read from their files a piece at a time: the letters of all reports in a row as
`reuse` reads them, where each stands in the texts, the texts, the bounds of stretches of running
text, and the fingerprints in the order of their hashes, with where they stand and whether they are
of the writers' own words.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator import addresses
from generator.model import Document, Library
from generator.outputs.shared.report_names import library_names
from generator.reuse.reading import Reader, read_corpus
from generator.reuse.winnowing import RUN, fingerprints
from generator.reuse.wording import Wording, library_wording

REPORTS = "reuse.json"
OWN = RUN // 2  # letters of a fingerprint that are the writer's own

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shelved:
    """What a volume has left; report i has the letters from `firsts[i]` on.

    `offsets` tells where a letter stands in `text`, all texts in a row.  `sentences` are the
    letters with which sentences begin, and `places` the ways to them.
    """

    letters: npt.NDArray[np.uint32]
    offsets: npt.NDArray[np.uint32]
    text: npt.NDArray[np.uint32]
    bounds: Positions
    prints: npt.NDArray[np.uint64]
    at: npt.NDArray[np.uint32]
    own: npt.NDArray[np.bool_]
    firsts: Positions
    titles: tuple[str, ...]
    sentences: Positions
    places: tuple[str, ...]


def wording_of_library(library: Library) -> Wording:
    """Return the wording of the documents, which to repeat is no reuse."""
    editions = [each.edition for each in library.collations]
    return library_wording(editions, library.laws, library.terms)


def leave_letters(library: Library, folder: Path) -> None:
    """Write what the hall needs to find what this volume's reports share with others'."""
    reader = Reader()
    corpus = read_corpus(library.reports, reader)
    wording = wording_of_library(library)
    prints = [np.zeros(0, dtype=np.uint64)]
    at = [np.zeros(0, dtype=np.int64)]
    kept = [np.zeros(0, dtype=np.bool_)]
    for start, codes, stretches in corpus.slices():
        found, hashes = fingerprints(codes, stretches)
        edges = np.flatnonzero(np.diff(stretches, prepend=-1))
        own = wording.own(corpus.letters[start : start + len(codes)], edges)
        sums = np.concatenate(([0], np.cumsum(own)))
        kept.append(sums[found + RUN] - sums[found] >= OWN)
        prints.append(hashes)
        at.append(found + start)
    order = np.argsort(np.concatenate(prints), kind="stable")
    offsets, text = _offsets(library.reports, reader)
    arrays: Mapping[str, npt.NDArray[Any]] = {
        "letters": np.frombuffer(corpus.letters.encode("utf-32-le", "surrogatepass"), np.uint32),
        "offsets": offsets,
        "text": text,
        "bounds": corpus.bounds,
        "prints": np.concatenate(prints)[order],
        "at": np.concatenate(at)[order].astype(np.uint32),
        "own": np.concatenate(kept)[order],
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in arrays.items():
        np.save(folder / f"reuse-{name}.npy", array)
    facts = _facts(library, reader, corpus.firsts.tolist())
    (folder / REPORTS).write_text(json.dumps(facts, ensure_ascii=False) + "\n", "utf-8")


def _offsets(
    reports: tuple[Document, ...], reader: Reader
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint32]]:
    """Return where each letter stands in the texts in a row, and these."""
    texts = "".join(each.piece.text for each in reports)
    rows, start = [np.zeros(0, dtype=np.int64)], 0
    for each in reports:
        rows.append(reader.read(each).offsets.astype(np.int64) + start)
        start += len(each.piece.text)
    codes = np.frombuffer(texts.encode("utf-32-le", "surrogatepass"), np.uint32)
    return np.concatenate(rows).astype(np.uint32), codes


def _facts(library: Library, reader: Reader, firsts: list[int]) -> dict[str, Any]:
    names = library_names(library)
    sentences: list[int] = []
    places: list[str] = []
    for report, first in zip(library.reports, firsts, strict=True):
        reading = reader.read(report)
        page = addresses.report(report.piece.id, library)
        for each in report.sentences:
            sentences.append(first + reading.index(each.start))
            places.append(f"{page}#{each.id}")
    return {
        "firsts": firsts,
        "titles": [names[each.piece.id] for each in library.reports],
        "sentences": sentences,
        "places": places,
    }


def read_shelved(folder: Path) -> Shelved:
    """Return what a volume has left; its arrays stay in their files until they are asked for."""
    facts = json.loads((folder / REPORTS).read_text("utf-8"))

    def array(name: str) -> Any:  # noqa: ANN401
        return np.load(folder / f"reuse-{name}.npy", mmap_mode="r")

    return Shelved(
        array("letters"),
        array("offsets"),
        array("text"),
        np.asarray(array("bounds")),
        array("prints"),
        array("at"),
        array("own"),
        np.array(facts["firsts"], dtype=np.int64),
        tuple(facts["titles"]),
        np.array(facts["sentences"], dtype=np.int64),
        tuple(facts["places"]),
    )
