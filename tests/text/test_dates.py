"""Dates in every form that documents write."""

import re

import pytest

from generator.text.dates import DATE_LINE, FIGURES, MONTH_AND_DAY, dated, dates_in, iso_date


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2023年5月9日", ["2023-05-09"]),
        ("２０２３年５月９日", ["2023-05-09"]),
        ("二〇二三年五月九日", ["2023-05-09"]),
        ("二O二三年五月九日", ["2023-05-09"]),
        ("二○二三年十月三十日", ["2023-10-30"]),
        ("二零二三年五月", ["2023-05"]),
        ("2023.5.9", ["2023-05-09"]),
        ("2023/05/09 10:21", ["2023-05-09"]),
        ("2023-05-09 10:21:33", ["2023-05-09"]),
        ("2023-05-09-00:00:00", ["2023-05-09"]),
        ("2023 - 5 - 9", ["2023-05-09"]),
        ("2023-05-09李四", ["2023-05-09"]),
        ("从2022年1月1日至2022年12月31日", ["2022-01-01", "2022-12-31"]),
        ("2023.5/9", []),  # one mark, not two
        ("2023.13.9", []),
        ("2023-02-30", []),
        ("12023.5.9", []),
        ("192.168.2023.5.9", []),
        ("1.2023.5.9", []),
        ("2023.5.91", []),
        ("20××年×月×日", []),
        ("20XX年5月9日", []),
        ("2011-2013年", []),
        ("", []),
    ],
)
def test_dates_of_a_text(text: str, dates: list[str]) -> None:
    assert [each.iso for each in dates_in(text)] == dates


def test_a_date_tells_where_it_stands_and_whether_it_is_in_figures() -> None:
    found = list(dates_in("印发于2023.5.9，2023年6月施行"))
    assert [(each.start, each.end, each.figures) for each in found] == [
        (3, 11, True),
        (12, 19, False),
    ]


@pytest.mark.parametrize(
    ("text", "year", "date"),
    [
        ("5月9日", "2023", "2023-05-09"),
        ("五月九日", "2023", "2023-05-09"),
        ("2月29日", "2023", ""),
        ("13月1日", "2023", ""),
    ],
)
def test_a_day_without_a_year_is_read_in_the_year_that_is_given(
    text: str, year: str, date: str
) -> None:
    match = MONTH_AND_DAY.fullmatch(text)
    assert match is not None
    assert dated(match, year) == date


def test_a_line_that_is_a_date_and_a_match_of_figures_give_the_same() -> None:
    line, figures = DATE_LINE.fullmatch("（2023年5月9日）"), FIGURES.fullmatch("2023-5-9")
    assert line is not None
    assert figures is not None
    assert iso_date(line) == iso_date(figures) == "2023-05-09"


def test_a_long_line_of_digits_is_read_at_once() -> None:
    for unit in ("1", "2023.", "2023-5-", "二", "20 "):
        text = unit * (100_000 // len(unit))
        assert not [each for each in dates_in(text) if not re.search("2023", each.iso)]
