"""How stored text is cut: where, and what is written of a unit that the one before tells."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.outputs.search.block_lists import cut_blocks, successor
from generator.outputs.search.units import Unit

PAGE = ("reports/a.html", "甲")


def unit(unit_id: str, text: str, *, opens: bool = True, tier: int = 5, page: str = "a") -> Unit:
    return Unit(unit_id, text, tier, f"reports/{page}.html", "甲", opens)


def test_a_block_as_it_is_written() -> None:
    units = [
        unit("a-s1", "一。"),
        unit("a-s2", "二。", opens=False),
        unit("a-s9", "九。"),
        Unit("a", "甲", 3, *PAGE, anchored=False),
        unit("b-s1", "一。", page="b"),
    ]
    [block] = cut_blocks(units, 10_000)
    assert block.first == 0
    assert block.text.split("\n") == [
        *("=reports/a.html\t甲", "#a-s1", "+一。", "-二。", "#a-s9", "+九。"),
        *("=reports/a.html\t甲", "#a", "!甲"),  # another tier: the page is given again
        *("=reports/b.html\t甲", "#b-s1", "+一。"),
    ]


def test_a_title_is_one_line() -> None:
    [block] = cut_blocks([Unit("a-s1", "一。", 5, "a.html", " 甲\t乙\n丙 ")], 100)
    assert block.text.split("\n")[0] == "=a.html\t甲 乙 丙"


def test_nothing_makes_no_block() -> None:
    assert list(cut_blocks([], 100)) == []


@pytest.mark.parametrize("size", [60, 61, 62, 100, 101, 102, 103, 104, 1_000])
def test_a_block_ends_with_the_paragraph_that_fills_it(size: int) -> None:
    units = [unit(f"a-s{n}", "字" * (n % 7), opens=n % 3 == 0) for n in range(1, 200)]
    check_sizes(units, size)


@pytest.mark.parametrize("size", [20, 50, 51, 52, 53, 54, 55])
def test_a_paragraph_is_cut_at_twice_the_size(size: int) -> None:
    """It is divided at a sentence where it would make a block of more than that."""
    units = [unit(f"a-s{3 * n}", "字" * (n % 5), opens=n % 40 == 0) for n in range(1, 200)]
    blocks = check_sizes(units, size)
    assert not all(units[first].opens for first in blocks)


def check_sizes(units: list[Unit], size: int) -> list[int]:
    """Check each block's weight in bytes, line ends included; return the first units."""
    blocks = list(cut_blocks(units, size))
    firsts = [block.first for block in blocks]
    assert len(blocks) > 2 or size == 1_000
    for block, following in pairwise(blocks):
        full = weight(units[block.first : following.first])
        before = max(
            (at for at in range(block.first + 1, following.first) if units[at].opens),
            default=block.first,
        )
        assert full == len(block.text.encode()) + 1
        if units[following.first].opens:
            assert full >= size
        else:
            assert full >= 2 * size
            assert weight(units[block.first : following.first - 1]) < 2 * size
        assert weight(units[block.first : before]) < size
    return firsts


def weight(units: list[Unit]) -> int:
    """Return the bytes of a block of these units alone."""
    text = "".join(block.text + "\n" for block in cut_blocks(units, 1 << 30))
    return len(text.encode())


@pytest.mark.parametrize(
    ("unit_id", "following"),
    [("000-1-s9", "000-1-s10"), ("a-s99", "a-s100"), ("7", "8"), ("yijian", ""), ("", "")],
)
def test_the_number_at_the_end_of_an_id_counts(unit_id: str, following: str) -> None:
    assert successor(unit_id) == following
