"""Matter apart in a pack, in the places that GB/T 9704-2012 gives it.

文号, title, 题注 and 主送机关 stand before the text (7.2.5, 7.3.1, 7.3.2); 附件说明, 落款, date
and 附注 behind it (7.3.4 to 7.3.6); every annex on a page of its own (7.3.7).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.model import Edition
from generator.outputs.shared.annexes import Annex
from generator.outputs.shared.matter_shown import MatterLine, matter_shown
from generator.outputs.shared.pack_contents.blocks import Block, Row, width_of
from generator.text.title_breaks import balanced_lines

CAPTIONS = ("issuer", "date", "note")
SIGNED = ("signature", "date")
SENTENCE = re.compile(r"[。：；:;]$")
TITLE_LINE = 20  # characters of the title's size that a line holds
FROM_EDGE = 2  # characters that 落款 or its date leaves free on the right


def head_blocks(edition: Edition) -> tuple[Block, ...]:
    """Return what stands before the text; the title, too, where anything stands around it."""
    shown = matter_shown(edition, dated=True)
    blocks = list(_order(shown.opening))
    if blocks or shown.before:
        blocks += [Block("number", each.text) for each in shown.before if each.kind == "number"]
        blocks += [
            Block("title", line) for each in title_of(edition) for line in balanced_title(each)
        ]
    blocks += [Block("caption", each.text) for each in shown.before if each.kind in CAPTIONS]
    blocks += [Block("addressee", each.text) for each in shown.before if each.kind == "addressee"]
    return tuple(blocks)


def tail_blocks(edition: Edition) -> tuple[Block, ...]:
    """Return what stands behind the text, and the annexes."""
    shown = matter_shown(edition)
    blocks: list[Block] = []
    for kind, rows in groupby(shown.behind, lambda each: _group(each.kind)):
        lines = [each.text for each in rows]
        if kind == "signed":
            blocks += _signed(lines)
        elif kind == "annex-list":
            blocks += [Block("enclosed", each, level=at) for at, each in enumerate(lines)]
        else:
            blocks += [Block("remark", each) for each in lines]
    for annex in shown.annexes:
        blocks += _annex(annex)
    return tuple(blocks)


def _group(kind: str) -> str:
    return "signed" if kind in SIGNED else kind


def title_of(edition: Edition) -> tuple[str, ...]:
    """Return the lines of the title as the document has them."""
    texts = [each.text for each in edition.matter if each.kind == "title"]
    lines = [each.strip() for each in texts[0].split("\n")] if texts else []
    return tuple(each for each in lines if each) or (edition.base.title,)


def balanced_title(title: str) -> tuple[str, ...]:
    """Return a title in two lines, broken by sense, where it is too long for one (7.3.1).

    It is broken behind 关于 or before 和, 与, 及, where its lines come out most alike; one that
    has no such place, or has it inside a name in 《》, is broken between other words.
    """
    if width_of(title) <= TITLE_LINE:
        return (title,)
    halves = [
        (title[: place.end()], title[place.end() :])
        for place in re.finditer(r"关于(?=.)|.(?=[和与及].)", title)
        if title.count("《", 0, place.end()) == title.count("》", 0, place.end())
    ]
    fitting = [each for each in halves if max(map(width_of, each)) <= TITLE_LINE]
    if fitting:
        return min(fitting, key=lambda each: max(map(width_of, each)))
    return balanced_lines(title, TITLE_LINE)


def _order(lines: Sequence[MatterLine]) -> Iterator[Block]:
    """Yield the blocks of an order or a notice that stands before the title.

    What stands above its first sentence is its heading, what stands below its last is signed.
    """
    ends = [at for at, each in enumerate(lines) if SENTENCE.search(each.text)]
    first, last = (ends[0], ends[-1]) if ends else (len(lines), len(lines))
    yield from (Block("caption", each.text) for each in lines[:first])
    yield from (Block("para", each.text) for each in lines[first : last + 1])
    yield from _signed([each.text for each in lines[last + 1 :]])


def _signed(lines: Sequence[str]) -> Iterator[Block]:
    """Yield 落款 and date, each with how many characters it stands off the right edge.

    The date begins two characters behind the name and leaves two free at least (7.3.5.2);
    names of several lines begin one below the other.
    """
    names = [each for each in lines if not _is_date(each)]
    dates = [each for each in lines if _is_date(each)]
    wide = max(map(width_of, names), default=0.0)
    date = max(map(width_of, dates), default=0.0)
    edge = max(FROM_EDGE, FROM_EDGE + date + FROM_EDGE - wide) if names else FROM_EDGE
    for count, each in enumerate(lines):
        off = edge + wide - width_of(each) - (FROM_EDGE if _is_date(each) else 0)
        alone = _is_date(each) and not names
        yield Block("signed", each, indent=2 * FROM_EDGE if alone else off, level=int(count == 0))


def _is_date(line: str) -> bool:
    return bool(re.search(r"[年\d〇○一二三四五六七八九]\d*日）?$", line)) and len(line) < 16


def _annex(annex: Annex) -> Iterator[Block]:
    """Yield an annex: 附件1 flush left, its title in the middle, its lines, its tables."""
    yield Block("annex", annex.mark)
    yield from (Block("title", line) for each in annex.heading for line in balanced_title(each))
    for block in annex.blocks:
        if block.is_table:
            yield _table(block.rows)
        else:
            yield from (Block("para", each) for (each,) in block.rows)


def _table(rows: Sequence[tuple[str, ...]]) -> Block:
    """Return a table whose columns share the line as their longest cells ask for."""
    longest = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    asked = [min(max(each, 2.0), 30.0) + 2 for each in longest]
    widths = [max(int(100 * each / sum(asked)), 1) for each in asked]
    widths[-1] += 100 - sum(widths)
    return Block("table", header=rows[0], rows=tuple(map(Row, rows[1:])), widths=tuple(widths))
