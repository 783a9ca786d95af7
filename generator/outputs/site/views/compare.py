"""Reading an article and a report side by side (对读): two panes, each with an ordinary page."""

from __future__ import annotations

from dataclasses import dataclass

from generator import addresses
from generator.outputs.site.views.library_index import LibraryIndex


@dataclass(frozen=True, slots=True)
class CompareView:
    """What the panes hold at first; links inside them change the pane they belong to."""

    left: str
    right: str


def compare_view(index: LibraryIndex) -> CompareView:
    """Return the panes: the full text, and the list of reports or the only report."""
    base = next(iter(index.collations))
    only = next(iter(index.reports)) if len(index.reports) == 1 else None
    return CompareView(
        addresses.full_text(base), addresses.report(only) if only else addresses.REPORTS
    )
