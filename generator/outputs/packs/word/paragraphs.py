"""The paragraphs and tables of a pack in Word: what is written as XML, and what is paged.

Lengths are in twentieths of a point.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.outputs.packs.word.looks import WIDTH

MARGIN = 80  # on either side of a cell's words


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style; a line feed in them begins a line."""

    words: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a style of its own look; what is None is as the style has it.

    `hanging` is how far the first line stands out to the left of the others.  `page_of` is the
    bookmark whose page number stands at the end of the line.
    """

    style: str
    runs: tuple[Run, ...] = ()
    left: int = 0
    right: int = 0
    hanging: int | None = None
    before: int | None = None
    after: int | None = None
    keep_next: bool = False
    keep_lines: bool = False
    new_page: bool = False
    centred: bool = False
    outline: int | None = None
    bookmark: str = ""
    page_of: str = ""

    @property
    def words(self) -> str:
        """All that is read in it."""
        return "".join(each.words for each in self.runs)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: `least` is how high it is at least; a `band` is one cell across all."""

    cells: tuple[Paragraph, ...]
    least: int = 0
    head: bool = False
    band: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table, as wide as the text."""

    widths: tuple[int, ...]
    rows: tuple[TableRow, ...] = field(default=())

    def room(self, at: int, *, band: bool) -> int:
        """Return how wide the words of a cell may be."""
        return (sum(self.widths) if band else self.widths[at]) - 2 * MARGIN


Item = Paragraph | Table
LINE = WIDTH
