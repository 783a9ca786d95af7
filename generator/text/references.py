"""References to provisions by number: finding them, and reading which numbers they name.

    《条例》第二章第九条                    a title, a division, an article
    本法第三条至第五条、第八条              this document, a range, a list
    第五、六条; 5、6两条; 第七条、八条      a list that shares what it can
    第四条第三款第（一）、（三）项          a 款 and two of its 项
    该条例第六条、前款、同条第二款          by what was named before

What is counted by 条, 款 and 项 but is no provision is none (第三条战线, 三条措施, 第二款产品).
Which document is meant is another matter: see linking/citations.py.  The two steps are those of
eyecite (find, then resolve).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from generator.text.counted_things import DEEDS, GOODS, THINGS, counts_things, things_at
from generator.text.document_names import (
    Mention,
    Naming,
    belongs_to_title,
    titles,
    words_before,
)
from generator.text.numerals import ARABIC, COUNTING, ENCLOSED, numeral_value
from generator.text.simplified import simplified

Relative = Literal["", "前条", "前款", "前项", "本条", "本款", "本项", "上述"]

_MOST = 40  # further numbers in one list; a row of them without an end is none
_WIDEST = 400  # articles that one range names at most
_DEEPEST = 5  # divisions named one inside another at most
_B = r"[ \t\u3000\xa0]*"
_D, _ZERO = "一二三四五六七八九", "〇零○"
_CHINESE = (  # a number as it is spoken, or digit by digit: 一百零三, 廿五, 一〇三
    rf"(?:[{_D}][{_ZERO}][{_D}]|[{_D}]{{2}}[{_ZERO}]|(?=[{_D}十廿卅]|两[百千])"
    rf"(?:[{_D}两]千[{_ZERO}]?)?(?:[{_D}两]百[{_ZERO}]?)?(?:[{_D}]?十|廿|卅)?[{_D}]?)"
)
_PLAIN = rf"(?:{_CHINESE}|[{ARABIC}]{{1,4}}(?![{ARABIC}])|[{ENCLOSED}])"
_NUMBER = rf"(?:[（(]{_B})?{_PLAIN}(?:{_B}[）)])?"
_DASHES = "—–―─~～∼－﹣−〜-"
_SIGN = rf"(?:以及|或者|[、/／和及与或至到]|[{_DASHES}]{{1,2}})"
_LIST = re.compile(rf"{_B}(?:、|，|,|/|／|和|及|以及|与|或者|或){_B}")
_RANGE = re.compile(rf"{_B}(?:至|到|[{_DASHES}]{{1,2}}){_B}")
_COUNT = "[两二三四五六七八九]"

_ARTICLE_END = rf"{_B}条(?!例(?![外如])|件)"
_BRANCH = rf"(?:{_B}之{_B}(?P<branch>{_PLAIN})(?!分|[{COUNTING}]))?"
_ROW = (
    re.compile(  # 第五、六条; 第（一）至（三）项; 5、6两条; without backing out of a row once read
        rf"(?P<numbers>(?:第{_B})?{_NUMBER}(?:{_B}{_SIGN}{_B}(?:第{_B})?{_NUMBER}){{1,{_MOST}}}+)"
        rf"{_B}(?P<count>等?{_COUNT}(?=条))?(?:{_ARTICLE_END}|款|项)"
    )
)
_BRACKETED = re.compile(  # 第（一）（二）项
    rf"第{_B}(?P<numbers>(?:[（(]{_PLAIN}[）)]){{2,{_MOST}}}+)(?P<count>){_B}(?:{_ARTICLE_END}|款|项)"
)
_ARTICLE = re.compile(rf"第{_B}(?P<number>{_NUMBER}){_ARTICLE_END}{_BRANCH}")
_MORE = re.compile(rf"(?P<number>{_NUMBER}){_ARTICLE_END}(?!{THINGS}){_BRANCH}")
_MORE_BRANCHES = re.compile(
    rf"{_B}(?:、|和|及|与|(?P<to>至|到|[{_DASHES}])){_B}之{_B}(?P<branch>{_PLAIN})(?!分)"
)
_DIVISION = re.compile(
    rf"第{_B}(?P<number>{_NUMBER}){_B}(?P<unit>部分|分编|[编章节]){_B}(?:[中里]?的?(?=第))?"
)
_PARAGRAPH = re.compile(rf"第{_B}(?P<number>{_NUMBER}){_B}款")
_SHORT_PARAGRAPH = re.compile(rf"(?P<number>{_PLAIN})款(?!{GOODS})")  # 第七条二款
_ITEM = re.compile(rf"(?:第{_B}(?P<number>{_NUMBER})|(?P<bare>[（(]{_PLAIN}[）)])){_B}项")
_SHORT_ITEM = re.compile(
    rf"(?:(?<=款)(?P<number>{_PLAIN})项(?!{DEEDS})|(?P<bare>[（(]{_PLAIN}[）)]))"
)
_BEFORE = "(?<![目以之提当面眼日此空生事先从往])前"  # not 目前, 以前, 提前
_RELATIVE = re.compile(
    rf"{_BEFORE}(?P<count>{_COUNT})?(?P<what>条(?!例|件|款|目|条|{THINGS})|款(?!{GOODS})|项(?!{DEEDS}))"
    rf"|(?P<same>(?<![基日根])本条|(?<!应)该条|此条|(?<![合共等不相协])同条)(?!例|件|款|目|{THINGS})"
    r"|(?P<within>[本同][款项]|[该此][款项](?=的?规定|要求|情形|所|第|（))(?!目|式|型|工作|任务)"
    rf"|(?P<above>上述|前述|以上)(?:(?P<few>{_COUNT})条(?!{THINGS})(?:规定)?|规定(?!的)|条款|条文)"
)
_TO_PROVISION = re.compile(rf"{_B}(?:(?:中|里|规定|所列)?的|中|里)(?=第{_B}{_NUMBER}{_B}[款项])")
_GLOSS = re.compile(
    r"[（(](?!第)[^（）()\n]{1,24}[）)](?=、|，|和|及|与|以及)"
)  # 第三条（借阅证）、第五条
_HYPHENED = re.compile(  # 第2-1条 for 第二条之一
    rf"第{_B}(?P<number>[{ARABIC}]{{1,4}}){_B}[-－–]{_B}(?P<branch>[{ARABIC}]{{1,2}}){_ARTICLE_END}"
)
_MEMBER = re.compile(rf"(?:(?P<sign>{_SIGN}){_B})?(?:第{_B})?(?P<number>{_NUMBER})")
_ANCHOR = re.compile(
    rf"第{_B}{_NUMBER}|前{_COUNT}?[款条项]|[本该此同][条款项]|(?:上述|前述|以上)(?:[规条]|{_COUNT}条)"
    rf"|(?<![{ARABIC}{COUNTING}.．、]){_PLAIN}(?:{_B}[、和]{_B}{_PLAIN}){{1,9}}{_COUNT}条"
)


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
    `own` (本法), as `that` named before (该法), or not at all; `document` is the name in
    simplified characters, or the kind (条例) for own and that, and begins at `named_at`.
    `relative` is set where the provision itself is one named before; `count` how many (前两款).
    """

    start: int
    end: int
    naming: Naming
    document: str
    targets: tuple[Target, ...]
    relative: Relative = ""
    count: int = 1
    named_at: int = -1


