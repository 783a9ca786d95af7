"""Where the documents of a collection begin that are not numbered: by titles and what parts them.

A title alone begins nothing; something must part it from the text before: a line of dashes
or stars, a new page, the date or the thanks that the text before ends with, a date below the
title, a unit's name above it, a table of contents that names it, or headings that count anew
below it (三、 above, 一、 below).  Headings that
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
from generator.text import labels
from generator.text.dates import DATE_LINE
from generator.text.numerals import numeral_value

RULE = re.compile(r"(?:[-—–―_=*~～＊＝－─━═☆★◇◆※#+][ 　]?){3,}")
FAREWELL = re.compile(
    r"(?:特此(?:报告|汇报)|(?:以上)?(?:汇报|报告|发言)(?:完毕|到此结束)|谢谢(?:大家)?|此致|敬礼)[。！!]?"
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
LEAST_TITLE = 6  # letters
FAR = 16  # lines below a title in which its first heading stands
SECTION = re.compile(labels.SECTION.groups)
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
    parting = _Parting(
        words, frozenset(at for at, each in enumerate(lines) if each.start in breaks), named
    )
    collected = any(map(names_collection, words[:3]))
    found: list[Opening] = []
    seen: set[str] = set()
    at = 0
    while at < len(lines):
        count = title_at(words, at) or int(collected and parting.parts_any_title(at))
        title = "".join(words[at : at + count])
        plain = _plain(title)
        front = at < NEAR and names_collection(words[at])
        behind_annex = at > 0 and ANNEX.fullmatch(words[at - 1]) is not None
        if not count or at in listed or front or behind_annex or plain in annexed:
            at += 1
            continue
        first = parting.first_line(at, plain, count) if found else at
        repeated = plain in seen and not (_closes(words[at - 1]) or RULE.fullmatch(words[at - 1]))
        if found and (first is None or repeated):
            at += 1
            continue
        begin = at if first is None else first
        if not (found and _forwards(text[found[-1].body : lines[begin].start], plain)):
            seen.add(plain)
            body = at if MARKER.fullmatch(words[begin]) else begin
            found.append(Opening(_cut_from(lines, begin), lines[body].start, title))
        at += count
    return _long_enough(text, found, LEAST_PIECE)


@dataclass(frozen=True, slots=True)
class _Parting:
    """What parts documents.

    `pages` are the lines that begin a new page, `named` the titles that a table of contents names.
    """

    words: Sequence[str]
    pages: frozenset[int]
    named: frozenset[str]

    def parts_any_title(self, at: int) -> bool:
        """Tell whether in a collection any short line `at` is a title: plainly set apart."""
        if at == 0 or not title_line(self.words[at]) or MARKER.fullmatch(self.words[at]):
            return False
        if DATE_LINE.search(self.words[at]) or is_unit_name(self.words[at]):
            return False
        above = self.words[at - 1]
        if RULE.fullmatch(above):
            return True
        ended = above.endswith(SENTENCE_END) or _closes(above) or at < NEAR
        return ended and (self._dated(at, 1) or (at >= NEAR and self._restarts(at)))

    def first_line(self, at: int, plain: str, count: int) -> int | None:
        """Return with which line the document begins whose title is line `at`; None: it is none."""
        above = self.words[max(0, at - 2) : at]
        if at in self.pages or RULE.fullmatch(above[-1]) or _closes(above[-1]):
            return at
        if (MARKER.fullmatch(above[-1]) or is_unit_name(above[-1])) and (
            at - 1 in self.pages
            or len(above) < 2
            or RULE.fullmatch(above[0])
            or _closes(above[0])
            or above[0].endswith(SENTENCE_END)
        ):
            return at - 1
        ended = above[-1].endswith(SENTENCE_END)
        if ended and (self._dated(at, count) or plain in self.named or self._restarts(at)):
            return at
        return None

    def _dated(self, at: int, count: int) -> bool:
        """Tell whether a date stands right below a title."""
        below = self.words[at + count : at + count + NEAR]
        return any(DATE_LINE.fullmatch(each) for each in below)

    def _restarts(self, at: int) -> bool:
        """Tell whether the text below begins to count anew: 三、 above, 一、 below."""
        below = self.words[at + 1 : at + FAR]
        after = next((n for each in below if (n := _section(each))), 0)
        above = self.words[max(0, at - 10 * FAR) : at]
        before = next((n for each in reversed(above) if (n := _section(each))), 0)
        return after == 1 and before >= 2


def _section(line: str) -> int:
    """Return the number of a heading of the highest kind, 一、 or 1. ; 0 where there is none."""
    match = SECTION.match(line)
    return (numeral_value(match["number"]) or 0) if match else 0


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
    """Return the openings by units' names, each above a title or, with a colon, before one."""
    found = []
    for at, line in enumerate(lines):
        below = lines[at + 1].words if at + 1 < len(lines) else ""
        titled = len(title_line(below)) >= LEAST_TITLE and not DATE_LINE.search(below)
        match = UNIT_HEAD.fullmatch(line.words)
        if match and title_line(match["unit"]):
            own = match["own"] or ""
            if own and title_line(own):
                found.append(Opening(line.start, line.start, line.words))
            elif not own and titled:
                found.append(Opening(line.start, line.start, below))
        elif titled and is_unit_name(line.words) and not is_unit_name(below):
            ended = at == 0 or lines[at - 1].words.endswith(SENTENCE_END) or at < NEAR
            if ended:
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
