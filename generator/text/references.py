"""References to provisions by number: finding them, and reading which numbers they name.

    《条例》第二章第九条                    a title, a division, an article
    本法第三条至第五条、第八条              this document, a range, a list
    第四条第三款第（一）、（三）项          a 款 and two of its 项
    该条例第六条、前款、同条第二款          by what was named before

Which document is meant where none is named is another matter: see linking/citations.py.  The
two steps are those of eyecite (find, then resolve).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from generator.text.labels import CHINESE
from generator.text.numerals import ARABIC, numeral_value

Naming = Literal["title", "words", "own", "that", "none"]
Relative = Literal["", "前条", "前款", "前项", "本条", "本款"]

KINDS = (
    "意见|法|法典|条例|规定|准则|办法|章程|规则|细则|决定|决议|通知|方案|规划|纲要|解释|公约|协定|守则|制度"
    "|标准|合同|协议|宪法|批复|指南"
)
_MOST = 40  # further numbers in one list; a row of them without an end is none
_NUMBER = rf"(?:[（(]\s*)?(?:{CHINESE}|[{ARABIC}]{{1,4}})(?:\s*[）)])?"
_ARTICLE = re.compile(rf"第\s*(?P<number>{_NUMBER})\s*[条條](?:之(?P<branch>{CHINESE}))?")
_MORE = re.compile(rf"(?:第\s*)?(?P<number>{_NUMBER})\s*[条條](?:之(?P<branch>{CHINESE}))?")
_SHARED = re.compile(  # 第三、四条; 第（三）至（五）条; 5、6两条
    rf"(?P<numbers>(?:第\s*)?{_NUMBER}(?:\s*(?:[、和及与至到~～—–-]|以及)\s*(?:第\s*)?{_NUMBER}){{1,{_MOST}}})"
    rf"\s*(?:[两二三四五六七]|等[两三四五六七]?)?[条條]"
)
_DIVISION = re.compile(rf"第\s*(?P<number>{_NUMBER})\s*(?P<unit>部分|分编|[编章节])")
_PARAGRAPH = re.compile(rf"第\s*(?P<number>{_NUMBER})\s*款")
_ITEM = re.compile(
    rf"第\s*(?P<number>{_NUMBER})\s*项|[（(](?P<bare>{CHINESE}|[{ARABIC}]{{1,2}})[）)]项"
)
_ITEMS = re.compile(
    rf"第\s*(?P<numbers>{_NUMBER}(?:\s*(?:[、和及与至到]|以及)\s*{_NUMBER}){{1,{_MOST}}})\s*项"
)
_RELATIVE = re.compile(
    r"前(?P<count>[两二三四五])?(?P<what>[款条项])(?![目线])"
    r"|(?P<same>[本同该]条(?![例件款目])|本款)"
)
_RANGE = re.compile(r"\s*(?:至|到|[-—–~～]+)\s*")
_LIST = re.compile(r"\s*(?:、|，|,|和|及|以及|与|或者|或)\s*")
_TITLE = re.compile(
    r"《(?P<title>[^《》]{1,80})》\s*(?:[（(](?!第)[^（）()]{0,40}[）)])?[”’\"]?\s*(?:的|中|里|之|[（(])?\s*$"
)
_OWN = re.compile(rf"(?P<which>[本该])(?P<kind>{KINDS})\s*的?\s*$")
_WORDS = re.compile(rf"(?P<words>[\u4e00-\u9fff]{{0,24}}(?:{KINDS}))\s*[”’]?\s*(?:的|中|里)?\s*$")
_SHORT = re.compile(
    r"《(?P<title>[^《》]{2,80})》\s*[（(](?:以下|下文|下|后文)?(?:统|简|通|合)?称[为：:]?\s*[《“]?"
    r"(?P<short>[^《》“”（）()]{1,30})[》”]?[）)]"
)
_MEMBER = re.compile(rf"(?:(?P<sign>[、和及与至到~～—–-]|以及)\s*)?(?:第\s*)?(?P<number>{_NUMBER})")
_FAR = 140


@dataclass(frozen=True, slots=True)
class Target:
    """One provision named: 0 where a number is not given; `divisions` are (unit, number)."""

    article: int = 0
    branch: int = 0
    paragraph: int = 0
    item: int = 0
    divisions: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at text[start:end], the document's name left out.

    `naming` tells how the document is named: by a `title` in 《》, in plain `words`, as its
    `own` (本法), as `that` named before (该法), or not at all; `document` is the name, or the
    kind (条例) for own and that.  `relative` is set where the provision itself is one named
    before; `count` how many (前两款).
    """

    start: int
    end: int
    naming: Naming
    document: str
    targets: tuple[Target, ...]
    relative: Relative = ""
    count: int = 1


def references(text: str) -> tuple[Reference, ...]:
    """Return the references in `text` in order; lists and ranges are one reference."""
    return tuple(_references(text))


def _references(text: str) -> Iterator[Reference]:
    at = end = 0
    while (start := _next(text, at)) is not None:
        found = _read(text, start)
        if found is None:
            at = start + 1
            continue
        naming, document = _document(text, end, start)
        yield replace(found, naming=naming, document=document)
        at = end = found.end


_ANCHOR = re.compile(
    rf"第\s*{_NUMBER}|前[两二三四五]?[款条项]|[本同该]条|本款|(?<![{ARABIC}.、]){_NUMBER}\s*、\s*{_NUMBER}\s*[两三四五]条"
)


def _next(text: str, at: int) -> int | None:
    match = _ANCHOR.search(text, at)
    return match.start() if match else None