def references(text: str) -> tuple[Reference, ...]:
    """Return the references in `text` in order; lists and ranges are one reference."""
    plain = simplified(text)
    return references_in(plain, titles(plain))


def references_in(plain: str, named: Sequence[Mention]) -> tuple[Reference, ...]:
    """Return the references in a text in simplified characters, of which `named` are the titles."""
    return tuple(_references(plain, named))


def _references(text: str, named: Sequence[Mention]) -> Iterator[Reference]:
    at = end = passed = 0
    while (anchor := _ANCHOR.search(text, at)) is not None:
        start = anchor.start()
        while passed < len(named) and named[passed].end <= start:
            passed += 1
        if passed < len(named) and named[passed].start < start:  # inside a title
            at = named[passed].end
            continue
        found = _read(text, start)
        before = named[passed - 1] if passed and named[passed - 1].end >= end else None
        naming = _naming(text, before, end, start)
        if found is None or (naming is None and _is_none(text, found)):
            at = start + 1
            continue
        if naming is not None:
            found = replace(
                found, naming=naming.naming, document=naming.document, named_at=naming.start
            )
        yield found
        at = end = found.end


def _naming(text: str, title: Mention | None, after: int, start: int) -> Mention | None:
    """Return how the document is named right before `start`, not before `after`."""
    if title is not None and belongs_to_title(text, title.end, start):
        return title
    words = words_before(text, max(after, title.end if title else 0), start)
    if words is None or title is None or words.naming != "words":
        return words
    between = text[title.end : words.end]  # 《条例》的规定第五条: no document of its own
    return None if re.fullmatch(r"\s*的?(?:有关|相关|明确|具体)?规定的?\s*", between) else words


