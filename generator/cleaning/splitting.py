"""Cutting a cleaned source into its pieces (篇) and what belongs to none of them.

A heading that opens a piece stands on its own line: 篇三, 报告一, 第二篇 or such a label
behind a repeated title (…情况报告篇二) or before the piece's own (报告二：…的汇报), or a
numbered title (3.关于…的报告), or a label of the kind 交流材料之二.  Headings count only as a
series 1, 2, 3 …; the one with most members wins.  What stands before the first is the overview
and belongs to no piece.  Documents without numbers are told by dividing.py, the annexes of each
by annexes.py.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.cleaning.annexes import annexes
from generator.cleaning.describing import stated_title
from generator.cleaning.dividing import openings
from generator.cleaning.document_titles import (
    is_document_title,
    is_unit_name,
    names_collection,
    title_line,
)
from generator.text import labels
from generator.text.numerals import ARABIC, numeral_value

NUMERAL = rf"(?P<number>{labels.CHINESE}|[{ARABIC}]{{1,3}})"
BRACKETS = r"[【\[（(〔]?"
GENRES = "报告|汇报|调研|讲话|发言|材料|总结|方案|体会|心得|致辞|意见|情况|文章|范文"
OCCASIONS = "交流|发言|经验|典型|会议|大会|座谈|汇报|书面|学习|宣传|参阅|参考|讲话|先进|事迹|述职"
PAPERS = "材料|发言稿?|讲话稿?|汇报|文件|报告"
FAMILIES = (
    re.compile(
        rf"^(?P<title>[^\n。，；]{{0,60}}?){BRACKETS}(?P<label>篇{NUMERAL})[】\]）)〕]?$", re.M
    ),
    re.compile(
        rf"^{BRACKETS}(?P<label>篇{NUMERAL})[】\]）)〕]?[：: 　](?P<own>[^\n。]{{2,60}})$", re.M
    ),
    re.compile(
        rf"^{BRACKETS}(?P<label>(?:报告|范文|材料|样本|文稿|讲话稿|发言稿|例文|模板){NUMERAL})"
        r"[】\]）)〕]?(?:[：: 　][ 　]*(?P<own>[^\n。]{2,60})?)?$",
        re.M,
    ),
    re.compile(
        rf"^(?P<title>[^\n。，；]{{0,60}}?){BRACKETS}(?P<label>第{NUMERAL}篇)[】\]）)〕]?"
        r"(?:[：: 　][ 　]*(?P<own>[^\n。]{2,60})?)?$",
        re.M,
    ),
    re.compile(
        rf"^(?P<title>[^\n。，；：:]{{0,30}}?){BRACKETS}(?P<label>(?:(?:{OCCASIONS}){{1,3}}(?:{PAPERS})"
        rf"|(?:{PAPERS})(?=[（(之]))(?:之|[（(])?{NUMERAL}[）)]?)[】\]）)〕]?"
        r"(?:[：: 　][ 　]*(?P<own>[^\n。]{2,60})?)?$",
        re.M,
    ),
    re.compile(rf"^{BRACKETS}(?P<label>之{NUMERAL})[】\]）)〕]?$", re.M),
    re.compile(rf"^(?P<label>{NUMERAL}[、.．])\s*(?P<own>[^\n。，；]{{4,60}}?(?:{GENRES}))$", re.M),
)
NUMBERED_TITLES = FAMILIES[-1]
BRACKETED_TITLES = re.compile(  # 【1】西山区…报告
    rf"^[【\[〔](?P<label>{NUMERAL})[】\]〕][ 　]*(?P<own>[^\n。，；]{{4,60}}?(?:{GENRES}))$", re.M
)
UNITS_NUMBERED = re.compile(  # 一、西山区：延长开放时间
    rf"^(?P<label>{NUMERAL}[、.．])[ 　]*"
    r"(?P<own>[^\n。，；：:、]{2,20}[：:][^\n。；：:]{4,40})$",
    re.M,
)
COUNT = re.compile(
    r"[（(【\[]\s*(?:共|精选|通用|合集|集合)?\s*"
    rf"(?P<count>[{ARABIC}]{{1,3}}|{labels.CHINESE})\s*篇\s*[）)】\]]"
)
CHAPTER = re.compile(rf"^第(?P<number>{labels.CHINESE})[章条]", re.M)
OVERVIEW = re.compile(r"目[ 　]*[录次]|编者按.*|导[ 　]*读")
LEAST_PIECE = 50  # characters below a heading; less is a table of contents
LEAST_BEFORE = 200  # characters before the first title that are a text of their own


@dataclass(frozen=True, slots=True)
class PieceSpan:
    """A piece's span in the cleaned text, and its title where the source states it.

    `title` may stand outside the span (in a heading that is cut) or be its first line;
    it is empty where the source states none.  An annex follows the piece that it belongs to.
    """

    start: int
    end: int
    title: str
    annex: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    end: int
    number: int
    label: str
    title: str
    own: str


def split(text: str, breaks: Collection[int] = (), *, whole: bool = False) -> list[PieceSpan]:
    """Return the pieces of `text` in order; what lies between them is to be cut.

    `breaks` are the offsets at which a new page begins.  With `whole` annexes are no pieces of
    their own: the text is known to be a copy of a base document.
    """
    spans = _divided(text, breaks)
    if whole:
        return spans
    return [part for span in spans for part in _without_annexes(text, span)]


def _divided(text: str, breaks: Collection[int]) -> list[PieceSpan]:
    heads = _series(text)
    found = openings(text, breaks)
    if len(found) > len(heads):
        stops = [*(each.start for each in found[1:]), len(text)]
        spans = [
            _trimmed(text, each.body, stop, each.title)
            for each, stop in zip(found, stops, strict=True)
        ]
        before = _trimmed(text, 0, found[0].start, "")
        if before.end - before.start >= LEAST_BEFORE and not _is_overview(text, before):
            spans.insert(0, _entitled(text, before, ""))
        return spans
    if not heads:
        whole = _trimmed(text, 0, len(text), "")
        return [_entitled(text, whole, "")] if whole.start < whole.end else []
    overview = title_line(text[: heads[0].start].strip())
    spans = []
    for this, following in zip(heads, [*heads[1:], None], strict=True):
        stop = following.start if following else len(text)
        general = this.title or overview
        fallback = this.own or (f"{general}（{this.label}）" if general else "")
        span = _trimmed(text, this.end, stop, this.own)
        if span.start < span.end:
            spans.append(_entitled(text, span, fallback))
    return spans


def _is_overview(text: str, span: PieceSpan) -> bool:
    """Tell whether what stands before the first document introduces a collection."""
    lines = [line.strip() for line in text[span.start : span.end].split("\n")]
    return any(map(names_collection, lines[:3])) or any(map(OVERVIEW.fullmatch, lines))


def _without_annexes(text: str, span: PieceSpan) -> Iterator[PieceSpan]:
    """Yield a piece, and behind it those of its annexes that are documents of their own.

    Once one is, all that follow are: a piece is one run of the source.
    """
    found = annexes(text[span.start : span.end])
    first = next((at for at, each in enumerate(found) if each.document), len(found))
    if first == len(found):
        yield span
        return
    yield _trimmed(text, span.start, span.start + found[first].start, span.title)
    for each in found[first:]:
        own = _trimmed(text, span.start + each.body, span.start + each.end, each.title)
        if own.start < own.end:
            yield PieceSpan(own.start, own.end, own.title, annex=True)


def _entitled(text: str, span: PieceSpan, fallback: str) -> PieceSpan:
    """Return the piece with the title that it states itself, else the one given."""
    body = text[span.start : span.end]
    own = stated_title(body)
    return PieceSpan(span.start, span.end, span.title or own or fallback)


def _series(text: str) -> list[_Head]:
    """Return the headings of the best series of pieces; empty where the text is one piece."""
    best: list[_Head] = []
    for family in (*FAMILIES, BRACKETED_TITLES, UNITS_NUMBERED):
        heads = list(_heads(text, family))
        ends = [*(head.start for head in heads[1:]), len(text)]
        run = _rising(
            [
                head
                for head, end in zip(heads, ends, strict=False)
                if len(text[head.end : end].strip()) >= LEAST_PIECE
            ]
        )
        if len(run) > len(best) and len(run) >= 2 and _is_collection(text, run, family):
            best = run
    return best


def _heads(text: str, family: re.Pattern[str]) -> Iterator[_Head]:
    for match in family.finditer(text):
        parts = match.groupdict(default="")
        value = numeral_value(parts["number"])
        if value:
            title, own = parts.get("title", ""), parts.get("own", "")
            yield _Head(match.start(), match.end(), value, parts["label"], title.strip(), own)


def _rising(heads: list[_Head]) -> list[_Head]:
    """Return the first run numbered 1, 2, 3 …, passing over what does not go on."""
    run: list[_Head] = []
    for head in heads:
        if head.number == len(run) + 1:
            run.append(head)
    return run


def _is_collection(text: str, run: list[_Head], family: re.Pattern[str]) -> bool:
    """Tell a collection of pieces from one document with numbered divisions.

    A document counts its chapters or articles on through its divisions (第一篇 … 第二篇);
    numbered titles count only where the overview names just as many pieces.
    """
    if family is BRACKETED_TITLES:
        return all(is_document_title(head.own) for head in run)
    if family is UNITS_NUMBERED:
        units = all(is_unit_name(re.split("[：:]", head.own)[0]) for head in run)
        return units and any(map(names_collection, text[: run[0].start].split("\n")))
    if family is NUMBERED_TITLES:
        above = text[: run[0].start]
        count = COUNT.search(above)
        if count is None and any(map(names_collection, above.split("\n"))):
            return all(is_document_title(head.own) for head in run)
        return count is not None and numeral_value(count["count"]) == len(run)
    second = CHAPTER.search(text, run[1].start)
    first = CHAPTER.search(text, run[0].start, run[1].start)
    return not (first and second and (numeral_value(second["number"]) or 0) > 1)


def _trimmed(text: str, start: int, end: int, title: str) -> PieceSpan:
    body = text[start:end]
    lead = len(body) - len(body.lstrip())
    return PieceSpan(start + lead, max(start + lead, start + len(body.rstrip())), title)
