"""Differences of wording as variants: what every witness reads, kind and reason."""

from __future__ import annotations

from collections import Counter

from generator.edition.apparatus.grouping import Group
from generator.edition.apparatus.reasons import reason_for
from generator.edition.choosing import Decision
from generator.edition.comparing import Comparison
from generator.edition.established import Established
from generator.edition.passages import Copy, Mask
from generator.edition.segments import letters
from generator.model import Reading, Variant, VariantKind


def wording_variant(
    comparison: Comparison,
    established: Established,
    group: Group,
    habits: Counter[tuple[int, str, str]],
    place: tuple[int | None, int | None],
) -> Variant:
    """Return a group as a variant; `place`: its article, or its part where it is in none."""
    readings = tuple(
        _reading(comparison, established, copy, group)
        for copy in sorted(established.copies, key=lambda c: c.witness)
    )
    ids = [witness.piece.id for witness in comparison.witnesses]
    decision = max(group.decisions, key=lambda each: len(each.text))
    text = established.text[group.at : group.at_end]
    carrier = next(r for r in readings if r.witness == ids[decision.witness])
    kind = _shown_kind(comparison, decision)
    reason = reason_for(comparison, established, group, readings, habits, kind)
    chosen = Reading(carrier.witness, text, carrier.start, carrier.end)
    return Variant(*place, kind, chosen, readings, reason, group.at, group.at_end)


def _spans(established: Established, copy: Copy, group: Group) -> tuple[int, int]:
    """Return the span of a copy's segment that a group covers."""
    if copy is established.copytext:
        return group.low, group.high
    first, last = group.decisions[0].place, group.decisions[-1].place
    low = first.spans[copy.witness][0] - (first.start - group.low)
    return low, last.spans[copy.witness][1] + (group.high - last.end)


def _reading(comparison: Comparison, established: Established, copy: Copy, group: Group) -> Reading:
    piece = comparison.witnesses[copy.witness].piece
    low, high = _spans(established, copy, group)
    spans = [
        (mask.start, mask.end)
        for decision in group.decisions
        for witness, mask in decision.place.masks
        if witness == copy.witness
    ]
    if high > low or not spans:
        spans.append(copy.segment.span(low, high))
    start, end = min(s for s, _ in spans), max(e for _, e in spans)
    return Reading(piece.id, piece.text[start:end], start, end)


def _shown_kind(comparison: Comparison, decision: Decision) -> VariantKind:
    """Return the kind; repeated text that its own article lacks has been misplaced."""
    if decision.kind == "duplicate" and decision.place.masks:
        witness, mask = decision.place.masks[0]
        if mask.target is not None and not _has(comparison, witness, mask):
            return "misplacement"
    return decision.kind


def _has(comparison: Comparison, witness: int, mask: Mask) -> bool:
    """Tell whether the witness has the intrusive text in its own place as well."""
    for each in (*comparison.articles, *comparison.running):
        copy = each.copy_of(witness)
        if abs(each.key) == mask.target and copy:
            return letters(mask.text) in letters(copy.segment.text)
    return False
