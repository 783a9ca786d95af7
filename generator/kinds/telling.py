"""Texts that are no copies of a base document -> laws, reports, and reprints of reports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.kinds.laws import find_laws
from generator.kinds.reprints import find_reprints
from generator.model import Document, Law, Piece, Reprint
from generator.text.structuring import structure


@dataclass(frozen=True, slots=True)
class Kinds:
    """The texts of a library by what they are, each in the order of the pieces."""

    reports: tuple[Document, ...]
    laws: tuple[Law, ...]
    reprints: tuple[Reprint, ...]

    @property
    def texts(self) -> tuple[Document, ...]:
        """All that is read as a report: the reports, then their reprints."""
        return (*self.reports, *(each.document for each in self.reprints))


def tell_kinds(pieces: Iterable[Piece]) -> Kinds:
    """Return what each piece is; the editors' `kind` overrules what its text says."""
    pieces = list(pieces)
    laws = find_laws(pieces)
    named = {law.id for law in laws}
    texts = [structure(piece) for piece in pieces if piece.id not in named]
    reprints = find_reprints(texts)
    copies = {each.document.piece.id for each in reprints}
    reports = tuple(each for each in texts if each.piece.id not in copies)
    return Kinds(reports, laws, reprints)
