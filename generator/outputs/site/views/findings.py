"""What a person should look at (疑点), by level."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.model import Finding
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.paging import Sheet, sheets

PER_SHEET = 300
LEVELS = {"error": "须改正", "warning": "须核对", "info": "备查"}
ORDER = list(LEVELS)


@dataclass(frozen=True, slots=True)
class FindingsView:
    """A sheet of findings, the gravest first."""

    sheet: Sheet[Finding]
    counts: tuple[tuple[str, int], ...]
    levels: dict[str, str]


def finding_sheets(index: LibraryIndex) -> tuple[Sheet[Finding], ...]:
    """Return the findings in sheets, by level, then code, then place."""
    rows = sorted(
        index.library.findings,
        key=lambda each: (ORDER.index(each.level), each.code, each.file, each.line, each.text),
    )
    return sheets(rows, PER_SHEET, addresses.FINDINGS)


def findings_view(index: LibraryIndex, sheet: Sheet[Finding]) -> FindingsView:
    """Return the view of one sheet of findings."""
    counts = dict.fromkeys(ORDER, 0)
    for each in index.library.findings:
        counts[each.level] += 1
    return FindingsView(
        sheet, tuple((LEVELS[level], count) for level, count in counts.items() if count), LEVELS
    )
