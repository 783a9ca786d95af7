"""Lists of articles, 款 and 项, read from where they begin.

第二章第九条                            a division, an article
第三条至第五条、第八条                  a range, a list
第五、六条; 5、6两条; 第七条、八条      a list that shares what it can
第四条第三款第（一）、（三）项          a 款 and two of its 项
第五条之一、之二; 第七条二款; 第五条的第（二）项
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.text.counted_things import DEEDS, GOODS, THINGS, things_at
from generator.text.number_rows import (
    ARTICLE_END,
    BLANKS,
    DASHES,
    LIST,
    MOST,
    NUMBER,
    PLAIN,
    RANGE,
    WIDEST,
    numbers_of,
    row_at,
    value_of,
)
from generator.text.numerals import ARABIC, COUNTING

_DEEPEST = 5  # divisions named one inside another at most
_BRANCH = rf"(?:{BLANKS}之{BLANKS}(?P<branch>{PLAIN})(?!分|[{COUNTING}]))?"
_ARTICLE = re.compile(rf"第{BLANKS}(?P<number>{NUMBER}){ARTICLE_END}{_BRANCH}")
_MORE = re.compile(rf"(?P<number>{NUMBER}){ARTICLE_END}(?!{THINGS}){_BRANCH}")
_MORE_BRANCHES = re.compile(
    rf"{BLANKS}(?:、|和|及|与|(?P<to>至|到|[{DASHES}])){BLANKS}之{BLANKS}(?P<branch>{PLAIN})(?!分)"
)
_DIVISION = re.compile(
    rf"第{BLANKS}(?P<number>{NUMBER}){BLANKS}(?P<unit>部分|分编|[编章节]){BLANKS}(?:[中里]?的?(?=第))?"
)
_PARAGRAPH = re.compile(rf"第{BLANKS}(?P<number>{NUMBER}){BLANKS}款")
_SHORT_PARAGRAPH = re.compile(rf"(?P<number>{PLAIN})款(?!{GOODS})")  # 第七条二款
_ITEM = re.compile(rf"(?:第{BLANKS}(?P<number>{NUMBER})|(?P<bare>[（(]{PLAIN}[）)])){BLANKS}项")
_SHORT_ITEM = re.compile(
    rf"(?:(?<=款)(?P<number>{PLAIN})项(?!{DEEDS})|(?P<bare>[（(]{PLAIN}[）)]))"
)
_TO_PROVISION = re.compile(  # 第五条的第二款
    rf"{BLANKS}(?:(?:中|里|规定|所列)?的|中|里)(?=第{BLANKS}{NUMBER}{BLANKS}[款项])"
)
_GLOSS = re.compile(  # 第三条（借阅证）、第五条
    r"[（(](?!第)[^（）()\n]{1,24}[）)](?=、|，|/|／|和|及|与|以及)"
)
_HYPHENED = re.compile(  # 第2-1条 for 第二条之一
    rf"第{BLANKS}(?P<number>[{ARABIC}]{{1,4}}){BLANKS}[-－–]{BLANKS}(?P<branch>[{ARABIC}]{{1,2}}){ARTICLE_END}"
)


@dataclass(frozen=True, slots=True)
class Target:
    """One provision named: 0 where a number is not given; `divisions` are (unit, number)."""

    article: int = 0
    branch: int = 0
    paragraph: int = 0
    item: int = 0
    divisions: tuple[tuple[str, int], ...] = ()


def targets_at(text: str, start: int) -> tuple[list[Target], int]:
    """Return the provisions whose list begins at `start`, and where it ends; none, and `start`."""
    divisions, at = _divisions(text, start)
    targets, end = _articles(text, at, divisions)
    parts = not targets and divisions and divisions[-1][0] == "部分"
    if parts and (found := _items(text, at, close=True)):
        return [Target(item=n, divisions=divisions) for n in found[0]], found[1]
    if not targets and not divisions:
        return provisions_at(text, start, Target())
    return targets, end


def _divisions(text: str, at: int) -> tuple[tuple[tuple[str, int], ...], int]:
    found: list[tuple[str, int]] = []
    while len(found) < _DEEPEST and (match := _DIVISION.match(text, at)):
        found.append((match["unit"], value_of(match["number"])))
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
        made, at = _withprovisions_at(text, at, made)
        found += made
        end = at
        if ranged := _range(text, at, found[-1]):
            more, at = ranged
            found += more
            end = at
        gloss = _GLOSS.match(text, at)
        conjunction = LIST.match(text, gloss.end() if gloss else at)
        if not conjunction:
            break
        at = conjunction.end()
    return found, end


def _article(
    text: str, at: int, divisions: tuple[tuple[str, int], ...], *, more: bool
) -> tuple[list[Target], int] | None:
    """Return the article or row of articles at `at`, with 之一 where it has one."""
    hyphened = _HYPHENED.match(text, at)
    if hyphened and value_of(hyphened["branch"]) <= value_of(hyphened["number"]):
        return _branches(text, hyphened, divisions)
    if row := row_at(text, at, "条"):
        bare = text[at] != "第"  # 5、6两条; in a list 第三条、五、六条 too
        if bare and (things_at(text, row.end()) or not (more or row["count"])):
            return None
        return [
            Target(article=n, divisions=divisions) for n in numbers_of(row["numbers"])
        ], row.end()
    if match := _ARTICLE.match(text, at):
        return _branches(text, match, divisions)
    if more and text[at - 1] not in "，, " and (match := _MORE.match(text, at)):
        return _branches(text, match, divisions)
    return None


def _branches(
    text: str, match: re.Match[str], divisions: tuple[tuple[str, int], ...]
) -> tuple[list[Target], int]:
    """Return the article, and each branch named: 第五条之一、之二, 之一至之三."""
    one = Target(value_of(match["number"]), value_of(match["branch"] or ""), divisions=divisions)
    found, at = [one], match.end()
    while one.branch and (further := _MORE_BRANCHES.match(text, at)):
        last, number = found[-1].branch, value_of(further["branch"])
        first = last + 1 if further["to"] and last < number <= last + MOST else number
        found += [replace(one, branch=n) for n in range(first, number + 1)]
        at = further.end()
    return found, at


def _range(text: str, at: int, last: Target) -> tuple[list[Target], int] | None:
    """Return the articles behind 至, up to and with the one named there."""
    sign = RANGE.match(text, at)
    match = sign and (_ARTICLE.match(text, sign.end()) or _MORE.match(text, sign.end()))
    if not match:
        return None
    stop = value_of(match["number"])
    if not last.article < stop <= last.article + WIDEST:
        return None
    made = [Target(article=n, divisions=last.divisions) for n in range(last.article + 1, stop + 1)]
    return _withprovisions_at(text, match.end(), made)


def _withprovisions_at(text: str, at: int, made: list[Target]) -> tuple[list[Target], int]:
    """Return the articles, the last with the 款 and 项 that stand behind it."""
    joined = _TO_PROVISION.match(text, at)
    targets, end = provisions_at(text, joined.end() if joined else at, made[-1])
    return (made[:-1] + targets if targets else made), (end if targets else at)


def provisions_at(text: str, at: int, article: Target) -> tuple[list[Target], int]:
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
        to = RANGE.match(text, end)
        conjunction = to or LIST.match(text, end)
        if conjunction is None:
            break
        at, ranged = conjunction.end(), to is not None
    return found, end


def _filled(last: int, numbers: list[int]) -> list[int]:
    """Return `numbers` with those between `last` and the first; 0 where there is no range."""
    return [*range(last + 1, numbers[0]), *numbers] if last else numbers


def _paragraphs(text: str, at: int, *, close: bool) -> tuple[list[int], int] | None:
    if (row := row_at(text, at, "款")) and text[at] == "第":
        return numbers_of(row["numbers"]), row.end()
    match = _PARAGRAPH.match(text, at) or (_SHORT_PARAGRAPH.match(text, at) if close else None)
    return ([value_of(match["number"])], match.end()) if match else None


def _items(text: str, at: int, *, close: bool) -> tuple[list[int], int] | None:
    if (row := row_at(text, at, "项")) and text[at] in "第（(":
        return numbers_of(row["numbers"]), row.end()
    match = _ITEM.match(text, at) or (_SHORT_ITEM.match(text, at) if close else None)
    return ([value_of(match["number"] or match["bare"])], match.end()) if match else None
