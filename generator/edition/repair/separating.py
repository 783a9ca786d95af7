"""From the merged text back to the witnesses: which of their text is whose copy of what.

Every token of a witness stands in a passage of the merged text, or was dropped; so each
witness has a copy of each passage, put together from its own text, and what was dropped is
remembered where it stood.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.edition.passages import FRONT, Copy, Mask, Passage, Repeat
from generator.edition.repair.article_numbers import Boundary
from generator.edition.repair.merged_text import Dropped, MergedText
from generator.edition.repair.tokens import cut_between, is_label
from generator.edition.segments import Segment, concatenated
from generator.edition.witnesses import Block, ParsedWitness


@dataclass(slots=True)
class _Draft:
    """A copy in the making: segments in order, and masks between them."""

    block: Block  # that the first part stands in
    first: int  # token that the copy begins with
    parts: list[Segment] = field(default_factory=list)
    fresh: list[bool] = field(default_factory=list)
    masks: list[tuple[int, Dropped, Segment]] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)  # spans of the piece's text


def passages_of(
    witnesses: Sequence[ParsedWitness], merged: MergedText, starts: Sequence[Boundary]
) -> list[Passage]:
    """Return the passages of the merged text in the order of their keys."""
    keys = _keys(starts)
    copies: dict[int, list[Copy]] = defaultdict(list)
    blocks: dict[int, dict[int, Block]] = defaultdict(dict)
    repeats: dict[int, list[Repeat]] = defaultdict(list)
    for index, witness in enumerate(witnesses):
        parts = _Separation(witness, index, merged, starts, keys)
        for key, (block, copy) in parts.copies().items():
            copies[key].append(copy)
            blocks[key][index] = block
        for key, repeat in parts.repeats:
            repeats[key].append(repeat)
    lost = [repeat for key in sorted(repeats) if key not in copies for repeat in repeats[key]]
    made = []
    for key in sorted(copies):
        own = repeats.get(key, []) + lost
        lost = []
        made.append(Passage(key, tuple(copies[key]), blocks[key], tuple(own)))
    return made


def _keys(starts: Sequence[Boundary]) -> list[int]:
    """Return the key of every boundary: its number, or less the number of what follows."""
    keys: list[int] = []
    after = 0
    for each in reversed(starts):
        after = each.number if each.number is not None else after
        keys.append(each.number if each.number is not None else -after)
    return keys[::-1]


class _Separation:
    """One witness taken apart along the merged text."""

    def __init__(
        self,
        witness: ParsedWitness,
        index: int,
        merged: MergedText,
        starts: Sequence[Boundary],
        keys: Sequence[int],
    ) -> None:
        self.text = witness.piece.text
        self.index = index
        self.sequence = merged.sequences[index]
        self.keys = [FRONT, *keys]
        self.edges = [each.at for each in starts]
        self.labels = {key: each.blocks for key, each in zip(keys, starts, strict=True)}
        self.repeats: list[tuple[int, Repeat]] = []
        self._drafts: dict[int, _Draft] = {}
        self._dropped = {
            at: each
            for each in merged.dropped
            if each.witness == index
            for at in range(each.low, each.high)
        }
        place = merged.place[index]
        self._key = [
            None if is_label(token) or where < 0 else self._key_at(where)
            for token, where in zip(self.sequence.tokens, place, strict=True)
        ]
        self._open = [where >= 0 and bool(merged.open[where]) for where in place]

    def _key_at(self, where: int) -> int:
        """Return the key of the passage that a token of the merged text stands in."""
        return self.keys[bisect_right(self.edges, where)]

    def copies(self) -> dict[int, tuple[Block, Copy]]:
        """Return the witness's copies by key, with the blocks that carry them."""
        last = FRONT
        for _, group in groupby(range(len(self._key)), key=self._stretch):
            tokens = list(group)
            low, high = tokens[0], tokens[-1] + 1
            key = self._key[low]
            if key is not None:
                last = key
                self._take(key, low, high)
            elif not is_label(self.sequence.tokens[low]):
                self._drop(last, low, high)
        return {key: self._made(key, draft) for key, draft in self._drafts.items()}

    def _stretch(self, at: int) -> tuple[int | None, int, bool, int]:
        """Return what is the same for tokens of one stretch: passage, block, and fate."""
        sequence = self.sequence
        return (
            self._key[at],
            sequence.block_of[at],
            is_label(sequence.tokens[at]),
            id(self._dropped.get(at)),
        )

    def _slice(self, low: int, high: int) -> Segment:
        """Return the segment of tokens low to high, all of one block."""
        sequence = self.sequence
        block = sequence.blocks[sequence.block_of[low]]
        text = block.segment.text
        first, last = sequence.place[low], sequence.place[high - 1]
        before = next((at for at in range(first - 1, -1, -1) if text[at].isalnum()), -1)
        start = cut_between(block, before, first) if before >= 0 else 0
        after = next((at for at in range(last + 1, len(text)) if text[at].isalnum()), -1)
        stop = cut_between(block, last, after) if after >= 0 else len(text)
        return block.segment[start:stop]

    def _draft(self, key: int, low: int) -> _Draft:
        if key not in self._drafts:
            block = self.sequence.blocks[self.sequence.block_of[low]]
            self._drafts[key] = _Draft(block, low)
        return self._drafts[key]

    def _take(self, key: int, low: int, high: int) -> None:
        draft = self._draft(key, low)
        block = self.sequence.blocks[self.sequence.block_of[low]]
        draft.fresh.append(self._opens_line(low))
        draft.parts.append(self._slice(low, high))
        offsets = block.segment.offsets
        where = [offsets[self.sequence.place[at]] for at in range(low, high) if self._open[at]]
        if where:
            draft.open.append((where[0], where[-1] + 1))

    def _opens_line(self, low: int) -> bool:
        """Tell whether token `low` opens a block that begins on a line of its own."""
        if low == 0 or not is_label(self.sequence.tokens[low - 1]):
            return False
        block = self.sequence.blocks[self.sequence.block_of[low]]
        return "\n" in self.text[max(0, block.label_start - 3) : block.label_start]

    def _drop(self, key: int, low: int, high: int) -> None:
        """Remember what is dropped: a mask in the copy before, or a repeat where labelled."""
        each = self._dropped.get(low)
        if each is None:
            return
        sequence = self.sequence
        part = self._slice(low, high)
        if low == 0 or not is_label(sequence.tokens[low - 1]):
            draft = self._draft(key, low)
            draft.masks.append((len(draft.parts), each, part))
            return
        rest, owner = None, FRONT
        block_of = sequence.block_of
        stop = high
        while (
            stop < len(block_of)
            and block_of[stop] == block_of[low]
            and self._key[stop] is not None
            and self._key[stop] == self._key[high]
        ):
            stop += 1
        if stop > high:
            behind = self._slice(high, stop).offsets
            rest, owner = (behind[0], behind[-1]), self._key[high] or FRONT
        block = replace(sequence.blocks[block_of[low]], end=part.offsets[-1], segment=part)
        home = key if each.parallel is None else self._key_at(each.parallel)
        self.repeats.append((home, Repeat(block, rest, owner)))

    def _made(self, key: int, draft: _Draft) -> tuple[Block, Copy]:
        """Return a copy and the block that carries it."""
        whole = concatenated(draft.parts, draft.fresh)
        edges = [len(concatenated(draft.parts[:n], draft.fresh[:n]).text) for n, *_ in draft.masks]
        label = self._label(key, draft)
        begin, stop = 0, len(whole.text)
        while begin < stop and whole.text[begin] == "\n":
            begin += 1
        while stop > begin and whole.text[stop - 1] == "\n":
            stop -= 1
        made = whole[begin:stop] if whole.text else Segment("", (draft.block.start,))
        masks = tuple(
            self._mask(each, part, min(max(edge - begin, 0), stop - begin))
            for edge, (_, each, part) in zip(edges, draft.masks, strict=True)
        )
        start, end = made.offsets[0], made.offsets[-1]
        if label is not None:
            block = replace(label, start=start, end=end, segment=made)
        else:
            begins = min(whole.offsets[0] if whole.text else start, start)
            block = Block(self.index, key, "", begins, start, end, made, sure=False)
        return block, Copy(self.index, made, masks, tuple(draft.open))

    def _label(self, key: int, draft: _Draft) -> Block | None:
        """Return the block whose label opens the witness's copy of a passage."""
        own = self.labels.get(key, {}).get(self.index)
        if own is not None or key <= FRONT:
            return own or draft.block
        if draft.block.number != key:
            return None
        token = draft.first - 1
        tokens = self.sequence.tokens
        while token >= 0 and self._key[token] is None and not is_label(tokens[token]):
            token -= 1
        return draft.block if token >= 0 and is_label(tokens[token]) else None

    def _mask(self, each: Dropped, part: Segment, at: int) -> Mask:
        target = None if each.parallel is None else max(self._key_at(each.parallel), FRONT)
        return Mask(
            "splice" if each.splice else "duplicate",
            at,
            part.text,
            part.offsets[0],
            part.offsets[-1],
            target,
            each.shown,
            each.doubtful,
        )
