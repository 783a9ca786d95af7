"""Pages -> an import record: every line of every page is taken or left out, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.content.importing.imported import Intake
from generator.content.importing.layout.arranging import Arranged, arranged
from generator.content.importing.layout.joining import join_to
from generator.content.importing.layout.lines import Line, Spelling, spelled, words_of
from generator.content.importing.layout.notes import (
    bracketed,
    parted,
    split_marks,
    starts_note,
)
from generator.content.importing.layout.page import Glyph, Page, Picture
from generator.content.importing.layout.paragraphs import (
    Frame,
    Placed,
    Style,
    frame_of,
    goes_on,
    own_frame,
    style_of,
)
from generator.content.importing.layout.tables import Table, aligned_tables, row_cells, row_spelling

FURNITURE_REASON = {
    "页眉": "页眉，不属正文",
    "页脚": "页脚，不属正文",
    "页码": "页码，不属正文",
    "行号": "行号，不属正文",
    "注音": "注音，不混入正文",
}
LARGE_PICTURE = 0.04  # of a page's area: may hold text


@dataclass(frozen=True, slots=True)
class Landed:
    """Where in the text a glyph of a page went."""

    page: int
    start: int
    glyph: Glyph


Element = Placed | tuple[int, Spelling]
"""What stands in a block: a line of text, or a table's row on a page."""


def take_pages(pages: Sequence[Page], intake: Intake) -> list[Landed]:
    """Put all that is on the pages on record; return where in the text each glyph went."""
    sorted_pages = arranged(pages)
    elements = list(_elements(sorted_pages))
    style = style_of(
        [each for page in elements for each in page if isinstance(each, Placed)],
        sorted_pages[0].text_size if sorted_pages else 10.0,
    )
    writer = _Writer(intake, style)
    for page, content in zip(sorted_pages, elements, strict=True):
        _leave(page, intake)
        writer.note(page)
        for each in content:
            writer.add(each)
        for code, message in page.page.remarks:
            writer.remark(code, message)
    writer.finish()
    return writer.landed


def _leave(page: Arranged, intake: Intake) -> None:
    """Record what belongs to a page and not to the text."""
    place = f"第{page.page.number}页"
    for each in page.furniture:
        words = each.line.text.rstrip()
        intake.leave(f"{place}{each.kind}", each.kind, words, FURNITURE_REASON[each.kind])
    for kind, words, reason in page.page.left_out:
        intake.leave(f"{place}{kind}", kind, words, reason)
    for number, picture in enumerate(page.page.pictures, start=1):
        intake.leave(f"{place}图片{number}", "图片", "", "图片，没有读其中的字")
        if _area(picture) > LARGE_PICTURE * page.page.width * page.page.height:
            intake.doubt_here("I-004", f"{place}有图片，没有读其中的字")


def _area(picture: Picture) -> float:
    return (picture.right - picture.left) * (picture.bottom - picture.top)


def _elements(pages: Sequence[Arranged]) -> Iterator[list[Element]]:
    """Yield each page's lines with their columns, and its tables' rows, in reading order."""
    frames = _frames(pages)
    block_number = 0
    for page in pages:
        content: list[Element] = []
        whole = _whole(page, margins=not frames)
        for block in page.blocks:
            block_number += 1
            content += _block_elements(page, block, block_number, frames, whole)
        yield content


def _whole(page: Arranged, *, margins: bool) -> Frame:
    """Return how far a page's lines reach; to its margins, where no line is known to be full."""
    rows = [each for block in page.blocks for each in block]
    left = min((each.left for each in rows), default=0.0)
    right = max((each.right for each in rows), default=page.page.width)
    return Frame(left, max(right, page.page.width - max(left, 0.0)) if margins else right)


def _frames(pages: Sequence[Arranged]) -> list[Frame]:
    """Return the columns that the blocks of a file show."""
    frames: dict[tuple[int, int], Frame] = {}
    for page in pages:
        for block in page.blocks:
            frame = own_frame([each for each in block if isinstance(each, Line)])
            if frame is not None:
                frames.setdefault((round(frame.left / 4), round(frame.right / 4)), frame)
    return list(frames.values())


def _block_elements(
    page: Arranged,
    block: Sequence[Line | Table],
    number: int,
    frames: Sequence[Frame],
    whole: Frame,
) -> Iterator[Element]:
    """Yield the lines and rows of one block."""
    lines = [each for each in block if isinstance(each, Line)]
    frame = frame_of(lines, frames, whole) if lines else whole
    in_table: set[int] = set()
    for first, end in aligned_tables(lines):
        in_table.update(range(first, end))
    at = -1
    before: Line | None = None
    for each in block:
        if isinstance(each, Table):
            for row in each.rows:
                yield page.page.number, row_spelling(row)
            before = None
            continue
        at += 1
        if at in in_table:
            cells = [spelled(cell.glyphs) for cell in row_cells(each)]
            yield page.page.number, row_spelling(cells)
            before = None
            continue
        yield Placed(each, frame, number, _ruled_off(page.page, before, each, frame))
        before = each


