"""T-010: characters lost in a conversion: 监�"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.model import Document

LOST = re.compile("[\ufffd\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff]+|锟斤拷|烫烫烫|屯屯屯")


def find(document: Document) -> Iterator[Doubt]:
    """Yield every run of replacement or private characters, and the marks of a wrong decoding."""
    for match in LOST.finditer(document.piece.text):
        code = "、".join(f"U+{ord(char):04X}" for char in dict.fromkeys(match[0]))
        yield Doubt(match.start(), match.end(), f"无法辨认的字符（{code}）")
