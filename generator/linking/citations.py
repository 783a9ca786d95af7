"""Citations by number.

《意见》第五条, 意见第（五）条, 第三条至第五条, 本法第十二条第二款, 前款, 前条
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Base
from generator.text.numerals import numeral_value

_N = r"[（(]?\s*(?:[〇零一二三四五六七八九十百千两]+|[0-9０-９]{1,4})\s*[）)]?"
_UNIT = "[条條]"
_PARAGRAPH = rf"(?:第(?P<paragraph>{_N})款)?"
_ITEM = rf"(?:第{_N}项)?"
_ARTICLE = re.compile(
    rf"第(?P<first>{_N}){_UNIT}?(?!之[一二三四五六七八九十])"
    rf"(?:(?P<range>[至到—–~～-]+)第?(?P<last>{_N}){_UNIT}|(?<={_UNIT})){_PARAGRAPH}{_ITEM}"
)
_RELATIVE = re.compile(
    rf"前(?P<count>[两二三四五])?(?P<what>[款条])|本(?P<self>条)(?:第(?P<of>{_N})款)?"
)
_NAME = re.compile(r"《(?P<title>[^《》]{1,60})》\s*(?:[（(][^（）()]{0,40}[）)])?\s*的?$")
_OWN = re.compile(r"本(?P<kind>意见|法|条例|规定|准则|办法|章程|规则|决定|通知)\s*的?$")
_LOOK_BACK = 110


@dataclass(frozen=True, slots=True)
class Citation:
    """An article of `base` cited at `start`..`end` of the text; `paragraph` is the 款 or None."""

    start: int
    end: int
    base: str
    article: int
    paragraph: int | None


@dataclass(frozen=True, slots=True)
class _Last:
    """What 前款, 前条 and a bare 第三款 refer to."""

    base: str | None = None
    article: int | None = None
    paragraph: int | None = None


def citations(text: str, bases: Sequence[Base]) -> tuple[Citation, ...]:
    """Return the citations of articles of `bases` in `text`, in order.

    A number counts for the base whose title (or short title) stands before it; 本法 and
    本意见 for the base of that kind that was named last.  A number after another
    document's title belongs to that document and is left out, and so does a bare number
    when no base has been named.  前条 and 前款 count from the last citation.
    """
    found: list[Citation] = []
    last = _Last()
    after = 0  # the end of the last citation: a list goes on from there
    for match in sorted(
        [*_ARTICLE.finditer(text), *_RELATIVE.finditer(text)], key=lambda each: each.start()
    ):
        if match.start() < after:
            continue
        if match.re is _ARTICLE:
            goes_on = last.base is not None and _continues(text, after, match.start(), bool(found))
            base = last.base if goes_on else _named(text, after, match.start(), bases, last)
            numbers = _numbers(match)
            paragraph = numeral_value(_bare(match["paragraph"])) if match["paragraph"] else None
            if numbers:
                last = _Last(base, numbers[-1] if base else None, paragraph)
        else:
            base, numbers, paragraph = _relative(match, last)
        if base is None:
            continue
        after = match.end()
        found += [Citation(match.start(), match.end(), base, n, paragraph) for n in numbers]
    return tuple(found)


def _bare(numeral: str) -> str:
    return re.sub(r"[（）()\s]", "", numeral)


def _numbers(match: re.Match[str]) -> list[int]:
    first = numeral_value(_bare(match["first"]))
    last = numeral_value(_bare(match["last"])) if match["last"] else first
    if first is None or last is None or not first <= last <= first + 99:
        return [] if first is None else [first]
    return list(range(first, last + 1))


def _continues(text: str, after: int, start: int, any_before: bool) -> bool:
    """Tell whether the citation at `start` goes on a list: 第三条、第五条和第七条."""
    between = text[after:start]
    return any_before and bool(re.fullmatch(r"\s*(?:[、，,和及与或]|以及)\s*", between))


def _named(text: str, after: int, start: int, bases: Sequence[Base], last: _Last) -> str | None:
    before = text[max(0, start - _LOOK_BACK) : start]
    if match := _NAME.search(before):
        return _whose(match["title"], bases)
    if match := _OWN.search(before):
        named = [each.id for each in bases if each.title.endswith(match["kind"])]
        if last.base in named:
            return last.base
        return named[0] if len(named) == 1 else None
    plain = re.sub(r"\s*的?$", "", before)
    for base in bases:
        if plain.endswith((base.title, base.short_title.strip("《》"))):
            return base.id
    between = text[after:start]
    near = not re.search(r"[《。\n]", between) or re.fullmatch(r"[；;，,。\s]*", between)
    return last.base if last.article is not None and near else None


def _whose(title: str, bases: Sequence[Base]) -> str | None:
    for base in bases:
        short = base.short_title.strip("《》")
        if title in (base.title, short) or (len(title) > 8 and base.title.endswith(title)):
            return base.id
    return None


def _relative(match: re.Match[str], last: _Last) -> tuple[str | None, list[int], int | None]:
    if last.base is None or last.article is None:
        return None, [], None
    if match["self"]:
        of = numeral_value(_bare(match["of"])) if match["of"] else None
        return last.base, [last.article], of
    count = numeral_value(match["count"]) if match["count"] else 1
    if match["what"] == "款":
        return last.base, [last.article], (last.paragraph or 2) - 1
    first = max(1, last.article - (count or 1))
    return last.base, list(range(first, last.article)), None
