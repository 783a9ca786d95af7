"""A heading that runs into what it heads: 一、总体要求 坚持以人民为中心。 -> two lines.

Two cases: a numbered heading parted from its text by a space only, and a numbered
heading that follows the stop of the paragraph before it where the document otherwise
gives such headings lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings

NUMERAL = "[一二三四五六七八九十百]{1,4}"
STYLES = (
    rf"{NUMERAL}、",
    rf"[（(]{NUMERAL}[）)]",
    rf"第{NUMERAL}[编章节][ \t\u3000]",
    rf"第{NUMERAL}条[ \t\u3000]",
)
HEADING = r"[^\s。；，、：:,;?？!！]{2,30}"
SPACED = re.compile(
    rf"^[ \t\u3000]*(?:{'|'.join(STYLES)})[ \t\u3000]*{HEADING}"
    r"(?P<gap>[ \t\u3000]+)(?=\S[^\n]*[。；])",
    re.MULTILINE,
)
LEAST_OWN_LINES = 2


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a line end for every place where a heading is to stand apart."""
    places = {match.span("gap") for match in SPACED.finditer(text)}
    for style in STYLES:
        own = len(re.findall(rf"^[ \t\u3000]*{style}", text, re.MULTILINE))
        if own >= LEAST_OWN_LINES:
            places |= {
                match.span("gap")
                for match in re.finditer(
                    rf"(?<=[^\n][。！？])(?P<gap>[ \t\u3000]*)(?={style})", text
                )
            }
    for start, end in sorted(places):
        yield Change(start, end, "\n")
