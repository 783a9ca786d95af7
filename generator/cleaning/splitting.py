"""Cutting a cleaned source into its pieces (篇) and what belongs to none of them.

A heading that opens a piece stands on its own line: 篇三, 报告一, 第二篇 or such a label
behind a repeated title (…情况报告篇二) or before the piece's own (报告二：…的汇报), or a
numbered title (3.关于…的报告).  Headings count only as a series 1, 2, 3 …; the one with
most members wins.  What stands before the first is the overview and belongs to no piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.cleaning.describing import stated_title
from generator.text import labels
from generator.text.numerals import ARABIC, numeral_value

NUMERAL = rf"(?P<number>{labels.CHINESE}|[{ARABIC}]{{1,3}})"
BRACKETS = r"[【\[（(〔]?"
GENRES = "报告|汇报|调研|讲话|发言|材料|总结|方案|体会|心得|致辞|意见|情况|文章|范文"
FAMILIES = (
    re.compile(
        rf"^(?P<title>[^\n。，；]{{0,60}}?){BRACKETS}(?P<label>篇{NUMERAL})[】\]）)〕]?$", re.M
    ),
    re.compile(
        rf"^{BRACKETS}(?P<label>篇{NUMERAL})[】\]）)〕]?[：: 　](?P<own>[^\n。]{{2,60}})$", re.M
    ),
    re.compile(
        rf"^{BRACKETS}(?P<label>(?:报告|范文|材料|样本|文稿|讲话稿|发言稿|例文|模板){NUMERAL})"
        r"[】\]）)〕]?(?:[：: 　]\s*(?P<own>[^\n。]{2,60}))?$",
        re.M,
    ),
    re.compile(
        rf"^(?P<title>[^\n。，；]{{0,60}}?){BRACKETS}(?P<label>第{NUMERAL}篇)[】\]）)〕]?"
        r"(?:[：: 　]\s*(?P<own>[^\n。]{2,60}))?$",
        re.M,
    ),
    re.compile(rf"^(?P<label>{NUMERAL}[、.．])\s*(?P<own>[^\n。，；]{{4,60}}?(?:{GENRES}))$", re.M),
)
NUMBERED_TITLES = FAMILIES[-1]
COUNT = re.compile(
    r"[（(【\[]\s*(?:共|精选|通用|合集|集合)?\s*"
    rf"(?P<count>[{ARABIC}]{{1,3}}|{labels.CHINESE})\s*篇\s*[）)】\]]"
)
CHAPTER = re.compile(rf"^第(?P<number>{labels.CHINESE})[章条]", re.M)
LEAST_PIECE = 50  # characters below a heading; less is a table of contents
LONGEST_TITLE = 60
STOPS = "。！？；：，、…"
LABELLED = re.compile(
    labels.any_of(labels.SECTION, labels.ITEM, labels.DIVISION, labels.ARTICLE, labels.POINT)
)


@dataclass(frozen=True, slots=True)
class PieceSpan:
    """A piece's span in the cleaned text, and its title where the source states it.

    `title` may stand outside the span (in a heading that is cut) or be its first line;
    it is empty where the source states none.
    """

    start: int
    end: int
    title: str


@dataclass(frozen=True, slots=True)
class _Head:
    start: int
    end: int
    number: int
    label: str
    title: str
    own: str


def split(text: str) -> list[PieceSpan]:
    """Return the pieces of `text` in order; what lies between them is to be cut."""
    heads = _series(text)
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


def title_line(text: str) -> str:
    """Return the first line of `text` when it is a title: short, unnumbered, no sentence."""
    line = text.partition("\n")[0].strip()
    short = 2 <= len(line) <= LONGEST_TITLE and line[-1] not in STOPS and "。" not in line
    return line if short and not LABELLED.match(line) else ""


def _entitled(text: str, span: PieceSpan, fallback: str) -> PieceSpan:
    """Return the piece with the title that it states itself, else the one given."""
    body = text[span.start : span.end]
    own = stated_title(body)
    return PieceSpan(span.start, span.end, span.title or own or fallback)


def _series(text: str) -> list[_Head]:
    """Return the headings of the best series of pieces; empty where the text is one piece."""
    best: list[_Head] = []
    for family in FAMILIES:
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
    if family is NUMBERED_TITLES:
        count = COUNT.search(text[: run[0].start])
        return count is not None and numeral_value(count["count"]) == len(run)
    second = CHAPTER.search(text, run[1].start)
    first = CHAPTER.search(text, run[0].start, run[1].start)
    return not (first and second and (numeral_value(second["number"]) or 0) > 1)


def _trimmed(text: str, start: int, end: int, title: str) -> PieceSpan:
    body = text[start:end]
    lead = len(body) - len(body.lstrip())
    return PieceSpan(start + lead, max(start + lead, start + len(body.rstrip())), title)
