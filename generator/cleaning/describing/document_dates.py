"""The date of a text: the one that the text itself bears, else the one that the page gives it.

A date in running text is never taken.  In order: a date of its own below the title, the signature,
成文日期 and the like, what the page calls 发布时间, a date in figures beside a source.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.cleaning.describing.furniture import FILE_NUMBER
from generator.cleaning.describing.head import HeadLine
from generator.cleaning.describing.organs import organs
from generator.cleaning.describing.signatures import Signature
from generator.cleaning.describing.stated_facts import CELLS, Fact, Kind, is_stated
from generator.text.dates import (
    DATE,
    DATE_LINE,
    FIGURES,
    MONTH_AND_DAY,
    WrittenDate,
    dated,
    dates_in,
    iso_date,
)

ORDER: tuple[Kind, ...] = ("written", "printed", "published")
CLOCK = re.compile(r"星期|今天是|农历")
YEAR = re.compile(r"[〔\[【（(﹝［]\s*(?P<year>20\d\d)年?\s*[〕\]】）)﹞］]")
GLUED = re.compile(rf"[（(](?P<date>{DATE.pattern})[）)]\s*(?:同志们|各位|尊敬的)")
LONGEST_GLUED = 200
TIME = re.compile(r"\s*\d{1,2}:\d{2}")
AT = re.compile(r"^(?:创建|发布|发表|更新|编辑|上传)于[:：]?\s*")
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
    below = [
        line
        for line in head
        if line.sort == "date" and line.number > named and not CLOCK.search(line.raw)
    ]
    first = lines[len(head)] if len(head) < len(lines) else ""
    return (
        _own([line.raw for line in below])
        or _before_salutation(first)
        or _own([line for line in lines[:FIRST_LINES] if DATE_LINE.fullmatch(line)])
        or signature.date
        or _labelled(stated)
        or _leading([*below, *(line for line in head if _of_page(line))])
        or _set_apart(head)
        or _of_month_and_day(head, below)
        or _clocked(head)
    )


def _own(lines: Sequence[str]) -> str:
    """Return the first date that is written as documents write it, with 年 and 月."""
    dates = (_first(line) for line in lines)
    return next((each.iso for each in dates if each and not each.figures), "")


def _labelled(stated: Sequence[Fact]) -> str:
    """Return the date behind a label; of several alike the one that stands nearest to the text."""
    for kind in ORDER:
        for fact in reversed(stated):
            if fact.kind == kind and (date := _first(fact.value)):
                return date.iso
    return ""


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


def _leading(lines: Sequence[HeadLine]) -> str:
    """Return the first date that a line begins with; the name of an office may stand before it."""
    for line in lines:
        date = _first(line.raw.strip("•· \t\u3000|（("))
        if date is None or CLOCK.search(line.raw):
            continue
        before = line.raw.strip("•· \t\u3000|（(")[: date.start].strip()
        if not before or organs(before):
            return date.iso
    return ""


def _set_apart(head: Sequence[HeadLine]) -> str:
    """Return a date in a cell of its own, or behind words like 创建于."""
    for line in head:
        for cell in CELLS.split(line.raw):
            bare = AT.sub("", cell.strip(" \t\u3000:："))
            if (match := FIGURES.fullmatch(bare)) and (iso := iso_date(match)):
                return iso
    return ""


def _of_page(line: HeadLine) -> bool:
    """Tell whether a line of the head is one that dates a page: a date, or labels beside it."""
    return line.sort in ("date", "facts") or (line.sort == "furniture" and is_stated(line.raw))


def _clocked(head: Sequence[HeadLine]) -> str:
    """Return a date with a time of day behind it, wherever a page prints it."""
    for line in head:
        for date in dates_in(line.raw):
            if TIME.match(line.raw, date.end) and not CLOCK.search(line.raw):
                return date.iso
    return ""


def _before_salutation(line: str) -> str:
    """Return the date that stands before a salutation on its line: （2006年8月30日）同志们：."""
    match = DATE_LINE.match(line.strip())
    if match and re.fullmatch(r"\s*[^。，；]{0,24}[：:！]", line.strip()[match.end() :]):
        date = _first(match[0])
        return date.iso if date else ""
    glued = GLUED.search(line[:LONGEST_GLUED])  # a title, its date and the text on one line
    date = _first(glued["date"]) if glued else None
    return date.iso if date else ""


def _of_month_and_day(head: Sequence[HeadLine], below: Sequence[HeadLine]) -> str:
    """Return a date line without a year, in the year that the 文号 gives."""
    year = year_of_number(head)
    for line in below:
        match = MONTH_AND_DAY.match(line.raw.strip("（( \t\u3000"))
        if year and match:
            return dated(match, year)
    return ""
