"""What a volume leaves of its search index for the hall: which units hold which pair of letters.

A file of rising keys, one of the units of each, and one of where these begin.  A key is two code
points; letters are as `normal` leaves them, not folded: the hall folds them for all
volumes alike.  Texts stay in the volume's own site, where the hall's search reads them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.outputs.search.index import Index
from generator.outputs.search.normal import BREAK, normal
from generator.outputs.search.reading import blanks, read_letters
from generator.outputs.search.shards import linked_units
from generator.outputs.search.units import REPORT, TITLE

FACTS = "grams.json"
PAIRS, ALONE = "pair", "alone"  # pairs -> units; letters -> blocks
CHARACTER = 21  # bits of a code point
BETWEEN = 0  # between letters that do not belong together

Keys = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Rising keys, and the numbers that belong to each: `numbers[starts[i]:starts[i + 1]]`."""

    keys: Keys
    starts: npt.NDArray[np.int64]
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class GramFacts:
    """What is known of a volume's units besides: in the terms of search-store.js.

    `firsts` are the first units of its blocks, `tiers` those of its ranks; `characters` how often
    each letter stands; `linked` the units that are linked with each article.
    """

    units: int
    firsts: tuple[int, ...]
    tiers: tuple[int, ...]
    blanks: tuple[int, int]
    characters: dict[str, int]
    linked: dict[str, list[int]]


def leave_grams(index: Index, folder: Path, *, whole: bool = False) -> None:
    """Write what the hall needs of a volume's index: of its reports, or of all with `whole`."""
    units = index.units
    plain = [normal(unit.text) for unit in units]
    kept = [at for at, unit in enumerate(units) if whole or TITLE <= unit.tier <= REPORT]
    around = read_letters(units, plain)
    firsts = [block.first for block in index.blocks]
    codes, owners = _letters(kept, plain, around)
    pairs = _postings(*_pairs(codes, owners))
    own, own_owners = _letters(kept, plain, {})
    letters = own != BETWEEN
    blocks = np.searchsorted(firsts, own_owners[letters], side="right") - 1
    alone = _postings(own[letters].astype(np.uint64), blocks.astype(np.uint32))
    values, counts = np.unique(own[letters], return_counts=True)
    wanted = set(kept)
    facts = GramFacts(
        len(units),
        tuple(firsts),
        tuple(index.outline["tiers"]),
        blanks(units, plain),
        {chr(v): c for v, c in zip(values.tolist(), counts.tolist(), strict=True)},
        {
            article: [number for number in numbers if number in wanted]
            for article, numbers in linked_units(index.library, units)
        },
    )
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder, PAIRS, pairs)
    _write(folder, ALONE, alone)
    (folder / FACTS).write_text(json.dumps(_plain(facts), ensure_ascii=False) + "\n", "utf-8")


def read_facts(folder: Path) -> GramFacts:
    """Return what a volume has left besides its arrays."""
    found = json.loads((folder / FACTS).read_text("utf-8"))
    return GramFacts(
        found["units"],
        tuple(found["firsts"]),
        tuple(found["tiers"]),
        (found["blanks"][0], found["blanks"][1]),
        found["characters"],
        found["linked"],
    )


def read_postings(folder: Path, kind: str) -> Postings:
    """Return PAIRS or ALONE of a volume; the numbers stay in their file until asked for."""
    numbers = np.load(folder / f"{kind}-numbers.npy", mmap_mode="r")
    return Postings(
        np.load(folder / f"{kind}-keys.npy"), np.load(folder / f"{kind}-starts.npy"), numbers
    )


def _write(folder: Path, kind: str, postings: Postings) -> None:
    for name in ("keys", "starts", "numbers"):
        np.save(folder / f"{kind}-{name}.npy", getattr(postings, name))


def _plain(facts: GramFacts) -> dict[str, Any]:
    return {name: getattr(facts, name) for name in GramFacts.__slots__}


def _letters(
    kept: Sequence[int], plain: Sequence[str], around: dict[int, tuple[str, str]]
) -> tuple[npt.NDArray[np.uint32], Numbers]:
    """Return the letters of the units in a row, BETWEEN after each, and whose each of them is."""
    texts = []
    for number in kept:
        before, behind = around.get(number, ("", ""))
        texts.append(f"{before}{plain[number]}{behind}\0")
    joined = "".join(texts).replace(BREAK, "\0")
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    sizes = [len(text) for text in texts]
    return codes, np.repeat(np.array(kept, dtype=np.uint32), sizes)


def _pairs(codes: npt.NDArray[np.uint32], owners: Numbers) -> tuple[Keys, Numbers]:
    """Return the key of each pair of neighbours, and whose it is."""
    together = (codes[:-1] != BETWEEN) & (codes[1:] != BETWEEN)
    wide = codes.astype(np.uint64)
    keys = (wide[:-1] << np.uint64(CHARACTER)) | wide[1:]
    return keys[together], owners[:-1][together]


def _postings(keys: Keys, numbers: Numbers) -> Postings:
    """Return keys and numbers in order, each pair of them once."""
    order = np.lexsort((numbers, keys))
    keys, numbers = keys[order], numbers[order]
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (numbers[1:] != numbers[:-1])
    keys, numbers = keys[new], numbers[new]
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = keys[1:] != keys[:-1]
    starts = np.append(np.flatnonzero(first), len(keys)).astype(np.int64)
    return Postings(keys[first], starts, numbers)
