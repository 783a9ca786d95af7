"""Names made of several of one make: 机械化换人、自动化减人, 提示函、警示函."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

LEAST, MOST = 3, 6  # letters of each
ITEMS = 4
QUOTED = re.compile("“([\u3400-\u9fff]{2,8}(?:、[\u3400-\u9fff]{2,8}){1,3})”")
LETTERS = re.compile("[\u3400-\u9fff]+")


def parallel_names(name: str, texts: Iterable[str], phrases: Container[str]) -> tuple[str, ...]:
    """Return the names among which `name` stands in one of `texts`, apart by 、; else none.

    They have as many letters, and some of them the same, and are all among `phrases`, or stand in
    one pair of quotation marks: “双随机、一公开”.
    """
    for text in texts:
        at = text.find(name)
        while at >= 0:
            if name in (quoted := _in_quotes(text, at)):
                return quoted
            row = _around(text, at, len(name))
            if row and all(each in phrases for each in row):
                return row
            at = text.find(name, at + 1)
    return ()


def _in_quotes(text: str, at: int) -> tuple[str, ...]:
    opened = text.rfind("“", 0, at)
    if opened < 0 or not (match := QUOTED.match(text, opened)) or match.end() <= at:
        return ()
    return tuple(match[1].split("、"))


def _around(text: str, at: int, size: int) -> tuple[str, ...]:
    """Return the row of names of `size` letters in which the one at `at` stands."""
    if not LEAST <= size <= MOST:
        return ()
    start, end = at, at + size
    while (before := _plain(text, start - 1 - size, size)) and text[start - 1] == "、":
        if not _alike(before, text[start : start + size]):
            break
        start -= size + 1
    while text[end : end + 1] == "、" and (after := _plain(text, end + 1, size)):
        if not _alike(text[end - size : end], after) or _goes_on(text, end + 1 + size):
            break
        end += size + 1
    names = tuple(text[start:end].split("、"))
    return names if 1 < len(names) <= ITEMS and len(set(names)) == len(names) else ()


def _plain(text: str, start: int, size: int) -> str:
    """Return the `size` letters at `start`; empty where there are not so many."""
    piece = text[start : start + size] if start >= 0 else ""
    return piece if len(piece) == size and LETTERS.fullmatch(piece) else ""


def _goes_on(text: str, end: int) -> bool:
    """Tell whether a letter that is no particle follows: the last of the row is longer."""
    return LETTERS.match(text, end) is not None and text[end] not in "的等和"


def _alike(one: str, other: str) -> bool:
    """Tell whether the first or last letter is the same, or two are, or both deny."""
    same = [a for a, b in zip(one, other, strict=True) if a == b]
    ends = one[0] == other[0] or one[-1] == other[-1]
    return one != other and (ends or len(same) > 1 or "不" in same)
