"""What stands near a report: its copies, and the reports that share words with it."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import Document, Reprint
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.reuse_names import partner_id

PARTNERS_NAMED = 3  # reports that share words with this one


@dataclass(frozen=True, slots=True)
class Copy:
    """A reprint of a report: its page, its file, and what it reads where the report has `there`."""

    address: str
    title: str
    file: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ReuseNote:
    """What a report shares with others: its page, and how many letters with which, most first."""

    address: str
    partners: tuple[tuple[str, str, int], ...]
    count: int


def copy_of(index: LibraryIndex, report: Document, reprint: Reprint) -> Copy:
    """Return a reprint of `report` with what it reads otherwise."""
    piece = reprint.document.piece
    return Copy(
        index.report_page(piece.id),
        piece.title,
        piece.file,
        tuple(
            (
                report.piece.text[each.report_start : each.report_end],
                piece.text[each.reprint_start : each.reprint_end],
            )
            for each in reprint.differences
        ),
    )


def reuse_note(index: LibraryIndex, report: str) -> ReuseNote | None:
    """Return what a report shares with others; None where it shares nothing."""
    pairs = index.reuse_pairs_by_report.get(report, ())
    if not pairs:
        return None
    page = addresses.reuse(report, index.library)
    others = [(each.other if each.one == report else each.one, each.letters) for each in pairs]
    return ReuseNote(
        page,
        tuple(
            (index.names[other], f"{page}#{partner_id(other)}", letters)
            for other, letters in others[:PARTNERS_NAMED]
        ),
        len(others),
    )
