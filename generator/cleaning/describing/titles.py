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
from itertools import groupby, pairwise

from generator.cleaning.describing.embedded_titles import (
    bare_title,
    embedded_title,
    glued_title,
    plain,
)
from generator.cleaning.describing.furniture import FILE_NUMBER
from generator.cleaning.describing.genre_words import is_named
from generator.cleaning.describing.head import HeadLine, lines_of, read_head
from generator.cleaning.describing.line_sorts import PERSON, Sort
from generator.cleaning.describing.organs import organs
from generator.cleaning.describing.scripts import as_written, simplified
from generator.cleaning.describing.stated_facts import facts

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
JOURNAL = re.compile(r"关键词|关键字|中图分类号|文献标[识志]码|文章编号|摘\s*要")
OUTLINE = re.compile(
    r"\d{1,2}(?:[.．]\d{1,2})+\s*\D|\d{1,2}[ \u3000]+[\u4e00-\u9fff]|\d{1,2}总则"
    r"|(?:引言|前言|导语|绪论)[:：]"
)
"""A line of an outline: 5.1善后处理, 1 总则."""

SPACED_OUT = re.compile(r"^\S{1,2}\s\S|\s\S\s")  # characters that a page set apart
KICKER = re.compile(r"\S\s+\S+\s+\S")  # several phrases above a headline
QUALIFIER = re.compile(
    r"[（(【\[](?!.*(?:图|现场|合影|记者|来源|资料|通过|公布|发布|印发"
    r"|[\d一二三四五六七八九十]月|\d{4}[-./]))[^（）():：]{1,30}[）)】\]]"
)
PAIRS = ("“”", "《》", "（）", "()", "【】", "〈〉")
WEIGHT_NAMED = 4
WEIGHT_REPEATED = 3
WEIGHT_NEAR = 1
SHORTEST = 4
LONGEST_NAME = 3
FIRST_OF_SEVERAL = re.compile(r"(?:范文|范本|篇|之)?[一1]$")
SAMPLE = re.compile(r"(?<=\S{6})(?:范文|范本|例文|模板)[一1]$")
TOLD = 800  # characters of the text in which it takes up the words of its title


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
    read = simplified(text)
    found = _find(read)
    return found and StatedTitle(as_written(found.text, read, text), found.first, found.last)


def _find(text: str) -> StatedTitle | None:
    """Return the title of a text in simplified characters."""
    lines = lines_of(text)
    if len(lines) < 2:  # all of the text on one line
        glued = glued_title(lines[0]) if lines else ""
        return StatedTitle(glued, 0, 0) if glued else None
    head = read_head(lines)
    candidates = _without_parallels(_candidates(_without_verse(head)))
    labelled = _labelled(head)
    if not candidates:
        found = embedded_title(text, lines[len(head) :], labelled)
        return StatedTitle(found, 0, 0) if found else None
    said = [(plain(line.text), line.number) for line in head if line.sort != "facts"]
    told = _pairs("".join(lines[len(head) :])[:TOLD])
    worth = [
        _worth(each, candidates, said, labelled) + _is_echoed(each, told) for each in candidates
    ]
    best = max(range(len(candidates)), key=lambda at: (worth[at], -at))
    chosen = candidates[best]
    if is_named(labelled) and not is_named(chosen.text):
        return StatedTitle(labelled, chosen.first, chosen.last)
    chosen = _common(chosen, candidates)
    same = [each for each in (chosen, *candidates) if plain(each.text) == plain(chosen.text)]
    return min(same, key=lambda each: (bool(re.search(r"\s", each.text)), each.first))


def _common(chosen: StatedTitle, candidates: Sequence[StatedTitle]) -> StatedTitle:
    """Return the common title of several texts, where the title of the first was chosen."""
    common = FIRST_OF_SEVERAL.sub("", chosen.text)
    if common == chosen.text:
        return chosen
    others = [each for each in candidates if plain(common) in plain(each.text) and each != chosen]
    if others:
        return StatedTitle(common, others[0].first, others[0].last)
    sample = SAMPLE.sub("", chosen.text)
    return StatedTitle(sample, chosen.first, chosen.last)


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
    pair = head[at : at + 2]
    return (
        len(pair) == 2 and all(map(_plain_raw, pair)) and "".join(map(_plain_raw, pair)) in wholes
    )


def _plain_raw(line: HeadLine) -> str:
    return plain(line.raw)


def _joined(text: str, below: HeadLine, wholes: frozenset[str]) -> str:
    """Return a title with the line below it, where that line goes on with it; else nothing."""
    if plain(text + below.text) in wholes and plain(below.text):
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


def _labelled(head: Sequence[HeadLine]) -> str:
    """Return the title that is stated behind a label (标题：…)."""
    stated = facts([line.raw for line in head if line.sort == "facts"])
    titles = [each.value for each in stated if each.kind == "title" and len(each.value) >= SHORTEST]
    return bare_title(titles[0]) if titles else ""


def _worth(
    title: StatedTitle,
    candidates: Sequence[StatedTitle],
    said: Sequence[tuple[str, int]],
    labelled: str,
) -> int:
    """Return how much speaks for a candidate; `said` are the head's lines with their numbers."""
    own = plain(title.text)
    worth = (len(own) >= 8) + (len(own) >= 12) - 2 * (len(own) < 5)
    worth += WEIGHT_NAMED * is_named(title.text) + bool(re.search("关于|^在.*上的", title.text))
    others = [line for line, number in said if not title.first <= number <= title.last]
    others += [plain(each.text) for each in candidates if each is not title]
    others.append(plain(labelled))
    repeated = any(own in line or (len(line) >= 8 and line in own) for line in others)
    worth += WEIGHT_REPEATED * (len(own) >= 6 and repeated)
    worth -= 2 * (SPACED_OUT.search(title.text) is not None)
    return worth + WEIGHT_NEAR * (title is _nearest(candidates))


def _is_echoed(title: StatedTitle, told: set[str]) -> bool:
    """Tell whether the text takes up the words of a title; the name of a site it does not."""
    own = _pairs(title.text)
    return len(own & told) * 2 >= len(own)


def _pairs(text: str) -> set[str]:
    """Return the pairs of letters that stand beside one another in a text."""
    return {first + second for first, second in pairwise(plain(text))}


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
