"""How running text names a document whose articles it cites.

    《云溪市借阅条例》, 〈条例〉             a title; one inside another counts as one
    民法典, 省文化厅办法, 双方合同           words, up to the noun that says what it is
    本法, 该条例, 上述办法                   its own, or the one named before
    《甲条例》（以下简称《条例》）           what a short form stands for from here on

Which document of the library is meant is another matter: see linking/named_documents.py.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.text.document_kinds import ANY, KINDS, NOUNS

Naming = Literal["title", "words", "own", "that", "none"]

QUOTED = re.compile(r"[“「『][^“”「」『』\n]{0,400}[”」』]")
"""A quotation."""
_FOREIGN = (
    r"(?<![方做执司立违依合守非用看说想无普学手语书魔办])法(?![律规定院治制人官庭警医学理纪条])"
)
_RUNNING = re.compile(
    rf"{_FOREIGN}|法典|条例|章程|细则|准则|公约|合同|合约|协议|宪法|党章"
    "|(?<=管理)办法|(?<=实施)办法|(?<=暂行)办法|(?<=处罚)办法|(?<=考核)办法|(?<=奖励)办法|办法(?=施行|实施|规定)"
)
_MADE = re.compile(
    "(?:制定|制订|印发|出台|签订|订立|起草|发布|下发|拟定|颁布)了?"
    rf"(?!本|该|此)[^，。；：、《》本该\n]{{0,20}}?(?:{KINDS}|清单|手册|须知|规范|预案|计划|责任书|承诺书|意向书|备忘录)"
)
_HAN = "\u4e00-\u9fff"
_OPEN, _CLOSE = "《〈", "》〉"
_NOUN = re.compile(  # what ends a document's name, right before its number
    rf"(?:(?P<noun>{KINDS}|{NOUNS})|(?P<foreign>[A-Za-z][A-Za-z0-9 ./-]{{0,24}}))"
    r"[ \t]*[”’」』\"]?[ \t]*(?:的|中|里)?[ \t]*[（(]?[ \t]*$"
)
_POINTING = (
    r"(?P<which>(?<![基日])本|(?<!应)该|此|(?<![合共等不相协])同|上述|前述|这一|这部|这个)"
    rf"(?P<kind>{KINDS}|{ANY})"
)
_OWN = re.compile(rf"{_POINTING}[ \t]*[”’」』\"]?[ \t]*的?[ \t]*[（(]?$")
_MARK = re.compile(f"[{_OPEN}{_CLOSE}\n]")
_BEHIND_TITLE = re.compile(  # between a title and the number that belongs to it
    r"\s*(?:[（(](?!第)[^（）()\n]{0,60}[）)]\s*)?[）)”’」』\"]?\s*"
    r"(?:规定的|的规定|的|中的|中|里|之|所列的?|[（(])?\s*"
)
_LONGEST = 120  # letters of a title, what it holds in its own brackets included
_FAR = 90  # letters between a title and its number at most
_NEAR = 16  # letters between the end of a name and its number, the noun included
_BESIDES = 30  # letters of a quotation besides a name that it only puts in quotes
_RUN = 24  # letters before a noun that may belong to the name

_SHORT = re.compile(
    r"(?:(?:以下|下文|后文|本文)(?:分别|统一)?[统简通合均]?称|(?:分别)?[简下统]称)[为作]?[：: \t]*"
    r"(?P<shorts>(?:[《“\"「『‘〈]{1,2}[^《》“”\"「」『』‘’〈〉\n]{1,30}[》”\"」』’〉]{1,2}[、和及与或]?){1,6}"
    rf"|[{_HAN}]{{2,16}}(?=[）)，,。；]))"
)
_QUOTED = re.compile(r"[《“\"「『‘〈](?P<short>[^《》“”\"「」『』‘’〈〉\n]+)")
_BEFORE_SHORT = re.compile(
    r"[ \t]*(?:[（(][^（）()《》\n]{0,60}[）)])?[ \t]*[（(，,]?[^（）()《》。\n]{0,60}"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A document named at text[start:end]; `document` is the name without 《》, or the kind."""

    start: int
    end: int
    naming: Naming
    document: str


def titles(text: str) -> tuple[Mention, ...]:
    """Return the titles in 《》 or 〈〉, the outermost where one holds another."""
    found: list[Mention] = []
    opened: list[int] = []
    for mark in _MARK.finditer(text):
        if mark[0] == "\n":
            opened.clear()
        elif mark[0] in _OPEN:
            opened.append(mark.start())
        elif opened:
            start, end = opened.pop(), mark.end()
            if 2 < end - start <= _LONGEST:
                while found and found[-1].start > start:  # what it holds is part of it
                    found.pop()
                found.append(Mention(start, end, "title", text[start + 1 : end - 1]))
    return tuple(found)


