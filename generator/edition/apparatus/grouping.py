"""Neighbouring decisions as a reader wants to see them: whole words, one variant."""

from __future__ import annotations

from dataclasses import dataclass

from generator.edition.apparatus.quoting import CLAUSE
from generator.edition.choosing import Decision
from generator.edition.comparing import Comparison
from generator.edition.established import Established


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring decisions shown as one variant: spans in the copy-text and the edition."""

    decisions: tuple[Decision, ...]
    low: int
    high: int
    at: int
    at_end: int


def grouped(established: Established, comparison: Comparison) -> list[Group]:
    """Return the decisions as a reader wants to see them: whole words, neighbours together."""
    groups: list[Group] = []
    text = established.copytext.segment.text
    for decision, at in zip(established.decisions, established.starts, strict=True):
        place = decision.place
        last = groups[-1] if groups else None
        joins = (
            last is not None
            and place.start - last.high <= 1
            and text[last.high : place.start] not in tuple(CLAUSE)
            and decision.kind in ("wording", "omission", "addition")
            and all(d.kind in ("wording", "omission", "addition") for d in last.decisions)
        )
        end = at + len(decision.text)
        if last is not None and joins:
            groups[-1] = Group((*last.decisions, decision), last.low, place.end, last.at, end)
        else:
            groups.append(Group((decision,), place.start, place.end, at, end))
    return [_widened(group, established, comparison) for group in groups]


def _widened(group: Group, established: Established, comparison: Comparison) -> Group:
    """Return a group of one letter widened to a word by the neighbour that it oftenest has."""
    text = established.copytext.segment.text
    decision = group.decisions[0]
    sizes = [high - low for low, high in decision.place.spans.values()]
    if len(group.decisions) > 1 or decision.kind != "wording":
        return group
    if min((len(decision.text), group.high - group.low, *sizes)) != 1:
        return group
    before, after = text[group.low - 1 : group.low], text[group.high : group.high + 1]
    count = comparison.usage.count
    left = count(before + decision.text) if before.isalpha() else 0
    right = count(decision.text + after) if after.isalpha() else 0
    if max(left, right) < 2 and len(decision.text) == 1:
        return group
    if len(decision.text) > 1:
        left, right = (1, 0) if before.isalpha() else (0, int(after.isalpha()))
        if left == right:
            return group
    if left >= right:
        return Group(group.decisions, group.low - 1, group.high, group.at - 1, group.at_end)
    return Group(group.decisions, group.low, group.high + 1, group.at, group.at_end + 1)
