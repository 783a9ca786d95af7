"""Forms of a character that look alike and are not: ⼈⻔⾧ -> 人门长, ︵甲︶ -> （甲）.

Radicals and compatibility ideographs come out of PDF files whose fonts give one glyph two
numbers; marks for vertical setting and small forms out of old encodings.  Sources: the
Unicode Character Database (NFKC, and EquivalentUnifiedIdeograph.txt for the radicals that
NFKC leaves).  Where the ideograph is the traditional form and the text is simplified, its
simplified form is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings

FORMS = re.compile(
    "[\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9\ufe10-\ufe19\ufe30-\ufe44\ufe47\ufe48"
    "\ufe50-\ufe57\ufe59-\ufe5e\U0002f800-\U0002fa1d]"
)
RADICALS = dict(
    zip(
        "⺁⺄⺅⺈⺉⺊⺌⺍⺎⺒⺓⺖⺘⺙⺛⺜⺝⺞⺟⺠⺡⺣⺤⺦⺧⺨⺩⺪⺬⺭⺮⺰⺲⺶⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅"
        "⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "厂乙亻刀刂卜小小兀巳幺忄扌攵旡日月歺母民氵灬爫丬牛犭王疋示礻竹纟罒羊肉臼艹艹艹虎衤覀西见"
        "角角讠贝足车辶辶辶阝钅長镸长门阝雨青韦页风飞食飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)
MARKS = dict(
    zip(
        "︐︑︒︓︔︕︖︗︘︙︰︱︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈﹐﹑﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞",
        "，、。：；！？〖〗…：—＿（）｛｝〔〕【】《》〈〉「」『』［］，、；：？！（）｛｝〔〕",
        strict=True,
    )
)
TRADITIONAL = "見貝車長門韋頁風飛馬魚鳥鹵麥黃黽齊齒龍龜戶靑們國會為對這個來說時實問題產權關"
SIMPLIFIED = "见贝车长门韦页风飞马鱼鸟卤麦黄黾齐齿龙龟户青们国会为对这个来说时实问题产权关"
SIMPLIFY = dict(zip(TRADITIONAL, SIMPLIFIED, strict=True))


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the usual character for every compatibility form."""
    simplified: bool | None = None
    for match in FORMS.finditer(text):
        usual = _usual(match[0])
        if usual in SIMPLIFY:
            if simplified is None:
                simplified = _is_simplified(text)
            usual = SIMPLIFY[usual] if simplified else usual
        if usual != match[0]:
            yield Change(match.start(), match.end(), usual)


def _usual(form: str) -> str:
    known = RADICALS.get(form) or MARKS.get(form)
    plain = known or unicodedata.normalize("NFKC", form)
    return plain if len(plain) == 1 and not plain.isspace() and not plain.isascii() else form


def _is_simplified(text: str) -> bool:
    """Tell whether the text writes simplified characters, by those that have two forms."""
    simplified = sum(text.count(each) for each in SIMPLIFIED)
    return simplified >= sum(text.count(each) for each in TRADITIONAL)
