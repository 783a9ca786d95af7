"""What is drawn on a page and is no text: hidden words, words askew, glyphs without Unicode.

A reader takes such words off a page; here they go on its record, and are said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.content.importing.layout.page import Page

NO_UNICODE = "\ufffd"
UNREADABLE_PAGE = "读不出的页"
HIDDEN = "隐藏文字"
LONGEST = 20  # characters of left out words that a message shows


def main_angle(angles: Iterable[int]) -> int:
    """Return which way most characters stand, in degrees: 0, 90, 180 or 270."""
    straight = Counter(angle for angle in angles if angle % 90 == 0)
    return max(straight, key=lambda angle: (straight[angle], -angle), default=0)


def without_hidden(page: Page, words: str, kind: str = HIDDEN, why: str = "隐藏文字不公开") -> Page:
    """Return a page with words that are not seen on its record; itself where there are none."""
    return _left(page, words, (kind, words, why), "I-001", "看不见的文字")


def without_askew(page: Page, words: str) -> Page:
    """Return a page with words that run another way on its record; itself without any."""
    left_out = ("斜排文字", words, "与正文方向不同，多为水印、印章")
    return _left(page, words, left_out, "I-005", "与正文方向不同的文字")


def with_missing(page: Page, count: int) -> Page:
    """Return a page that says how many of its characters have no Unicode; itself where none."""
    if not count:
        return page
    message = f"第{page.number}页有{count}个字没有文字编码，读不出"
    return replace(page, remarks=(*page.remarks, ("I-006", message)))


def shown(words: str) -> str:
    """Return the beginning of words, without blanks, for a message."""
    flat = "".join(words.split())
    return flat if len(flat) <= LONGEST else f"{flat[:LONGEST]}……"


def _left(page: Page, words: str, left_out: tuple[str, str, str], code: str, what: str) -> Page:
    if not words.strip():
        return page
    remark = (code, f"第{page.number}页有{what}：{shown(words)}")
    return replace(page, left_out=(*page.left_out, left_out), remarks=(*page.remarks, remark))
