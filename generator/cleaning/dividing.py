"""Where the documents of a collection begin that are not numbered: by titles and what parts them.

A title alone begins nothing; something must part it from the text before: a line of dashes
or stars, a new page, the date or the thanks that the text before ends with, a date or a name
below the title, a unit's name above it, or a table of contents that names it.  Headings that
name a unit (市教育局：) count where there are several, each with a title of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.cleaning.annexes import ANNEX, LIST_NUMBER, titles_listed
from generator.cleaning.document_titles import (
    UNITS,
    is_document_title,
    is_unit_name,
    lines_of,
    names_collection,
    title_at,
    title_line,
)
from generator.text.dates import DATE_LINE

RULE = re.compile(r"(?:[-—–―_=*~～＊＝－─━═☆★◇◆※#+][ 　]?){3,}")
FAREWELL = re.compile(
    r"(?:特此(?:报告|汇报)|(?:以上)?(?:汇报|报告|发言|汇报)(?:完毕|到此结束)|谢谢(?:大家)?|此致|敬礼)[。！!]?"
    r"|.{0,20}(?:谢谢大家|特此报告|请予?审[议阅]|请批评指正)[。！!]?"
)
SENTENCE_END = tuple("。！？；”）)!?…")
MARKER = re.compile(r"[（(【]?(?:之|材料|附文)?[一二三四五六七八九十\d]{1,3}[）)】]?")
UNIT_HEAD = re.compile(
    rf"(?P<unit>[^\n，。；：:、]{{1,20}}?(?:{UNITS}))[：:][ 　]?(?P<own>[^\n。；]{{4,50}})?"
)
ANNEX_SIGNS = ("附", "【附", "[附", "（附", "(附")
MOST_ANNEXES = 20  # lines of a list of annexes that are looked at
PAGE_NUMBER = re.compile(r"[.…·\s\d（）()-]+$")
NAMED = 85  # likeness (of 100) of a title and the words that name it in a notice
LEAST_PIECE = 50  # letters of a document at least
LEAST_OF_UNIT = 100  # below a heading that is a unit's name
LEAST_UNITS = 3
NEAR = 3  # lines below a title in which its date stands


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a document begins: `start` where what is before ends, `body` where its text begins."""

    start: int
    body: int
    title: str


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str


def openings(text: str, breaks: Collection[int] = ()) -> list[Opening]:
    """Return where the documents of a collection begin; nothing where the text is one document.

    `breaks` are the offsets at which a new page begins, where the source says so.
    """
    lines = [_Line(start, words) for start, words in lines_of(text)]
    if len(lines) < 4:
        return []
    best = max(
        (_titled(text, lines, frozenset(breaks)), _of_units(text, lines)),
        key=len,
    )
    return best if len(best) >= 2 else []


def _titled(text: str, lines: Sequence[_Line], breaks: frozenset[int]) -> list[Opening]:
    """Return the openings by titles that something parts from the text before."""
    words = [each.words for each in lines]
    listed, named = _contents(words)
    annexed = _annexed(lines)
    collected = any(map(names_collection, words[:3]))
    found: list[tuple[int, Opening]] = []
    seen: set[str] = set()
    at = 0
    while at < len(lines):
        ruled = at > 0 and RULE.fullmatch(words[at - 1]) is not None
        count = title_at(words, at)
        if not count and ruled and collected and title_line(words[at]):
            count = 1
        plain = _plain("".join(words[at : at + count]))
        if (
            not count
            or at in listed
            or plain in annexed
            or (names_collection(words[at]) and at < NEAR)
            or (at > 0 and ANNEX.fullmatch(words[at - 1]))
        ):
            at += 1
            continue
        first = at if not found else _first_line(lines, at, breaks, plain in named)
        if found and (first is None or (plain in seen and not _closes(words[at - 1]))):
            at += 1
            continue
        begin = at if first is None else first
        if not (found and _forwards(text[found[-1][1].body : lines[begin].start], plain)):
            seen.add(plain)
            title = "".join(words[at : at + count])
            found.append((begin, Opening(_cut_from(lines, begin), lines[begin].start, title)))
        at += count
    return _long_enough(text, [opening for _, opening in found], LEAST_PIECE)


