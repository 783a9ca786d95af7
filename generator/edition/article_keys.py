"""The keys of a frame of labels, once it is known which of its articles there are.

A label that counts beyond the end of its division made a key that no article has; without
such keys the articles count 1, 2, 3 …  A gap within a division stays: an article is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.edition.passages import Mask, Passage, Repeat
from generator.edition.witnesses import ArticleName, Block


def counted_on(
    passages: Sequence[Passage], names: Mapping[int, ArticleName]
) -> tuple[list[Passage], dict[int, ArticleName]]:
    """Return the passages under keys without those of no article, and what the keys are called.

    Keys of no article come behind all others, since a wrong label may still name one.
    """
    there = {each.key for each in passages}
    kept = [key for key in sorted(names) if key in there or _is_missing(key, there, names)]
    rest = [key for key in sorted(names) if key not in set(kept)]
    new = {key: count for count, key in enumerate([*kept, *rest], 1)}
    renamed = {new[key]: name for key, name in names.items()}
    return [_under(each, new) for each in passages], renamed


def _is_missing(key: int, there: set[int], names: Mapping[int, ArticleName]) -> bool:
    """Tell whether the count goes on behind a key in its division."""
    head = names[key].path[:-1]
    return any(
        later > key and later in there and name.path[: len(head)] == head
        for later, name in names.items()
    )


def _under(passage: Passage, new: Mapping[int, int]) -> Passage:
    """Return a passage with every key that it speaks of replaced."""

    def key(old: int) -> int:
        return new.get(old, old) if old >= 0 else -new.get(-old, -old)

    def block(old: Block) -> Block:
        return old if old.number is None else replace(old, number=key(old.number))

    def mask(old: Mask) -> Mask:
        return old if old.target is None else replace(old, target=key(old.target))

    def repeat(old: Repeat) -> Repeat:
        return replace(old, block=block(old.block), owner=key(old.owner))

    return Passage(
        key(passage.key),
        tuple(
            replace(copy, masks=tuple(mask(each) for each in copy.masks)) for copy in passage.copies
        ),
        {witness: block(each) for witness, each in passage.blocks.items()},
        tuple(repeat(each) for each in passage.repeats),
    )
