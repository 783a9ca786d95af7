"""Units -> blocks of stored text, each a shard; a block holds whole paragraphs.

A block is lines: "=page, title" (apart by a tab) opens a page; "#id" gives the next unit's
id where it is not the one before plus one; "^before behind" tells how far off the units lie
that stand before and behind it as one reads, where that is not 1 (neighbours.py; 0 is none);
then the unit, "+" before it where a paragraph starts, "-" where one goes on, "!" where its id
is no anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.outputs.search.units import Unit

NONE: Mapping[int, tuple[int, int]] = MappingProxyType({})
LAST_NUMBER = re.compile(r"\d+$")


@dataclass(frozen=True, slots=True)
class Block:
    """Stored text of the units from number `first` on."""

    first: int
    text: str


def cut_blocks(
    units: Iterable[Unit], size: int, beside: Mapping[int, tuple[int, int]] = NONE
) -> Iterator[Block]:
    """Yield the blocks of the units in order, of about `size` bytes each.

    `beside` is what `neighbours` returns of them.
    """
    lines: list[str] = []
    weight = first = 0
    here: tuple[str, str, int] | None = None
    last = ""
    for number, unit in enumerate(units):
        if lines and weight >= size and (unit.opens or weight >= 2 * size):
            yield Block(first, "\n".join(lines))
            lines, weight, first = [], 0, number
            here = None
        follows = here is not None and unit.id == successor(last)
        if (unit.page, unit.title, unit.tier) != here:
            here = unit.page, unit.title, unit.tier
            lines.append(f"={unit.page}\t{_one_line(unit.title)}")
            weight += len(lines[-1].encode()) + 1
        if not follows:
            lines.append(f"#{unit.id}")
            weight += len(unit.id) + 2
        last = unit.id
        if number in beside:
            lines.append("^{} {}".format(*beside[number]))
            weight += len(lines[-1]) + 1
        mark = ("+" if unit.opens else "-") if unit.anchored else "!"
        lines.append(mark + unit.text)
        weight += len(lines[-1].encode()) + 1
    if lines:
        yield Block(first, "\n".join(lines))


def successor(unit_id: str) -> str:
    """Return the id that follows: 000-1-s9 -> 000-1-s10; "" where there is no number."""
    found = LAST_NUMBER.search(unit_id)
    return f"{unit_id[: found.start()]}{int(found[0]) + 1}" if found else ""


def _one_line(title: str) -> str:
    return " ".join(title.split())
