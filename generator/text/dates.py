"""Dates as documents write them: 2021年3月27日, 二〇二一年三月, 二O二三年五月九日, 2023.5.9.

A year that is masked (20××年×月) is no date: nothing is read from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.text.labels import CHINESE
from generator.text.numerals import ARABIC, YEAR_DIGITS, numeral_value

ZEROS = str.maketrans(dict.fromkeys("OoＯｏ0０○◯", "〇"))  # what is typed for 〇 in a year
_YEAR = rf"[{ARABIC}]{{4}}|[{YEAR_DIGITS}OoＯｏ0０◯]{{4}}"
_NUMBER = rf"[{ARABIC}]{{1,2}}|{CHINESE}"
_BLANK = r"[ \t\u3000]*"
_AT_MOST_ONE = r"[ \t\u3000]?"

DATE = re.compile(
    rf"(?P<year>{_YEAR}){_BLANK}年{_BLANK}(?P<month>{_NUMBER}){_BLANK}月"
    rf"(?:{_BLANK}(?P<day>{_NUMBER}){_BLANK}日)?"
)
DATE_LINE = re.compile(rf"[（(]?{DATE.pattern}[）)]?")
FIGURES = re.compile(
    rf"(?<![{ARABIC}./-])(?P<year>(?:19|20)[0-9]{{2}}){_AT_MOST_ONE}(?P<mark>[-./．／－]){_AT_MOST_ONE}"
    rf"(?P<month>[0-9]{{1,2}}){_AT_MOST_ONE}(?P=mark){_AT_MOST_ONE}(?P<day>[0-9]{{1,2}})"
    rf"(?![{ARABIC}./．／])"
)
"""A date in figures alone, its parts set apart by one mark: 2023.5.9, 2023/5/9, 2023-05-09."""
MONTH_AND_DAY = re.compile(
    rf"(?<![{ARABIC}年])(?P<month>{_NUMBER}){_BLANK}月{_BLANK}(?P<day>{_NUMBER}){_BLANK}日"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date at `start`..`end` of a text: `iso` is 2021-03-27, without its day 2021-03.

    `figures` tells a date that is written in figures alone (2023-05-09), without 年 and 月.
    """

    start: int
    end: int
    iso: str
    figures: bool


def iso_date(match: re.Match[str]) -> str:
    """Return a match of DATE or FIGURES as 2021-03-27, without its day as 2021-03.

    Empty where the calendar has no such day.
    """
    year = match["year"]
    if not year.isdecimal():
        year = year.translate(ZEROS)
    numbers = [numeral_value(each) or 0 for each in (year, match["month"], match["day"] or "1")]
    try:
        found = date(*numbers).isoformat()
    except ValueError:
        return ""
    return found if match["day"] else found.rpartition("-")[0]


def dates_in(text: str) -> Iterator[WrittenDate]:
    """Yield the dates of `text` in order, whatever their form; what is no day is passed over."""
    matches = [(each, False) for each in DATE.finditer(text)]
    matches += [(each, True) for each in FIGURES.finditer(text)]
    for match, figures in sorted(matches, key=lambda each: each[0].start()):
        if iso := iso_date(match):
            yield WrittenDate(match.start(), match.end(), iso, figures)


def dated(month_and_day: re.Match[str], year: str) -> str:
    """Return a match of MONTH_AND_DAY in `year` (four digits) as 2021-03-27; empty if no day."""
    numbers = [numeral_value(each) or 0 for each in (month_and_day["month"], month_and_day["day"])]
    try:
        return date(int(year), *numbers).isoformat()
    except ValueError:
        return ""
