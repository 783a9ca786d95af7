"""Where the copies of an article differ: each place once, over all witnesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.edition.differences import Difference, differences
from generator.edition.passages import Copy, Mask


@dataclass(frozen=True, slots=True)
class Place:
    """A place where copies differ: copy-text[start:end] and the other witnesses' spans."""

    start: int
    end: int
    spans: dict[int, tuple[int, int]]
    masks: tuple[tuple[int, Mask], ...]


def places(copytext: Copy, others: Sequence[Copy]) -> list[Place]:
    """Return where `others` differ from the copy-text, in order, each place once."""
    by_witness = {
        each.witness: differences(copytext.segment.text, each.segment.text) for each in others
    }
    marks: list[tuple[int, int, tuple[int, Mask] | None]] = [
        (each.a0, each.a1, None) for found in by_witness.values() for each in found
    ]
    marks += [(mask.at, mask.at, (copytext.witness, mask)) for mask in copytext.masks]
    for other in others:
        for mask in other.masks:
            low, high = _in_copytext(mask.at, by_witness[other.witness])
            marks.append((low, high, (other.witness, mask)))
    groups: list[list[tuple[int, int, tuple[int, Mask] | None]]] = []
    end = -1
    for mark in sorted(marks, key=lambda each: (each[0], each[1])):
        if groups and mark[0] <= end:
            groups[-1].append(mark)
        else:
            groups.append([mark])
        end = max(end, mark[1])
    result = []
    for group in groups:
        low, high = min(each[0] for each in group), max(each[1] for each in group)
        spans = {
            witness: (_before(low, found), _after(high, found))
            for witness, found in by_witness.items()
        }
        masks = tuple(each[2] for each in group if each[2] is not None)
        result.append(Place(low, high, spans, masks))
    return result


def _in_copytext(at: int, found: Sequence[Difference]) -> tuple[int, int]:
    """Return the span of the copy-text that the other's place `at` falls on."""
    shift = 0
    for each in found:
        if each.b0 <= at <= each.b1:
            return each.a0, each.a1
        if each.b1 < at:
            shift = each.a1 - each.b1
    return at + shift, at + shift


def _before(at: int, found: Sequence[Difference]) -> int:
    """Return the other's place for the copy-text's `at`, ahead of what is inserted there."""
    shift = 0
    for each in found:
        if each.a1 <= at and each.a0 < at:
            shift = each.b1 - each.a1
    return at + shift


def _after(at: int, found: Sequence[Difference]) -> int:
    """Return the other's place for the copy-text's `at`, behind what is inserted there."""
    shift = 0
    for each in found:
        if each.a1 <= at:
            shift = each.b1 - each.a1
    return at + shift
