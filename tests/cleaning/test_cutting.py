"""Where kept and cut regions of a cleaned text stand in the source."""

from __future__ import annotations

import pytest

from generator.cleaning.cutting import Region, ledger, place
from generator.cleaning.ledger import Change, apply

KEPT, CUT = "", "C-900"


def spans(changes: list[Change], regions: list[Region]) -> list[tuple[int, int, int]]:
    """Return start and end in the source of each region, and how many changes are inside."""
    return [(each.start, each.end, len(each.changes)) for each in place(changes, regions)]


def test_without_changes_regions_stand_where_they_stand() -> None:
    regions = [Region(0, 3), Region(3, 3, CUT), Region(3, 9)]
    assert spans([], regions) == [(0, 3, 0), (3, 3, 0), (3, 9, 0)]


def test_what_was_deleted_or_added_before_moves_the_rest() -> None:
    """甲xx乙丙丁 -> 甲乙丙！丁: two deleted, one added."""
    changes = [Change(1, 3, ""), Change(5, 5, "！")]
    assert spans(changes, [Region(0, 2), Region(2, 5)]) == [(0, 4, 1), (4, 6, 1)]


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (KEPT, CUT, [(0, 2, 0), (2, 6, 1)]),
        (CUT, KEPT, [(0, 4, 1), (4, 6, 0)]),
        (KEPT, KEPT, [(0, 2, 0), (2, 6, 1)]),
    ],
)
def test_a_deletion_at_an_edge_goes_with_what_is_cut(
    first: str, second: str, wanted: list[tuple[int, int, int]]
) -> None:
    changes = [Change(2, 4, "")]  # 甲乙xx丙丁
    assert spans(changes, [Region(0, 2, first), Region(2, 4, second)]) == wanted


def test_a_deletion_at_the_end_of_all_goes_with_the_last_region() -> None:
    assert spans([Change(2, 4, "")], [Region(0, 1), Region(1, 2)]) == [(0, 1, 0), (1, 4, 1)]


def test_an_addition_at_an_edge_opens_the_next_region() -> None:
    assert spans([Change(2, 2, "！")], [Region(0, 2, CUT), Region(2, 4)]) == [(0, 2, 0), (2, 3, 1)]


@pytest.mark.parametrize("edge", range(2, 6))
def test_a_change_over_an_edge_is_parted_there(edge: int) -> None:
    source, changes = "甲乙xx丙", [Change(2, 4, "一二三", ("C-001",), "注")]
    cleaned = apply(source, changes)
    parts = place(changes, [Region(0, edge), Region(edge, len(cleaned))])
    texts = [
        apply(
            source[each.start : each.end],
            [
                Change(c.start - each.start, c.end - each.start, c.after)
                for c in each.changes
            ],
        )
        for each in parts
    ]  # fmt: skip
    assert texts == [cleaned[:edge], cleaned[edge:]]
    assert {(*c.rules, c.note) for each in parts for c in each.changes} == {("C-001", "注")}


def test_the_ledger_has_the_changes_of_what_is_kept_and_one_for_each_cut() -> None:
    changes = [
        Change(1, 2, "", ("C-003",)),
        Change(5, 6, "", ("C-002",)),
        Change(6, 7, "", ("C-001",)),
    ]
    regions = [Region(0, 2), Region(2, 2, CUT, "空"), Region(2, 6, CUT, "篇外")]
    assert ledger(place(changes, regions)) == [
        Change(1, 2, "", ("C-003",)),
        Change(3, 9, "", ("C-900", "C-001", "C-002"), "篇外"),
    ]
