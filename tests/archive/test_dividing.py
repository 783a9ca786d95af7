"""Division: volumes depend on the files alone, and one file more touches one volume."""

from __future__ import annotations

import random

import pytest

from generator.archive.dividing import ReportFile, VolumePart, divide


def _files(count: int, *values: str) -> list[ReportFile]:
    chance = random.Random(7)
    names = (f"r{number}.txt" for number in range(count))
    return [ReportFile(each, f"/in/{each}", "0", chance.choice(values or ("",))) for each in names]


def _held(parts: tuple[VolumePart, ...]) -> dict[str, tuple[str, ...]]:
    return {part.id: tuple(each.name for each in part.files) for part in parts}


def test_every_report_is_in_one_volume_and_none_is_too_large() -> None:
    files = _files(300, "东桥区", "西河区", "")
    parts = divide(files, "place", 40)
    names = [each.name for part in parts for each in part.files]
    assert sorted(names) == sorted(each.name for each in files)
    assert max(len(part.files) for part in parts) <= 40
    assert len({part.id for part in parts}) == len({part.title for part in parts}) == len(parts)


def test_groups_that_are_small_are_called_by_what_they_state() -> None:
    places = [ReportFile(f"{at}.txt", "", "", at) for at in ("东桥区", "冬桥区", "")]
    parts = divide(places, "place", 5)
    assert [part.title for part in parts] == ["东桥区", "冬桥区", "地方未写明"]
    assert parts[0].id == "dong-qiao-qu"
    assert parts[1].id.startswith("dong-qiao-qu-")
    years = [ReportFile("a.txt", "", "", "2023"), ReportFile("b.txt", "", "", "2021")]
    assert [(each.id, each.title) for each in divide(years, "year", 5)] == [
        ("v2021", "2021年"),
        ("v2023", "2023年"),
    ]


def test_halves_are_called_by_their_share() -> None:
    titles = [part.title for part in divide(_files(40), "size", 25)]
    assert titles == ["分册二之一", "分册二之二"]
    assert divide(_files(40, "东桥区"), "place", 25)[1].title == "东桥区（二之二）"


@pytest.mark.parametrize("by", ["size", "place"])
def test_the_order_in_which_files_come_tells_nothing(by: str) -> None:
    files = _files(200, "甲县", "乙县")
    turned = files[::-1]
    assert divide(files, by, 30) == divide(turned, by, 30)


def test_one_report_more_touches_one_volume_or_divides_it() -> None:
    files = _files(200)
    before = _held(divide(files, "size", 30))
    for number in range(200, 240):
        more = ReportFile(f"r{number}.txt", "", "0")
        after = _held(divide([*files, more], "size", 30))
        gone = {each for each in before if after.get(each) != before[each]}
        new = {each for each in after if before.get(each) != after[each]}
        assert len(gone) == 1
        held = {name for each in new for name in after[each]}
        assert held == {*before[gone.pop()], more.name}
