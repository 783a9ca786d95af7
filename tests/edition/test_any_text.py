"""Whatever the witnesses hold, collating ends, and the apparatus points at what it says."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from generator.model import Collation
from tests.edition.conftest import assert_apparatus_points_at_what_it_says, law

STRAY = ("第一条", "第九十九条　", "（一）", "", "第五章", "ABC 123", "第三条第四条", "。。。")


def ruined(chance: random.Random) -> str:
    """Return a law whose lines were lost, cut, doubled, moved, run together, or replaced."""
    lines = law().split("\n")
    for _ in range(chance.randrange(8)):
        if not lines:
            break
        at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        match chance.randrange(7):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[other])
            case 2:
                lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]
            case 3:
                lines[at], lines[other] = lines[other], lines[at]
            case 4:
                lines[at] = chance.choice(STRAY)
            case 5:
                lines[at] += lines[other]
            case _:
                del lines[at:]
    return "\n".join(lines)


@pytest.mark.parametrize("seed", range(60))
def test_the_apparatus_of_ruined_witnesses_points_at_what_it_says(
    collated: Callable[..., Collation], seed: int
) -> None:
    chance = random.Random(seed)
    found = collated(*(ruined(chance) for _ in range(1 + seed % 3)))
    assert_apparatus_points_at_what_it_says(found)