def _is_none(text: str, found: Reference) -> bool:
    return not found.relative and counts_things(text, found.start, found.end)


def _read(text: str, start: int) -> Reference | None:
    """Return the reference that begins at `start`; None where there is none."""
    if match := _RELATIVE.match(text, start):
        return _relative(text, match)
    divisions, at = _divisions(text, start)
    targets, end = _articles(text, at, divisions)
    parts = not targets and divisions and divisions[-1][0] == "部分"
    if parts and (found := _items(text, at, close=True)):
        targets, end = [Target(item=n, divisions=divisions) for n in found[0]], found[1]
    if not targets and not divisions:
        targets, end = _provisions(text, start, Target())
        if end == start:
            return None
    return Reference(start, end, "none", "", tuple(targets)) if targets else None


def _relative(text: str, match: re.Match[str]) -> Reference:
    relative = _relation(match)
    targets, end = _provisions(text, match.end(), Target())
    count = numeral_value(match["count"] or match["few"] or "") or (0 if match["above"] else 1)
    named = tuple(targets) or (Target(),)
    return Reference(match.start(), end, "none", "", named, relative, count)


def _relation(match: re.Match[str]) -> Relative:
    before: dict[str, Relative] = {"条": "前条", "款": "前款", "项": "前项"}
    within: dict[str, Relative] = {"款": "本款", "项": "本项"}
    if match["what"]:
        return before[match["what"]]
    if match["within"]:
        return within[match["within"][-1]]
    return "本条" if match["same"] else "上述"


def _divisions(text: str, at: int) -> tuple[tuple[tuple[str, int], ...], int]:
    found: list[tuple[str, int]] = []
    while len(found) < _DEEPEST and (match := _DIVISION.match(text, at)):
        found.append((match["unit"], _value(match["number"])))
        at = match.end()
    return tuple(found), at


def _articles(
    text: str, at: int, divisions: tuple[tuple[str, int], ...]
) -> tuple[list[Target], int]:
    """Return the articles named from `at` on, and where the list ends."""
    found: list[Target] = []
    end = at
    while (read := _article(text, at, divisions, more=bool(found))) is not None:
        made, at = read
        made, at = _with_provisions(text, at, made)
        found += made
        end = at
        if ranged := _range(text, at, found[-1]):
            more, at = ranged
            found += more
            end = at
        gloss = _GLOSS.match(text, at)
        conjunction = _LIST.match(text, gloss.end() if gloss else at)
        if not conjunction:
            break
        at = conjunction.end()
    return found, end


def _article(
    text: str, at: int, divisions: tuple[tuple[str, int], ...], *, more: bool
) -> tuple[list[Target], int] | None:
    """Return the article or row of articles at `at`, with 之一 where it has one."""
    hyphened = _HYPHENED.match(text, at)
    if hyphened and _value(hyphened["branch"]) <= _value(hyphened["number"]):
        return _branches(text, hyphened, divisions)
    if row := _row(text, at, "条"):
        bare = text[at] != "第"  # 5、6两条; in a list 第三条、五、六条 too
        if bare and (things_at(text, row.end()) or not (more or row["count"])):
            return None
        return [Target(article=n, divisions=divisions) for n in _numbers(row["numbers"])], row.end()
    if match := _ARTICLE.match(text, at):
        return _branches(text, match, divisions)
    if more and text[at - 1] not in "，, " and (match := _MORE.match(text, at)):
        return _branches(text, match, divisions)
    return None


def _branches(
    text: str, match: re.Match[str], divisions: tuple[tuple[str, int], ...]
) -> tuple[list[Target], int]:
    """Return the article, and each branch named: 第五条之一、之二, 之一至之三."""
    one = Target(_value(match["number"]), _value(match["branch"] or ""), divisions=divisions)
    found, at = [one], match.end()
    while one.branch and (further := _MORE_BRANCHES.match(text, at)):
        last, number = found[-1].branch, _value(further["branch"])
        first = last + 1 if further["to"] and last < number <= last + _MOST else number
        found += [replace(one, branch=n) for n in range(first, number + 1)]
        at = further.end()
    return found, at


