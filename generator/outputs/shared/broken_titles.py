"""Titles in HTML with the places marked where their lines may end: by sense, never 一把/手.

The style sheets keep all words of titles together (word-break: keep-all), so that lines end at
<wbr> or, where a line can't hold what stands between two of them, anywhere.  A <wbr> is no
character: what is copied, searched for and read aloud is the title as it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

from generator.text.title_breaks import TitleBreak, title_breaks

BREAK = "<wbr>"
LONGEST = 7  # ems of a piece that narrow columns hold; longer ones may end at a hard break too
LETTER = re.compile(r"<[^>]*>|&(?:#\w+|\w+);|.", re.DOTALL)
HEADING = re.compile(r"(<h([1-6])\b[^>]*>)(.*?)(</h\2>)", re.DOTALL)
ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&#34;": '"', "&#39;": "'"}


def by_sense(title: str) -> Markup:
    """Return `title`, text or the markup of one line, as HTML with <wbr> where lines may end."""
    return Markup(_marked(str(escape(title))))


def pieces_by_sense(title: str) -> tuple[str, ...]:
    """Return the pieces of `title` between which a line may end on a page."""
    ends = [*sorted(breaks_in_html(title)), len(title)]
    return tuple(title[start:end] for start, end in zip([0, *ends], ends, strict=False))


def headings_by_sense(page: Markup) -> Markup:
    """Return a page's HTML with all its headings so marked."""
    return Markup(HEADING.sub(lambda found: f"{found[1]}{_marked(found[3])}{found[4]}", page))


@lru_cache(maxsize=8192)
def _marked(title: str) -> str:
    pieces = LETTER.findall(title)
    letters = [ENTITIES.get(each, each if len(each) == 1 else "") for each in pieces]
    places = breaks_in_html("".join(letters))
    if not places:
        return title
    made, at = [], 0
    for piece, letter in zip(pieces, letters, strict=True):
        if letter and at in places:
            made.append(BREAK)
        made.append(piece)
        at += len(letter)
    return "".join(made)


def breaks_in_html(title: str) -> frozenset[int]:
    """Return the offsets in `title` before which a line may end on a page.

    All that are free; of the hard ones those within a piece of over LONGEST ems; none beside a
    space, where a line may end anyway.
    """
    places: set[int] = set()
    start, hard = 0, list[int]()
    for each in (*title_breaks(title), TitleBreak(len(title), hard=False)):
        if each.hard:
            hard.append(each.at)
            continue
        if _ems(title[start : each.at]) > LONGEST:
            places.update(hard)
        places.add(each.at)
        start, hard = each.at, []
    return frozenset(
        at for at in places if 0 < at < len(title) and not title[at - 1 : at + 1].count(" ")
    )


def _ems(text: str) -> float:
    return sum(0.5 if letter.isascii() else 1.0 for letter in text)
