"""Tables with level ruling lines alone: columns by the gaps that run down between the lines.

-----------------
项目   内容           ->  项目<tab>内容
-----------------
会议   压缩三成，         会议<tab>压缩三成，合并召开
       合并召开
-----------------
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from generator.content.importing.layout.joining import join_to
from generator.content.importing.layout.lines import Spelling, fragments, lines
from generator.content.importing.layout.page import Glyph, Page, Rule
from generator.content.importing.layout.tables import SAME, Table

LEAST_RULES = 3
MOST_RULES = 400
LEAST_ROWS = 3
NARROWEST_GAP = 0.5  # ems between two columns
WIDER = 1.2  # times the least distance of two lines, from which on a row begins


def open_tables(page: Page, glyphs: Sequence[Glyph]) -> tuple[list[Table], list[Glyph]]:
    """Return a page's tables that level lines alone rule, and the glyphs outside them."""
    found: list[Table] = []
    outside = list(glyphs)
    for rules in _stacks(page):
        top, bottom = rules[0].top, rules[-1].bottom
        left, right = rules[0].left, rules[0].right
        within = [
            each
            for each in outside
            if top < each.middle < bottom
            and left - SAME < (each.left + each.right) / 2 < right + SAME
        ]
        columns = _columns(within)
        rows = _rows(within, columns, rules, page.number) if columns else ()
        if len(rows) >= LEAST_ROWS and len(rows[0]) > 1:
            inside = set(map(id, within))
            outside = [each for each in outside if id(each) not in inside]
            found.append(Table(left, top, right, bottom, rows))
    return found, outside


def _stacks(page: Page) -> list[list[Rule]]:
    """Return level lines of one width one above the other, where no upright line stands."""
    stacks: list[list[Rule]] = []
    for rule in sorted(
        (each for each in page.rules[:MOST_RULES] if each.level), key=lambda r: r.top
    ):
        for stack in stacks:
            if abs(stack[0].left - rule.left) < SAME and abs(stack[0].right - rule.right) < SAME:
                if rule.top - stack[-1].top > SAME:
                    stack.append(rule)
                break
        else:
            stacks.append([rule])
    return [
        stack
        for stack in stacks
        if len(stack) >= LEAST_RULES
        and not any(
            not each.level
            and stack[0].left - SAME < each.left < stack[0].right + SAME
            and each.top < stack[-1].bottom
            and each.bottom > stack[0].top
            for each in page.rules
        )
    ]


def _columns(glyphs: Sequence[Glyph]) -> list[float]:
    """Return where the gaps are that run down between all the lines."""
    seen = [each for each in glyphs if not each.blank]
    if not seen:
        return []
    least = NARROWEST_GAP * median(each.size for each in seen)
    spans = sorted(each.inked for each in seen)
    gaps: list[float] = []
    reach = spans[0][1]
    for left, right in spans:
        if left - reach >= least:
            gaps.append((left + reach) / 2)
        reach = max(reach, right)
    return gaps


def _rows(
    glyphs: Sequence[Glyph], columns: Sequence[float], rules: Sequence[Rule], page: int
) -> tuple[tuple[Spelling, ...], ...]:
    rows: list[tuple[Spelling, ...]] = []
    for upper, lower in pairwise(rules):
        band = [each for each in glyphs if upper.top < each.middle < lower.top]
        for row in _bands_rows(band, columns, many=len(rules) > LEAST_RULES, page=page):
            cells: list[list[Glyph]] = [[] for _ in range(len(columns) + 1)]
            for each in row:
                cells[_cell_of(each, columns)].append(each)
            spelled = [_spelling(cell, page) for cell in cells]
            while spelled and not spelled[-1]:
                spelled.pop()
            rows.append(tuple(spelled))
    return tuple(rows)


def _cell_of(glyph: Glyph, columns: Sequence[float]) -> int:
    return bisect_right(columns, sum(glyph.inked) / 2)


def _bands_rows(
    band: Sequence[Glyph], columns: Sequence[float], *, many: bool, page: int
) -> list[list[Glyph]]:
    """Return the rows between two ruling lines.

    They begin where lines are further apart than those of one cell, else where the first column
    has words; where every row is ruled off (`many` lines), a line of one cell goes on.
    """
    found = [list(each.glyphs) for each in lines(fragments(band), page)]
    if len(found) < 2:
        return found
    middles = [sum(each.middle for each in line) / len(line) for line in found]
    gaps = [after - before for before, after in pairwise(middles)]
    filled = [{_cell_of(each, columns) for each in line if not each.blank} for line in found]
    if max(gaps) > WIDER * min(gaps):
        starts = [gap > WIDER * min(gaps) for gap in gaps]
    elif many and any(len(cells) < 2 for cells in filled):
        starts = [False] * len(gaps)
    else:
        starts = [0 in cells for cells in filled[1:]]
    rows = [found[0]]
    for line, begins in zip(found[1:], starts, strict=True):
        if begins:
            rows.append(line)
        else:
            rows[-1].extend(line)
    return rows


def _spelling(glyphs: Sequence[Glyph], page: int) -> Spelling:
    spelling: Spelling = []
    for each in lines(fragments(glyphs), page) if glyphs else []:
        join_to(spelling, each.spelling)
    return spelling
