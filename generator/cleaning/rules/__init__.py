"""The cleaning rules, one file each, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.cleaning.ledger import Change
from generator.cleaning.rules import (
    blank_lines,
    breadcrumbs,
    broken_lines,
    bylines,
    closing_bylines,
    collectors,
    compatibility_forms,
    end_matter,
    errata,
    glued_headings,
    invisible_characters,
    journal_lines,
    layout_bars,
    line_ends,
    masked_words,
    not_text,
    page_furniture,
    paywall_markers,
    promotion_lines,
    punctuation_width,
    repeated_titles,
    site_lines,
    site_tails,
    spaces,
    straight_quotes,
    withheld_notices,
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


RULES: tuple[Rule, ...] = (  # in the order of their work; a code once given stays
    Rule("C-001", "行尾统一", line_ends.find),
    Rule("C-002", "不可见字符", invisible_characters.find),
    Rule("C-014", "兼容字形", compatibility_forms.find),
    Rule("C-003", "付费标记", paywall_markers.find),
    Rule("C-015", "隐藏提示", withheld_notices.find),
    Rule("C-026", "版面竖线", layout_bars.find),
    Rule("C-016", "网页栏目与工具", site_lines.find),
    Rule("C-017", "页面路径", breadcrumbs.find),
    Rule("C-024", "题名后的站名", site_tails.find),
    Rule("C-018", "采编者的话", collectors.find),
    Rule("C-004", "推广语句", promotion_lines.find),
    Rule("C-005", "页眉页码", page_furniture.find),
    Rule("C-006", "署名与图片说明", bylines.find),
    Rule("C-019", "期刊著录", journal_lines.find),
    Rule("C-020", "文末附语", end_matter.find),
    Rule("C-021", "段末供稿署名", closing_bylines.find),
    Rule("C-007", "标题与正文分行", glued_headings.find),
    Rule("C-008", "标点全角", punctuation_width.find),
    Rule("C-009", "引号成对", straight_quotes.find),
    Rule("C-010", "多余空格", spaces.find),
    Rule("C-011", "断行接续", broken_lines.find),
    Rule("C-023", "题名重出", repeated_titles.find),
    Rule("C-012", "多余空行", blank_lines.find),
    Rule("C-025", "编者删去", not_text.find),
    Rule("C-013", "勘误", errata.find),
    Rule("C-022", "遮字还原", masked_words.find),  # what the editors corrected is not its affair
)

OUTSIDE = Rule("C-900", "篇外文字", lambda text, settings: ())
FOREIGN = Rule("C-901", "文末无关文字", lambda text, settings: ())
DROPPED = Rule("C-902", "编者不收", lambda text, settings: ())
CUTS = (OUTSIDE, FOREIGN, DROPPED)  # made by cutting into pieces, not by a search

NAMES: dict[str, str] = {rule.code: rule.name for rule in (*RULES, *CUTS)}
