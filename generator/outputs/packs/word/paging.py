"""On which page each heading comes: the pages of a Word document, reckoned before it is opened.

Lines have heights of their own and Chinese type is of one width, so that Word, WPS and
LibreOffice end their pages alike; tests/office holds this against LibreOffice's own pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.outputs.packs.word.lines import count_lines
from generator.outputs.packs.word.looks import BY_ID, HEIGHT, TWIP, WIDTH, Look, Measures
from generator.outputs.packs.word.paragraphs import Item, Paragraph, Table, TableRow

ROOM = HEIGHT - 12  # what a page holds: a line that just fits is not left to rounding
LEAST = 2  # lines of a paragraph that a page begins or ends with
BORDER = 10  # twentieths of a point: a line of a table, or one to write on


@dataclass(frozen=True, slots=True)
class _Box:
    """What is placed: lines of one height, or the row of a table."""

    lines: int
    line: int
    before: int
    after: int
    keep_next: bool
    whole: bool
    new_page: bool
    bookmark: str
    head: int = 0  # of a row: how high the head of its table is, which each page repeats

    @property
    def high(self) -> int:
        """Its height without what stands before and after."""
        return self.lines * self.line

    @property
    def least(self) -> int:
        """The least of it that a page may hold."""
        if self.whole or self.lines <= LEAST + 1:
            return self.high
        return LEAST * self.line


def pages_of(items: Sequence[Item], measures: Measures) -> dict[str, int]:
    """Return the page of each bookmark, counted from 1."""
    boxes = list(_spaced([box for item in items for box in _boxes(item, measures)]))
    pages: dict[str, int] = {}
    page, used = 1, 0
    at = 0
    while at < len(boxes):
        end = at
        while boxes[end].keep_next and end + 1 < len(boxes) and not boxes[end + 1].new_page:
            end += 1
        chain = boxes[at : end + 1]
        if chain[0].new_page and at:
            page, used = page + 1, 0
        if used and used + _least(chain) > ROOM:
            page, used = page + 1, 0
            used = chain[0].head
        for box in chain:
            page, used = _place(box, page, used, pages)
        at = end + 1
    return pages


def _spaced(boxes: Sequence[_Box]) -> Iterator[_Box]:
    """Yield the boxes with what stands between two of them: the greater of what they ask for."""
    after = 0
    for box in boxes:
        yield replace(box, before=max(box.before - after, 0)) if box.before and after else box
        after = box.after


def _least(chain: Sequence[_Box]) -> int:
    """Return how much room a chain asks for to begin on a page."""
    kept = sum(each.before + each.high + each.after for each in chain[:-1])
    return kept + chain[-1].before + chain[-1].least


def _place(box: _Box, page: int, used: int, pages: dict[str, int]) -> tuple[int, int]:
    """Return the page and what is used of it when `box` stands there; note its bookmark."""
    used += box.before if used else 0
    left = box.lines
    fitting = max((ROOM - used) // box.line, 0) if box.line else left
    if box.whole and fitting < left and used:
        page, used = page + 1, box.head
        fitting = ROOM // box.line
    if fitting < left:
        fitting = min(fitting, left - LEAST)
        if fitting < LEAST:
            fitting = 0
    if fitting and box.bookmark:
        pages[box.bookmark] = page
    while fitting < left:
        left -= fitting
        page, used = page + 1, 0
        if box.bookmark and box.bookmark not in pages:
            pages[box.bookmark] = page
        fitting = max(min(ROOM // box.line, left), 1)
        if fitting < left:
            fitting = min(fitting, left - LEAST)
    if box.bookmark and box.bookmark not in pages:
        pages[box.bookmark] = page
    return page, used + left * box.line + box.after


def _boxes(item: Item, measures: Measures) -> Iterator[_Box]:
    if isinstance(item, Paragraph):
        yield _paragraph(item, measures)
        return
    head = sum(_high(item, row, measures) for row in item.rows if row.head)
    for at, row in enumerate(item.rows):
        yield _Box(
            lines=1,
            line=_high(item, row, measures) + (BORDER if at + 1 == len(item.rows) else 0),
            before=0,
            after=0,
            keep_next=row.head or row.band,
            whole=True,
            new_page=False,
            bookmark="",
            head=0 if row.head else head,
        )


def _paragraph(item: Paragraph, measures: Measures) -> _Box:
    look = BY_ID[item.style]
    return _Box(
        lines=lines_of(item, measures, WIDTH),
        line=look.line_height(measures) + (BORDER if look.ruled else 0),
        before=round(look.before * TWIP) if item.before is None else item.before,
        after=round(look.after * TWIP) if item.after is None else item.after,
        keep_next=look.keep or item.keep_next,
        whole=look.keep or item.keep_lines,
        new_page=look.new_page or item.new_page,
        bookmark=item.bookmark,
    )


def lines_of(item: Paragraph, measures: Measures, room: int, *, hanging: bool = True) -> int:
    """Return how many lines a paragraph takes where a line is `room` wide."""
    look = BY_ID[item.style]
    size = look.type_size(measures)
    room -= item.left + item.right
    first = room - _first(item, look, size)
    spacing = measures.spacing if look.tight else 0
    return count_lines(item.words, size, spacing, first, room, hanging=hanging)


def _first(item: Paragraph, look: Look, size: int) -> int:
    """Return how far the first line stands in from the others."""
    return look.indent * size if item.hanging is None else -item.hanging


def _high(table: Table, row: TableRow, measures: Measures) -> int:
    """Return how high a row is, with the line above it."""
    highest = 0
    for at, cell in enumerate(row.cells):
        look = BY_ID[cell.style]
        lines = lines_of(cell, measures, table.room(at, band=row.band), hanging=False)
        around = round((look.before + look.after) * TWIP)
        highest = max(highest, lines * look.line_height(measures) + around)
    return max(highest, row.least) + BORDER
