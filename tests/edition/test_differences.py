"""Where two texts differ, and the places that all witnesses together give."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition.differences import (
    ANCHOR,
    DIRECT,
    Difference,
    cleaned,
    differences,
    joined,
    rising,
    unique_grams,
)
from generator.edition.passages import Copy, Mask
from generator.edition.segments import segment
from generator.edition.variation import places

Spans = list[tuple[int, int, int, int]]


def spans(found: list[Difference]) -> Spans:
    return [(d.a0, d.a1, d.b0, d.b1) for d in found]


def shown(one: str, other: str) -> list[tuple[str, str]]:
    return [(one[d.a0 : d.a1], other[d.b0 : d.b1]) for d in differences(one, other)]


def put_in(one: str, other: str, found: list[Difference]) -> str:
    """Return `one` with the other's wording at the differences, which must follow each other."""
    made, at = "", 0
    for each in found:
        assert at <= each.a0 <= each.a1
        assert each.a1 > each.a0 or each.b1 > each.b0
        made += one[at : each.a0]
        assert len(made) == each.b0
        made += other[each.b0 : each.b1]
        at = each.a1
    return made + one[at:]


@settings(max_examples=60)
@given(st.text("甲乙丙，", max_size=30), st.text("甲乙丙，", max_size=30))
def test_what_differs_put_in_makes_one_text_the_other(one: str, other: str) -> None:
    found = differences(one, other)
    assert put_in(one, other, found) == other
    assert bool(found) is (one != other)


def test_a_letter_a_loss_and_an_addition() -> None:
    assert spans(differences("用水单位应当", "用氷单位应当")) == [(1, 2, 1, 2)]
    assert spans(differences("用水单位应当", "用水单位当")) == [(4, 5, 4, 4)]
    assert spans(differences("用水单位当", "用水单位应当")) == [(4, 4, 4, 5)]
    assert differences("用水", "用水") == []
    assert spans(differences("", "用水")) == [(0, 0, 0, 2)]


def test_a_long_text_is_cut_at_what_stands_once_in_each() -> None:
    """Two thousand letters of which no sequence comes twice, three changes in them."""
    text = "".join(chr(0x4E00 + n) for n in range(2000))
    assert len(text) > DIRECT
    other = text[:10] + "甴" + text[11:900] + text[905:1500] + "新词" + text[1500:]
    assert spans(differences(text, other)) == [
        (10, 11, 10, 11),
        (900, 905, 900, 900),
        (1500, 1500, 1495, 1497),
    ]


def test_long_texts_of_which_stretches_changed_places_still_make_each_other() -> None:
    text = "".join(chr(0x4E00 + n) for n in range(1800))
    turned = text[1200:] + text[:1200]
    found = differences(text, turned)
    assert put_in(text, turned, found) == turned
    # the longer of the two stays, what stood behind it now stands before it
    assert spans(found) == [(0, 0, 0, 600), (1200, 1800, 1800, 1800)]


def test_grams_that_stand_once() -> None:
    assert unique_grams("一二三一二四", 2) == {"二三": 1, "三一": 2, "二四": 4}
    assert unique_grams("一二", 3) == {}
    assert unique_grams("一二三", 3) == {"一二三": 0}
    assert list(unique_grams("甲" + "乙" * ANCHOR).values()) == [0, 1]


def test_the_longest_run_that_rises() -> None:
    assert rising([]) == []
    assert rising([(0, 5), (1, 1), (2, 2), (3, 0), (4, 3)]) == [(1, 1), (2, 2), (4, 3)]
    assert rising([(0, 1), (1, 1), (2, 2)]) in ([(0, 1), (2, 2)], [(1, 1), (2, 2)])


@settings(max_examples=40)
@given(st.permutations(range(7)))
def test_no_run_that_rises_is_longer(order: list[int]) -> None:
    """Against every subset of seven pairs."""
    pairs = list(enumerate(order))
    subsets = [[p for at, p in enumerate(pairs) if n >> at & 1] for n in range(1 << 7)]
    best = max(len(s) for s in subsets if all(a[1] < b[1] for a, b in pairwise(s)))
    found = rising(pairs)
    assert len(found) == best
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(found))


def difference(a0: int, a1: int, b0: int, b1: int) -> Difference:
    return Difference(a0, a1, b0, b1)


def test_differences_that_nothing_parts_are_one() -> None:
    apart = [difference(0, 1, 0, 1), difference(2, 3, 2, 3)]
    assert joined(apart) == apart
    assert joined([difference(0, 1, 0, 0), difference(1, 1, 0, 3)]) == [difference(0, 1, 0, 3)]
    one_side = [difference(0, 1, 0, 1), difference(1, 2, 2, 3)]
    assert joined(one_side) == one_side
    assert joined([]) == []
    last_two = [difference(0, 1, 0, 1), difference(5, 6, 5, 5), difference(6, 6, 5, 8)]
    assert joined(last_two) == [difference(0, 1, 0, 1), difference(5, 6, 5, 8)]


