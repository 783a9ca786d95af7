"""The title that a text states: over several lines, behind what a page prints above it.

Every line of the head that can be a title is taken, lines that belong together are joined, and
the best wins: one that ends in the name of a kind of text (…的报告), that stands twice, that is
next to the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.cleaning.describing.furniture import FILE_NUMBER, without_site
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.head import HeadLine, lines_of, read_head
from generator.cleaning.describing.line_sorts import (
    OPENING,
    Sort,
)
from generator.cleaning.describing.organs import organs
from generator.cleaning.describing.stated_facts import facts

LONGEST_JOINED = 110
MOST_JOINED = 4
LEAST_BEGUN = 10
LONGEST_PARALLEL = 6
FULL_LINE = 16  # a shorter line was not broken for want of room
SUBTITLE = re.compile(r"^(?:——|--|—|―|─)\s*\S")
UNFINISHED = re.compile(
    r"(?:的|和|与|及|以及|或|对|在|为|把|将|向|于|从|并|关于|印发|转发|贯彻|落实|加强|推进|开展"
    r"|做好|进一步|、|，|“|《|（)$"
)
ENDED = re.compile(r"的[^的，]{2,8}$")  # …的通知, …的工作报告: a title ends so
BEGINS_TITLE = re.compile(r"关于|^在|^20\d\d|^[^\s]{2,24}(?:关于|印发|转发)")
SELECTED = re.compile(
    r"(?P<title>.{4,}?)(?:精选|范文|大全|合集|集锦|模板|优秀范文|最新范文|\d{1,4}|通用版|完整版"
    r"|(?:应该)?(?:怎么|如何|怎样)写)+"
)
ANY_TAIL = re.compile(r"(?P<title>.{6,}?)\s*[-_|｜]\s*[^-_|｜，。]{2,24}")
"""A site's name behind a whole title, whatever it is."""

GLUED = re.compile(
    r"(?P<title>(?:关于|在)[^，。：；、]{6,50}?)(?=同志们|各位|尊敬的|今天|根据|按照|近年来"
    r"|今年以来|为(?:了|深入|贯彻|全面|进一步)|一、)"
)
"""A title that a page prints on one line with the text: 在…大会上的讲话同志们：今天…."""

SPACED_OUT = re.compile(r"^\S{1,2}\s\S|\s\S\s")  # characters that a page set apart
KICKER = re.compile(r"\S\s+\S+\s+\S")  # several phrases above a headline
QUALIFIER = re.compile(
    r"[（(【\[](?!.*(?:图|记者|来源|资料|通过|公布|发布|印发"
    r"|[\d一二三四五六七八九十]月))[^（）():：]{1,30}[）)】\]]"
)
PAIRS = ("“”", "《》", "（）", "()", "【】", "〈〉")
WEIGHT_NAMED = 4
WEIGHT_REPEATED = 3
WEIGHT_NEAR = 1
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class StatedTitle:
    """A title and which of the text's lines with words state it, from `first` to `last`."""

    text: str
    first: int
    last: int


def stated_title(text: str) -> str:
    """Return the title that `text` states in its head; empty where it states none.

    Lines are joined without a blank; names of sites, 文号 and marks around the title are left out.
    """
    found = find_title(text)
    return found.text if found else ""


def find_title(text: str) -> StatedTitle | None:
    """Return the title that `text` states and where; None where it states none."""
    lines = lines_of(text)
    if len(lines) < 2:
        return None
    head = read_head(lines)
    candidates = _without_parallels(_candidates(head))
    labelled = _labelled(head)
    if not candidates:
        below = lines[len(head)] if len(head) < len(lines) else ""
        glued = GLUED.match(below)
        only = labelled or (glued["title"] if glued and is_named(glued["title"]) else "")
        return StatedTitle(only, 0, 0) if len(only) >= SHORTEST else None
    said = [(_plain(line.text), line.number) for line in head if line.sort != "facts"]
    worth = [_worth(each, candidates, said, labelled) for each in candidates]
    best = max(range(len(candidates)), key=lambda at: (worth[at], -at))
    chosen = candidates[best]
    same = [each for each in candidates if _plain(each.text) == _plain(chosen.text)]
    return min(same, key=lambda each: (bool(re.search(r"\s", each.text)), each.first))


def _candidates(head: Sequence[HeadLine]) -> list[StatedTitle]:
    """Return what can be a title: lines, and lines that belong together joined."""
    found: list[StatedTitle] = []
    at = 0
    while at < len(head):
        if not _can_begin(head, at):
            at += 1
            continue
        text = head[at].text
        last = at
        while last + 1 < len(head) and last - at < MOST_JOINED - 1:
            joined = _joined(text, head[last + 1])
            if not joined or len(joined) > LONGEST_JOINED:
                break
            text, last = joined, last + 1
        if (bare := _bare(text)) and (head[at].sort == "words" or last > at):
            found.append(StatedTitle(bare, head[at].number, head[last].number))
        at = last + 1
    return found