def _ruled_off(page: Page, before: Line | None, this: Line, frame: Frame) -> bool:
    """Tell whether a line across the column parts two lines of text; underlining does not."""
    if before is None:
        return False
    return any(
        rule.level
        and before.bottom + 0.12 * before.size < rule.top < this.top + 0.2 * this.size
        and rule.right - rule.left > 0.25 * (frame.right - frame.left)
        and rule.left < this.right
        and rule.right > this.left
        and abs(rule.right - rule.left - (before.right - before.left)) > 2.0
        for rule in page.rules
    )


@dataclass(slots=True, eq=False)
class _Note:
    """A footnote that waits for the paragraph that calls it."""

    page: int
    mark: str
    words: Spelling


class _Writer:
    """Writes paragraphs to the record in order; notes wait until the paragraph before them ends."""

    def __init__(self, intake: Intake, style: Style) -> None:
        self.landed: list[Landed] = []
        self._intake = intake
        self._style = style
        self._paragraph: list[Placed] = []
        self._notes: list[_Note] = []
        self._late: list[_Note] = []
        self._remarks: list[tuple[str, str]] = []
        self._counts: dict[tuple[int, str], int] = {}

    def add(self, element: Element) -> None:
        """Add a line to the open paragraph or begin one; add a row."""
        if isinstance(element, Placed):
            if self._paragraph and not goes_on(self._paragraph, element, self._style):
                self.close()
            self._paragraph.append(element)
            return
        self.close()
        page, spelling = element
        self._take((page, page), "row", "表格第{}行", spelling)

    def note(self, page: Arranged) -> None:
        """Keep a page's notes for behind the paragraphs that have their marks."""
        self._late, self._notes = [*self._late, *self._notes], []
        for line in page.notes:
            if starts_note(line) or not self._notes:
                self._notes.append(_Note(page.page.number, *parted(line.spelling)))
            else:
                join_to(self._notes[-1].words, line.spelling)

    def remark(self, code: str, message: str) -> None:
        """Keep a doubt on a page for after the open paragraph."""
        self._remarks.append((code, message))

    def close(self) -> None:
        """Write the open paragraph, and what waited for its end."""
        if self._paragraph:
            spelling: Spelling = []
            marks: list[str] = []
            for placed in self._paragraph:
                waiting = {note.mark for note in (*self._notes, *self._late)}
                words, found = split_marks(placed.line, placed.line.spelling, waiting)
                join_to(spelling, words)
                marks += found
            pages = self._paragraph[0].line.page, self._paragraph[-1].line.page
            self._take(pages, "paragraph", "第{}段", spelling)
            self._write_notes(marks)
        self._paragraph = []
        self._late = self._write(self._late)
        for code, message in self._remarks:
            self._intake.doubt_here(code, message)
        self._remarks = []

    def finish(self) -> None:
        """Write all that is left."""
        self.close()
        self._write([*self._late, *self._notes])

    def _write_notes(self, marks: Sequence[str]) -> None:
        """Write the notes that a paragraph calls, those of the page before first."""
        called: list[_Note] = []
        for mark in marks:
            note = next((n for n in (*self._late, *self._notes) if n.mark == mark), None)
            if note is not None and note not in called:
                called.append(note)
        self._late = [note for note in self._late if note not in called]
        self._notes = [note for note in self._notes if note not in called]
        self._write(called)

    def _write(self, notes: Sequence[_Note]) -> list[_Note]:
        """Write notes as lines of their own; none is left."""
        for note in notes:
            words = bracketed(note.mark, note.words)
            self._take((note.page, note.page), "footnote", "脚注{}", words)
        return []

    def _take(self, pages: tuple[int, int], kind: str, label: str, spelling: Spelling) -> None:
        while spelling and not spelling[-1][0].strip() and spelling[-1][0] != "\t":
            spelling.pop()
        words = words_of(spelling)
        first, last = pages
        number = self._counts[first, label] = self._counts.get((first, label), 0) + 1
        place = f"第{first}页" if first == last else f"第{first}—{last}页"
        at = self._intake.take(place + label.format(number), kind, words)
        for text, glyph in spelling:
            if glyph is not None:
                self.landed.append(Landed(first, at, glyph))
            at += len(text)