def _range(text: str, at: int, last: Target) -> tuple[list[Target], int] | None:
    """Return the articles behind 至, up to and with the one named there."""
    sign = _RANGE.match(text, at)
    match = sign and (_ARTICLE.match(text, sign.end()) or _MORE.match(text, sign.end()))
    if not match:
        return None
    stop = _value(match["number"])
    if not last.article < stop <= last.article + _WIDEST:
        return None
    made = [Target(article=n, divisions=last.divisions) for n in range(last.article + 1, stop + 1)]
    return _with_provisions(text, match.end(), made)


def _with_provisions(text: str, at: int, made: list[Target]) -> tuple[list[Target], int]:
    """Return the articles, the last with the 款 and 项 that stand behind it."""
    joined = _TO_PROVISION.match(text, at)  # 第五条的第二款
    targets, end = _provisions(text, joined.end() if joined else at, made[-1])
    return (made[:-1] + targets if targets else made), (end if targets else at)


def _provisions(text: str, at: int, article: Target) -> tuple[list[Target], int]:
    """Return `article` with each of the 款 and 项 named from `at` on, and where they end."""
    found: list[Target] = []
    end = at
    paragraph = article.paragraph
    close = article.article > 0  # right behind 条, 第 may be left out: 第七条二款, 第七条（二）
    ranged = False
    while True:
        last = found[-1] if found and ranged else None
        if paragraphs := _paragraphs(text, at, close=close):
            numbers, end = paragraphs
            numbers = _filled(last.paragraph if last and not last.item else 0, numbers)
            paragraph = numbers[-1]
            items, end = _items(text, end, close=True) or ([0], end)
            found += [replace(article, paragraph=n) for n in numbers[:-1]]
        elif further := _items(text, at, close=close):
            items, end = further
            items = _filled(last.item if last else 0, items)
        else:
            break
        found += [replace(article, paragraph=paragraph, item=n) for n in items]
        close = False
        to = _RANGE.match(text, end)
        conjunction = to or _LIST.match(text, end)
        if conjunction is None:
            break
        at, ranged = conjunction.end(), to is not None
    return found, end


def _filled(last: int, numbers: list[int]) -> list[int]:
    """Return `numbers` with those between `last` and the first; 0 where there is no range."""
    return [*range(last + 1, numbers[0]), *numbers] if last else numbers


def _paragraphs(text: str, at: int, *, close: bool) -> tuple[list[int], int] | None:
    if (row := _row(text, at, "款")) and text[at] == "第":
        return _numbers(row["numbers"]), row.end()
    match = _PARAGRAPH.match(text, at) or (_SHORT_PARAGRAPH.match(text, at) if close else None)
    return ([_value(match["number"])], match.end()) if match else None


def _items(text: str, at: int, *, close: bool) -> tuple[list[int], int] | None:
    if (row := _row(text, at, "项")) and text[at] in "第（(":
        return _numbers(row["numbers"]), row.end()
    match = _ITEM.match(text, at) or (_SHORT_ITEM.match(text, at) if close else None)
    return ([_value(match["number"] or match["bare"])], match.end()) if match else None


def _row(text: str, at: int, unit: str) -> re.Match[str] | None:
    """Return the row of several numbers at `at` that share `unit`."""
    row = _ROW.match(text, at) or _BRACKETED.match(text, at)
    return row if row and text[row.end() - 1] == unit else None


def _numbers(words: str) -> list[int]:
    """Return the numbers of a list that shares one unit, ranges filled: 三、五至七 -> 3 5 6 7."""
    found: list[int] = []
    for match in _MEMBER.finditer(words):
        number = _value(match["number"])
        ranged = match["sign"] and match["sign"][0] in f"至到{_DASHES}"
        if ranged and found and found[-1] < number <= found[-1] + _WIDEST:
            found += range(found[-1] + 1, number + 1)
        else:
            found.append(number)
    return found


def _value(words: str) -> int:
    return numeral_value(re.sub(r"[（）()\s]", "", words)) or 0
