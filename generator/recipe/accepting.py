"""Findings that the editors have looked at and found to be in order: they are told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import Acceptance, AcceptedFinding, Finding


def without_accepted(
    findings: Iterable[Finding], acceptances: Sequence[Acceptance]
) -> tuple[tuple[Finding, ...], tuple[AcceptedFinding, ...]]:
    """Return the findings that are open, and those that an acceptance speaks of."""
    reasons = {(each.code, each.place, plain(each.words)): each.reason for each in acceptances}
    still: list[Finding] = []
    accepted: list[AcceptedFinding] = []
    for each in findings:
        places = (each.piece, each.file)
        found = (reasons.get((each.code, place, plain(each.text))) for place in places if place)
        reason = next((said for said in found if said is not None), None)
        if reason is None:
            still.append(each)
        else:
            accepted.append(AcceptedFinding(each, reason))
    return tuple(still), tuple(accepted)


def plain(words: str) -> str:
    """Return words without blanks and line ends, as an acceptance quotes them."""
    return "".join(words.split())
