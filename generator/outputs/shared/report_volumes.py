"""Reports in volumes, for what holds whole texts in one file and must open quickly."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Document

LARGEST = 1_000_000  # characters of reports in a file; above it readers open it too slowly


def report_volumes(
    reports: Sequence[Document], largest: int = LARGEST
) -> tuple[tuple[Document, ...], ...]:
    """Return the reports of each further volume; none where all have room in the first file.

    A volume has at most `largest` characters, or one report.
    """
    if sum(len(each.piece.text) for each in reports) <= largest:
        return ()
    filled: list[list[Document]] = [[]]
    room = largest
    for report in reports:
        if filled[-1] and len(report.piece.text) > room:
            filled.append([])
            room = largest
        filled[-1].append(report)
        room -= len(report.piece.text)
    return tuple(map(tuple, filled))
