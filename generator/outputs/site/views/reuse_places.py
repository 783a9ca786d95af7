"""Where in a report stands what it shares, for 对读: numbers only, a script for each report."""

from __future__ import annotations

import json
from collections.abc import Callable

from generator import addresses
from generator.model import Document
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.reuse_report import turned

WHOSE = ("document", "common", "shared")  # as scripts have it: by its position


def reuse_places(index: LibraryIndex) -> dict[str, str]:
    """Return address -> text of the script of each report that shares anything with others."""
    return {
        addresses.reuse_places(name, index.library): _places(index, index.reports[name])
        for name in index.reuse_pairs_by_report
    }


def _places(index: LibraryIndex, report: Document) -> str:
    """Return window.kbReuse: where sentences begin, whose words are where, and runs by report.

    A run is start, end, and the starts and ends of its words that differ; it has its number,
    the same in both reports, by its position.  All are counted as scripts count letters.
    """
    name = report.piece.id
    at = counted(report.piece.text)
    runs = {}
    for pair in index.reuse_pairs_by_report[name]:
        other = pair.other if pair.one == name else pair.one
        shown = pair.runs if pair.one == name else tuple(map(turned, pair.runs))
        runs[addresses.pane(index.report_page(other))] = [
            [at(each.one.start), at(each.one.end)]
            + [at(offset) for change in each.changes for offset in change[:2]]
            for each in shown
        ]
    spans = [
        [at(start), at(end), WHOSE.index(whose)]
        for start, end, whose in index.reuse_shares[name].spans
    ]
    starts = {each.id: at(each.start) for each in report.sentences}
    return f"window.kbReuse = {json.dumps({'starts': starts, 'spans': spans, 'runs': runs})};\n"


def counted(text: str) -> Callable[[int], int]:
    """Return what turns an offset into the number of UTF-16 units before it."""
    rare = [at for at, letter in enumerate(text) if letter > "\uffff"]
    return (lambda at: at + sum(each < at for each in rare)) if rare else (lambda at: at)
