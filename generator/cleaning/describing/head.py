"""The lines above a text, sorted: what can be its title, and what cannot.

The head ends where the text begins: at a salutation or an addressee (各县人民政府：), at the first
numbered heading, or at the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.cleaning.describing.embedded_titles import glued_title
from generator.cleaning.describing.furniture import without_site
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.line_sorts import (
    AFFILIATION,
    MARKED_AUTHORS,
    OPENING,
    PERSON,
    Sort,
    is_whole_title,
    sort_of,
    speaks_to,
)
from generator.cleaning.describing.stated_facts import awaits_value, is_value, with_colons
from generator.cleaning.document_titles import is_document_title
from generator.cleaning.wrapped_width import is_full, wrapped_width
from generator.text.dates import DATE

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
DATED_TITLE = re.compile(
    rf"(?P<title>[^。，\s]{{8,60}})\s+(?P<rest>(?:[^\s。，：:]{{2,24}}\s+)?(?:{DATE.pattern}|20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
    r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?)"
)
"""青石市水利局2019年工作报告 青石市水利局 2020-06-08."""

ADDRESSED_TITLE = re.compile(r"(?P<title>\S[^。]{6,80}?)[ \u3000]+(?P<rest>[^。，]{2,60}[:：])")
"""关于…的决定 各县人民政府：."""

BULLET = re.compile(r"^[-•·●]\s+")
SLOGAN = re.compile(
    r"(?!.*(?:同志|各位|朋友|大家))[^。：，]{6,30}[！!]"
)  # 宣传人大制度 服务人大代表！
ONE_NAME = re.compile(r"[^\s、，,]{2,4}|\S\s+\S")  # or a title of two or three letters
LONGEST_AUTHORS = 12
LONGEST_DATED = 110
LONGEST_LINE = 400  # what is longer is text, whatever it holds
LONGEST_PASSED = 70
MOST_PASSED = 12
LONGEST_REST = 3
MOST_LINES = 80
MOST_CHARACTERS = 8000


@dataclass(frozen=True, slots=True)
class HeadLine:
    """A line of the head: its words (without site names), its sort, what line of the text it is."""

    text: str
    sort: Sort
    number: int
    raw: str


def lines_of(text: str) -> list[str]:
    """Return the lines with words at the beginning of `text`, without the blanks around them."""
    found: list[str] = []
    for match in LINE.finditer(text[:MOST_CHARACTERS]):
        found += _parts(match[0].strip())
    return with_colons(found[:MOST_LINES])


def _parts(line: str) -> list[str]:
    """Return a line; in two parts where a title has its source and date or addressee behind it."""
    addressed = ADDRESSED_TITLE.fullmatch(line) if len(line) <= LONGEST_DATED else None
    if addressed and is_named(addressed["title"]) and speaks_to(addressed["rest"]):
        return [addressed["title"], addressed["rest"]]
    dated = DATED_TITLE.fullmatch(line) if len(line) <= LONGEST_DATED else None
    if dated and is_named(dated["title"]):
        return [dated["title"], dated["rest"]]
    return [line]


def _title_below(lines: Sequence[str], number: int) -> int:
    """Return which line states a whole title below a few short ones that are no text; 0 if none.

    Sites print outlines and notes with numbers above a text: what is long, or speaks to someone,
    is the text itself.
    """
    slogan = SLOGAN.fullmatch(lines[number].strip()) is not None
    for at in range(number, min(number + MOST_PASSED, len(lines) - 1)):
        line = lines[at].strip()
        whole = is_whole_title(line) or (slogan and is_document_title(line))
        if whole and not lines[at - 1].startswith("附"):
            return at
        if len(line) > LONGEST_PASSED or speaks_to(line):
            return 0
    return 0


def read_head(lines: Sequence[str]) -> tuple[HeadLine, ...]:
    """Return the lines above the text, sorted."""
    return tuple(_head(lines))


def _signs_above(lines: Sequence[str], number: int, line: str) -> bool:
    """Tell whether a short line above the place where authors work holds their names."""
    below = lines[number + 1] if number + 1 < len(lines) else ""
    short = len(re.sub(r"\W", "", line)) <= LONGEST_AUTHORS and not is_named(line)
    return short and AFFILIATION.fullmatch(below.strip()) is not None


def _sort(lines: Sequence[str], number: int, line: str) -> Sort:
    """Return the sort of a line, where the lines around it count."""
    sort = sort_of(line)
    if sort == "person" and number == 0 and PERSON.fullmatch(line) and ONE_NAME.fullmatch(line):
        return "words"  # no title begins below its author
    return "person" if sort == "words" and _signs_above(lines, number, line) else sort


def _runs_on(line: str) -> bool:
    """Tell whether a line as wide as its text is wrapped is part of a sentence, no title."""
    return not is_named(line) and (OPENING.match(line) or re.search("[，,；]", line)) is not None


def _head(lines: Sequence[str]) -> Iterator[HeadLine]:
    above = ""
    passed = 0  # lines up to here are no text: a whole title stands below them
    named = False
    width = wrapped_width(lines)
    awaited = False  # a label whose value stands on the line below it
    for number, raw in enumerate(lines):
        line = BULLET.sub("", raw.strip("\ufeff \t\u3000□■◎"))
        if len(line) > LONGEST_LINE:
            return
        value, awaited = awaited, awaits_value(line)
        if value and is_value(line) and not is_named(line):
            yield HeadLine(line, "facts", number, line)
            continue
        if not named and (glued := glued_title(line)):
            yield HeadLine(glued, "words", number, glued)
            return  # its text stands on the same line
        sort = "text" if is_full(line, width) and _runs_on(line) else _sort(lines, number, line)
        if MARKED_AUTHORS.fullmatch(raw.strip()):
            sort = "person"
        if len(line) <= LONGEST_REST and not is_named(above) and is_named(above + line):
            sort = "words"  # the last characters of a title that was wrapped: …的报 / 告
        if sort == "text" and number >= passed:
            passed = _title_below(lines, number) if not named else 0
            if not passed:
                return
        if number < passed:
            sort = "furniture"
        named = named or (sort == "words" and is_named(line))
        found = HeadLine(without_site(line) if sort == "words" else line, sort, number, line)
        above = found.text if sort == "words" else ""
        yield found
