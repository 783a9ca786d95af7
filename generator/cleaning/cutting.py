"""Regions of a cleaned text, kept or cut -> where they stand in the source, and the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.cleaning.ledger import Change


@dataclass(frozen=True, slots=True)
class Region:
    """A run of the cleaned text; `code` and `note` say why it is cut, empty when it is kept."""

    start: int
    end: int
    code: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A region with its span in the source and the changes inside it."""

    region: Region
    start: int
    end: int
    changes: tuple[Change, ...]


def place(changes: Sequence[Change], regions: Sequence[Region]) -> list[Placed]:
    """Return every region in the source; `regions` follow one another and cover the text.

    A change that reaches over the edge of a region is parted there; a deletion that
    stands at an edge goes with the side that is cut.
    """
    pending = list(reversed(changes))
    shift = 0  # offset in the cleaned text minus offset in the source
    placed = []
    for index, region in enumerate(regions):
        start = region.start - shift
        last = index + 1 == len(regions)
        mine = []
        while pending:
            change = pending[-1]
            at = change.start + shift
            at_edge = at == region.end and not change.after and (bool(region.code) or last)
            if at >= region.end and not at_edge:
                break
            pending.pop()
            if at + len(change.after) > region.end:
                keep = region.end - at
                rest = replace(change, start=change.end, after=change.after[keep:])
                pending.append(rest)
                change = replace(change, after=change.after[:keep])
            mine.append(change)
            shift += change.growth
        placed.append(Placed(region, start, region.end - shift, tuple(mine)))
    return placed


def ledger(placed: Sequence[Placed]) -> list[Change]:
    """Return the changes to the source: those inside what is kept, and one for each cut.

    A cut names, after its own code, the rules that had changed something in it.
    """
    result: list[Change] = []
    for each in placed:
        if not each.region.code:
            result += each.changes
        elif each.start < each.end:
            inner = [code for change in each.changes for code in change.rules]
            codes = tuple(dict.fromkeys([each.region.code, *sorted(inner)]))
            result.append(Change(each.start, each.end, "", codes, each.region.note))
    return result