def _first_line(lines: Sequence[_Line], at: int, breaks: frozenset[int], named: bool) -> int | None:
    """Return with which line the document begins whose title is line `at`; None: it is none."""
    words = [each.words for each in lines[max(0, at - 3) : at + NEAR + 1]]
    here = at - max(0, at - 3)
    above = words[:here]
    new_page = lines[at].start in breaks
    if new_page or not above or RULE.fullmatch(above[-1]) or _closes(above[-1]):
        return at
    marked = MARKER.fullmatch(above[-1]) or is_unit_name(above[-1])
    if marked and (
        lines[at - 1].start in breaks
        or len(above) < 2
        or RULE.fullmatch(above[-2])
        or _closes(above[-2])
        or above[-2].endswith(SENTENCE_END)
    ):
        return at - 1
    dated = any(DATE_LINE.fullmatch(each) for each in words[here + 1 :])
    if above[-1].endswith(SENTENCE_END) and (dated or named):
        return at
    return None


def _closes(line: str) -> bool:
    """Tell whether a line ends a document: its date, or thanks."""
    return DATE_LINE.fullmatch(line) is not None or FAREWELL.fullmatch(line) is not None


def _cut_from(lines: Sequence[_Line], begin: int) -> int:
    """Return where the lines that part a document from the one before begin."""
    while begin > 0 and RULE.fullmatch(lines[begin - 1].words):
        begin -= 1
    return lines[begin].start


def _contents(words: Sequence[str]) -> tuple[frozenset[int], frozenset[str]]:
    """Return the lines of a table of contents in front, and the titles that it names.

    They are titles of documents that stand again below; one alone is no table.
    """
    last = {_plain(each): at for at, each in enumerate(words)}
    found: dict[int, str] = {}
    for at, line in enumerate(words[: len(words) // 2]):
        named = _plain(PAGE_NUMBER.sub("", LIST_NUMBER.sub("", line)))
        if last.get(named, at) > at and is_document_title(words[last[named]]):
            found[at] = named
    if len(found) < 2:
        return frozenset(), frozenset()
    return frozenset(found), frozenset(found.values())


def _annexed(lines: Sequence[_Line]) -> frozenset[str]:
    """Return the letters of all titles that lists of annexes name: they begin no document."""
    found: set[str] = set()
    for at, line in enumerate(lines):
        if line.words.startswith(ANNEX_SIGNS) and ANNEX.fullmatch(line.words):
            below = lines[at : at + MOST_ANNEXES]
            found |= titles_listed([(each.start, each.words) for each in below])
    return frozenset(found)


def _forwards(before: str, title: str) -> bool:
    """Tell whether the document before only puts the next one into force: it names it."""
    head = before[:400]
    if not re.search("印发|转发|公布|发布|颁布|下发", head):
        return False
    return fuzz.partial_ratio(title, _plain(before[:1500])) >= NAMED


def _of_units(text: str, lines: Sequence[_Line]) -> list[Opening]:
    """Return the openings by units' names with a colon, each above or before a title."""
    found = []
    for at, line in enumerate(lines):
        match = UNIT_HEAD.fullmatch(line.words)
        if match is None or title_line(match["unit"]) == "":
            continue
        below = lines[at + 1].words if at + 1 < len(lines) else ""
        own = match["own"] or ""
        if own and title_line(own):
            found.append(Opening(line.start, line.start, line.words))
        elif not own and title_line(below) and len(below) >= LEAST_UNITS * 2:
            found.append(Opening(line.start, line.start, below))
    kept = _long_enough(text, found, LEAST_OF_UNIT)
    collected = any(names_collection(each.words) for each in lines[:3])
    return kept if len(kept) >= (2 if collected else LEAST_UNITS) else []


def _long_enough(text: str, found: Sequence[Opening], least: int) -> list[Opening]:
    """Return the openings behind which there is enough text up to the next."""
    stops = [*(each.start for each in found[1:]), len(text)]
    return [
        each
        for each, stop in zip(found, stops, strict=False)
        if len(text[each.body : stop].strip()) - len(each.title) >= least
    ]


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text)
