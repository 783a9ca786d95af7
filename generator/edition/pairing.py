"""Pairing by label: the passages of witnesses that are sound but for their readings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from generator.edition.differences import differences
from generator.edition.passages import FRONT, Copy, Passage
from generator.edition.segments import concatenated, letter_count
from generator.edition.witnesses import Block, ParsedWitness

READING = 5  # letters of the longest reading; where a longer stretch differs, something is damaged


def paired_by_label(witnesses: Sequence[ParsedWitness]) -> list[Passage] | None:
    """Return the passages in the order of their keys; None where a witness is damaged.

    Witnesses are sound where every label is beyond doubt and has a text, where their numbers
    rise and together count from 1 without a gap, where all have the same running text, and
    where no two copies of a passage differ by more than a reading at one place.  An article
    that a sound witness lacks is there by the others' copies.
    """
    numbers = [[b.number for b in each.blocks if b.number is not None] for each in witnesses]
    labelled = all(b.sure and b.plain for each in witnesses for b in each.blocks)
    count = set().union(*numbers)
    if (
        not labelled
        or any(row != sorted(set(row)) for row in numbers)
        or count != set(range(1, len(count) + 1))
    ):
        return None
    own = [_copies(index, each) for index, each in enumerate(witnesses)]
    passages = []
    for key in sorted(set().union(*own)):
        having = [row[key] for row in own if key in row]
        if key <= FRONT and len(having) < len(own):
            return None
        copies = tuple(copy for copy, _ in having)
        if any(_parted(one, other) for one, other in combinations(copies, 2)):
            return None
        passages.append(Passage(key, copies, {block.witness: block for _, block in having}))
    return passages


def _copies(index: int, witness: ParsedWitness) -> dict[int, tuple[Copy, Block]]:
    """Return a witness's copies by key, each with the block that carries it."""
    blocks: dict[int, list[Block]] = {}
    for key, block in zip(_keys(witness.blocks), witness.blocks, strict=True):
        blocks.setdefault(key, []).append(block)
    made = {}
    for key, row in blocks.items():
        whole = concatenated([block.segment for block in row], [True] * len(row))
        block = replace(row[0], segment=whole, end=row[-1].end)
        made[key] = Copy(index, whole), block
    return made


def _keys(blocks: Sequence[Block]) -> list[int]:
    """Return the key of every block.

    Running text goes before the article that follows it, or belongs to the last one.
    """
    numbers = [block.number for block in blocks if block.number is not None]
    keys = []
    passed = 0
    for block in blocks:
        if block.number is not None:
            keys.append(block.number)
            passed += 1
        elif not passed:
            keys.append(FRONT)
        else:
            keys.append(-numbers[passed] if passed < len(numbers) else numbers[-1])
    return keys


def _parted(one: Copy, other: Copy) -> bool:
    """Tell whether two copies differ by more than a reading at one place."""
    a, b = one.segment.text, other.segment.text
    return any(
        max(letter_count(a[each.a0 : each.a1]), letter_count(b[each.b0 : each.b1])) > READING
        for each in differences(a, b)
    )
