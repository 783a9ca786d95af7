"""Pages taken apart: furniture, notes, tables, and blocks of lines in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.content.importing.layout.columns import Item, best_gutter, blocks
from generator.content.importing.layout.furniture import Furniture, body_size, furniture
from generator.content.importing.layout.lines import Fragment, Line, fragments, lines
from generator.content.importing.layout.notes import notes_start
from generator.content.importing.layout.once import once
from generator.content.importing.layout.open_tables import open_tables
from generator.content.importing.layout.page import Page
from generator.content.importing.layout.tables import (
    Table,
    broken_row_joined,
    ruled_tables,
    without_repeated_head,
)

REPEATED_HEAD = "跨页重复的表头"
MOST_FRAGMENTS = 6000  # on a page, beyond which its columns are not looked for


@dataclass(frozen=True, slots=True)
class Arranged:
    """A page taken apart; `text_size` is the type size of the file's text."""

    page: Page
    text_size: float
    furniture: list[Furniture]
    notes: list[Line]
    blocks: list[list[Line | Table]]


def arranged(pages: Sequence[Page]) -> list[Arranged]:
    """Return the pages of a file taken apart; every glyph is in exactly one place."""
    tables: list[list[Table]] = []
    pieces: list[list[Fragment]] = []
    for page in pages:
        found, outside = ruled_tables(page, once(page.glyphs))
        open_found, outside = open_tables(page, outside)
        tables.append([*found, *open_found])
        pieces.append(fragments(outside))
    pages, tables = _tables_whole(pages, tables)
    size = body_size(pieces)
    of_pages = furniture(pages, pieces, size)
    rest: list[list[Fragment]] = []
    notes: list[list[Fragment]] = []
    for page, all_pieces, own in zip(pages, pieces, of_pages, strict=True):
        text = _without(all_pieces, (piece for each in own for piece in each.line.fragments))
        notes.append(notes_start(page, text, size))
        rest.append(_without(text, notes[-1]))
    items: list[list[Item]] = [[*a, *b] for a, b in zip(rest, tables, strict=True)]
    known = _gutters(items, size)
    return [
        Arranged(
            page,
            size,
            of_pages[at],
            _note_lines(notes[at], page.number, size, known),
            [_block(block, page.number) for block in _blocks(items[at], size, known)],
        )
        for at, page in enumerate(pages)
    ]


def _tables_whole(
    pages: Sequence[Page], tables: Sequence[Sequence[Table]]
) -> tuple[list[Page], list[list[Table]]]:
    """Return pages and their tables as they were before pages cut them.

    A head repeated from page to page is left out on record; a row broken there is whole again.
    """
    kept_pages: list[Page] = []
    kept: list[list[Table]] = []
    for at, (page, own) in enumerate(zip(pages, tables, strict=True)):
        kept.append([])
        for table in own:
            rest, head = without_repeated_head(table, tables[at - 1] if at else ())
            kept[-1].append(rest)
            if head:
                page = replace(page, left_out=(*page.left_out, ("表头", head, REPEATED_HEAD)))
        if at and kept[-2] and kept[-1]:
            kept[-2][-1], kept[-1][0] = broken_row_joined(kept[-2][-1], kept[-1][0])
            if not kept[-1][0].rows:
                kept[-1].pop(0)
        kept_pages.append(page)
    return kept_pages, kept


def _note_lines(
    pieces: Sequence[Fragment], page: int, size: float, known: Sequence[float]
) -> list[Line]:
    """Return the lines of a page's notes, those of the first column first."""
    return [
        each
        for block in _blocks(pieces, size, known)
        for each in lines([piece for piece in block if isinstance(piece, Fragment)], page)
    ]


def _without(pieces: Sequence[Fragment], gone: Iterable[Fragment]) -> list[Fragment]:
    left_out = {id(piece) for piece in gone}
    return [piece for piece in pieces if id(piece) not in left_out]


def _gutters(items: Sequence[Sequence[Item]], size: float) -> list[float]:
    """Return where the gutters of a file's pages are."""
    found: list[float] = []
    for page in items:
        if len(page) <= MOST_FRAGMENTS:
            ordered = sorted(page, key=lambda each: (each.middle, each.left))
            gutter = best_gutter(ordered, size, ())
            if gutter is not None:
                found.append(gutter.middle)
    return found


def _blocks(items: Sequence[Item], size: float, known: Sequence[float]) -> list[list[Item]]:
    if len(items) > MOST_FRAGMENTS:
        return [sorted(items, key=lambda each: (each.middle, each.left))]
    return blocks(items, size, known)


def _block(items: Sequence[Item], page: int) -> list[Line | Table]:
    """Return a block's lines and tables, from the top down."""
    found: list[Line | Table] = []
    pieces: list[Fragment] = []
    for each in items:
        if isinstance(each, Table):
            found += lines(pieces, page)
            pieces = []
            found.append(each)
        else:
            pieces.append(each)
    return [*found, *lines(pieces, page)]
