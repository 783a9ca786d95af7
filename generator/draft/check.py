"""核稿: the check of a draft against a library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generator.checking import check_piece
from generator.draft.cited import find_citations
from generator.draft.coverage import find_coverage, passages_to_look_at
from generator.draft.letters import Letters, letters_in
from generator.draft.originals import Original, originals_of
from generator.draft.quotations import find_quotations
from generator.draft.report import DraftFinding, DraftReport, Kind, Quotation
from generator.draft.shared_words import (
    ReportLetters,
    by_report,
    find_shared,
    report_letters,
    shares_of,
    stretches_of,
)
from generator.linking import Linking
from generator.model import CleanedSource, Document, Edition, Library, Link, Piece, Source
from generator.reuse import wording_of
from generator.text.structuring import structure

LONGEST_TITLE = 60
NAME = "draft"


@dataclass(frozen=True, slots=True, eq=False)
class DraftLibrary:
    """A library arranged for the check of drafts."""

    editions: tuple[Edition, ...]
    originals: tuple[Original, ...]
    linking: Linking
    passages: dict[tuple[str, int], tuple[Link, ...]]
    reports: ReportLetters


def arrange(library: Library, linking: Linking) -> DraftLibrary:
    """Return `library` arranged for drafts; `linking` is what its links are made by."""
    editions = tuple(each.edition for each in library.collations)
    return DraftLibrary(
        editions,
        originals_of(editions),
        linking,
        passages_to_look_at(library.links),
        report_letters(library.reports),
    )


def check_draft(library: DraftLibrary, text: str) -> DraftReport:
    """Return all that the check of the draft `text` finds."""
    document = draft_document(text)
    letters = letters_in(text)
    quotations = find_quotations(text, letters, library.originals)
    document_letters = _of_document(letters, quotations, library.originals)
    own = bytearray(not each for each in document_letters)
    runs = find_shared(letters, own, library.reports)
    kinds: list[Kind] = ["document" if each else "own" for each in document_letters]
    for run in runs:
        for at in letters.within(run.start, run.end):
            if kinds[at] == "own":
                kinds[at] = "shared"
    return DraftReport(
        text,
        quotations,
        find_citations(text, library.editions, quotations),
        find_coverage(document, library.editions, library.linking, library.passages),
        tuple(sorted(runs, key=lambda each: (each.start, each.end))),
        by_report(runs),
        stretches_of(kinds, letters),
        shares_of(kinds),
        _findings(document),
    )


def draft_document(text: str) -> Document:
    """Return a draft with its structure; its first line is its title, unless it is a sentence."""
    first = next((line.strip() for line in text.split("\n") if line.strip()), "")
    title = first if len(first) <= LONGEST_TITLE and not first.endswith("。") else ""
    return structure(Piece(NAME, NAME, 0, len(text), text, title))


def _of_document(
    letters: Letters, quotations: Sequence[Quotation], originals: Sequence[Original]
) -> list[bool]:
    """Tell which letters are the document's: in quotations of it, and in runs that it has."""
    found = [False] * len(letters.row)
    wording = wording_of([each.letters.row for each in originals], ())
    if found and originals:
        own = wording.own(letters.row, np.array(sorted(letters.lines - {len(found)}), dtype="i8"))
        found = [not each for each in own.tolist()]
    for each in quotations:
        if each.verdict != "missing":
            for at in letters.within(each.start, each.end):
                found[at] = True
    return found


def _findings(document: Document) -> tuple[DraftFinding, ...]:
    piece = document.piece
    source = Source(NAME, piece.text, "", "utf-8")
    found = check_piece(document, CleanedSource(source, (piece,), (), ()))
    return tuple(
        DraftFinding(each.code, each.level, each.start, each.end, each.message) for each in found
    )