def _read(text: str, start: int) -> Reference | None:
    """Return the reference that begins at `start`; None where there is none."""
    if match := _RELATIVE.match(text, start):
        return _relative(text, match)
    divisions, at = _divisions(text, start)
    targets, end = _articles(text, at, divisions)
    if not targets and divisions and divisions[-1][0] == "部分" and (found := _items(text, at)):
        targets, end = [Target(item=number, divisions=divisions) for number in found[0]], found[1]
    if not targets and not divisions:
        targets, end = _provisions(text, start, Target())
        if end == start:
            return None
    return Reference(start, end, "none", "", tuple(targets)) if targets else None


def _relative(text: str, match: re.Match[str]) -> Reference:
    if match["same"]:
        relative: Relative = "本款" if match["same"] == "本款" else "本条"
        base = Target()
        targets, end = _provisions(text, match.end(), base)
        return Reference(match.start(), end, "none", "", tuple(targets) or (base,), relative)
    kinds: dict[str, Relative] = {"条": "前条", "款": "前款", "项": "前项"}
    count = numeral_value(match["count"]) if match["count"] else 1
    targets, end = _provisions(text, match.end(), Target())
    return Reference(
        *(match.start(), end, "none", "", tuple(targets) or (Target(),), kinds[match["what"]]),
        count or 1,
    )


def _divisions(text: str, at: int) -> tuple[tuple[tuple[str, int], ...], int]:
    found = []
    while match := _DIVISION.match(text, at):
        found.append((match["unit"], _value(match["number"])))
        at = match.end()
    return tuple(found), at


def _articles(
    text: str, at: int, divisions: tuple[tuple[str, int], ...]
) -> tuple[list[Target], int]:
    """Return the articles named from `at` on, and where the list ends."""
    found: list[Target] = []
    end = at
    first = True
    while True:
        if match := _SHARED.match(text, at):
            if first and not match["numbers"].startswith("第") and not _counted(match[0]):
                break
            made = [Target(article=n, divisions=divisions) for n in _numbers(match["numbers"])]
        elif match := (_ARTICLE if first else _MORE).match(text, at):
            number = _value(match["number"])
            made = [Target(number, _value(match["branch"] or ""), divisions=divisions)]
        else:
            break
        made, at = _with_provisions(text, match.end(), made)
        found += made
        end, first = at, False
        if ranged := _range(text, at, found[-1]):
            more, at = ranged
            found += more
            end = at
        if not (conjunction := _LIST.match(text, at)):
            break
        at = conjunction.end()
    return found, end


def _counted(words: str) -> bool:
    return re.search(r"[两二三四五六七]条$", words) is not None


def _range(text: str, at: int, last: Target) -> tuple[list[Target], int] | None:
    """Return the articles behind 至, up to and with the one named there."""
    sign = _RANGE.match(text, at)
    match = _MORE.match(text, sign.end()) if sign else None
    if match is None:
        return None
    stop = _value(match["number"])
    if not last.article < stop <= last.article + 400:
        return None
    return [
        Target(article=n, divisions=last.divisions) for n in range(last.article + 1, stop + 1)
    ], match.end()


def _with_provisions(text: str, at: int, made: list[Target]) -> tuple[list[Target], int]:
    """Return the articles, the last with the 款 and 项 that stand behind it."""
    targets, end = _provisions(text, at, made[-1])
    return (made[:-1] + targets if targets else made), (end if targets else at)


def _provisions(text: str, at: int, article: Target) -> tuple[list[Target], int]:
    """Return `article` with each of the 款 and 项 named from `at` on, and where they end."""
    found: list[Target] = []
    end = at
    paragraph = article.paragraph
    while True:
        if match := _PARAGRAPH.match(text, at):
            paragraph = _value(match["number"])
            end = at = match.end()
            if items := _items(text, at):
                found += [replace(article, paragraph=paragraph, item=n) for n in items[0]]
                end = at = items[1]
            else:
                found.append(replace(article, paragraph=paragraph))
        elif items := _items(text, at):
            found += [replace(article, paragraph=paragraph, item=n) for n in items[0]]
            end = at = items[1]
        else:
            break
        conjunction = _LIST.match(text, at) or _RANGE.match(text, at)
        if conjunction is None:
            break
        at = conjunction.end()
    return found, end


def _items(text: str, at: int) -> tuple[list[int], int] | None:
    if match := _ITEMS.match(text, at):
        return _numbers(match["numbers"]), match.end()
    if match := _ITEM.match(text, at):
        return [_value(match["number"] or match["bare"])], match.end()
    return None


def _numbers(words: str) -> list[int]:
    """Return the numbers of a list that shares one unit, ranges filled: 三、五至七 -> 3 5 6 7."""
    found: list[int] = []
    for match in _MEMBER.finditer(words):
        number = _value(match["number"])
        if match["sign"] and match["sign"] in "至到~～—–-" and found and found[-1] < number:
            found += range(found[-1] + 1, number + 1)
        else:
            found.append(number)
    return found


def _value(words: str) -> int:
    return numeral_value(re.sub(r"[（）()\s]", "", words)) or 0


def _document(text: str, after: int, start: int) -> tuple[Naming, str]:
    """Return how the document is named right before `start`, not before `after`."""
    before = text[max(after, start - _FAR) : start]
    if match := _TITLE.search(before):
        return "title", match["title"]
    if match := _OWN.search(before):
        return ("own" if match["which"] == "本" else "that"), match["kind"]
    if match := _WORDS.search(before):
        return "words", match["words"]
    return "none", ""


def short_forms(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return what short forms the text gives titles: where it says so, the title, the form.

    《云溪市借阅条例》（以下简称《条例》） -> 云溪市借阅条例, 条例
    """
    return tuple((match.end(), match["title"], match["short"]) for match in _SHORT.finditer(text))
