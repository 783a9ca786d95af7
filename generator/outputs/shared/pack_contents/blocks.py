"""What a pack is made of: plain blocks of text that every format sets in its own way.

No block holds markup: each string is text as it is to be read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from itertools import accumulate, pairwise
from typing import Literal
from unicodedata import east_asian_width

from generator.model import USUAL_PACKS, PackStyle

BlockKind = Literal[
    "part",  # the heading of a division; level: 1 for 编, 2 分编, 3 章 or 部分, 4 节
    "provision",  # an 项 (level 1) or 目 (2) of an article; label: its number
    "number",  # 文号
    "title",  # a line of the title of the document or of an annex
    "caption",  # what stands in the middle below the title: 题注, issuer
    "addressee",  # 主送机关
    "enclosed",  # 附件说明; level: 0 for its first line
    "signed",  # 落款 or its date; indent: off the right edge; level: 1 for the first line
    "remark",  # 附注
    "annex",  # 附件1: begins a page
    "article",  # label: its number and heading; text: the rest of its first paragraph
    "para",
    "heading",  # level two
    "minor",  # level three
    "passage",  # label: the sign of its role; text; source
    "note",  # small print
    "item",  # a line of the sources: small, not justified; level: 1 goes with the next one
    "table",
    "lines",  # `count` ruled lines to write on below text; level: 1 for small type
]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a `band` is one cell across all columns that heads the next rows."""

    cells: tuple[str, ...]
    band: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One block; which fields count depends on its kind.

    `widths` are the columns' shares of the line; `room` is the least height of a row in mm;
    `indent` counts characters; a part that has one (一、) stands at the left, others (第一章) in
    the middle.  `listed` tells a heading that the contents name.
    """

    kind: BlockKind
    text: str = ""
    label: str = ""
    source: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    widths: tuple[int, ...] = ()
    room: int = 0
    count: int = 0
    level: int = 0
    indent: float = 0
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a pack under its level-one heading (条文原文)."""

    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class PackData:
    """A pack before it is typeset; equal data give equal files.

    `name` is the path without suffix below the site; `timestamp` is in seconds since 1970.
    `pieces` are the headings that a line may not hold, each as the pieces that stay together.
    """

    name: str
    title: tuple[str, ...]
    kicker: str
    subtitle: str
    session: str
    date: str
    place: str
    imprint: tuple[str, ...]
    sections: tuple[Section, ...]
    script: Literal["hans", "hant"]
    compact: bool
    timestamp: int
    pieces: tuple[tuple[str, ...], ...] = ()
    style: PackStyle = USUAL_PACKS

    def as_json(self) -> str:
        """Return the pack as JSON: what the typesetter reads, and what a memo may hash."""
        return json.dumps(self, ensure_ascii=False, sort_keys=True, default=_as_mapping)

    def strings(self) -> set[str]:
        """Return every string that is printed."""
        found = {*self.title, self.kicker, self.subtitle, self.session, self.date, self.place}
        found.update(self.imprint)
        for section in self.sections:
            found.add(section.title)
            for block in section.blocks:
                found.update((block.text, block.label, block.source, *block.header))
                found.update(cell for row in block.rows for cell in row.cells)
        return found


def _as_mapping(value: Row | Block | Section | PackData | PackStyle) -> dict[str, object]:
    """Return the fields of a part of a pack, by name."""
    return {each.name: getattr(value, each.name) for each in fields(value)}


def width_of(words: str) -> float:
    """Return about how wide `words` are set, in characters of full width."""
    return sum(1.0 if east_asian_width(each) in "WFA" else 0.5 for each in words)


def rewritten(pack: PackData, convert: Callable[[str], str]) -> PackData:
    """Return the pack with every printed string put through `convert`."""

    def block(each: Block) -> Block:
        return replace(
            each,
            text=convert(each.text),
            label=convert(each.label),
            source=convert(each.source),
            header=tuple(map(convert, each.header)),
            rows=tuple(Row(tuple(map(convert, row.cells)), row.band) for row in each.rows),
        )

    def pieces(each: tuple[str, ...]) -> tuple[str, ...]:
        whole = convert("".join(each))
        if len(whole) != sum(map(len, each)):
            return (whole,)
        ends = list(accumulate(map(len, each)))
        return tuple(whole[a:b] for a, b in pairwise([0, *ends]))

    return replace(
        pack,
        pieces=tuple(map(pieces, pack.pieces)),
        title=tuple(map(convert, pack.title)),
        kicker=convert(pack.kicker),
        subtitle=convert(pack.subtitle),
        session=convert(pack.session),
        date=convert(pack.date),
        place=convert(pack.place),
        imprint=tuple(map(convert, pack.imprint)),
        sections=tuple(
            replace(each, title=convert(each.title), blocks=tuple(map(block, each.blocks)))
            for each in pack.sections
        ),
    )
