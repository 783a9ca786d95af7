"""Texts that are no copies of a base document -> laws, reports, and reprints of reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.kinds.laws import law_of
from generator.kinds.reprints import find_reprints
from generator.kinds.text_reading import TextReading
from generator.model import Document, Law, Piece, Reprint


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


def tell_kinds(pieces: Sequence[Piece], readings: Iterable[TextReading]) -> Kinds:
    """Return what each piece is; `readings` are what is read in each of them.

    The editors' `kind` overrules what its text says.
    """
    laws: list[Law] = []
    texts: list[Document] = []
    sketches: list[bytes] = []
    for piece, reading in zip(pieces, readings, strict=True):
        document = reading.document(piece)
        if reading.law:
            laws.append(law_of(document))
        else:
            texts.append(document)
            sketches.append(reading.sketch)
    reprints = find_reprints(texts, sketches)
    copies = {each.document.piece.id for each in reprints}
    reports = tuple(each for each in texts if each.piece.id not in copies)
    return Kinds(reports, tuple(laws), reprints)
