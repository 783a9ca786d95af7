"""The ways in which the matrix of articles by reports can be turned: by place, year, kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model import Piece

UNSTATED = "未写明"


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Reports that share a column: their ids, in the library's order."""

    label: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A way to put reports together: its name in addresses, its name for readers, the groups."""

    name: str
    title: str
    groups: tuple[ReportGroup, ...]


def coverage_turns(pieces: Sequence[Piece]) -> tuple[Turn, ...]:
    """Return the ways that show anything: where the reports state at least two values.

    Years are in order, places and kinds by how many reports they have; what states none is last.
    """
    ways: tuple[tuple[str, str, Callable[[Piece], str]], ...] = (
        ("place", "地方", lambda piece: piece.place),
        ("year", "年份", lambda piece: f"{piece.date[:4]}年" if piece.date else ""),
        ("kind", "体裁", lambda piece: piece.genre),
    )
    turns = []
    for name, title, value in ways:
        by_value: dict[str, list[str]] = defaultdict(list)
        for piece in pieces:
            by_value[value(piece)].append(piece.id)
        stated = [each for each in by_value if each]
        if len(stated) < 2:
            continue
        if name == "year":
            stated.sort()
        else:
            stated.sort(key=lambda each: (-len(by_value[each]), each))
        groups = [ReportGroup(each, tuple(by_value[each])) for each in stated]
        if "" in by_value:
            groups.append(ReportGroup(UNSTATED, tuple(by_value[""])))
        turns.append(Turn(name, title, tuple(groups)))
    return tuple(turns)
