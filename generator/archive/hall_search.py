"""Search over all volumes: one list of units, in the order of rank over all of them.

The shards are those of an ordinary library (outputs/search/shards.py), but that the stored texts
of reports stay in the volumes' own search/, and m has besides:

    volumes   for each, the hall itself first: the way to its root, its title
    runs      where units lie (unit_runs.py)

The lists of pairs are merged a part of the pairs at a time, so that memory stays small.
"""

from __future__ import annotations

import pickle
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.archive.gram_store import (
    ALONE,
    CHARACTER,
    PAIRS,
    GramFacts,
    Keys,
    Postings,
    leave_grams,
    read_facts,
    read_postings,
)
from generator.archive.number_codes import encode, gaps_of
from generator.archive.unit_runs import Numbering
from generator.model import Library
from generator.outputs.registry import Output
from generator.outputs.search import FOLDER, TRADITIONAL, write_files
from generator.outputs.search.folding import Folds, find_folds, simplified_characters
from generator.outputs.search.grams import (
    ALONE as NO_SECOND,
)
from generator.outputs.search.grams import (
    FREQUENT,
    LONG,
    PART,
    SHARD,
    frequent_pairs,
    gram_shards,
)
from generator.outputs.search.index import Index
from generator.outputs.search.packing import pack, pack_number, shard, shard_path
from generator.outputs.search.traditional_forms import iterate_traditional
from generator.outputs.shared.render_context import Context
from generator.text.traditional import Converter, is_simplified

AT_ONCE = 6_000_000  # entries of lists that are merged together
LOW = np.uint64((1 << CHARACTER) - 1)
EVERY = 0x110000

Large = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A volume as search sees it: where it is, and what it left in `folder`."""

    address: str
    title: str
    folder: Path
    facts: GramFacts


def hall_search(volumes: Sequence[tuple[str, str, Path]]) -> Output:
    """Return the output that writes search over `volumes`: address, title, what each left."""
    return Output("search", "检索", partial(render_hall, volumes))


def render_hall(
    volumes: Sequence[tuple[str, str, Path]], library: Library, context: Context
) -> None:
    """Write the shards of the hall into search/ of its site."""
    index = Index(library, context.memo, small=0)
    with tempfile.TemporaryDirectory() as own:
        leave_grams(index, Path(own), whole=True)
        shelves = list(_shelves([("", "", Path(own)), *volumes]))
        folder = context.site / FOLDER
        write_files(
            folder,
            ((shard_path(name), shard(name, content)) for name, content in _shards(index, shelves)),
        )
    if is_simplified(library.language):
        write_files(context.site / TRADITIONAL, _traditional(index, volumes))


def _traditional(
    index: Index, volumes: Sequence[tuple[str, str, Path]]
) -> Iterator[tuple[str, str]]:
    """Yield what the traditional edition shows of the hall's own index, and the volumes' titles."""
    yield from ((path, text) for path, text in iterate_traditional(index) if path != "hf.js")
    turned = Converter().to_traditional
    choices = [
        (name, turned(title), [(v, turned(t)) for v, t in values])
        for name, title, values in _choices(volumes)
    ]
    yield shard_path("hf"), shard("hf", choices)


def _choices(
    volumes: Sequence[tuple[str, str, Path]],
) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Return what hits can be chosen by: the volume that they are in."""
    return [("volume", "分册", [(title, title) for _, title, _ in volumes])]


def _shelves(volumes: Sequence[tuple[str, str, Path]]) -> Iterator[Shelf]:
    for address, title, folder in volumes:
        yield Shelf(address, title, folder, read_facts(folder))


