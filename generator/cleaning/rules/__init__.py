"""The cleaning rules, one file each, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.cleaning.ledger import Change
from generator.cleaning.rules import (
    blank_lines,
    broken_lines,
    bylines,
    errata,
    glued_headings,
    invisible_characters,
    line_ends,
    page_furniture,
    paywall_markers,
    promotion_lines,
    punctuation_width,
    spaces,
    straight_quotes,
)
from generator.cleaning.settings import CleaningSettings

Find = Callable[[str, CleaningSettings], Iterable[Change]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A cleaning rule: its code, its name for readers, and what finds its changes.

    `find` yields changes in order that never overlap; offsets into the text it is given.
    """

    code: str
    name: str
    find: Find


RULES: tuple[Rule, ...] = (
    Rule("C-001", "行尾统一", line_ends.find),
    Rule("C-002", "不可见字符", invisible_characters.find),
    Rule("C-003", "付费标记", paywall_markers.find),
    Rule("C-004", "推广语句", promotion_lines.find),
    Rule("C-005", "页眉页码", page_furniture.find),
    Rule("C-006", "署名与图片说明", bylines.find),
    Rule("C-007", "标题与正文分行", glued_headings.find),
    Rule("C-008", "标点全角", punctuation_width.find),
    Rule("C-009", "引号成对", straight_quotes.find),
    Rule("C-010", "多余空格", spaces.find),
    Rule("C-011", "断行接续", broken_lines.find),
    Rule("C-012", "多余空行", blank_lines.find),
    Rule("C-013", "勘误", errata.find),
)

OUTSIDE = Rule("C-900", "篇外文字", lambda text, settings: ())
FOREIGN = Rule("C-901", "文末无关文字", lambda text, settings: ())
DROPPED = Rule("C-902", "编者不收", lambda text, settings: ())
CUTS = (OUTSIDE, FOREIGN, DROPPED)  # made by cutting into pieces, not by a search

NAMES: dict[str, str] = {rule.code: rule.name for rule in (*RULES, *CUTS)}
