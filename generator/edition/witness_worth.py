"""The map of the damage: which run of a witness gives which article, and how."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal

from generator.edition.comparing import Comparison
from generator.edition.established import Established
from generator.edition.passages import FRONT, Copy
from generator.model import Alignment, Witness

SHORTFALL = 0.85  # a copy with less than this share of the edition's text is damaged


def witnesses_of(comparison: Comparison) -> tuple[Witness, ...]:
    """Return the witnesses with what they proved to be worth."""
    return tuple(_witness(comparison, index) for index in range(len(comparison.witnesses)))


def _witness(comparison: Comparison, index: int) -> Witness:
    parsed = comparison.witnesses[index]
    sound: list[int] = []
    damaged: list[int] = []
    for each in comparison.articles:
        (sound if _is_sound(each, index) else damaged).append(each.key)
    runs = sorted(_runs(comparison, index), key=lambda run: (run.start, run.end))
    return Witness(
        parsed.piece.id,
        parsed.piece,
        parsed.has_title,
        bool(parsed.parts),
        tuple(sound),
        tuple(damaged),
        tuple(_joined(runs)),
        tuple((each.start, each.end) for each in parsed.matter),
    )


def _is_sound(each: Established, index: int) -> bool:
    block = each.passage.blocks.get(index)
    copy = each.copy_of(index)
    if block is None or copy is None or copy.masks:
        return False
    labelled = block.number == each.key and bool(block.label) and block.sure
    return labelled and len(copy.segment.text) >= SHORTFALL * len(each.text)


def _runs(comparison: Comparison, index: int) -> Iterator[Alignment]:
    for each in (*comparison.articles, *comparison.running):
        key = max(each.key, FRONT)
        if copy := each.copy_of(index):
            yield from _copy_runs(each, copy, key)
        for repeat in each.passage.repeats:
            block = repeat.block
            if block.witness == index:
                yield Alignment(block.start, block.end, key, "duplicate")
                if repeat.rest:
                    yield Alignment(*repeat.rest, repeat.owner or None, "orphan")


def _copy_runs(each: Established, copy: Copy, key: int) -> Iterator[Alignment]:
    at = 0
    for decision in each.decisions:
        place = decision.place
        low, high = (place.start, place.end) if copy is each.copytext else place.spans[copy.witness]
        if low > at:
            yield from _aligned(copy, at, low, key, "same")
        if high > low:
            agrees = copy.segment.text[low:high] == decision.text
            yield from _aligned(copy, low, high, key, "same" if agrees else "variant")
        at = max(at, high)
    if at < len(copy.segment.text):
        yield from _aligned(copy, at, len(copy.segment.text), key, "same")
    for mask in copy.masks:
        kind = "orphan" if mask.kind == "misplacement" else mask.kind
        yield Alignment(mask.start, mask.end, mask.target, kind)


def _aligned(
    copy: Copy, low: int, high: int, key: int, kind: Literal["same", "variant"]
) -> Iterator[Alignment]:
    for start, end in copy.segment.runs(low, high):
        yield Alignment(start, end, key, kind)


def _joined(runs: list[Alignment]) -> Iterator[Alignment]:
    """Yield the runs, neighbours of one kind and article as one."""
    for (article, kind), group in groupby(runs, key=lambda run: (run.article, run.kind)):
        members = list(group)
        yield Alignment(members[0].start, max(run.end for run in members), article, kind)
