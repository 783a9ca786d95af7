"""The ways in which the matrix of articles by reports can be turned: by place, year, kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model import Piece

UNSTATED = "未写明"


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports that share a column: their ids, in the library's order.

    `value` is what they state, empty where they state nothing or are no group but one report.
    """

    label: str
    reports: tuple[str, ...]
    value: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A way to put reports together: its name in addresses, its name for readers, the groups."""

    name: str
    title: str
    groups: tuple[ReportGroup, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that reports state and can be put together by; empty where one states nothing."""

    name: str
    title: str
    of: Callable[[Piece], str]


PLACE = Fact("place", "地方", lambda piece: piece.place)
YEAR = Fact("year", "年份", lambda piece: piece.date[:4])
KIND = Fact("kind", "体裁", lambda piece: piece.genre)
ISSUER = Fact("issuer", "单位", lambda piece: piece.issuer)
TURNED_BY = (PLACE, YEAR, KIND)


def coverage_turns(pieces: Sequence[Piece]) -> tuple[Turn, ...]:
    """Return the ways that show anything: where the reports state at least two values."""
    turns = (Turn(each.name, each.title, report_groups(pieces, each)) for each in TURNED_BY)
    return tuple(turn for turn in turns if sum(bool(each.value) for each in turn.groups) > 1)


def report_groups(pieces: Sequence[Piece], fact: Fact) -> tuple[ReportGroup, ...]:
    """Return the reports that state the same, together.

    Years are in order, all else by how many reports state it; what states nothing is last.
    """
    by_value: dict[str, list[str]] = defaultdict(list)
    for piece in pieces:
        by_value[fact.of(piece)].append(piece.id)
    stated = sorted(each for each in by_value if each)
    if fact != YEAR:
        stated.sort(key=lambda each: -len(by_value[each]))
    groups = [
        ReportGroup(f"{each}年" if fact == YEAR else each, tuple(by_value[each]), each)
        for each in stated
    ]
    if "" in by_value:
        groups.append(ReportGroup(UNSTATED, tuple(by_value[""])))
    return tuple(groups)
