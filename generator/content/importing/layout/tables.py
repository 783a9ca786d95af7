"""Tables: ruled ones from their lines, others from cells that stand under one another.

|单位|次数|
|甲  |1   |   ->  单位<tab>次数, 甲<tab>1
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.content.importing.layout.joining import join_to
from generator.content.importing.layout.lines import (
    Fragment,
    Line,
    Spelling,
    fragments,
    lines,
    words_of,
)
from generator.content.importing.layout.page import Glyph, Page, Rule

SAME = 3.0  # points by which two ruling lines may differ and be one
LEAST_RULES = 3  # across and down, for two rows and two columns
MOST_RULES = 4000
FULL_STOPS = ("。", "！", "？", "；")
CELL_GAP = 1.2  # ems between cells that no line parts


@dataclass(frozen=True, slots=True)
class Table:
    """A table in its place; a row is its cells."""

    left: float
    top: float
    right: float
    bottom: float
    rows: tuple[tuple[Spelling, ...], ...]

    @property
    def middle(self) -> float:
        """Return how far down the page its middle is."""
        return (self.top + self.bottom) / 2


def ruled_tables(page: Page, glyphs: Sequence[Glyph]) -> tuple[list[Table], list[Glyph]]:
    """Return a page's ruled tables, and the glyphs that stand outside them."""
    found: list[Table] = []
    outside = list(glyphs)
    for rules in _meshes(page.rules[:MOST_RULES]):
        level = [rule for rule in rules if rule.level]
        upright = [rule for rule in rules if not rule.level]
        across, down = _places(rule.top for rule in level), _places(rule.left for rule in upright)
        if len(across) < LEAST_RULES and len(down) < LEAST_RULES:
            continue  # a frame around text
        if len(across) < 2 or len(down) < 2:
            continue
        within = [
            glyph
            for glyph in outside
            if across[0] - SAME < glyph.middle < across[-1] + SAME
            and down[0] - SAME < (glyph.left + glyph.right) / 2 < down[-1] + SAME
        ]
        rows = _rows(within, level, upright, page.number)
        if rows:
            inside = set(map(id, within))
            outside = [glyph for glyph in outside if id(glyph) not in inside]
            found.append(Table(down[0], across[0], down[-1], across[-1], rows))
    return found, outside


def without_repeated_head(table: Table, before: Sequence[Table]) -> tuple[Table, str]:
    """Return a table without the head that it repeats from the page before, and the head's words.

    `before` are the tables of that page; "" where the head is its own.
    """
    head = words_of(row_spelling(table.rows[0]))
    for other in before:
        if (
            len(table.rows) > 1
            and abs(other.left - table.left) < SAME
            and abs(other.right - table.right) < SAME
            and words_of(row_spelling(other.rows[0])) == head
        ):
            return replace(table, rows=table.rows[1:]), head
    return table, ""


def broken_row_joined(before: Table, table: Table) -> tuple[Table, Table]:
    """Return two tables, one below the other over a page's end, a row broken there made whole.

    So is a first row without words in its first cell and in most others that goes on with cells
    which do not end in a full stop; else it belongs to a cell over several rows.
    """
    last, first = before.rows[-1], table.rows[0]
    filled = [at for at, cell in enumerate(first) if words_of(cell).strip()]
    if (
        abs(before.left - table.left) >= SAME
        or abs(before.right - table.right) >= SAME
        or not filled
        or filled[0] == 0
        or len(filled) * 2 > max(map(len, before.rows))
        or filled[-1] >= len(last)
        or any(not words_of(last[at]).strip() for at in filled)
        or any(words_of(last[at]).endswith(FULL_STOPS) for at in filled)
    ):
        return before, table
    cells = [list(cell) for cell in last]
    for at in filled:
        join_to(cells[at], first[at])
    whole = (*before.rows[:-1], tuple(cells))
    return replace(before, rows=whole), replace(table, rows=table.rows[1:])


