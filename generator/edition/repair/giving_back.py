"""What was taken out of every copy as the repetition of another place, and stands at none.

Two copies that have the same words at different places can each show the other's to be a
repetition.  Words must not vanish by that: the first copy keeps its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.edition.passages import Copy, Mask, Passage
from generator.edition.segments import Segment, concatenated, letters, segment
from generator.edition.witnesses import ParsedWitness

LEAST = 4  # letters: fewer stand somewhere by chance


def given_back(passages: Sequence[Passage], witnesses: Sequence[ParsedWitness]) -> list[Passage]:
    """Return the passages, with words that all copies masked back in the first of them."""
    made = []
    for passage in passages:
        first = passage.copies[0]
        whole = first
        while lost := next((m for m in whole.masks if _is_lost(m, passage, whole)), None):
            whole = _with(whole, lost, witnesses[first.witness].piece.text)
        made.append(passage if whole is first else _having(passage, first, whole))
    return made


def _is_lost(mask: Mask, passage: Passage, own: Copy) -> bool:
    """Tell whether all copies of a passage masked these words, and none has them elsewhere."""
    words = letters(mask.text)
    others = passage.copies[1:]
    return (
        len(words) >= LEAST
        and bool(others)
        and all(any(letters(m.text) == words for m in each.masks) for each in others)
        and not any(words in letters(each.segment.text) for each in (own, *others))
    )


def _with(copy: Copy, mask: Mask, text: str) -> Copy:
    """Return a copy with the words of one of its masks where they stood."""
    own, back = copy.segment, segment(text, mask.start, mask.end)
    parts = [own[: mask.at], back, own[mask.at :]]
    whole = concatenated(parts, [True, _opens_line(text, back), _opens_line(text, parts[2])])
    grown = len(whole.text) - len(own.text)
    masks = tuple(
        replace(each, at=each.at + grown) if each.at > mask.at else each
        for each in copy.masks
        if each is not mask
    )
    return replace(copy, segment=whole, masks=masks)


def _opens_line(text: str, part: Segment) -> bool:
    return text[: part.offsets[0]].rstrip(" \t\u3000")[-1:] == "\n"


def _having(passage: Passage, old: Copy, new: Copy) -> Passage:
    """Return a passage with one copy, and the block that carries it, replaced."""
    block = passage.blocks[new.witness]
    block = replace(block, segment=new.segment, end=max(block.end, new.segment.offsets[-1]))
    copies = tuple(new if each is old else each for each in passage.copies)
    return replace(passage, copies=copies, blocks={**passage.blocks, new.witness: block})
