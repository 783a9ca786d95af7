"""T-004: half-width marks left beside Chinese: 卡尔.马克思"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.model import Document
from generator.text import labels

HAN = "[\u3400-\u9fff，。；：、”’）》]"
MARK = re.compile(f"(?<={HAN})[,;:?!.()\"'](?=\\D|$)|(?<![0-9])[,;:?!()\"'](?={HAN})")
LABEL = re.compile(rf"^{labels.TYPED}[.)]", re.MULTILINE)


def find(document: Document) -> Iterator[Doubt]:
    """Yield every half-width mark beside Chinese, but for the labels of lists."""
    text = document.piece.text
    labels = {at for match in LABEL.finditer(text) for at in range(*match.span())}
    for match in MARK.finditer(text):
        if match.start() not in labels:
            yield Doubt(match.start(), match.end(), f"中文里的半角标点 {match[0]}", (match[0],))