def _shards(index: Index, shelves: Sequence[Shelf]) -> Iterator[tuple[str, Any]]:
    counts: Counter[str] = Counter()
    for each in shelves:
        counts.update(each.facts.characters)
    folds = find_folds(set(counts), _pairs(shelves), index.memo(simplified_characters))
    for char in sorted(counts):
        if char in folds.all:
            counts[folds.all[char]] += counts.pop(char)
    chars = "".join(sorted(counts, key=lambda char: (-counts[char], char)))
    yield from ((f"t{number}", block.text) for number, block in enumerate(index.blocks))
    numbering = Numbering([each.facts for each in shelves])
    merge = _Merge(shelves, folds, numbering)
    yield from merge.shards()
    yield "d", frequent_pairs(merge.frequent, chars)
    yield "r", index.reader.characters(chars)
    yield "w", index.words
    yield from _linked(shelves, numbering)
    _, *volumes = shelves
    named = [(each.address, each.title, each.folder) for each in volumes]
    yield "f", {"choices": _choices(named), "of": [], "units": []}
    yield (
        "m",
        index.outline
        | {
            "tiers": numbering.tiers,
            "blocks": pack(numbering.firsts),
            "grams": merge.count,
            "blanks": [max(each.facts.blanks[at] for each in shelves) for at in (0, 1)],
            "chars": chars,
            "strict": "".join(char + form for char, form in folds.strict.items()),
            "loose": "".join(char + form for char, form in folds.loose.items()),
            "volumes": [[each.address, each.title] for each in shelves],
            "runs": [each.told() for each in numbering.runs],
        },
    )


def _pairs(shelves: Sequence[Shelf]) -> Iterator[str]:
    """Yield each pair of letters that stands anywhere, once."""
    every: Keys = np.zeros(0, dtype=np.uint64)
    for each in shelves:
        every = np.union1d(every, read_postings(each.folder, PAIRS).keys)
    for key in every.tolist():
        yield _pair(key)


def _pair(key: int) -> str:
    return chr(key >> CHARACTER) + chr(key & int(LOW))