def words_before(text: str, after: int, start: int) -> Mention | None:
    """Return how words name a document right before `start`, not before `after`.

    民法典|第十条, 该条例|第六条, 问题清单|第三条; None where they name none.
    """
    begin = max(after, start - _NEAR)
    if match := _OWN.search(text, begin, start):
        naming: Naming = "own" if match["which"] == "本" else "that"
        return Mention(match.start(), start, naming, match["kind"])
    if match := _NOUN.search(text, begin, start):
        if match["foreign"]:
            return Mention(match.start(), start, "words", match["foreign"].strip())
        first = max(after, _run_start(text, match.start()))
        return Mention(first, start, "words", text[first : match.end("noun")])
    return None


def _run_start(text: str, end: int) -> int:
    """Return where the Chinese characters that end at `end` begin, so far as they may be a name."""
    start = end
    while start > max(0, end - _RUN) and "\u4e00" <= text[start - 1] <= "\u9fff":
        start -= 1
    return start


def belongs_to_title(text: str, end: int, start: int) -> bool:
    """Tell whether a number at `start` belongs to the title that ends at `end`."""
    return start - end <= _FAR and _BEHIND_TITLE.fullmatch(text, end, start) is not None


def running_mentions(text: str, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the documents that words name anywhere outside the titles `named`, in order.

    What the words are, with what stands before them: 依照公共图书馆法, 签订了服务协议.
    """
    found = []
    inside = _Inside(named)
    for match in _RUNNING.finditer(text):
        if not inside(match.start()):
            words = text[_run_start(text, match.start()) : match.end()]
            pointing = _POINTED.search(words)
            if pointing:
                naming: Naming = "own" if pointing["which"] == "本" else "that"
                found.append(Mention(match.start(), match.end(), naming, pointing["kind"]))
            else:
                found.append(Mention(match.start(), match.end(), "words", words))
    inside = _Inside(named)
    for match in _MADE.finditer(text):
        if not inside(match.end() - 1):
            found.append(Mention(match.start(), match.end(), "words", match[0]))
    return tuple(sorted(found, key=lambda each: (each.end, each.start)))


_POINTED = re.compile(rf"{_POINTING}$")


class _Inside:
    """Tells of rising offsets whether they lie inside a title."""

    def __init__(self, named: Sequence[Mention]) -> None:
        self._named = named
        self._at = 0

    def __call__(self, offset: int) -> bool:
        while self._at < len(self._named) and self._named[self._at].end <= offset:
            self._at += 1
        return self._at < len(self._named) and self._named[self._at].start <= offset


def outside_quotations(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions that the report itself makes, not the words that it quotes.

    “《条例》” and “条例” are in quotes and still the report's own.
    """
    quoted = [match.span() for match in QUOTED.finditer(text)]

    def is_quoted(mention: Mention) -> bool:
        at = bisect_right(quoted, (mention.start, len(text))) - 1
        if at < 0 or quoted[at][1] < mention.end:
            return False
        start, end = quoted[at]
        return end - start > mention.end - mention.start + _BESIDES

    return tuple(each for each in mentions if not is_quoted(each))


@dataclass(frozen=True, slots=True)
class ShortForm:
    """From `at` on `short` stands for the document called `document`."""

    at: int
    document: str
    short: str


def short_forms(text: str, named: Sequence[Mention]) -> tuple[ShortForm, ...]:
    """Return what short forms the text gives documents, of the titles `named` or of words.

    《云溪市借阅条例》（以下简称《条例》） -> 云溪市借阅条例, 条例; where several names are given,
    each is that of one of the titles before, in their order.
    """
    found = []
    passed = 0
    for match in _SHORT.finditer(text):
        while passed < len(named) and named[passed].end <= match.start():
            passed += 1
        shorts = [each["short"] for each in _QUOTED.finditer(match["shorts"])]
        shorts = shorts or [match["shorts"]]
        documents = _documents(text, named[max(0, passed - len(shorts)) : passed], match.start())
        for document, short in zip(documents[-len(shorts) :], shorts, strict=False):
            found.append(ShortForm(match.end(), document, short))
    return tuple(found)


def _documents(text: str, before: Sequence[Mention], start: int) -> list[str]:
    """Return the titles that stand right before a short form at `start`, else the words."""
    if before and _BEFORE_SHORT.fullmatch(text, before[-1].end, start):
        return [each.document for each in before]
    begin = max(0, start - _FAR)
    words = re.search(
        rf"(?P<words>[{_HAN}“”‘’]{{2,60}})[ \t]*[（(，,][^（）()，,。\n]{{0,30}}[，,]?$",
        text[begin:start],
    )
    return [words["words"]] if words else []
