"""A page as drawn -> a page to read: hidden words left out on record, missing Unicode said.

Invisible characters over a picture of the page are the text that an earlier reader recognised;
without a picture they are hidden words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.content.importing.layout import Glyph, Page
from generator.content.importing.layout.turning import runs_down, upright_columns
from generator.content.importing.pdf.drawn import NO_UNICODE, DrawnPage

PICTURE_PAGE = 0.5  # of a page's area, that a scan covers at least
UNREADABLE_PAGE = "读不出的页"
UNREADABLE = 0.3  # of a page's characters without Unicode, beyond which it is not taken


def usable_page(drawn: DrawnPage) -> Page:
    """Return a page with its doubts, and what is left out of it."""
    page = drawn.page
    place = f"第{page.number}页"
    left_out = list(page.left_out)
    remarks = list(page.remarks)
    glyphs = page.glyphs
    hidden = "".join(glyph.text for glyph in drawn.invisible)
    if hidden.strip() and is_scan(page):
        glyphs = (*glyphs, *drawn.invisible)
        remarks.append(("I-003", f"{place}是扫描的图，文字取自其上看不见的文字层，没有校对过"))
    elif hidden.strip():
        left_out.append(("隐藏文字", hidden, "隐藏文字不公开"))
        remarks.append(("I-001", f"{place}有看不见的文字：{_short(hidden)}"))
    for words, kind, reason in (
        (drawn.outside, "页面以外", "在页面以外，看不见"),
        (drawn.tiny, "极小文字", "字小得看不见"),
    ):
        if words.strip():
            left_out.append((kind, words, reason))
            remarks.append(("I-001", f"{place}有看不见的文字：{_short(words)}"))
    if drawn.askew.strip():
        left_out.append(("斜排文字", drawn.askew, "与正文方向不同，多为水印、印章"))
        remarks.append(("I-005", f"{place}有与正文方向不同的文字：{_short(drawn.askew)}"))
    glyphs, unreadable = _readable(glyphs)
    if unreadable:
        remarks.append(("I-006", f"{place}有{unreadable}个字没有文字编码，读不出"))
        if not glyphs:
            left_out.append((UNREADABLE_PAGE, NO_UNICODE * unreadable, "字体没有文字编码"))
    found = replace(page, glyphs=glyphs, left_out=tuple(left_out), remarks=tuple(remarks))
    return upright_columns(found) if runs_down(glyphs) else found


def is_scan(page: Page) -> bool:
    """Tell whether pictures cover most of a page."""
    area = sum((each.right - each.left) * (each.bottom - each.top) for each in page.pictures)
    return area > PICTURE_PAGE * page.width * page.height


def _readable(glyphs: tuple[Glyph, ...]) -> tuple[tuple[Glyph, ...], int]:
    """Return a page's glyphs, none when too many have no Unicode, and how many have not."""
    seen = [glyph for glyph in glyphs if not glyph.blank]
    missing = sum(1 for glyph in seen if glyph.text == NO_UNICODE)
    if missing > UNREADABLE * len(seen):
        return (), missing
    return glyphs, missing


def _short(words: str) -> str:
    flat = re.sub(r"\s+", "", words)
    return flat if len(flat) <= 20 else f"{flat[:20]}……"
