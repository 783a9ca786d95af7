"""Page numbers, and the running heads and feet beside them: — 3 — -> nothing.

A bare number counts only in a rising series; a running head only when the same short
line stands beside page numbers at least twice, breaks into sentences again and again, or
carries the rising number itself.  The head of the first page goes too, unless it is the
document's own title.  Inside a line a page number goes where it parts two ideographs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.cleaning.ledger import Change
from generator.cleaning.lines import Line, lines_of
from generator.cleaning.settings import CleaningSettings
from generator.text import labels

NUMBERED = re.compile(
    r"[-—–―·•]+\s*\d{1,4}\s*[-—–―·•]+|第\s*\d{1,4}\s*页(?:[,，/ ]*共\s*\d{1,4}\s*页)?"
    r"|\d{1,4}\s*/\s*\d{1,4}|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
BARE = re.compile(r"\d{1,4}")
HAN = "\u3400-\u9fff"
INSIDE = re.compile(
    rf"(?<=[{HAN}，、])[ \u3000]*(?:[-—–]{{1,2}}[ \u3000]+\d{{1,3}}[ \u3000]+[-—–]{{1,2}}"
    rf"|(?<![见在到至于载从自如按])第 ?\d{{1,3}} ?页 ?[,，/]? ?共 ?\d{{1,3}} ?页)[ \u3000]*(?=["
    rf"{HAN}])"
)
WITH_NUMBER = re.compile(
    r"(?:(?P<first>\d{1,3})[ \u3000·•|｜/—-]+)?(?P<words>\S(?:.*[^\d\s·•|｜/—-])?)(?:[ \u3000·•|"
    r"｜/—-]+(?:第 ?)?(?P<last>\d{1,3})(?: ?页)?[·•—-]?)?"
)
COUNTED = re.compile("案例|附件|附表|附录|[表图例]$|问题|材料|报告|专题|清单|任务|篇$|组$|类$")
LABEL = re.compile(labels.any_of(labels.DIVISION, labels.ARTICLE, labels.LOOSE))
STOP = re.compile("[。！？；]")
LONGEST_HEAD = 40
SHORTEST_HEAD = 5  # characters of a head that is known without a number beside it
SERIES = 2
LEAST_LINE = 15  # a line of fewer characters that ends in no stop may be a heading


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every line or number that belongs to the page, not to the text."""
    lines = lines_of(text)
    numbers = {at for at, line in enumerate(lines) if NUMBERED.fullmatch(line.words)}
    numbers |= _series(lines)
    heads = _heads(lines, numbers) | _interrupting(lines, numbers) | _numbered_heads(lines)
    gone = numbers | heads | _first_heads(lines, {lines[at].words for at in heads})
    for at, line in enumerate(lines):
        if at in gone:
            yield line.deletion()
        else:
            for match in INSIDE.finditer(text, line.start, line.end):
                yield Change(match.start(), match.end(), "")


def _series(lines: Sequence[Line]) -> set[int]:
    """Return the lines that are bare numbers, each one more than the one before."""
    bare = [
        (at, int(line.words))
        for at, line in enumerate(lines)
        if len(line.words) <= 4 and BARE.fullmatch(line.words)
    ]
    found: set[int] = set()
    run: list[int] = []
    expected = None
    for at, value in bare:
        apart = not run or at - run[-1] > 1  # between two page numbers there is a page
        if value != expected or not apart:
            run = []
        run.append(at)
        expected = value + 1
        if len(run) > SERIES:
            found.update(run)
    return found


def _can_be_head(line: Line) -> bool:
    """Tell whether a line is short, no sentence and no heading with a label."""
    words = line.words
    return len(words) <= LONGEST_HEAD and not STOP.search(words) and not LABEL.match(words)


def _heads(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Return the short lines that stand beside page numbers again and again."""
    beside = {
        near
        for at in numbers
        for near in (at - 1, at + 1)
        if 0 <= near < len(lines) and near not in numbers
    }
    counts = Counter(lines[at].words for at in beside)
    return {at for at in beside if counts[lines[at].words] >= SERIES and _can_be_head(lines[at])}


def _interrupting(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Return the short lines that stand in the midst of sentences, the same at least thrice."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if at not in numbers and len(line.words) >= SHORTEST_HEAD and _can_be_head(line):
            places[line.words].append(at)
    found: set[int] = set()
    for same in places.values():
        if len(same) > SERIES and sum(_breaks_in(lines, at) for at in same) >= SERIES:
            found.update(at for at in same if at != same[0] or _breaks_in(lines, at))
    return found


def _breaks_in(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the line above breaks off and the one below ends its sentence."""
    if not 0 < at < len(lines) - 1:
        return False
    above, below = lines[at - 1].words, lines[at + 1].words
    broken = len(above) >= LEAST_LINE and re.search("[^。！？；：…”）》]$", above) is not None
    return broken and STOP.search(below) is not None and not LABEL.match(below)


def _numbered_heads(lines: Sequence[Line]) -> set[int]:
    """Return the lines of the same words that count the pages: 公报 · 3, 公报 · 4, 公报 · 5."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if not _can_be_head(line) or not re.search(r"^\d|\d\D{0,3}$", line.words):
            continue
        match = WITH_NUMBER.fullmatch(line.words)
        if match is None or COUNTED.search(match["words"]) or len(match["words"]) < SHORTEST_HEAD:
            continue
        if number := match["first"] or match["last"]:
            places[match["words"]].append((at, int(number)))
    return {
        at
        for same in places.values()
        if len(same) > SERIES
        and all(
            after[1] == before[1] + 1 and after[0] - before[0] > 1
            for before, after in pairwise(same)
        )
        for at, _ in same
    }


def _first_heads(lines: Sequence[Line], heads: set[str]) -> set[int]:
    """Return the head of the first page, where the title stands below it."""
    if len(lines) > 1 and lines[0].words in heads and not lines[1].is_prose:
        return {0}
    return set()
