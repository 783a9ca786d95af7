"""Dates as documents write them: 2021年3月27日, 二〇二一年三月, 二O二三年五月九日."""

from __future__ import annotations

import re
from datetime import date

from generator.text.labels import CHINESE
from generator.text.numerals import ARABIC, YEAR_DIGITS, numeral_value

ZEROS = str.maketrans(dict.fromkeys("OoＯｏ0０○◯", "〇"))  # what is typed for 〇 in a year
_YEAR = rf"[{ARABIC}]{{4}}|[{YEAR_DIGITS}OoＯｏ0０◯]{{4}}"
_NUMBER = rf"[{ARABIC}]{{1,2}}|{CHINESE}"
_BLANK = r"[ \t\u3000]*"

DATE = re.compile(
    rf"(?P<year>{_YEAR}){_BLANK}年{_BLANK}(?P<month>{_NUMBER}){_BLANK}月"
    rf"(?:{_BLANK}(?P<day>{_NUMBER}){_BLANK}日)?"
)
DATE_LINE = re.compile(rf"[（(]?{DATE.pattern}[）)]?")


def iso_date(match: re.Match[str]) -> str:
    """Return a match of DATE as 2021-03-27, without its day as 2021-03; empty where none is."""
    year = match["year"]
    if not year.isdecimal():
        year = year.translate(ZEROS)
    numbers = [numeral_value(each) or 0 for each in (year, match["month"], match["day"] or "1")]
    try:
        found = date(*numbers).isoformat()
    except ValueError:
        return ""
    return found if match["day"] else found.rpartition("-")[0]
