"""The ledger (整理记录): every edit of every source, with its rule and its surroundings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator import addresses
from generator.cleaning.rules import NAMES
from generator.model import Edit, Source
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.original import OriginalView, original_view
from generator.outputs.site.views.paging import Sheet, sheet_address, sheets

PER_SHEET = 400
SOURCES_PER_SHEET = 200
CONTEXT = 14
LONGEST = 160
LEDGER_JOINT = "."  # before the number of a sheet; a source may be called x-2 by itself


@dataclass(frozen=True, slots=True)
class EditView:
    """An edit: line in the source, the words around it, before and after; `id` is its anchor."""

    id: str
    line: int
    lead: str
    before: str
    after: str
    tail: str
    rules: tuple[str, ...]
    codes: str
    note: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in the list: what was done to it, by rule."""

    address: str
    file: str
    encoding: str
    sha256: str
    length: int
    count: int
    rules: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """A sheet of the list of sources."""

    lines: tuple[SourceLine, ...]
    sheet: Sheet[Source]


@dataclass(frozen=True, slots=True)
class LedgerView:
    """A sheet of one source's ledger."""

    source: SourceLine
    edits: tuple[EditView, ...]
    sheet: Sheet[Edit]
    pieces: tuple[tuple[str, str], ...]
    original: OriginalView | None


def source_sheets(index: LibraryIndex) -> tuple[Sheet[Source], ...]:
    """Return the sources in sheets."""
    return sheets(index.library.sources, SOURCES_PER_SHEET, addresses.LEDGER)


def sources_view(index: LibraryIndex, sheet: Sheet[Source]) -> SourcesView:
    """Return the view of one sheet of sources with the count of their edits by rule."""
    return SourcesView(tuple(_line(index, each) for each in sheet.rows), sheet)


def ledger_sheets(index: LibraryIndex, source: Source) -> tuple[Sheet[Edit], ...]:
    """Return the edits of `source` in sheets."""
    edits = index.edits_by_file.get(source.file, ())
    return sheets(edits, PER_SHEET, index.ledger_page(source.file), LEDGER_JOINT)


def ledger_view(index: LibraryIndex, source: Source, sheet: Sheet[Edit]) -> LedgerView:
    """Return the view of one sheet of a source's ledger."""
    starts = [0, *accumulate(len(line) + 1 for line in source.text.split("\n"))][:-1]
    return LedgerView(
        _line(index, source),
        tuple(_edit(source.text, starts, each) for each in sheet.rows),
        sheet,
        tuple(index.pieces_by_file.get(source.file, ())),
        original_view(source) if sheet.number == 0 else None,
    )


def edit_id(edit: Edit) -> str:
    """Return the anchor of an edit on its source's page; an insertion may stand before an edit."""
    return f"edit-{edit.start}-{edit.end}"


def edit_address(index: LibraryIndex, edit: Edit) -> str:
    """Return where an edit stands in the ledger: the sheet of its source's page, and its row."""
    edits = index.edits_by_file[edit.file]
    place = bisect_left(edits, (edit.start, edit.end), key=lambda each: (each.start, each.end))
    number = place // PER_SHEET
    sheet = sheet_address(index.ledger_page(edit.file), number, LEDGER_JOINT)
    return f"{sheet}#{edit_id(edit)}"


def edit_reason(edit: Edit) -> str:
    """Return why an edit was made, beyond the names of its rules; empty where that is all."""
    names = {rule_name(code) for code in edit.rules}
    return "" if set(edit.note.split("；")) <= names else edit.note


def visible(text: str, longest: int = LONGEST) -> str:
    """Return `text` with line ends and spaces shown by signs, its middle cut where long."""
    shown = text.replace("\r\n", "↵").replace("\n", "↵").replace("\r", "↵")
    shown = shown.replace(" ", "␣").replace("\u3000", "□").replace("\t", "⇥")
    if len(shown) <= longest:
        return shown
    half = longest // 2
    return f"{shown[:half]}……（略{len(shown) - 2 * half}字）……{shown[-half:]}"


def rule_name(code: str) -> str:
    """Return the name of a rule for readers, or its code where it has none."""
    return NAMES.get(code, code)


def _line(index: LibraryIndex, source: Source) -> SourceLine:
    edits = index.edits_by_file.get(source.file, ())
    counts = Counter(code for edit in edits for code in edit.rules)
    return SourceLine(
        index.ledger_page(source.file),
        source.file,
        source.encoding,
        source.sha256,
        len(source.text),
        len(edits),
        tuple((code, rule_name(code), counts[code]) for code in sorted(counts)),
    )


def _edit(text: str, starts: Sequence[int], edit: Edit) -> EditView:
    names = tuple(rule_name(code) for code in edit.rules)
    lead = max(0, edit.start - CONTEXT)
    return EditView(
        edit_id(edit),
        bisect_right(starts, edit.start),
        visible(text[lead : edit.start]),
        visible(edit.before),
        visible(edit.after),
        visible(text[edit.end : edit.end + CONTEXT]),
        names,
        " ".join(edit.rules),
        edit_reason(edit),
    )
