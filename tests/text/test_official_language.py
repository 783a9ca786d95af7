"""How surprising rows of letters are in official prose, and the table that says so."""

from __future__ import annotations

import gzip
from importlib.resources import files
from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.official_language import ORDER, TABLE, language_of, official_language

EVERYDAY = ("加强", "规定", "诉讼", "赔偿", "审批", "许可", "有关部门", "人民政府", "应当依法")
RARE = ("宇宙洪荒", "述责述廉", "绿罐车", "小红帽", "盲道")
LETTERS = st.text("加强规定诉讼赔偿审批的人民宇宙洪荒述责廉绿罐车盲道甲乙丙卅廿，x7", max_size=30)


def test_everyday_words_of_any_law_surprise_little() -> None:
    language = official_language()
    for everyday in EVERYDAY:
        assert language.of_run(everyday) < 6, everyday
    for rare in RARE:
        assert language.of_run(rare) > 8, rare


def test_a_row_of_official_prose_is_less_surprising_than_its_letters_apart() -> None:
    language = official_language()
    for run in ("人民代表大会常务委员会", "贯彻落实", "县级以上地方人民政府"):
        assert language.of_run(run) < sum(map(language.of_run, run)) / 2


def test_nothing_is_no_surprise() -> None:
    assert official_language().of_run("") == 0


@given(LETTERS, LETTERS)
def test_a_run_surprises_as_much_as_its_parts_or_a_little_more(one: str, other: str) -> None:
    language = official_language()
    whole = language.of_run(one + other)
    assert whole >= language.of_run(one)  # letter by letter it only grows
    # only the first letters of the second part stand in another company
    assert whole <= language.of_run(one) + language.of_run(other) + (ORDER - 1) * 12
    assert all(language.of_letter(letter, one) > 0 for letter in other)


@given(LETTERS)
def test_what_stands_more_than_three_letters_before_does_not_matter(before: str) -> None:
    language = official_language()
    for letter in "审廉卅":
        assert language.of_letter(letter, before) == language.of_letter(letter, before[-3:])


def test_a_letter_is_as_rare_as_the_table_says() -> None:
    language = language_of(1000.0, {"甲": 100.0, "乙": 10.0, "甲乙": 5.0, "丙": 100.0})
    assert language.of_letter("甲", "") == pytest.approx(log(1000 / 100))
    assert language.of_letter("乙", "甲") == pytest.approx(log(100 / 5))
    assert language.of_letter("甲", "乙") == pytest.approx(log(10))  # 乙 stands in too few
    assert language.of_letter("丁", "") == pytest.approx(log(1000 / 3))  # outside the table
    # never in this company: no more than two nats above what it is by itself
    assert language.of_letter("丙", "甲") == pytest.approx(log(10) + 2)


def test_every_row_of_the_table_is_well_formed() -> None:
    data = gzip.decompress(files("generator.text").joinpath(TABLE).read_bytes()).decode("utf-8")
    passages, *lines = data.split("\n")
    assert int(passages) > 10_000
    steps: list[int] = []
    seen: set[str] = set()
    for line in lines:
        step, *groups = line.split("\t")
        steps.append(int(step))
        assert groups
        for group in groups:
            first, rest = group[0], group[1:].split(" ")
            rows = [first + each for each in rest]
            assert all(1 <= len(row) <= ORDER and not row.isspace() for row in rows), group
            assert not seen & set(rows)
            seen |= set(rows)
    assert steps == sorted(set(steps))
    assert 2 ** (steps[-1] / 4) <= int(passages)
    assert len(seen) == len(official_language().rows) > 100_000
