"""A heading that runs into what it heads: 一、总体要求 坚持以人民为中心。 -> two lines.

Two cases: a numbered heading parted from its text by a space only (1.1 监督手段单一 日常监督…),
and a numbered heading that follows the stop of the paragraph before it where the document otherwise
gives such headings lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings
from generator.text import labels

BLANK = r"[ \t\u3000]"
STYLES = (
    labels.SECTION.pattern,
    labels.ITEM.pattern,
    labels.DIVISION.pattern + BLANK,
    labels.ARTICLE.pattern + BLANK,
)
HEADING = r"[^\s。；，、：:,;?？!！]{2,30}"
SPACED = re.compile(
    rf"^{BLANK}*(?:{'|'.join(STYLES)}|{labels.DECIMAL.pattern}){BLANK}*(?P<heading>{HEADING})"
    rf"(?P<gap>{BLANK}+)(?=\S[^\n]*[。；])",
    re.MULTILINE,
)
HALF = re.compile("[\u3400-\u9fff]{4,}(?=[。\n])")
LEAST_OWN_LINES = 2


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a line end for every place where a heading is to stand apart."""
    places = {match.span("gap") for match in SPACED.finditer(text) if not _is_half(text, match)}
    for style in STYLES:
        own = len(re.findall(rf"^{BLANK}*{style}", text, re.MULTILINE))
        if own >= LEAST_OWN_LINES:
            places |= {
                match.span("gap")
                for match in re.finditer(rf"(?<=[^\n][。！？])(?P<gap>{BLANK}*)(?={style})", text)
            }
    for start, end in sorted(places):
        yield Change(start, end, "\n")


def _is_half(text: str, match: re.Match[str]) -> bool:
    """Tell whether the heading goes on behind the space: 强化政治建设 铸牢忠诚根基。"""
    other = HALF.match(text, match.end("gap"))
    return other is not None and abs(len(other[0]) - len(match["heading"])) <= 1