def _meshes(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Return the groups of ruling lines that touch one another."""
    meshes: list[tuple[list[float], list[Rule]]] = []
    for rule in sorted(rules, key=lambda each: (each.top, each.left)):
        box = [rule.left - SAME, rule.top - SAME, rule.right + SAME, rule.bottom + SAME]
        members = [rule]
        rest: list[tuple[list[float], list[Rule]]] = []
        for other_box, others in meshes:
            if _meet(box, other_box):
                box = [
                    min(box[0], other_box[0]),
                    min(box[1], other_box[1]),
                    max(box[2], other_box[2]),
                    max(box[3], other_box[3]),
                ]
                members = others + members
            else:
                rest.append((other_box, others))
        meshes = [*rest, (box, members)]
    return [members for _, members in meshes]


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _places(values: Iterable[float]) -> list[float]:
    """Return values with those that are nearly the same taken as one, rising."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SAME:
            places.append(value)
    return places


def _rows(
    glyphs: Sequence[Glyph], level: Sequence[Rule], upright: Sequence[Rule], page: int
) -> tuple[tuple[Spelling, ...], ...]:
    """Return the cells of a ruled table by rows; a cell over several rows is in the first."""
    across, down = _places(r.top for r in level), _places(r.left for r in upright)
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for piece in _cell_pieces(glyphs, upright):
        at = (_edge(piece, across, level), _side(piece, down, upright))
        cells.setdefault(at, []).extend(piece.glyphs)
    rows: list[tuple[Spelling, ...]] = []
    for row in sorted({row for row, _ in cells}):
        last = max(column for at, column in cells if at == row)
        rows.append(tuple(_cell(cells.get((row, at), []), page) for at in range(last + 1)))
    return tuple(rows)


def _cell_pieces(glyphs: Sequence[Glyph], upright: Sequence[Rule]) -> list[Fragment]:
    """Return fragments that no upright line runs through."""
    found: list[Fragment] = []
    places = sorted(upright, key=lambda each: each.left)
    lefts = [each.left for each in places]
    for piece in fragments(glyphs):
        first = bisect_right(lefts, piece.left + 1)
        last = bisect_right(lefts, piece.right - 1)
        cuts = [
            rule.left
            for rule in places[first:last]
            if rule.top - SAME < piece.middle < rule.bottom + SAME
        ]
        parts: list[list[Glyph]] = [[] for _ in range(len(cuts) + 1)]
        for glyph in piece.glyphs:
            parts[bisect_right(cuts, (glyph.left + glyph.right) / 2)].append(glyph)
        for part in parts:
            found += fragments(part)
    return found


def _edge(piece: Fragment, across: list[float], level: Sequence[Rule]) -> int:
    """Return which level line is the upper edge of the cell that a fragment stands in."""
    middle = (piece.left + piece.right) / 2
    above = [
        rule.top
        for rule in level
        if rule.top <= piece.middle and rule.left - SAME <= middle <= rule.right + SAME
    ]
    return max(bisect_right(across, max(above, default=across[0]) + SAME) - 1, 0)


def _side(piece: Fragment, down: list[float], upright: Sequence[Rule]) -> int:
    """Return which upright line is the left edge of the cell that a fragment stands in."""
    middle = (piece.left + piece.right) / 2
    before = [
        rule.left
        for rule in upright
        if rule.left <= middle and rule.top - SAME <= piece.middle <= rule.bottom + SAME
    ]
    return max(bisect_right(down, max(before, default=down[0]) + SAME) - 1, 0)


def _cell(glyphs: Sequence[Glyph], page: int) -> Spelling:
    found = lines(fragments(glyphs), page) if glyphs else []
    spelling: Spelling = []
    for each in found:
        join_to(spelling, each.spelling)
    return spelling


def aligned_tables(rows: Sequence[Line]) -> list[tuple[int, int]]:
    """Return where lines of one column are rows of a table without ruling lines: (first, end)."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, row in enumerate(rows):
        cells = row_cells(row)
        fits = len(cells) > 1 and (
            start is None or _aligned(row_cells(rows[at - 1]), cells) >= min(2, len(cells))
        )
        if fits and start is None:
            start = at
        elif not fits and start is not None:
            found.append((start, at))
            start = at if len(cells) > 1 else None
    if start is not None:
        found.append((start, len(rows)))
    return [(first, end) for first, end in found if _is_table(rows[first:end])]


def _is_table(rows: Sequence[Line]) -> bool:
    """Tell whether rows are many or wide enough to be a table, and not two lines by chance."""
    widths = [len(row_cells(row)) for row in rows]
    return (len(rows) >= 3 and max(widths) >= 2) or (len(rows) == 2 and min(widths) >= 3)


def row_cells(row: Line) -> list[Fragment]:
    """Return the fragments of a line that are wide apart, those that are not put together."""
    cells: list[Fragment] = []
    for piece in row.fragments:
        if cells and piece.left - cells[-1].right < CELL_GAP * row.size:
            both = (*cells[-1].glyphs, *piece.glyphs)
            cells[-1] = Fragment(
                both, cells[-1].left, row.top, piece.right, row.bottom, cells[-1].size
            )
        else:
            cells.append(piece)
    return cells


def _aligned(one: Sequence[Fragment], other: Sequence[Fragment]) -> int:
    """Return how many cells of two rows stand under one another: left, right or middle."""
    count = 0
    for cell in other:
        tolerance = 0.35 * cell.size
        if any(
            abs(cell.left - each.left) < tolerance
            or abs(cell.right - each.right) < tolerance
            or abs(cell.left + cell.right - each.left - each.right) < 2 * tolerance
            for each in one
        ):
            count += 1
    return count


def row_spelling(cells: Sequence[Spelling]) -> Spelling:
    """Return a row's cells with tabs between them."""
    found: Spelling = []
    for at, cell in enumerate(cells):
        if at:
            found.append(("\t", None))
        found += cell
    return found