def test_a_reworded_clause_is_one_difference_though_letters_agree_by_chance() -> None:
    assert shown("发现漏损及时抢修", "发觉漏失马上修理")[0][0].startswith("现")
    # one letter agrees between two changes of two letters: by chance
    assert shown("前甲乙水丙丁后", "前戊己水庚辛后") == [("甲乙水丙丁", "戊己水庚辛")]
    # between two changes of one letter it is no chance, two letters even less
    assert shown("前甲水乙后", "前丙水丁后") == [("甲", "丙"), ("乙", "丁")]
    assert shown("前甲水行乙后", "前丙水行丁后") == [("甲", "丙"), ("乙", "丁")]


def test_what_agrees_by_chance_is_weighed_by_the_smaller_of_the_changes() -> None:
    """Pairs of changes with some letters that agree between them, and whether they are one."""
    for before, equal, after, one in (
        (2, 1, 2, True),  # half of two
        (2, 2, 2, False),
        (4, 2, 4, True),  # half of four
        (4, 3, 4, False),
        (2, 2, 6, True),  # a third of the larger one
        (2, 3, 8, False),
        (2, 3, 9, True),
        (2, 5, 15, True),
        (2, 6, 30, False),  # more than five letters are no chance beside a short change
        (12, 6, 12, True),
        (13, 7, 13, False),
        (1, 2, 30, False),  # a single letter is a slip of its own
        (1, 1, 30, False),
    ):
        found = [
            difference(10, 10 + before, 10, 10 + before),
            difference(
                10 + before + equal,
                10 + before + equal + after,
                10 + before + equal,
                10 + before + equal + after,
            ),
        ]
        whole = difference(10, found[1].a1, 10, found[1].b1)
        assert cleaned(found) == ([whole] if one else found), (before, equal, after)


def test_so_many_letters_never_agree_by_chance() -> None:
    large = [difference(0, 40, 0, 40), difference(60, 100, 60, 100)]
    assert cleaned(large) == [difference(0, 100, 0, 100)]
    assert cleaned(large, most=20) == [difference(0, 100, 0, 100)]
    assert cleaned(large, most=19) == large


def copy(witness: int, text: str, *masks: Mask) -> Copy:
    return Copy(witness, segment(text, 0, len(text)), masks)


def test_a_place_is_given_once_with_what_each_witness_has() -> None:
    found = places(copy(0, "用水单位应当"), [copy(1, "用氷单位应当"), copy(2, "用泳单位当")])
    assert [(p.start, p.end, p.spans) for p in found] == [
        (1, 2, {1: (1, 2), 2: (1, 2)}),
        (4, 5, {1: (4, 5), 2: (4, 4)}),
    ]
    assert all(p.masks == () for p in found)


def test_differences_that_overlap_or_touch_are_one_place() -> None:
    found = places(copy(0, "用水单位应当"), [copy(1, "用氷单位应当"), copy(2, "用法人单位应当")])
    assert [(p.start, p.end, p.spans) for p in found] == [(1, 2, {1: (1, 2), 2: (1, 3)})]
    beside = places(copy(0, "用水单位应当"), [copy(1, "用氷单位应当"), copy(2, "用水个单位应当")])
    assert [(p.start, p.end, p.spans) for p in beside] == [(1, 2, {1: (1, 2), 2: (1, 3)})]


def test_a_witness_that_added_before_is_followed_at_its_own_places() -> None:
    found = places(copy(0, "用水单位应当"), [copy(1, "各用水单位应需"), copy(2, "用水单位应须")])
    assert [(p.start, p.end, p.spans) for p in found] == [
        (0, 0, {1: (0, 1), 2: (0, 0)}),
        (5, 6, {1: (6, 7), 2: (5, 6)}),
    ]


def test_an_intrusion_is_a_place_of_its_own_or_part_of_one() -> None:
    mask = Mask("splice", 4, "另一条", 4, 7)
    (own,) = places(copy(0, "用水单位应当", mask), [copy(1, "用水单位应当")])
    assert (own.start, own.end, own.spans, own.masks) == (4, 4, {1: (4, 4)}, ((0, mask),))
    (other,) = places(copy(0, "用水单位应当"), [copy(1, "用水单位", mask)])
    assert (other.start, other.end, other.spans) == (4, 6, {1: (4, 4)})
    assert other.masks == ((1, mask),)
    late = Mask("splice", 7, "另一条", 7, 10)
    first, second = places(copy(0, "用水单位应当节水"), [copy(1, "各用水单位应当节水", late)])
    assert (first.start, first.end, first.masks) == (0, 0, ())
    assert (second.start, second.end, second.spans) == (6, 6, {1: (7, 7)})
    shorter = Mask("splice", 5, "另一条", 5, 8)
    _, behind = places(copy(0, "用水单位应当节水"), [copy(1, "用单位应当节水", shorter)])
    assert (behind.start, behind.end, behind.spans) == (6, 6, {1: (5, 5)})
