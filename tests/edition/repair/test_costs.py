"""What hypotheses about a gap cost, added up by hand, and what runs of shared letters are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.edition.repair.hypotheses import Stretch, cheapest
from generator.edition.repair.parallels import Parallels, Run, Side, cover

WHOLE = (True, True)


def run(start: int, end: int, **facts: int | bool) -> Run:
    made = Run(start, end, 0, 900 + start, 900 + end, True)
    return replace(made, **facts)  # type: ignore[arg-type]


def stretch(letters: int, *runs: Run, low: int = 0, **facts: int | bool) -> Stretch:
    return Stretch(low, low + letters, letters, runs=runs, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "copied", "kept", "dropped"),
    [
        (stretch(20), 0, 0.0, 40.0),  # 2 for each letter from nowhere
        (stretch(20, run(0, 20)), 20, 14.0, 8.0),  # 0.7 for each letter twice, 8 for a copy
        (stretch(20, run(0, 17)), 20, 11.9, 8.0),  # three letters at the edges do not count
        (stretch(20, run(0, 16)), 16, 11.2, 16.0),
        (stretch(20, run(0, 8), run(12, 20)), 16, 11.2, 24.0),  # two copies
        (stretch(90, run(0, 90)), 90, 28.0, 8.0),  # 40 letters prove as much as 90
        (stretch(20, run(0, 20, before=3)), 20, 5.6, 8.0),  # no seam: a formula
        (stretch(20, run(0, 20, before=2)), 20, 14.0, 8.0),
        (stretch(20, run(0, 20, times=3)), 20, 5.6, 8.0),  # many places have it
        (stretch(20, run(0, 20, times=2)), 20, 14.0, 8.0),
        (stretch(20, run(0, 20, before=3, times=3)), 20, 2.24, 8.0),
        (stretch(20, run(0, 20), sentences=True), 20, 5.6, 8.0),
        (stretch(20, run(0, 20), labelled=True, number=5), 20, 22.0, 8.0),  # a number again
        (stretch(20, run(0, 20), labelled=True), 20, 14.0, 8.0),
        (stretch(20, run(0, 20), labelled=True, number=5, fresh=True), 20, 14.0, 48.0),
        (stretch(20, labelled=True, number=5, fresh=True), 0, 0.0, 80.0),
    ],
)
def test_what_a_stretch_costs_kept_and_dropped(
    made: Stretch, copied: int, kept: float, dropped: float
) -> None:
    assert made.copied == copied
    assert made.kept_cost == pytest.approx(kept)
    assert made.dropped_cost == pytest.approx(dropped)


NOTHING: list[Stretch] = []


@pytest.mark.parametrize(
    ("sides", "whole", "kept", "cost", "doubtful"),
    [
        # one side is copied: a copy, 8
        (([stretch(30, run(0, 30))], [stretch(30)]), WHOLE, (0, 1), 8.0, False),
        # both copied, of even length: a copy of each and nothing lost, less than 21 + 8
        (([stretch(30, run(0, 30))], [stretch(30, run(0, 30))]), WHOLE, (0, 0), 16.0, True),
        # the same where both break off costs 60 more, and one of them is kept: 21 + 8
        (
            ([stretch(30, run(0, 30))], [stretch(30, run(0, 30))]),
            (False, False),
            (1, 0),
            29.0,
            True,
        ),
        # one has a phrase alone: the other lost it, 4 for a few words, 8 for twelve letters
        (([stretch(11)], NOTHING), WHOLE, (1, 0), 4.0, True),
        (([stretch(12)], NOTHING), WHOLE, (1, 0), 8.0, True),
        ((NOTHING, [stretch(12)]), WHOLE, (0, 1), 8.0, True),
        # where the other breaks off there, that explains it: 10 less
        (([stretch(12)], NOTHING), (True, False), (1, 0), -2.0, False),
        ((NOTHING, [stretch(12)]), (False, True), (0, 1), -2.0, False),
        # a copy alone: 8, not 0.7 for each letter and a loss
        (([stretch(30, run(0, 30))], NOTHING), WHOLE, (0, 0), 8.0, False),
        (([stretch(10, run(0, 10))], NOTHING), WHOLE, (0, 0), 8.0, True),  # 7 + 4 is near
        # a free number is not given up
        (
            ([stretch(30, run(0, 30), labelled=True, number=5, fresh=True)], NOTHING),
            WHOLE,
            (1, 0),
            29.0,
            False,
        ),
    ],
)
def test_the_cheapest_hypothesis_and_its_cost(
    sides: tuple[list[Stretch], list[Stretch]],
    whole: tuple[bool, bool],
    kept: tuple[int, int],
    cost: float,
    doubtful: bool,
) -> None:
    found = cheapest(sides, whole)
    assert (len(found.kept[0]), len(found.kept[1])) == kept
    assert found.cost == pytest.approx(cost)
    assert found.doubtful is doubtful
    assert not found.rival
    assert len(found.kept[0]) + len(found.dropped[0]) == len(sides[0])


def test_readings_of_one_place_cost_half_the_shorter_and_letters_that_stand_elsewhere() -> None:
    found = cheapest(([stretch(20)], [stretch(14)]), WHOLE)
    assert found.rival
    assert found.cost == pytest.approx(4.0 + 0.5 * 14)
    some = cheapest(([stretch(20, run(0, 6))], [stretch(14)]), WHOLE)
    assert some.rival
    assert some.cost == pytest.approx(4.0 + 0.5 * 14 + 0.7 * 6)


def test_a_seam_counts_for_the_side_that_is_kept_alone() -> None:
    copied = [stretch(18, run(0, 18))]
    # dropped: 8; kept: 12.6 + 8
    assert cheapest((copied, NOTHING), WHOLE).cost == pytest.approx(8.0)
    assert cheapest((copied, NOTHING), WHOLE, (0.0, 3.0)).cost == pytest.approx(5.0)
    reads = cheapest((copied, NOTHING), WHOLE, (8.0, -8.0))
    assert len(reads.kept[0]) == 1
    assert reads.cost == pytest.approx(12.6 + 8.0 - 8.0)
    both = [stretch(30, run(0, 30))], [stretch(30)]
    assert cheapest(both, WHOLE, (2.0, 5.0)).cost == pytest.approx(8.0 - 5.0)


def test_of_several_stretches_of_a_side_what_is_cheaper_dropped_is_dropped() -> None:
    own, copied = stretch(20), stretch(30, run(20, 50), low=20)
    found = cheapest(([own, copied], NOTHING), (True, False))
    assert found.kept[0] == [own]
    assert found.dropped[0] == [copied]
    assert found.cost == pytest.approx(8.0 + 8.0 - 10.0)


# --- runs -----------------------------------------------------------------------------------

COMMON = "供水企业应当加强管网巡查发现漏损"  # 16 letters
A, B, C = "子丑寅卯辰巳午", "未申酉戌亥甲乙", "天地玄黄宇宙洪"


def side(tokens: str, firm: bool = True) -> Side:
    return Side(tokens, [False] * len(tokens), bytearray([firm] * len(tokens)))


def runs(one: str, other: str, low: int, high: int, rival: tuple[int, int]) -> list[Run]:
    sides = side(one), side(other)
    return Parallels(sides, [(0, low, high)]).runs(0, low, high, rival)


def test_a_run_is_found_in_the_other_text_and_in_the_same() -> None:
    text = A + COMMON + B
    (found,) = runs(text, C * 3 + COMMON + A, 7, 23, (0, 0))
    assert (found.start, found.end, found.side) == (7, 23, 1)
    assert (found.low, found.high) == (21, 37)
    assert found.firm
    assert (found.before, found.beyond, len(found)) == (0, 0, 16)
    (again,) = runs(text + COMMON + C, "一二三四五六七", 7, 23, (0, 0))
    assert (again.side, again.low, again.high) == (0, 30, 46)


def test_what_agrees_beyond_the_stretch_is_counted() -> None:
    other = C * 3 + A[-4:] + COMMON + B[:5] + C
    (found,) = runs(A + COMMON + B, other, 7, 23, (0, 0))
    assert (found.start, found.end) == (7, 23)
    assert found.before == 3  # no more are counted
    assert found.beyond == 5


def test_the_place_opposite_is_no_other_place() -> None:
    text, other = A + COMMON + B, C + COMMON + C
    assert runs(text, other, 7, 23, (7, 23)) == []
    assert runs(text, other, 7, 23, (13, 20)) == []  # six letters beside it count to it
    assert len(runs(text, other, 7, 23, (14, 20))) == 1


def test_a_letter_that_differs_does_not_end_a_run() -> None:
    for changed in (COMMON[:8] + "卅" + COMMON[9:], COMMON[:8] + COMMON[9:]):
        (found,) = runs(A + COMMON + B, C * 3 + changed + A, 7, 23, (0, 0))
        assert (found.start, found.end) == (7, 23), changed
        assert found.low == 21
    two = COMMON[:8] + "卅廿" + COMMON[10:]
    found_two = runs(A + COMMON + B, C * 3 + two + A, 7, 23, (0, 0))
    assert [(each.start, each.end) for each in found_two] == [(7, 15), (17, 23)]


def test_fewer_than_six_letters_are_no_run() -> None:
    assert runs(A + COMMON[:5] + B, C * 3 + COMMON[:5] + A, 7, 12, (0, 0)) == []
    assert len(runs(A + COMMON[:6] + B, C * 3 + COMMON[:6] + A, 7, 13, (0, 0))) == 1


def test_a_run_is_firm_where_four_fifths_of_it_are() -> None:
    text, other = A + COMMON[:10] + B, C * 3 + COMMON[:10] + A
    for firm, expected in ((8, True), (7, False)):
        sides = side(text), side(other)
        sides[1].firm[21 + firm : 31] = bytes(10 - firm)
        (found,) = Parallels(sides, [(0, 7, 17)]).runs(0, 7, 17, (0, 0))
        assert found.firm is expected


def spans(found: list[Run]) -> list[tuple[int, int, int]]:
    return [(each.start, each.end, each.low) for each in found]


def test_runs_cover_a_stretch_the_longest_first_without_overlap() -> None:
    long, short = run(0, 20), run(15, 32, low=500, high=517)
    assert spans(cover([short, long], 0, 0, 32)) == [(0, 20, 900)]  # twelve letters left: too few
    wide = run(15, 36, low=500, high=521)
    assert spans(cover([wide, long], 0, 0, 36)) == [(0, 15, 900), (15, 36, 500)]


def test_a_run_that_does_not_fill_a_stretch_must_be_telling() -> None:
    assert spans(cover([run(5, 18)], 0, 0, 40)) == []
    assert spans(cover([run(5, 19)], 0, 0, 40)) == [(5, 19, 905)]
    assert spans(cover([run(3, 9)], 0, 0, 12)) == [(3, 9, 903)]
    assert spans(cover([run(4, 10)], 0, 0, 12)) == []
    assert spans(cover([run(0, 6)], 0, 0, 10)) == []
    assert spans(cover([run(0, 5)], 0, 0, 5)) == []


def test_of_equal_runs_the_same_texts_own_is_taken_and_places_are_counted() -> None:
    own, other = run(0, 20), run(0, 21, side=1, low=300, high=321)
    (found,) = cover([other, own], 0, 0, 21)
    assert (found.side, found.times) == (0, 2)
    (longer,) = cover([run(0, 23, side=1, low=300, high=323), own], 0, 0, 23)
    assert longer.side == 1
    (firm,) = cover([run(0, 20, firm=False, low=100, high=120), own], 1, 0, 20)
    assert firm.low == 900
