"""A page as drawn -> a page to read: hidden words left out on record, missing Unicode said.

Invisible characters over a picture of the page are the text that an earlier reader recognised;
without a picture they are hidden words.
"""

from __future__ import annotations

from dataclasses import replace

from generator.content.importing.layout import Page
from generator.content.importing.layout.no_text import (
    NO_UNICODE,
    UNREADABLE_PAGE,
    with_missing,
    without_askew,
    without_hidden,
)
from generator.content.importing.layout.turning import runs_down, upright_columns
from generator.content.importing.pdf.drawn import DrawnPage

PICTURE_PAGE = 0.5  # of a page's area, that a scan covers at least
UNREADABLE = 0.3  # of a page's characters without Unicode, beyond which it is not taken


def usable_page(drawn: DrawnPage) -> Page:
    """Return a page with its doubts, and what is left out of it."""
    page = drawn.page
    hidden = "".join(glyph.text for glyph in drawn.invisible)
    if hidden.strip() and is_scan(page):
        message = f"第{page.number}页是扫描的图，文字取自其上看不见的文字层，没有校对过"
        glyphs = (*page.glyphs, *drawn.invisible)
        page = replace(page, glyphs=glyphs, remarks=(*page.remarks, ("I-003", message)))
    else:
        page = without_hidden(page, hidden)
    page = without_hidden(page, drawn.outside, "页面以外", "在页面以外，看不见")
    page = without_hidden(page, drawn.tiny, "极小文字", "字小得看不见")
    page = _readable(without_askew(page, drawn.askew))
    return upright_columns(page) if runs_down(page.glyphs) else page


def is_scan(page: Page) -> bool:
    """Tell whether pictures cover most of a page."""
    area = sum((each.right - each.left) * (each.bottom - each.top) for each in page.pictures)
    return area > PICTURE_PAGE * page.width * page.height


def _readable(page: Page) -> Page:
    """Return a page that says what has no Unicode; where that is much, none of its text is taken.

    What its other characters say is on record: a text with every third character missing is none.
    """
    seen = [glyph for glyph in page.glyphs if not glyph.blank]
    missing = sum(1 for glyph in seen if glyph.text == NO_UNICODE)
    said = with_missing(page, missing)
    if missing <= UNREADABLE * len(seen):
        return said
    words = "".join(glyph.text for glyph in page.glyphs)
    unread = (UNREADABLE_PAGE, words, "字体没有文字编码")
    return replace(said, glyphs=(), left_out=(*said.left_out, unread))
