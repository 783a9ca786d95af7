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


def find(document: Document) -> Iterator[Doubt]:
    """Yield every bracket without a partner, but for the bracket of a label: 1）"""
    text = document.piece.text
    for at in unpaired(text, PAIRS):
        line_start = text.rfind("\n", 0, at) + 1
        if text[at] in ")）" and LABEL.match(text[line_start:at]):
            continue
        kind = "前" if text[at] in PAIRS else "后"
        other = "后" if kind == "前" else "前"
        yield Doubt(at, at + 1, f"{kind}括号{text[at]}没有相应的{other}括号")
