"""The table for checking oneself: what is asked, with room to write; of a length to work with.

Of an article it takes two pages at most, of a whole document MOST rows: in turn the first
requirement of each article, then the second, …  What is left out is told, and where it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.duties.requirements import Requirement
from generator.duties.wording import UNNAMED
from generator.model import Article
from generator.outputs.shared.pack_contents.blocks import Block, Row
from generator.outputs.shared.pack_contents.gathering import Material

MOST = 120  # rows of a table
ROOM = 16  # millimetres that a row is high at least
PAGES = 400  # millimetres: two pages without their heads and the title of the section
LINE = 6.2  # millimetres of a line in the table
LETTERS = 16  # of a line of the requirements' column, on the safe side
WIDTHS = (7, 42, 15, 12, 12, 12)
HEADER = ("序号", "要求（原文）", "责任主体", "落实情况", "存在问题", "整改措施")


def printed_requirements(material: Material) -> list[tuple[Article, tuple[Requirement, ...]]]:
    """Return what the table has of each article, in reading order."""
    offered = [
        _within_pages(each, material.requirements[each.number]) for each in material.articles
    ]
    depth = _depth([len(each) for each in offered])
    left = MOST - sum(min(len(each), depth) for each in offered)
    rows = []
    for article, first in zip(material.articles, offered, strict=True):
        more = int(len(first) > depth and left > 0)
        left -= more
        rows.append((article, first[: depth + more]))
    return rows


def check_section(material: Material) -> tuple[Block, ...]:
    """Return the table, its rows numbered throughout, and how many it leaves out."""
    rows: list[Row] = []
    count = 0
    for article, asked in printed_requirements(material):
        if not material.alone and asked:
            rows.append(Row((material.line_of(article),), band=True))
        for each in asked:
            count += 1
            words = article.text[each.start : each.end].replace("\n", "")
            bodies = "、".join(each.bodies) or UNNAMED
            rows.append(Row((str(count), words, bodies, "", "", "")))
    if not rows:
        return ()
    table = Block("table", header=HEADER, rows=tuple(rows), widths=WIDTHS, room=ROOM)
    asked_in_all = sum(len(each) for each in material.requirements.values())
    if count == asked_in_all:
        return (table,)
    told = f"要求共 {asked_in_all} 项，本表印 {count} 项，"
    where = "其余" if material.alone else "每条先印前几项，其余"
    return (Block("note", f"{told}{where}见网站“责任清单”页和它的 Excel 表。"), table)


def _within_pages(article: Article, asked: Sequence[Requirement]) -> tuple[Requirement, ...]:
    """Return the first requirements of an article, as many as two pages hold."""
    height = 0.0
    for at, each in enumerate(asked):
        letters = each.end - each.start
        height += max(ROOM, LINE * -(-letters // LETTERS) + 3)
        if height > PAGES:
            return tuple(asked[: max(at, 1)])
    return tuple(asked)


def _depth(counts: Sequence[int]) -> int:
    """Return how many rows each article may have so that all together are no more than MOST."""
    depth = 0
    while depth < max(counts, default=0) and sum(min(each, depth + 1) for each in counts) <= MOST:
        depth += 1
    return depth
