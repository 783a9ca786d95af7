"""The date of a text: the one that the text itself bears, else the one that the page gives it.

A date in running text is never taken.  In order: a date of its own below the title, the signature,
成文日期 and the like, what the page calls 发布时间, a date in figures beside a source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cleaning.describing.furniture import FILE_NUMBER
from generator.cleaning.describing.head import HeadLine
from generator.cleaning.describing.signatures import Signature
from generator.cleaning.describing.stated_facts import Fact, Kind
from generator.text.dates import DATE_LINE, MONTH_AND_DAY, WrittenDate, dated, dates_in

ORDER: tuple[Kind, ...] = ("written", "printed", "published")
CLOCK = re.compile(r"星期|今天是|农历")
YEAR = re.compile(r"[〔\[【（(﹝［]\s*(?P<year>20\d\d)年?\s*[〕\]】）)﹞］]")
FIRST_LINES = 3  # so near the beginning a line that is a date is the text's own


def document_date(
    head: Sequence[HeadLine],
    lines: Sequence[str],
    signature: Signature,
    stated: Sequence[Fact],
    named: int,
) -> str:
    """Return the date of a text as 2021-03-27 or 2021-03; empty where it states none.

    `head`: the lines above the text; `lines`: all of the text's first lines, `named`: the number of
    the first line that can be the title.
    """
    below = [line for line in head if line.sort == "date" and line.number > named]
    own = [each for line in below if (each := _first(line.raw)) and not each.figures]
    if own:
        return own[0].iso
    if opened := _before_salutation(lines[len(head)] if len(head) < len(lines) else ""):
        return opened
    for line in lines[:FIRST_LINES]:
        if DATE_LINE.fullmatch(line) and (date := _first(line)):
            return date.iso
    if signature.date:
        return signature.date
    for kind in ORDER:
        for fact in reversed(stated):  # what stands nearest to the text
            if fact.kind == kind and (date := _first(fact.value)):
                return date.iso
    for line in [*below, *(each for each in head if each.sort in ("date", "facts"))]:
        if not CLOCK.search(line.raw) and (date := _leading(line.raw)):
            return date.iso
    return _of_month_and_day(head, below)


def year_of_number(head: Sequence[HeadLine]) -> str:
    """Return the year in the text's 文号 (〔2023〕); empty where there is none."""
    for line in head:
        if line.sort == "number" and (match := YEAR.search(line.raw)):
            return match["year"]
        if (number := FILE_NUMBER.search(line.raw)) and (match := YEAR.search(number[0])):
            return match["year"]
    return ""


def _first(text: str) -> WrittenDate | None:
    return next(dates_in(text), None)


def _leading(text: str) -> WrittenDate | None:
    """Return the date that a line begins with."""
    date = _first(text.strip("•· \t\u3000|（("))
    return date if date and date.start == 0 else None


def _before_salutation(line: str) -> str:
    """Return the date that stands before a salutation on its line: （2006年8月30日）同志们：."""
    match = DATE_LINE.match(line.strip())
    if match and re.fullmatch(r"\s*[^。，；]{0,24}[：:！]", line.strip()[match.end() :]):
        date = _first(match[0])
        return date.iso if date else ""
    return ""


def _of_month_and_day(head: Sequence[HeadLine], below: Sequence[HeadLine]) -> str:
    """Return a date line without a year, in the year that the 文号 gives."""
    year = year_of_number(head)
    for line in below:
        match = MONTH_AND_DAY.match(line.raw.strip("（( \t\u3000"))
        if year and match:
            return dated(match, year)
    return ""
