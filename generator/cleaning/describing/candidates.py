"""What can be the title among the lines of a head: single lines, and lines that go together.

A title that was broken over several lines is made whole; headings, names and text that is set
clause by clause are no titles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.cleaning.describing.embedded_titles import bare_title, plain
from generator.cleaning.describing.furniture import FILE_NUMBER
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.head import HeadLine
from generator.cleaning.describing.line_sorts import JOURNAL_LABELS, PERSON, Sort
from generator.cleaning.describing.organs import organs

LONGEST_JOINED = 110
MOST_JOINED = 4
LEAST_BEGUN = 10
LONGEST_PARALLEL = 6
FULL_LINE = 16  # a shorter line was not broken for want of room
LEAST_CLAUSES = 6  # so many lines without marks are no titles
LONGEST_CLAUSE = 24
SHORTEST_CLAUSE = 6  # on average; shorter ones are the channels of a site
SUBTITLE = re.compile(r"^(?:——|--|—|―|─)\s*\S")
UNFINISHED = re.compile(
    r"(?:的|和|与|及|以及|或|对|在|为|把|将|向|于|从|并|关于|印发|转发|贯彻|落实|加强|推进|开展"
    r"|做好|进一步|、|，|“|《|（)$"
)
ENDED = re.compile(r"的[^的，]{2,8}$")  # …的通知, …的工作报告: a title ends so
BEGINS_TITLE = re.compile(r"关于|^在|^20\d\d|^[^\s]{2,24}(?:关于|印发|转发)")
JOURNAL = re.compile(rf"{JOURNAL_LABELS}|摘\s*要")
OUTLINE = re.compile(
    r"\d{1,2}(?:[.．]\d{1,2})+\s*\D|\d{1,2}[ \u3000]+[\u4e00-\u9fff]|\d{1,2}总则"
    r"|(?:引言|前言|导语|绪论)[:：]"
)
"""A line of an outline: 5.1善后处理, 1 总则."""
QUALIFIER = re.compile(
    r"[（(【\[](?!.*(?:图|现场|合影|记者|来源|资料|通过|公布|发布|印发"
    r"|[\d一二三四五六七八九十]月|\d{4}[-./]))[^（）():：]{1,30}[）)】\]]"
)
PAIRS = ("“”", "《》", "（）", "()", "【】", "〈〉")
LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class StatedTitle:
    """A title and which of the text's lines with words state it, from `first` to `last`."""

    text: str
    first: int
    last: int


def candidates(head: Sequence[HeadLine]) -> list[StatedTitle]:
    """Return what can be the title, in order."""
    return _without_parallels(_candidates(_without_verse(head)))


def _candidates(head: Sequence[HeadLine]) -> list[StatedTitle]:
    """Return what can be a title: lines, and lines that belong together joined."""
    found: list[StatedTitle] = []
    wholes = frozenset(plain(line.text) for line in head if len(plain(line.text)) >= LEAST_BEGUN)
    at = 0
    while at < len(head):
        if found and JOURNAL.search(head[at].raw):
            break  # below an abstract stand the headings of the article
        if not _can_begin(head, at) and not _is_half(head, at, wholes):
            at += 1
            continue
        text = head[at].text
        last = at
        while last + 1 < len(head) and last - at < MOST_JOINED - 1:
            joined = _joined(text, head[last + 1], wholes)
            if not joined or len(joined) > LONGEST_JOINED:
                break
            text, last = joined, last + 1
        if (bare := bare_title(text)) and (head[at].sort == "words" or last > at):
            found.append(StatedTitle(bare, head[at].number, head[last].number))
        at = last + 1
    return found


