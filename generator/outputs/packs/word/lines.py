"""How many lines some words take: type of one width, and the marks that begin or end no line."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate

NO_START = frozenset("，。、；：！？）》〉”’」』】〕］｝…—·%‰℃)]}!,.:;?")
NO_END = frozenset("（《〈“‘「『【〔［｛([{$￥")
HANGING = frozenset("，。、；：！？,.")  # may stand behind the end of a line
NARROW = re.compile(r"[\x20-\x7e\xa0-\xff]")
WORD = re.compile(r"[0-9A-Za-z.,%/:_@#&+\-]")
# Times New Roman, in thousandths of its size; what is not here is half as wide as it is high
TIMES = {
    **dict.fromkeys(" .,", 250),
    **dict.fromkeys(":;ijlt/\\", 278),
    **dict.fromkeys("()-rfI[]!'|", 333),
    **dict.fromkeys("acezsJ?", 444),
    **dict.fromkeys("FPS", 556),
    **dict.fromkeys("ELTZ", 611),
    **dict.fromkeys("BCR", 667),
    **dict.fromkeys("wADGHKNOQUVXY", 722),
    **dict.fromkeys("m", 778),
    **dict.fromkeys("%", 833),
    **dict.fromkeys("MW", 900),
    **dict.fromkeys("+=<>", 564),
}
BETWEEN = 0.25  # of the size: what stands between Chinese and Latin letters


@lru_cache(maxsize=4096)
def count_lines(
    words: str, size: int, spacing: int, first: int, room: int, *, hanging: bool = True
) -> int:
    """Return how many lines `words` take.

    Lengths are in twentieths of a point: the size of the type, what is added behind each
    character, the first line, the others.  A line feed begins a line.  `hanging` lets a mark
    stand behind the end of a line, as in text, but not in the cells of a table.
    """
    return sum(
        _lines(line, size, spacing, first if at == 0 else room, room, hanging=hanging)
        for at, line in enumerate(words.split("\n"))
    )


def _lines(words: str, size: int, spacing: int, first: int, room: int, *, hanging: bool) -> int:
    ends = list(accumulate(_advances(words, size, spacing), initial=0.0))
    length = len(words)
    at = count = 0
    width = first
    while at < length:
        count += 1
        end = bisect_right(ends, ends[at] + width + 0.01) - 1
        if hanging and end < length and words[end] in HANGING and words[end - 1] not in HANGING:
            end += 1
        at = length if end >= length else _break_before(words, at, max(end, at + 1))
        width = room
    return max(count, 1)


def _advances(words: str, size: int, spacing: int) -> list[float]:
    """Return how much of the line each character takes."""
    full = float(size + spacing)
    if not NARROW.search(words):
        return [full] * len(words)
    found = []
    for place, letter in enumerate(words):
        narrow = letter < "\u0100" and letter != "·"
        wide = TIMES.get(letter, 500) * size / 1000 + spacing if narrow else full
        after = words[place + 1 : place + 2]
        if after and letter.isalnum() and after.isalnum() and narrow != (after < "\u0100"):
            wide += BETWEEN * size
        found.append(wide)
    return found


def _break_before(words: str, start: int, end: int) -> int:
    """Return where the line from `start` ends that holds no more than words[start:end]."""
    at = end
    while at > start + 1 and not _may_break(words, at):
        at -= 1
    return at if at > start + 1 or _may_break(words, at) else end


def _may_break(words: str, at: int) -> bool:
    before, after = words[at - 1], words[at]
    if after in NO_START or before in NO_END:
        return False
    return not (WORD.match(before) and WORD.match(after))