def _linked(shelves: Sequence[Shelf], numbering: Numbering) -> Iterator[tuple[str, str]]:
    """Yield, for each article, the units of its own text and of all passages linked to it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, each in enumerate(shelves):
        for article, numbers in each.facts.linked.items():
            found[article] += numbering.units(at, np.array(numbers, dtype=np.int64)).tolist()
    for article in sorted(found):
        yield f"a-{article}", pack(sorted(found[article]))


class _Merge:
    """Merges the lists of all shelves; `frequent` and `count` are known when all is yielded."""

    def __init__(self, shelves: Sequence[Shelf], folds: Folds, numbering: Numbering) -> None:
        self.count = 0
        self.frequent: list[tuple[int, str]] = []
        self._shelves = shelves
        self._numbering = numbering
        self._blocks = len(numbering.firsts)
        self._forms = np.arange(EVERY, dtype=np.uint64)
        for char, form in folds.all.items():
            self._forms[ord(char)] = ord(form)
        entries = sum(int(read_postings(each.folder, PAIRS).starts[-1]) for each in shelves)
        self._parts = max(1, -(-entries // AT_ONCE))
        self._long = 0

    def shards(self) -> Iterator[tuple[str, str]]:
        """Yield p0, p1 …, then g0, g1 …; what a part of the pairs comes to waits in a file."""
        with tempfile.TemporaryDirectory() as place:
            weight = 0
            for part in range(self._parts):
                entries: dict[str, str] = {}
                yield from self._lists(part, entries)
                weight += sum(map(len, entries.values()))
                (Path(place) / str(part)).write_bytes(pickle.dumps(entries))
            each = max(1, -(-weight // (SHARD * self._parts)))
            self.count = each * self._parts
            for part in range(self._parts):
                entries = pickle.loads((Path(place) / str(part)).read_bytes())
                yield from gram_shards(entries, self.count, part, self._parts)

    def _lists(self, part: int, entries: dict[str, str]) -> Iterator[tuple[str, str]]:
        """Put the lists of a part of the pairs into `entries`; yield the parts of long ones."""
        keys, numbers = self._gathered(part, PAIRS)
        yield from self._coded(keys, numbers, entries)
        edges = _edges(keys)
        counted = zip(np.diff(edges).tolist(), keys[edges[:-1]].tolist(), strict=True)
        more = [(count, _pair(key)) for count, key in counted]
        self.frequent = sorted([*self.frequent, *more], key=lambda each: (-each[0], each[1]))[
            :FREQUENT
        ]
        keys, numbers = self._gathered(part, ALONE)
        edges = _edges(keys)
        rare = np.repeat(np.diff(edges) * 2 < self._blocks, np.diff(edges))
        yield from self._coded(keys[rare], numbers[rare], entries)

    def _gathered(self, part: int, kind: str) -> tuple[Keys, Large]:
        """Return folded keys and numbers of all shelves in order, those of one part."""
        all_keys: list[Keys] = []
        all_numbers: list[Large] = []
        for at, shelf in enumerate(self._shelves):
            found = read_postings(shelf.folder, kind)
            keys, mine = self._folded(found, kind, part)
            sizes = np.diff(found.starts)[mine]
            places = np.repeat(found.starts[:-1][mine] - np.cumsum(sizes) + sizes, sizes)
            numbers = found.numbers[places + np.arange(len(places))].astype(np.int64)
            keys = np.repeat(keys[mine], sizes)
            if kind == PAIRS:
                numbers = self._numbering.units(at, numbers)
            else:
                times, numbers = self._numbering.blocks(at, numbers)
                keys = np.repeat(keys, times)
            all_keys.append(keys)
            all_numbers.append(numbers)
        keys, numbers = np.concatenate(all_keys), np.concatenate(all_numbers)
        order = np.lexsort((numbers, keys))
        keys, numbers = keys[order], numbers[order]
        new = np.ones(len(keys), dtype=np.bool_)
        new[1:] = (keys[1:] != keys[:-1]) | (numbers[1:] != numbers[:-1])
        return keys[new], numbers[new]

    def _folded(self, found: Postings, kind: str, part: int) -> tuple[Keys, npt.NDArray[np.bool_]]:
        """Return the keys as they are compared, and which of them belong to a part."""
        if kind == PAIRS:
            first, second = found.keys >> np.uint64(CHARACTER), found.keys & LOW
            first, second = self._forms[first], self._forms[second]
        else:
            first = self._forms[found.keys]
            second = np.full(len(first), ord(NO_SECOND), dtype=np.uint64)
        home = (first * np.uint64(7919) + second * np.uint64(104729)) % np.uint64(self._parts)
        return (first << np.uint64(CHARACTER)) | second, home == part

    def _coded(
        self, keys: Keys, numbers: Large, entries: dict[str, str]
    ) -> Iterator[tuple[str, str]]:
        """Put the code of each list into `entries`; yield the parts of those that are long."""
        if not len(keys):
            return
        edges = _edges(keys)
        code, ends = encode(gaps_of(numbers, edges[:-1]))
        text = code.decode("ascii")
        bounds = np.concatenate(([0], ends))[edges].tolist()
        for at, key in enumerate(keys[edges[:-1]].tolist()):
            start, end = bounds[at], bounds[at + 1]
            if end - start <= LONG:
                entries[_pair(key)] = text[start:end]
                continue
            own = numbers[edges[at] : edges[at + 1]]
            length = -(-len(own) // -(-(end - start) // PART))
            cut = [own[first : first + length] for first in range(0, len(own), length)]
            firsts = [int(each[0]) for each in cut]
            head = (len(own), self._long, len(cut), firsts[0])
            entries[_pair(key)] = (
                "~" + "".join(map(pack_number, head)) + pack(firsts[1:], firsts[0])
            )
            for each in cut:
                yield f"p{self._long}", _part_code(each)
                self._long += 1


def _part_code(numbers: Large) -> str:
    """Return the code of a part of a long list, which starts after the number before its first."""
    zero = np.zeros(1, dtype=np.int64)
    return encode(gaps_of(numbers - numbers[0], zero))[0].decode("ascii")


def _edges(keys: Keys) -> Large:
    """Return where each run of equal keys begins, and where the last one ends."""
    first = np.ones(len(keys), dtype=np.bool_)
    first[1:] = keys[1:] != keys[:-1]
    return np.append(np.flatnonzero(first), len(keys)).astype(np.int64)
