"""Places, persons and figures that a document leaves blank: XX县, 20xx年x月xx日, 共XX次.

They stay as received, and outputs may show them as such.  The same signs over words of
a fixed phrase (xx特色社会主义), stars (**委) and notes to whoever uses the text again
（单字替换） are a site's doing: they are to be restored in errata.yml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

SIGNS = re.compile(
    r"(?:20|19)?[xXｘＸ×＊*○]{1,6}(?![A-Za-z0-9])|(?<![_A-Za-z0-9])_{1,3}(?=[\u3400-\u9fff])"
)
STARS = frozenset("*＊_")
PERIOD = re.compile("[年月日时]")
NOTE = re.compile(  # 以稿换稿: what the next user is to put in
    r"[（(【\[](?:[单双两三四五多几]个?字替换|[词语字]{1,2}替换|(?:请|自行|请自行)(?:替换|填写|补充|修改)"
    r"|此处[^（）()。\n]{0,30}(?:替换|填写|补充|修改|省略|略去)[^（）()。\n]{0,8}"
    r"|(?:单位|人员|领导|组织|机构|地区|地名|会议|文件|部门|公司|学校)?(?:名称|姓名|名字)"
    r"|(?:姓名|职务|单位)(?:和|、)(?:姓名|职务|单位))[)）】\]]"
)
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
    found = [*SIGNS.finditer(text), *NOTE.finditer(text)]
    for match in sorted(found, key=_start):
        if match.re is NOTE:
            yield Blank(match.start(), match.end(), "masked")
            continue
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
        if match[0][-1] in STARS and not PERIOD.match(after):
            left_out = False
        yield Blank(match.start(), match.end(), "anonymised" if left_out else "masked")


def _start(match: re.Match[str]) -> int:
    return match.start()
