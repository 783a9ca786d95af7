"""Places, persons and figures that a document leaves blank: XX县, 20xx年x月xx日, 共XX次.

They stay as received, and outputs may show them as such.  The same signs over words of
a fixed phrase (xx特色社会主义) are a filter's doing: they are to be restored in errata.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

SIGNS = re.compile(r"(?:20|19)?[xXｘＸ×＊*○]{1,6}(?![A-Za-z0-9])")
LEFT_OUT = re.compile(
    "[省市县区州旗镇乡村街局部委厅处科办院校所站队室厂组团"
    "年月日时分个名人次条件份期项家位起场例批册间万亿元多余余%％届号]"
    "|同志|书记|主任|局长|县长|市长|公司|单位|部门|社区|党|在|[，。、；：）》”]|$"
)
TITLED = re.compile("(?:书记|局长|主任|县长|市长|区长|部长|厅长|处长|科长|同志|组长|主席|委员)$")
CHINESE = re.compile("[\u3400-\u9fff，。、；：（）《》“”]")


class Blank(NamedTuple):
    """A blank in a text: where it stands, and whether it hides a place, person or figure."""

    start: int
    end: int
    kind: Literal["anonymised", "masked"]


def blanks(text: str) -> Iterator[Blank]:
    """Yield the blanks of `text` in order; offsets into it."""
    for match in SIGNS.finditer(text):
        before, after = (
            text[max(0, match.start() - 4) : match.start()],
            text[match.end() : match.end() + 2],
        )
        near = before[-1:] + after[:1]
        if re.search("[A-Za-z0-9]$", before) or not CHINESE.search(near):
            continue
        left_out = LEFT_OUT.match(after) is not None or TITLED.search(before) is not None
        if match[0][0] in "*＊○×" and len(match[0]) == 1 and not left_out:
            continue
        yield Blank(match.start(), match.end(), "anonymised" if left_out else "masked")
