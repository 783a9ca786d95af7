"""R-001: two texts are nearly the same; the second is taken for a reprint and not counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.checking.codes import CODES
from generator.model import CleanedSource, Finding, Reprint

CODE = "R-001"
SHOWN = 3  # differences that a message spells out
LONGEST = 20


def reprint_findings(
    reprints: Sequence[Reprint], reports: Mapping[str, str], sources: Mapping[str, CleanedSource]
) -> Iterator[Finding]:
    """Yield a finding for each reprint: of which report, and in what it differs.

    `reports` gives the text of each report; the finding stands at the reprint's first line.
    """
    for each in reprints:
        piece = each.document.piece
        yield Finding(
            CODE,
            CODES[CODE].level,
            piece.file,
            sources[piece.file].source.text.count("\n", 0, piece.start) + 1,
            piece.title,
            f"与{each.report}几乎相同，当作它的转载，不另计数；"
            f"{_differences(each, reports[each.report])}",
            piece.id,
            details=(each.report, str(len(each.differences))),
        )


def _differences(reprint: Reprint, report: str) -> str:
    """Return the differences in words, at most SHOWN of them."""
    text = reprint.document.piece.text
    shown = []
    for each in reprint.differences[:SHOWN]:
        there = _short(report[each.report_start : each.report_end])
        here = _short(text[each.reprint_start : each.reprint_end])
        if there and here:
            shown.append(f"彼作“{there}”，此作“{here}”")
        else:
            shown.append(f"彼有“{there}”，此无" if there else f"此有“{here}”，彼无")
    more = len(reprint.differences) - SHOWN
    if not shown:
        return "文字全同"
    return "；".join(shown) + (f"；另有{more}处" if more > 0 else "")


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1]}…"
