"""Where the paragraphs of a text without numbers begin, seen from all its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.edition.repair.article_numbers import NEAR, Boundary
from generator.edition.repair.merged_text import MergedText
from generator.edition.witnesses import Block, ParsedWitness


def paragraphs(merged: MergedText, witnesses: Sequence[ParsedWitness]) -> list[Boundary]:
    """Return where paragraphs begin in the merged text, counted from 1.

    A line that one witness alone begins is a paragraph only behind a stop, and where no two
    others run on; else it is broken.
    """
    found: list[Boundary] = []
    for at, witness, block in sorted(
        (row for w in range(len(witnesses)) for row in _lines(merged, w, witnesses[w].piece.text)),
        key=lambda row: row[:2],
    ):
        if not found or at - found[-1].at > NEAR or witness in found[-1].blocks:
            found.append(Boundary(at))
        found[-1].blocks[witness] = block
    stops = merged.stops()
    there = [set(places) for places in merged.place.values()]
    kept = [each for each in found if _begins(each, stops, there)]
    if kept:
        kept[0].at = 0
    for number, each in enumerate(kept, 1):
        each.number = number
        each.blocks = {w: replace(block, number=number) for w, block in each.blocks.items()}
    return kept


def _begins(each: Boundary, stops: Sequence[bool], there: Sequence[set[int]]) -> bool:
    """Tell whether a paragraph begins where some witnesses begin a line.

    `there`: the places that each witness has.
    """
    if each.at == 0:
        return True
    having = sum(1 for places in there if {each.at - 1, each.at} <= places)
    if 2 * len(each.blocks) < having:
        return False
    return len(each.blocks) > 1 or stops[each.at - 1]


def _lines(merged: MergedText, witness: int, text: str) -> Iterator[tuple[int, int, Block]]:
    """Yield (place in the merged text, witness, block) for every line of a witness."""
    sequence, place = merged.sequences[witness], merged.place[witness]
    letters = [
        sequence.blocks[block].segment.offsets[at]
        for block, at in zip(sequence.block_of, sequence.place, strict=True)
    ]
    for token, (before, start) in enumerate(pairwise([-1, *letters])):
        if place[token] >= 0 and (before < 0 or "\n" in text[before:start]):
            block = sequence.blocks[sequence.block_of[token]]
            opens = start
            while opens > before + 1 and not text[opens - 1].isspace():
                opens -= 1  # what opens a quotation
            yield place[token], witness, replace(block, label="¶", label_start=opens, start=opens)
