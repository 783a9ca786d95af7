"""A title that a page prints twice, with the page's own lines between: 题名 / • 通知公告 / 题名.

One of them stays, the one that is whole on one line, else the first.  The second may be wrapped,
cut short (…) or named (标题：…).  Between them goes what is the page's: dates in figures, bullets,
names of sections, counters.  What is the document's (issuer, author, 年月日, subtitle) stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.cleaning.describing.furniture import is_furniture
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.line_sorts import sort_of
from generator.cleaning.describing.organs import organs
from generator.cleaning.document_titles import is_document_title
from generator.cleaning.ledger import Change
from generator.cleaning.lines import LABELLED, Line, first_lines
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.site_words import Worth, weigh
from generator.text.dates import DATE_LINE, FIGURES, dates_in

HEAD = 40  # lines with words that are looked at
FIRST = 8  # of which a title is one of the first
MOST_BETWEEN = 12
MOST_WRAPPED = 3
LONGEST_LINE = 60
LONGEST_BETWEEN = 60
SHORTEST = 8  # letters of a title that is known again
STOPS = tuple("。！？；：，、:;,!?")
NAMED = re.compile("(?:标题|题目|题名|文件名称|名称)[ \u3000]*[:：][ \u3000]*")
CUT_SHORT = re.compile("(?:…+|\\.{2,6})$")
BULLET = re.compile("[•·●■◆▪※\\-*][ \t\u3000]*(?=\\S)")
AUTHOR = re.compile("(?:作者|撰稿|撰文|供稿|报告人|汇报人|讲话人|执笔)[ \u3000]*[:：]")
AROUND = re.compile(  # what a page puts before a title or behind it: 公文讲稿-…, …_青石新闻网
    "[^-_|｜]{2,12}[-_|｜](?P<behind>[^-_|｜]+)"
    r"|[【［\[][^】］\]]{2,8}[】］\]](?P<inside>.+)"
    "|(?P<before>[^-_|｜]+)(?: ?[-_|｜] ?[^-_|｜]{2,20}){1,3}"
)
OWN = re.compile("[（(【〔—―─-]")  # how a subtitle, a date or a note of the document begins
SECTION = re.compile("[\u4e00-\u9fff·/]{2,8}")


@dataclass(frozen=True, slots=True)
class _Printed:
    """A title as it is printed: lines[first:last + 1]; `key` are its letters."""

    first: int
    last: int
    key: str
    short: bool  # cut short by the page
    marked: bool  # named as a title, or in marks

    def is_same(self, other: _Printed) -> bool:
        """Tell whether both are one title; one of them may be cut short."""
        if self.key == other.key:
            return True
        long, short = (self, other) if other.short else (other, self)
        return short.short and not long.short and long.key.startswith(short.key)


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every line of a repeated title and of the page between the two."""
    lines = _head(text)
    same = _repeated(lines)
    if not same:
        return
    kept = min(same, key=lambda each: (each.short, each.marked, each.last - each.first))
    gone = {at for each in same if each is not kept for at in range(each.first, each.last + 1)}
    printed = {at for each in same for at in range(each.first, each.last + 1)}
    between = [at for at in range(same[0].first, same[-1].last) if at not in printed]
    below = {line.words for line in lines[same[-1].last + 1 :]}  # an author named twice as well
    gone |= {at for at in between if lines[at].words in below or _is_of_page(lines[at].words)}
    for at in sorted(gone):
        yield lines[at].deletion()


def _head(text: str) -> list[Line]:
    """Return the lines above the first sentence, and it."""
    lines = first_lines(text, HEAD)
    for at, line in enumerate(lines):
        prose = "。" in line.words or (LABELLED.match(line.words) and not _is_date(line.words))
        if prose:
            return lines[: at + 1]
    return lines


def _repeated(lines: Sequence[Line]) -> list[_Printed]:
    """Return the places where the title stands, at least two; else none."""
    places = _places(lines)
    best: list[_Printed] = []
    for title in places:
        same = [title]
        for other in places:
            if other.first > same[-1].last and other.is_same(title):
                same.append(other)
        longer = not best or len(title.key) > len(best[0].key)
        if len(same) < 2 or not longer or title.first >= FIRST:
            continue
        if all(_may_be_one(lines, *pair) for pair in pairwise(same)):
            best = same
    return best


def _places(lines: Sequence[Line]) -> list[_Printed]:
    """Return what can be a title: lines, and up to three of them joined, longest joins last."""
    found = []
    for first in range(len(lines)):
        words = ""
        for last in range(first, min(first + MOST_WRAPPED, len(lines))):
            if not _can_be_title(lines[last].words, begun=last > first):
                break
            if last > first and not _goes_on(words, lines[last].words):
                break
            words += NAMED.sub("", lines[last].words, count=1)
            key = re.sub(r"[\W_]", "", words)
            if len(key) >= SHORTEST:
                short = CUT_SHORT.search(words) is not None
                marked = lines[first].words[0] in "《【" or NAMED.match(lines[first].words)
                found.append(_Printed(first, last, key, short, bool(marked)))
            if last == first and (parts := AROUND.fullmatch(words)):
                for part in filter(None, parts.groups()):
                    key = re.sub(r"[\W_]", "", part)
                    if len(key) >= SHORTEST:
                        found.append(_Printed(first, last, key, short=False, marked=True))
    return found


def _can_be_title(words: str, *, begun: bool) -> bool:
    if len(words) > LONGEST_LINE or words.endswith(STOPS) or "。" in words:
        return False
    if BULLET.match(words) or (LABELLED.match(words) and not begun):
        return False
    if _is_date(words) or (DATE_LINE.search(words) and not is_named(words)):
        return False
    return bool(NAMED.match(words)) or not (organs(words) or weigh(words) > Worth.DOCUMENT)


def _goes_on(title: str, words: str) -> bool:
    """Tell whether a line may belong to the title above it: no name of a section of the page."""
    return not _is_of_page(words) or is_named(title + words)


def _may_be_one(lines: Sequence[Line], one: _Printed, other: _Printed) -> bool:
    """Tell whether what stands between two titles alike is of the page, or short and few."""
    between = [line.words for line in lines[one.last + 1 : other.first]]
    if len(between) > MOST_BETWEEN:
        return False
    for words in between:
        if len(words) > LONGEST_BETWEEN or "。" in words:
            return False
        if is_document_title(words) and not _is_of_page(words):
            return False  # a list of several documents
    if between or is_named(one.key):
        return True
    below = lines[other.last + 1].words if other.last + 1 < len(lines) else ""
    return "。" in below or weigh(below) > Worth.DOCUMENT  # a song repeats its title too


def _is_of_page(words: str) -> bool:
    """Tell whether a line between two titles belongs to the page."""
    if AUTHOR.match(words) or DATE_LINE.fullmatch(words):
        return False
    if BULLET.match(words):
        return True
    if OWN.match(words):
        return False
    if is_furniture(words) or weigh(words) > Worth.DOCUMENT or FIGURES.match(words):
        return True
    sort = sort_of(words)
    if sort in ("facts", "furniture"):
        return True
    return sort == "words" and SECTION.fullmatch(words) is not None


def _is_date(words: str) -> bool:
    bare = words.strip("•·●■◆▪※-* \t\u3000（(")
    date = next(dates_in(bare), None)
    return date is not None and date.start == 0