def _without_parallels(candidates: Sequence[StatedTitle]) -> list[StatedTitle]:
    """Return the candidates above short ones that end alike: 任务清单, 问题清单 are headings."""
    short = {each.text: each for each in candidates if len(each.text) <= LONGEST_PARALLEL}
    ends = Counter(text[-2:] for text in short)
    first = next((each.first for text, each in short.items() if ends[text[-2:]] > 1), None)
    return [each for each in candidates if first is None or each.first < first]


def _can_begin(head: Sequence[HeadLine], at: int) -> bool:
    """Tell whether a title can begin with a line; the name of its issuer may stand above 关于…."""
    if head[at].sort != "organ":
        return head[at].sort == "words"
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


def _joined(text: str, below: HeadLine) -> str:
    """Return a title with the line below it, where that line goes on with it; else nothing."""
    line = below.raw.strip() if SUBTITLE.match(below.raw.strip()) else below.text
    if SUBTITLE.match(line):
        return f"{text}——{line.lstrip('—―─-').strip()}" if below.sort == "words" else ""
    if below.sort == "organ" and _is_office(text):
        return f"{text} {line}"
    return text + line if _belongs(text, line, below.sort) else ""


def _belongs(text: str, line: str, sort: Sort) -> bool:
    """Tell whether a line of the head goes on with the title above it."""
    if QUALIFIER.fullmatch(line) and is_named(text) and not FILE_NUMBER.fullmatch(line):
        return True
    if any(text.count(pair[0]) > text.count(pair[1]) for pair in PAIRS):
        return sort == "words"
    if UNFINISHED.search(text):
        return sort in ("words", "organ")
    if is_named(text):
        return sort == "words" and _goes_on(text, line)
    if _is_rest(text, line):
        return sort != "organ"
    if sort != "words" or (BEGINS_TITLE.search(line) and not _is_office(text)):
        return False
    short = len(text) >= LEAST_BEGUN and len(line) <= len(text) + 2
    if is_named(line) and (short or _is_begun(text)):
        return True
    wrapped = len(text) >= FULL_LINE and len(line) * 2 <= len(text) and "，" not in line
    return wrapped and not OPENING.match(line)


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


def _bare(text: str) -> str:
    """Return a title without the 文号 before or behind it and the marks around it."""
    text = re.sub(rf"\s*[（(]\s*{FILE_NUMBER.pattern}\s*[）)]$|\s*{FILE_NUMBER.pattern}$", "", text)
    text = re.sub(rf"^{FILE_NUMBER.pattern}\s*(?=[《\u4e00-\u9fff])", "", text).strip()
    if match := re.fullmatch(r"《(?P<inside>[^《》]*(?:《[^《》]*》[^《》]*)*)》", text):
        text = match["inside"]
    text = without_site(text)
    for pattern in (SELECTED, ANY_TAIL):
        if (match := pattern.fullmatch(text)) and is_named(match["title"]):
            text = match["title"].rstrip()
    return text


def _labelled(head: Sequence[HeadLine]) -> str:
    """Return the title that is stated behind a label (标题：…)."""
    stated = facts([line.raw for line in head if line.sort == "facts"])
    titles = [each.value for each in stated if each.kind == "title" and len(each.value) >= SHORTEST]
    return _bare(titles[0]) if titles else ""


def _worth(
    title: StatedTitle,
    candidates: Sequence[StatedTitle],
    said: Sequence[tuple[str, int]],
    labelled: str,
) -> int:
    """Return how much speaks for a candidate; `said` are the head's lines with their numbers."""
    own = _plain(title.text)
    worth = (len(own) >= 8) + (len(own) >= 12) - 2 * (len(own) < 5)
    worth += WEIGHT_NAMED * is_named(title.text) + bool(re.search("关于|^在.*上的", title.text))
    others = [line for line, number in said if not title.first <= number <= title.last]
    others += [_plain(each.text) for each in candidates if each is not title]
    others.append(_plain(labelled))
    repeated = any(own in line or (len(line) >= 8 and line in own) for line in others)
    worth += WEIGHT_REPEATED * (len(own) >= 6 and repeated)
    worth -= 2 * (SPACED_OUT.search(title.text) is not None)
    return worth + WEIGHT_NEAR * (title is _nearest(candidates))


def _nearest(candidates: Sequence[StatedTitle]) -> StatedTitle:
    """Return which of the candidates that stand together right above the text is nearest to it.

    A headline stands above others that explain it; a title that names a kind of text does not.
    """
    at = len(candidates) - 1
    if is_named(candidates[at].text):
        return candidates[at]
    while at and candidates[at].first == candidates[at - 1].last + 1:
        if KICKER.search(candidates[at - 1].text):
            break
        at -= 1
    return candidates[at]


def _plain(text: str) -> str:
    """Return the letters and figures of a text, by which titles are compared."""
    return re.sub(r"[\W_]", "", text)
