"""T-001: quotation marks without a partner in their paragraph: 加强对一把手”的监督"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.checking.pairs import unpaired
from generator.model import Document

PAIRS = {"“": "”", "‘": "’", "「": "」", "『": "』"}


def find(document: Document) -> Iterator[Doubt]:
    """Yield every quotation mark without a partner."""
    for at in unpaired(document.piece.text, PAIRS):
        mark = document.piece.text[at]
        kind = "前" if mark in PAIRS else "后"
        other = "后" if kind == "前" else "前"
        yield Doubt(at, at + 1, f"{kind}引号{mark}没有相应的{other}引号", (mark,))
