"""T-006: a heading with nothing below it: 三、下一步打算, and then the end"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.model import Document

SENTENCE = re.compile("[，；].*。$")  # an item in one sentence is its own text


def find(document: Document) -> Iterator[Doubt]:
    """Yield every heading on its own line whose section holds no text."""
    text = document.piece.text
    alone = {paragraph.start for paragraph in document.paragraphs if paragraph.heading}
    for heading in document.outline:
        if heading.inline or heading.start not in alone:
            continue
        if SENTENCE.search(text[heading.start : heading.end]):
            continue
        if not text[heading.end : heading.section_end].strip():
            yield Doubt(heading.start, heading.end, "标题之下没有正文")
