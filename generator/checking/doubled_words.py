"""T-003: a word twice in a row: 主题教育教育; not 层层, 讨论讨论, 能不能不, 常委会会议."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.doubt import Doubt
from generator.model import Document

WORD = re.compile("([\u4e00-\u9fff]{2,6})\\1(?!\\1)")
USUAL = re.compile(
    "一.|研究|讨论|学习|商量|考虑|锻炼|交流|沟通|一[\u4e00-\u9fff]{1,2}|.对|[\u4e00-\u9fff][是不]"
)
# Single characters that are written twice by mistake, with the words that end or begin so.
SINGLE = re.compile(
    "(?<!目)的的(?!确)|(?<!为)了了(?!解|却|然|事|如)|(?<![于但只还也就都而正若要凡可总])是是(?!非)"
    "|(?<![存现实所正内外潜好])在在|(?<![总共温缓中])和和(?!平|谐|睦|气|美)|(?<![参赋给授])与与"
    "|(?<![以涉普])及及(?!时|其|早|格)|(?<![行作认成因以])为为|(?<![相反针面绝应])对对(?!联|策|象|手)"
    "|(?<![委公党协全总大工])会会|上上(?!级|下|海|班|报|升|述(?!责)|一|个|传)|(?<!即)将将(?!领|军|士)"
    "|(?<![并而])且且|并并|把把(?!握|关|守)|被被|从从(?!严|事|政|业|重|来)|由由|该该|我我|他他|这这|不不"
)


def find(document: Document) -> Iterator[Doubt]:
    """Yield every word or particle that stands twice in a row."""
    text = document.piece.text
    for match in WORD.finditer(text):
        if not USUAL.fullmatch(match[1]) and len(set(match[1])) > 1:
            yield Doubt(match.start(), match.end(), f"“{match[1]}”重出", (match[1],))
    for match in SINGLE.finditer(text):
        yield Doubt(match.start(), match.end(), f"“{match[0][0]}”字重出", (match[0][0],))
