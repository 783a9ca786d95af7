"""What stands below a text: who signs it and when (落款), and the unit in the closing brackets.

A signature is the name of one or more offices above a date, or before it on one line.  It stands at
the end, with at most an annex list or what a page prints below it; in a notice that issues another
text it stands above the title of that text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cleaning.describing.furniture import is_furniture
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.organs import organ, organs
from generator.cleaning.describing.stated_facts import is_stated
from generator.text.dates import DATE_LINE, FIGURES, MONTH_AND_DAY, dated, dates_in

LINE = re.compile(r"^[^\n]*\S[^\n]*$", re.MULTILINE)
CLOSE_LINES = 4  # so near the end a date is the text's own, whatever follows
MOST_LINES = 24  # so far from the end it is, where nothing of the text follows
TAIL = 4000
BELOW = re.compile(
    r"^(?:附[件表录：:注]|抄[送报]|主送|印发|联系人|联系电话|[（(]?此件|[（(]?本文|[（(]?(?:公开"
    r"|责任编辑|编辑|责编|审核|来源)|共印|主题词|校对|分送)"
    r"|印发$|^[\W\d_]+$"
)
NO_DAY = re.compile(r"月[ \t\u3000]*日$")  # a day that was left open: 2017年4月　日
SEAL = re.compile(r"[（(](?:盖章|公章|印章|章)[）)]")
CLOSING = re.compile(r"(?:^|[。！？”）\s])[（(](?P<inside>[^（）()]{2,40})[）)]\s*$")
ROLES = re.compile(
    r"^(?:作者|供稿|来源|撰稿|文|执笔|通讯员|作者单位|供稿单位|稿件来源|作者系|作者为"
    r"|作者是)(?:单位)?[:：]?\s*|(?:供稿|报送|提供)$"
)
AUTHOR_POST = re.compile(
    r"(?:党组|党委|党总支)?(?:副?(?:书记|主任|局长|部长|市长|县长|区长|院长|校长|教授|研究员|处长"
    r"|科长|主席|讲师|干部|组长))\S{0,12}$"
)
SHORT = 40  # a line below a signature that is no sentence
LONGEST_BELOW = 200
LONGEST_TITLE = 80
NOTICE = 14  # lines that a notice has which only issues another text
BESIDE = 3  # lines of names above a date


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs and when; `issuer` or `date` (ISO) is empty where it is not stated."""

    issuer: str = ""
    date: str = ""


def read_signature(text: str, year: str = "") -> Signature:
    """Return the signature of `text`; a date without a year is of `year`, where that is given."""
    lines = [match[0].strip() for match in LINE.finditer(text)]
    found = _at_end(lines, year)
    return found if found.issuer or found.date else _above_annex(lines)


def closing_unit(text: str) -> str:
    """Return the office that the text's last brackets name: …四十六人次。（青石县纪委监委）."""
    for match in reversed(list(LINE.finditer(text[-TAIL:]))[-MOST_LINES:]):
        line = match[0].strip()
        if closing := CLOSING.search(line):
            inside = ROLES.sub("", closing["inside"].strip())
            inside = AUTHOR_POST.sub("", inside) or inside
            for part in (inside, *re.split(r"[\s:：]+", inside)[:1]):
                if unit := organ(part) or organs(part):
                    return unit
        if not _is_below(line):
            return ""
    return ""


def _is_below(line: str) -> bool:
    """Tell whether a line stands below a text and is no part of it: 抄送：…, 附件：…."""
    if len(line) > LONGEST_BELOW:
        return False
    return bool(BELOW.search(line)) or is_furniture(line) or is_stated(line)


def _at_end(lines: Sequence[str], year: str) -> Signature:
    """Return the signature that stands at the end of the text."""
    stop = len(lines)
    alone = True  # nothing of the text stands below
    for at in range(stop - 1, max(-1, stop - MOST_LINES), -1):
        if not alone and at < stop - CLOSE_LINES:
            break
        signed = _signed(lines, at, year)
        if signed and (signed.issuer or at > 2):
            return signed
        line = lines[at]
        short = len(line) <= SHORT and not re.search("[。！？]", line)
        alone = alone and (short or _is_below(line))
    return Signature()


def _signed(lines: Sequence[str], at: int, year: str) -> Signature | None:
    """Return the signature whose date is in a line; None where it holds none of its own."""
    line = lines[at]
    if len(line) > 60:
        return None
    if iso := _date_alone(line, year):
        return Signature(_names_above(lines, at), iso)
    found = list(dates_in(line))
    bare = line.rstrip("）)").removesuffix("印发")
    if len(found) == 1 and found[0].end >= len(bare):
        before = line[: found[0].start].strip(" \t\u3000（(，,")
        if name := organs(before):
            return Signature(name, found[0].iso)
    return None


def _date_alone(line: str, year: str) -> str:
    """Return the date that is all of a line; empty where it is none."""
    bare = NO_DAY.sub("月", line.strip("（()） \t\u3000"))
    if DATE_LINE.fullmatch(bare) or FIGURES.fullmatch(bare):
        first = next(dates_in(bare), None)
        return first.iso if first else ""
    if year and (match := MONTH_AND_DAY.fullmatch(bare)):
        return dated(match, year)
    return ""


def _names_above(lines: Sequence[str], at: int) -> str:
    """Return the offices that stand in the lines right above a date."""
    names: list[str] = []
    for above in range(at - 1, max(-1, at - 1 - BESIDE), -1):
        line = SEAL.sub("", lines[above]).strip()
        if not names and (not line or BELOW.search(line)):
            continue  # （此件公开发布） between the name and the date
        if found := organs(line):
            names.insert(0, found)
        elif names and _begins_name(line) and (found := organ(line + names[0])):
            names[0] = found  # one name on two lines
        else:
            break
    return "、".join(names)


def _begins_name(line: str) -> bool:
    return len(line) <= SHORT and re.search(r"[:：\d，。]", line) is None


def _is_cited(title: str, above: Sequence[str]) -> bool:
    """Tell whether a notice names the title that stands below its date: 《青石市考评办法》."""
    return any(f"《{title.strip('《》')}》" in line for line in above)


def _above_annex(lines: Sequence[str]) -> Signature:
    """Return the signature of a notice that stands above the title of the text it issues."""
    for at in range(2, len(lines) - 1):
        if len(lines[at]) > 24 or not (iso := _date_alone(lines[at], "")):
            continue
        below = [each for each in lines[at + 1 : at + 5] if not BELOW.search(each)][:3]
        names = _names_above(lines, at)
        parts = ("".join(below[:count]).strip("《》") for count in (1, 2, 3))
        titled = (
            at < NOTICE
            or lines[at + 1].startswith("附")
            or any(
                len(each) <= LONGEST_TITLE and "。" not in each and is_named(each) for each in parts
            )
        )
        if titled and (names or _is_cited(lines[at + 1], lines[:at])):
            return Signature(names, iso)
    return Signature()
