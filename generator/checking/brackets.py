"""T-002: brackets and title marks without a partner: 《意见要求"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.checking.pairs import unpaired
from generator.model import Document
from generator.text import labels

PAIRS = {"（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "[": "]"}
LABEL = re.compile(rf"[ \u3000]*{labels.TYPED}$")
LONGEST_LABEL = 40  # with the blanks before it


def find(document: Document) -> Iterator[Doubt]:
    """Yield every bracket without a partner, but for the bracket of a label: 1）"""
    text = document.piece.text
    for at in unpaired(text, PAIRS):
        if text[at] in ")）" and _closes_label(text, at):
            continue
        kind = "前" if text[at] in PAIRS else "后"
        other = "后" if kind == "前" else "前"
        said = f"{kind}括号{text[at]}没有相应的{other}括号"
        yield Doubt(at, at + 1, said, (text[at],))


def _closes_label(text: str, at: int) -> bool:
    """Tell whether only a label stands before `at` on its line."""
    first = max(0, at - LONGEST_LABEL)
    end = text.rfind("\n", first, at)
    if end < 0 and first > 0:
        return False  # the line is longer than a label
    return LABEL.match(text[max(first, end + 1) : at]) is not None
