"""Markers of document sites, mid-word too: 问题亲##paidbegin##自过问 -> 问题亲自过问.

Each half goes by itself, so unbalanced ones go too; what is left when an inner marker is
gone is looked at again: ##paid##paidend##begin## -> nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.cleaning.ledger import Change, apply, compose
from generator.cleaning.settings import CleaningSettings

MARKERS = (
    r"#{1,3}\s?/?paid[-_ ]?(?:begin|start|end|content)\s?#{1,3}",  # ##paidbegin##
    r"\{\{/?(?:hide|hidden|pay|paid|vip|buy|login|page|page[_-]?break|next[_-]?page|"
    r"more)(?:[_-]?(?:begin|start|end|content))?\}\}",
    r"\[!--[A-Za-z][\w.:/-]{0,60}--\]",  # [!--empirenews.page--]
    r"<!--[^<>\n]{0,200}?-->",
    r"\[/?(?:hide|hidden|reply|pay|paid|payread|buy|vip|vipshow|page|page[ _-]?break|"
    r"next[ _-]?page|free|sell|more|password|login|member)(?:=[^\]\s]{0,20})?\]",
    r"\{/?(?:hide|hidden|pay|paid|vip|page|page[ _-]?break|next[ _-]?page|more)\}",
    r"#p#[^#\n]{0,40}#e#",  # the page title of DedeCMS
    r"_ueditor_page_break_tag_",
    r"\[\s?(?:分页|付费内容|隐藏内容|此处隐藏)\s?(?:开始|结束)?\s?\]",
    r"【(?:付费内容|隐藏内容|会员内容)(?:开始|结束)?】",
)
PAIRED = re.compile(  # any word between doubled signs: $$paidend$$, ##pagebreak##
    r"(?P<sign>[#$@%~^]{2,3})/?[A-Za-z][A-Za-z_:-]{1,24}(?:=[\w-]{1,12})?(?P=sign)"
)
DEPTH = 8  # markers inside markers inside markers: seen in the wild to a depth of two


def find(text: str, settings: CleaningSettings) -> Iterable[Change]:
    """Return a deletion for every marker, those of library.yml (`markers:`) included."""
    own = sorted(map(re.escape, settings.markers), key=len, reverse=True)
    marker = re.compile("|".join((*own, *MARKERS)), re.IGNORECASE)
    changes: list[Change] = []
    left = text
    for form in (marker, PAIRED):  # what is known first: ##paid##paidend##begin##
        for _ in range(DEPTH):
            found = [Change(match.start(), match.end(), "") for match in form.finditer(left)]
            if not found:
                break
            changes = compose(text, changes, found)
            left = apply(left, found)
    return changes
