"""Foreign matter behind the end of a document, told by its vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.edition.differences import differences
from generator.edition.passages import Copy, Mask, Passage
from generator.edition.segments import letter_count

SHORTEST = 40  # characters; less has too few pairs of letters to be judged by
STRANGE = 0.25  # share of known letter pairs, relative to the document's own, below it foreign:
# news has 0.10 at the most, the strangest article of 17 real documents 0.39
NEWS = re.compile(  # how a news item opens
    r"\W*(?:(?:本报|本网|本刊|本台)讯|(?:新华社|中新社|人民网|新华网)[^，。\n]{0,14}日(?:电|讯|消息))"
)
SEVERAL = -1_000_000  # stands for "more than one passage"


def without_foreign(passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages, what stands behind the end of a witness and is foreign masked."""
    owner: dict[str, int] = {}
    for each in passages:
        for copy in each.copies:
            for pair in set(_pairs(copy.segment.text)):
                owner[pair] = each.key if owner.get(pair, each.key) == each.key else SEVERAL
    known = sorted(
        _known(copy.segment.text, each.key, owner) for each in passages for copy in each.copies
    )
    usual = known[len(known) // 2] if known else 1.0
    ends: dict[int, tuple[int, int]] = {}
    for each in passages:
        for witness, block in each.blocks.items():
            ends[witness] = max(ends.get(witness, (0, 0)), (block.end, each.key))
    last = max((each.key for each in passages), default=0)
    made = []
    for each in passages:
        copies = []
        for copy in each.copies:
            if each.key in (last, ends[copy.witness][1]):
                others = [other for other in each.copies if other is not copy]
                low = max((_parting(copy, other) for other in others), default=0)
                copy = _cut(copy, low, each.key, owner, usual if others else 0.0)
            copies.append(copy)
        made.append(replace(each, copies=tuple(copies)))
    return made


def _pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha()]


def _known(text: str, key: int, owner: Mapping[str, int]) -> float:
    """Return the share of the letter pairs of `text` that stand in other passages too."""
    own = _pairs(text)
    return sum(owner.get(pair, key) != key for pair in own) / len(own) if own else 1.0


def _parting(copy: Copy, other: Copy) -> int:
    """Return from where on a copy has what the other has not, its end where there is none.

    What both end with alike (a stop, most often) is taken for the end of the text itself.
    """
    text = copy.segment.text
    found = differences(text, other.segment.text)
    if not found:
        return len(text)
    last = found[-1]
    alike = len(text) - last.a1
    if text[last.a0 : last.a0 + alike] == text[last.a1 :]:
        return last.a0 + alike
    return len(text) if letter_count(text[last.a1 :]) else last.a0


def _cut(copy: Copy, low: int, key: int, owner: Mapping[str, int], usual: float) -> Copy:
    """Return a copy without what is foreign from `low` or a later paragraph on.

    `usual` is 0 where no other copy shows that it does not belong: then words alone do not
    tell, since a law ends in words of its own (its dates, the laws that it repeals).
    """
    text = copy.segment.text
    edges = [low] if low > 0 else []
    edges += [at for at in range(max(low, 1), len(text)) if "\n" in text[at - 1 : at + 1]]
    for edge in edges:
        tail = text[edge:]
        strange = len(tail) >= SHORTEST and _known(tail, key, owner) < STRANGE * usual
        if strange or (edge and NEWS.match(tail)):
            start, end = copy.segment.span(edge, len(text))
            mask = Mask("foreign", edge, tail, start, end)
            return replace(copy, segment=copy.segment[:edge], masks=(*copy.masks, mask))
    return copy
