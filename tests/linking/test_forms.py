"""Wordings found in one pass over the letters."""

from __future__ import annotations

from generator.linking.forms import every_form, find_forms, form_table

TABLE = form_table({"重大": 1, "重大决策": 2, "决策": 3, "决策部署": 4, "部署": 5})


def test_the_longest_wording_is_taken_and_none_over_another() -> None:
    assert list(find_forms("重大决策部署", TABLE)) == [(0, "重大决策", 2), (4, "部署", 5)]


def test_the_search_goes_on_behind_what_was_found() -> None:
    assert list(find_forms("在重大的决策部署", TABLE)) == [(1, "重大", 1), (4, "决策部署", 4)]


def test_every_wording_is_found_inside_others_too() -> None:
    assert list(every_form("重大决策部署", TABLE)) == [
        (0, "重大决策", 2),
        (0, "重大", 1),
        (2, "决策部署", 4),
        (2, "决策", 3),
        (4, "部署", 5),
    ]


def test_too_little_text_holds_nothing() -> None:
    assert list(find_forms("重", TABLE)) == list(every_form("", TABLE)) == []


def test_a_form_at_the_very_end_is_found_and_one_of_a_single_letter_anywhere() -> None:
    table = form_table({"甲乙": 1, "甲乙丙": 2, "丙": 3})
    assert list(find_forms("丁甲乙", table)) == [(1, "甲乙", 1)]
    assert list(find_forms("甲乙丙甲乙", table)) == [(0, "甲乙丙", 2), (3, "甲乙", 1)]
    assert list(find_forms("丙丁丙甲", table)) == [(0, "丙", 3), (2, "丙", 3)]
    assert list(find_forms("丙甲", form_table({"丙丁": 1, "丙": 2}))) == [(0, "丙", 2)]
    assert list(find_forms("", table)) == []
    assert list(every_form("甲乙丙", table)) == [(0, "甲乙丙", 2), (0, "甲乙", 1), (2, "丙", 3)]
