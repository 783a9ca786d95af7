"""Which units hold which pair of characters (and which blocks hold a rare character).

A shard is lines, one for each first character: the character, then for each second
character that one and the packed unit numbers.  ASCII is what is packed; a second character
that is ASCII itself is written full-width (which never occurs in normal text).  Long lists
lie in parts of their own: the entry is then "~", count, first part, and where each starts.

A pair is listed under a unit of the text's main run, too, where it stands in the heading
before it, or where it runs from it into the next (reading.py): so that every pair of a passage
leads to where the passage stands.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from operator import add

from generator.outputs.search.normal import BREAK
from generator.outputs.search.packing import pack, pack_number

SHARD = 6_000  # bytes aimed at
LONG = 4_000
PART = 12_000
ALONE = "\u25a1"  # in place of a second character: the blocks that hold the first
WIDE = 0xFEE0
FREQUENT = 8_000  # pairs


class Grams:
    """Collects the pairs of units in order; `shards` writes them down."""

    def __init__(self) -> None:
        self.units: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self.blocks: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._long: dict[str, str] = {}
        self._parts = 0

    def add(self, number: int, text: str, before: str = "", behind: str = "") -> None:
        """Take in the normal text of unit `number`.

        `before` and `behind` are the letters read around it that lead to it as well.
        """
        for pair in pairs_of(f"{before}{text}{behind}"):
            self.units[pair].append(number)

    def add_block(self, block: int, texts: Iterable[str]) -> None:
        """Take in the characters of the normal `texts` of the units of `block`."""
        for char in set().union(*texts):
            self.blocks[char].append(block)

    def parts(self) -> Iterator[tuple[str, str]]:
        """Yield the parts of the long lists, p0, p1...; comes before `shards`."""
        for pair in sorted(self.units):
            units = self.units[pair]
            code = pack(units)
            if len(code) > LONG:
                cut = list(_cut(units, len(code)))
                head = (len(units), self._parts, len(cut), cut[0][0])
                starts = pack([part[0] for part in cut[1:]], cut[0][0])
                self._long[pair] = "~" + "".join(map(pack_number, head)) + starts
                for part in cut:
                    yield f"p{self._parts}", pack(part, part[0] - 1)
                    self._parts += 1

    def frequent(self, chars: str) -> list[int | str]:
        """Return how many units hold each of the most frequent pairs, about.

        The least of their counts, then for each doubling of it, from it up, the pairs that
        are less than twice as frequent: packed, each as the places of both characters in
        `chars`.  What is not among them is rarer.
        """
        return frequent_pairs(((len(units), pair) for pair, units in self.units.items()), chars)

    def shards(self, blocks: int) -> Iterator[tuple[str, str]]:
        """Yield shard names and contents, g0, g1...

        `blocks` is their number: a character that half of them hold has no list.
        """
        entries = {pair: self._long.get(pair) or pack(units) for pair, units in self.units.items()}
        for char, found in self.blocks.items():
            if char != BREAK and len(found) * 2 < blocks:
                entries[char + ALONE] = pack(found)
        yield from gram_shards(entries, max(1, sum(map(len, entries.values())) // SHARD))


def frequent_pairs(counted: Iterable[tuple[int, str]], chars: str) -> list[int | str]:
    """Return what `Grams.frequent` does, of pairs with how many units hold each."""
    rank = {char: place for place, char in enumerate(chars)}
    counts = sorted((-count, pair) for count, pair in counted)[:FREQUENT]
    least = -counts[-1][0] if counts else 1
    steps: defaultdict[int, list[int]] = defaultdict(list)
    for count, pair in counts:
        step = (-count // least).bit_length() - 1
        steps[step].append(rank[pair[0]] * len(chars) + rank[pair[1]])
    return [least, *(pack(sorted(steps[step])) for step in range(max(steps, default=-1) + 1))]


def pairs_of(text: str) -> set[str]:
    """Return the pairs of neighbours of a normal text; none runs across a BREAK."""
    found = set(map(add, text, text[1:]))
    return {pair for pair in found if BREAK not in pair} if BREAK in text else found


def home(first: str, second: str, count: int) -> int:
    """Return the number of the shard that holds a pair."""
    return (ord(first) * 7919 + ord(second) * 104729) % count


def _cut(units: array[int], weight: int) -> Iterable[array[int]]:
    length = -(-len(units) // -(-weight // PART))
    return (units[start : start + length] for start in range(0, len(units), length))


def gram_shards(
    entries: Mapping[str, str], count: int, part: int = 0, parts: int = 1
) -> Iterator[tuple[str, str]]:
    """Yield name and content of those of `count` shards whose number leaves `part` by `parts`.

    `entries` are all that belong there.
    """
    shards: dict[int, list[str]] = {number: [] for number in range(part, count, parts)}
    openers: dict[int, str] = {}
    for pair in sorted(entries):
        first, second = pair[0], pair[1]
        number = home(first, second, count)
        if openers.get(number) != first:
            shards[number].append(("\n" if number in openers else "") + first)
            openers[number] = first
        second = chr(ord(second) + WIDE) if second < "\x80" else second
        shards[number].append(second + entries[pair])
    for number, lines in shards.items():
        yield f"g{number}", "".join(lines)