def _without_verse(head: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the head without lines that are a text set clause by clause, as on phones."""
    kept: list[HeadLine] = []
    for clause, lines in groupby(head, _is_clause):
        run = list(lines)
        if not clause or len(run) < LEAST_CLAUSES or _mean_length(run) < SHORTEST_CLAUSE:
            kept += run
    return kept


def _is_clause(line: HeadLine) -> bool:
    return (
        line.sort in ("words", "organ")
        and len(line.text) <= LONGEST_CLAUSE
        and not is_named(line.text)
    )


def _mean_length(lines: Sequence[HeadLine]) -> float:
    return sum(len(line.text) for line in lines) / len(lines)


def _without_parallels(candidates: Sequence[StatedTitle]) -> list[StatedTitle]:
    """Return the candidates above short ones that end alike: 任务清单, 问题清单 are headings."""
    short = {each.text: each for each in candidates if len(each.text) <= LONGEST_PARALLEL}
    ends = Counter(text[-2:] for text in short)
    first = next((each.first for text, each in short.items() if ends[text[-2:]] > 1), None)
    return [each for each in candidates if first is None or each.first < first]


def is_no_title(line: str) -> bool:
    """Tell whether a line is a person's name or one of an outline, whatever stands around it."""
    apart = re.search(r"\s", line) is not None  # 张　三; without a blank it can be a short title
    name = apart and PERSON.fullmatch(line) is not None and len(plain(line)) <= LONGEST_NAME
    return OUTLINE.match(line) is not None or (name and not is_named(line))


def _can_begin(head: Sequence[HeadLine], at: int) -> bool:
    """Tell whether a title can begin with a line; the name of its issuer may stand above 关于…."""
    if head[at].sort != "organ":
        return head[at].sort == "words" and not is_no_title(head[at].raw)
    after = at + 1
    while after < len(head) and head[after].sort == "organ":  # issued by several
        after += 1
    if after == len(head) or head[after].sort != "words":
        return False
    below = head[after].text
    if below.startswith(("关于", "印发", "转发")):
        return True
    above = head[at - 1] if at else None
    entitled = above is not None and above.sort == "words" and len(above.text) >= LEAST_BEGUN
    short = (
        after == at + 1
        and not entitled
        and len(below) <= FULL_LINE
        and is_named(below)
        and not _is_office(below[:6])
    )
    return short and head[at].text[:2] != below[:2]


def _is_half(head: Sequence[HeadLine], at: int, wholes: frozenset[str]) -> bool:
    """Tell whether a line and the one below it are what stands elsewhere on one line."""
    halves = [plain(line.raw) for line in head[at : at + 2]]
    return len(halves) == 2 and all(halves) and _stands_whole("".join(halves), wholes)


def _stands_whole(words: str, wholes: frozenset[str]) -> bool:
    """Tell whether a line of the head is, or begins with, these words."""
    return len(words) >= LEAST_BEGUN and any(whole.startswith(words) for whole in wholes)


def _joined(text: str, below: HeadLine, wholes: frozenset[str]) -> str:
    """Return a title with the line below it, where that line goes on with it; else nothing."""
    whole = plain(text + below.text)
    if plain(below.text) and not is_named(text) and _stands_whole(whole, wholes):
        return text + below.text
    line = below.raw.strip() if SUBTITLE.match(below.raw.strip()) else below.text
    if SUBTITLE.match(line):
        return f"{text}——{line.lstrip('—―─-').strip()}" if below.sort == "words" else ""
    if below.sort == "organ" and _is_office(text):
        return f"{text} {line}"
    return text + line if _belongs(text, line, below.sort) else ""


def _belongs(text: str, line: str, sort: Sort) -> bool:
    """Tell whether a line of the head goes on with the title above it."""
    if QUALIFIER.fullmatch(line) and is_named(text) and not FILE_NUMBER.fullmatch(line):
        return sort != "furniture"
    if any(text.count(pair[0]) > text.count(pair[1]) for pair in PAIRS):
        return sort == "words"
    if UNFINISHED.search(text):
        return sort in ("words", "organ")
    if sort == "words" and _is_office(text) and line.startswith(("关于", "印发", "转发")):
        return True
    if (text.startswith("《") and text.endswith("》")) or plain(line) in plain(text):
        return False  # closed, or said again
    if is_named(text):
        return sort == "words" and _goes_on(text, line)
    if _is_rest(text, line):
        return sort != "organ"
    if sort != "words" or (BEGINS_TITLE.search(line) and not _is_office(text)):
        return False
    short = len(text) >= LEAST_BEGUN and len(line) <= len(text) + 2
    return is_named(line) and (short or _is_begun(text))


def _is_begun(text: str) -> bool:
    return BEGINS_TITLE.search(text) is not None or _is_office(text)


def _goes_on(text: str, line: str) -> bool:
    """Tell whether a title that could end here has its head below: 关于推行…制度 / …的意见."""
    open_end = "关于" in text and not ENDED.search(text)
    return open_end and "关于" not in line and is_named(line) and ENDED.search(line) is not None


def _is_rest(text: str, line: str) -> bool:
    """Tell whether a line of few characters ends what the line above left open: …的报 / 告."""
    return len(line) <= 3 and len(text) >= FULL_LINE // 2 and is_named(text + line)


def _is_office(text: str) -> bool:
    return bool(organs(text))
