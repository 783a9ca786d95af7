"""Reports of one title are told apart by what they state, else by a number."""

from __future__ import annotations

from generator.model import Piece
from generator.outputs.shared.report_names import report_names


def names(*facts: tuple[str, str, str, str]) -> list[str]:
    """Return the names of pieces of a title, place, date and issuer each."""
    pieces = [
        Piece(str(at), f"{at}.txt", 0, 0, "", title, place=place, date=date, issuer=issuer)
        for at, (title, place, date, issuer) in enumerate(facts)
    ]
    found = report_names(pieces)
    return [found[piece.id] for piece in pieces]


def test_a_title_of_its_own_stays_as_it_is() -> None:
    assert names(("总结", "甲县", "2021", ""), ("汇报", "甲县", "2021", "")) == ["总结", "汇报"]


def test_as_much_is_added_as_is_needed() -> None:
    assert names(
        ("报告", "甲县", "2020-03-01", "甲局"),
        ("报告", "乙县", "2021-03-01", "乙局"),
        ("报告", "乙县", "2022-03", "乙局"),
        ("报告", "丙县", "2021", "丙局"),
        ("报告", "丙县", "2021", "丁局"),
        ("报告", "", "2023", ""),
    ) == [
        "报告（甲县）",
        "报告（乙县，2021年3月1日）",
        "报告（乙县，2022年3月）",
        "报告（丙县，2021年，丙局）",
        "报告（丙县，2021年，丁局）",
        "报告（2023年）",
    ]


def test_what_states_nothing_more_is_counted() -> None:
    assert names(*[("报告", "", "", "")] * 2, ("报告", "甲县", "", ""), ("报告", "", "", "")) == [
        "报告（同题第1篇）",
        "报告（同题第2篇）",
        "报告（甲县）",
        "报告（同题第4篇）",
    ]


def test_a_name_that_another_title_is_already_is_not_given_again() -> None:
    found = names(("报告", "甲县", "", ""), ("报告", "乙县", "", ""), ("报告（甲县）", "", "", ""))
    assert len(set(found)) == 3
    assert found[2] == "报告（甲县）"


def test_an_issuer_named_like_the_place_is_said_once() -> None:
    assert names(*[("报告", "甲县", "", "甲县")] * 2)[0] == "报告（甲县，同题第1篇）"
