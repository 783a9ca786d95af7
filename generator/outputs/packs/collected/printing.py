"""Collection + library -> PackData, set by what sets every pack; what does not stand is marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from generator.model import Library
from generator.outputs.packs.collected.reading import Collection
from generator.outputs.packs.collected.standing import Places, Standing
from generator.outputs.shared.pack_contents.blocks import Block, PackData, Section, rewritten
from generator.outputs.shared.pack_contents.composing import long_headings, timestamp
from generator.outputs.shared.pack_contents.matter import balanced_title
from generator.text.nomenclature import chinese_date

TITLE = "摘编"
UNGROUPED = "摘录"


def collection_pack(  # what a cover says is given with it
    library: Library,
    collection: Collection,
    *,
    name: str,
    script: Literal["hans", "hant"] = "hans",
    compact: bool = False,
    cover: tuple[str, str, str] = ("", "", ""),
    convert: Callable[[str], str] | None = None,
) -> tuple[PackData, tuple[str, ...]]:
    """Return the pack of a collection, and what is to be looked at in it, a line each.

    `cover` is its session, date and place; `convert` writes simplified text as traditional.
    """
    places = Places(library)
    doubts: list[str] = []
    sections = []
    number = 0
    for group, items in collection.grouped():
        blocks: list[Block] = []
        for item in items:
            number += 1
            found = places.standing(item)
            if found.doubt:
                doubts.append(f"第{number}处“{_opening(item.text)}”（{item.id}）：{found.doubt}")
            blocks += _blocks(found, item.comment)
        sections.append(Section(group or UNGROUPED, tuple(blocks)))
    edition = library.collations[0].edition
    session, date, place = cover
    title = collection.title or TITLE
    pack = PackData(
        name=name,
        title=balanced_title(title),
        kicker=title,
        subtitle="摘编" if collection.title else "学习材料",
        session=session,
        date=chinese_date(date),
        place=place,
        imprint=(library.title,),
        sections=tuple(sections),
        script=script,
        compact=compact,
        timestamp=timestamp(edition),
        style=library.packs,
        pieces=long_headings(sections, (title, library.title)),
    )
    written = rewritten(pack, convert) if convert and script == "hant" else pack
    return written, tuple(doubts)


def _blocks(found: Standing, comment: str) -> Iterator[Block]:
    """Yield the words, a block a line, their source, what is doubtful, and the comment."""
    lines = _lines(found.text)
    for line in lines[:-1]:
        yield Block("passage", line)
    yield Block("passage", lines[-1], source=found.source)
    if found.doubt:
        yield Block("note", f"〔请核对〕{found.doubt}。")
    yield from (Block("note", line) for line in _lines(f"批注：{comment}" if comment else ""))


def _lines(text: str) -> Sequence[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _opening(text: str) -> str:
    first = "".join(text.split())
    return first if len(first) <= 12 else f"{first[:12]}…"
