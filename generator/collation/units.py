"""From the woven text back to the witnesses: which of their text is whose copy of what.

A unit is an article or a stretch of running text of the woven document.  Every witness's
tokens stand in one, or were dropped; so each witness has a copy of each unit, put together
from its own text, and what was dropped is remembered where it stood.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.collation.copies import Cluster, Copy, Mask, Orphan
from generator.collation.labels import label_remains
from generator.collation.numbering import Boundary
from generator.collation.strands import Strand
from generator.collation.streams import Stream, cut_between, is_label
from generator.collation.witnesses import Block, ParsedWitness
from generator.collation.woven import Dropped, Woven

FRONT = 0  # the key of the running text before the first article


@dataclass(slots=True)
class _Draft:
    """A copy in the making: strands in order, and masks between them."""

    parts: list[Strand] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    masks: list[tuple[int, Dropped, int, int]] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)  # spans of the piece's text
    block: Block | None = None  # that the first part stands in
    first: int = 0  # token that the copy begins with


@dataclass(frozen=True, slots=True)
class Unit:
    """An article or running text: its key, copies, and the blocks that carry them."""

    cluster: Cluster
    copies: tuple[Copy, ...]


def units_of(
    witnesses: Sequence[ParsedWitness], woven: Woven, starts: Sequence[Boundary]
) -> list[Unit]:
    """Return the units in order of their keys; running text before article n has key -n."""
    keys = _keys(starts)
    edges = [each.at for each in starts]
    clusters: dict[int, Cluster] = {}
    copies: dict[int, dict[int, Copy]] = {}
    for index, witness in enumerate(witnesses):
        reading = _Reading(witness, woven, woven.streams[index], starts, keys, edges)
        for key, (block, copy) in reading.copies().items():
            cluster = clusters.setdefault(key, Cluster({}, number=key))
            cluster.blocks[index] = block
            copies.setdefault(key, {})[index] = copy
        for key, repeated, orphan in reading.repeats:
            cluster = clusters.setdefault(key, Cluster({}, number=key))
            cluster.repeats.append(repeated)
            if orphan is not None:
                cluster.orphans[id(repeated)] = orphan
    made = [
        Unit(cluster, tuple(copy for _, copy in sorted(copies[key].items())))
        for key, cluster in sorted(clusters.items())
        if key in copies
    ]
    lost = [each for key, each in clusters.items() if key not in copies]
    for each in lost:
        for unit in made[:1]:
            unit.cluster.repeats.extend(each.repeats)
    return made


def _keys(starts: Sequence[Boundary]) -> list[int]:
    """Return the key of every boundary: its number, or less the number of what follows."""
    keys: list[int] = []
    after = 10**6
    for each in reversed(starts):
        if each.number is not None:
            after = each.number
        keys.append(each.number if each.number is not None else -after)
    return keys[::-1]


class _Reading:
    """One witness read along the woven text."""

    def __init__(
        self,
        witness: ParsedWitness,
        woven: Woven,
        stream: Stream,
        starts: Sequence[Boundary],
        keys: Sequence[int],
        edges: Sequence[int],
    ) -> None:
        self.text = witness.piece.text
        self.stream = stream
        self.starts = starts
        self.keys = keys
        self.edges = edges
        self.repeats: list[tuple[int, Block, Orphan | None]] = []
        self._drafts: dict[int, _Draft] = {}
        self._dropped = {
            at: each
            for each in woven.dropped
            if each.witness == stream.witness
            for at in range(each.low, each.high)
        }
        self._unit = self._units(woven.place[stream.witness])
        self._open = [
            where >= 0 and bool(woven.open[where]) for where in woven.place[stream.witness]
        ]

    def _units(self, place: Sequence[int]) -> list[int | None]:
        """Return for every token the index of its unit, None for labels and what is dropped."""
        tokens = self.stream.tokens
        units: list[int | None] = [
            None if is_label(tokens[at]) or where < 0 else bisect_right(self.edges, where) - 1
            for at, where in enumerate(place)
        ]
        return units

    def _key(self, unit: int) -> int:
        return self.keys[unit] if unit >= 0 else FRONT

    def copies(self) -> dict[int, tuple[Block, Copy]]:
        """Return the witness's copies by key, with the blocks that carry them."""
        at = 0
        last = -1
        count = len(self._unit)
        while at < count:
            stop = at + 1
            while stop < count and self._alike(at, stop):
                stop += 1
            unit = self._unit[at]
            if unit is not None:
                last = unit
                self._take(unit, at, stop)
            elif not is_label(self.stream.tokens[at]):
                self._drop(last, at, stop)
            at = stop
        return {self._key(unit): self._made(unit) for unit in self._drafts}

    def _alike(self, one: int, other: int) -> bool:
        """Tell whether two tokens stand in one block and unit."""
        stream = self.stream
        return (
            self._unit[one] == self._unit[other]
            and stream.block_of[one] == stream.block_of[other]
            and is_label(stream.tokens[one]) == is_label(stream.tokens[other])
            and self._dropped.get(one) is self._dropped.get(other)
        )

    def _slice(self, low: int, high: int) -> Strand:
        """Return the strand of tokens low to high, all of one block."""
        stream = self.stream
        block = stream.blocks[stream.block_of[low]]
        text = block.strand.text
        before = next((at for at in range(stream.place[low] - 1, -1, -1) if text[at].isalnum()), -1)
        start = cut_between(block, before, stream.place[low]) if before >= 0 else 0
        last = stream.place[high - 1]
        after = next((at for at in range(last + 1, len(text)) if text[at].isalnum()), -1)
        stop = cut_between(block, last, after) if after >= 0 else len(text)
        return block.strand[start:stop]

    def _take(self, unit: int, low: int, high: int) -> None:
        draft = self._drafts.setdefault(unit, _Draft())
        block = self.stream.blocks[self.stream.block_of[low]]
        part = self._slice(low, high)
        if not draft.parts:
            draft.block, draft.first = block, low
        draft.breaks.append(bool(draft.parts) and block.start <= part.offsets[0] and self._new(low))
        draft.parts.append(part)
        where = [
            block.strand.offsets[self.stream.place[at]] for at in range(low, high) if self._open[at]
        ]
        if where:
            draft.open.append((where[0], where[-1] + 1))

    def _new(self, low: int) -> bool:
        """Tell whether token `low` opens a line behind a stop."""
        if low == 0:
            return False
        before = self.stream.block_of[low - 1]
        block = self.stream.blocks[self.stream.block_of[low]]
        if before == self.stream.block_of[low] and not is_label(self.stream.tokens[low - 1]):
            return False
        return "\n" in self.text[max(0, block.label_start - 3) : block.label_start]

    def _drop(self, unit: int, low: int, high: int) -> None:
        """Remember what is dropped: a mask in the copy before, or a repeat where labelled."""
        each = self._dropped.get(low)
        if each is None:
            return
        stream = self.stream
        labelled = low > 0 and is_label(stream.tokens[low - 1])
        home = self._home(each)
        if not labelled:
            draft = self._drafts.setdefault(unit, _Draft())
            if draft.block is None:
                draft.block, draft.first = stream.blocks[stream.block_of[low]], low
            draft.masks.append((len(draft.parts), each, low, high))
            return
        block = stream.blocks[stream.block_of[low]]
        part = self._slice(low, high)
        orphan = None
        end = part.offsets[-1]
        if high < len(stream.tokens) and stream.block_of[high] == stream.block_of[low]:
            owner = self._unit[high]
            stop = high
            while stop < len(stream.tokens) and self._alike(high, stop):
                stop += 1
            if owner is not None:
                rest = self._slice(high, stop)
                orphan = Orphan(rest.offsets[0], rest.offsets[-1], self._key(owner))
        made = Block(
            block.witness,
            block.number,
            block.label,
            block.label_start,
            block.start,
            end,
            part,
            block.sure,
        )
        key = self._key(home if home is not None else unit)
        self.repeats.append((key, made, orphan))

    def _made(self, unit: int) -> tuple[Block, Copy]:
        """Return a copy and the block that carries it."""
        draft = self._drafts[unit]
        chars: list[str] = []
        offsets: list[int] = []
        at_part: list[int] = []
        for part, fresh in zip(draft.parts, draft.breaks, strict=True):
            at_part.append(len(chars))
            if chars and fresh and chars[-1] != "\n":
                chars.append("\n")
                offsets.append(max(offsets[-1] + 1, part.offsets[0] - 1))
            chars += part.text
            offsets += part.offsets[:-1]
        at_part.append(len(chars))
        label = self._label(unit, draft)
        begin = 0
        if label is None:
            begin = self._remains(offsets, draft)
        while begin < len(chars) and chars[begin] == "\n":
            begin += 1
        stop = len(chars)
        while stop > begin and chars[stop - 1] == "\n":
            stop -= 1
        last = offsets[stop - 1] + 1 if stop > begin else (offsets[begin - 1] + 1 if begin else 0)
        if not offsets:
            last = draft.block.start if draft.block else 0
        made = Strand("".join(chars[begin:stop]), (*offsets[begin:stop], last))
        masks = tuple(
            self._mask(each, low, high, min(max(at_part[part] - begin, 0), stop - begin))
            for part, each, low, high in draft.masks
        )
        key = self._key(unit)
        start = made.offsets[0]
        source = label or draft.block
        assert source is not None
        if label is not None:
            block = Block(
                source.witness,
                label.number,
                label.label,
                label.label_start,
                start,
                last,
                made,
                label.sure,
            )
        else:
            before = offsets[0] if offsets else start
            number = key if key > 0 else None
            block = Block(source.witness, number, "", min(before, start), start, last, made, False)
        return block, Copy(source.witness, made, masks, tuple(draft.open))

    def _label(self, unit: int, draft: _Draft) -> Block | None:
        """Return the block whose label opens the witness's copy of a unit."""
        if unit < 0:
            return draft.block
        own = self.starts[unit].blocks.get(self.stream.witness)
        if own is not None or self.keys[unit] <= 0:
            return own or draft.block
        block = draft.block
        if block is None or block.number is None:
            return None
        token = draft.first - 1
        while token >= 0 and self._unit[token] is None and not is_label(self.stream.tokens[token]):
            token -= 1
        opens = token >= 0 and is_label(self.stream.tokens[token])
        return block if opens and block.number == self.keys[unit] else None

    def _remains(self, offsets: Sequence[int], draft: _Draft) -> int:
        """Return how many characters at the beginning of a copy are what is left of a label."""
        for count in range(min(8, len(offsets) - 1), 0, -1):
            start = label_remains(self.text, offsets[0], offsets[count])
            if start <= offsets[0]:
                return count
        return 0

    def _home(self, each: Dropped) -> int | None:
        """Return the index of the unit that has the words of what was dropped."""
        if each.origin is None or each.origin < 0:
            return None
        return bisect_right(self.edges, each.origin) - 1

    def _mask(self, each: Dropped, low: int, high: int, at: int) -> Mask:
        part = self._slice(low, high)
        home = self._home(each)
        return Mask(
            "splice" if each.splice else "duplicate",
            at,
            part.text,
            part.offsets[0],
            part.offsets[-1],
            max(self._key(home), FRONT) if home is not None else None,
            each.shown,
            each.doubtful,
        )
