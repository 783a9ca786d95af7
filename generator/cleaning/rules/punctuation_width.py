"""Half-width marks in Chinese text: 党委(党组),要做到: -> 党委（党组），要做到：

Not in numbers (1,000  3.5), times (10:30), Latin words and addresses, nor in the labels
of lists (1.  2)).  A full stop only at the end of a line or quotation, since between two
characters it may be the dot of a name; in a text that uses dots for stops throughout,
also between clauses longer than a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings
from generator.text import labels

WIDE = {
    ",": "，",
    ";": "；",
    ":": "：",
    "∶": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    "｡": "。",
    "､": "、",
    "｢": "「",
    "｣": "」",
}
MARK = re.compile(
    r"(?P<dots>\.{3,}|。{3,})|(?P<dash>--+)|(?P<title><<|>>)|(?P<one>[,;:∶?!()｡､｢｣])|(?P<stop>\.)"
)
DOT = re.compile("[\u3400-\u9fff”’）》)]\\.(?![A-Za-z.])")
CLAUSE = re.compile("[\u3400-\u9fff]{3}[\u3400-\u9fff”’）》)]$|[0-9][%％]$")
FOREIGN_NAMES = frozenset(  # characters that write the names of foreigners
    "阿埃艾安奥巴贝本比彼波伯布达戴丹德登迪蒂杜顿恩尔法费弗福盖哥戈格古哈海汉赫亨霍基吉加贾杰卡凯"
    "康科克库拉莱兰劳勒雷里丽利列林琳卢鲁路伦罗洛马玛迈麦曼梅蒙米莫默姆穆纳南内尼宁纽诺欧帕佩皮珀"
    "普奇乔切瑞萨塞桑莎圣史斯思苏索塔泰坦特托瓦威维温沃乌西希夏谢雅亚扬耶伊英尤约扎詹珍朱兹佐翰逊森"
)
CLOSERS = "”’\"'>》）)】〉」』"
OPENERS = "“‘\"'<《（(【〈「『"
SPACES = " \t\u3000"
CHINESE_MARKS = "，。；：！？、《》“”（）…—·〔〕【】「」"
FAR = 20  # how many closing or opening marks are skipped to find a character


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the full-width form of every half-width mark that belongs to Chinese text."""
    pairs = _pairs(text)
    dotted = len(DOT.findall(text)) > text.count("。")
    for match in MARK.finditer(text):
        wide = _wide(text, match, pairs)
        if dotted and match["stop"] and _ends_clause(text, match.start()):
            wide = "。"
        if wide and wide != match[0]:
            yield Change(match.start(), match.end(), wide)


def is_chinese(char: str) -> bool:
    """Tell whether a character is an ideograph or a mark of Chinese text."""
    return bool(char) and (is_ideograph(char) or char in CHINESE_MARKS)


def _wide(text: str, match: re.Match[str], pairs: dict[int, bool]) -> str:
    """Return what the mark should be, empty where it stays."""
    start, end = match.span()
    before, after = _before(text, start), _after(text, end)
    if match["one"]:
        chinese = pairs[start] if start in pairs else _between(text, start, end, before, after)
        return WIDE[match[0]] if chinese or match[0] in "｡､｢｣" else ""
    if match["stop"]:
        rest = text[end : end + 1]
        ends = not rest or rest in "\n”’" or (rest in SPACES and (not after or not after.isascii()))
        return "。" if ends and is_ideograph(before) and not _label(text, start) else ""
    if not (is_chinese(before) or is_chinese(after)):
        return ""
    if match["title"]:
        return "《" if match[0] == "<<" else "》"
    return "……" if match["dots"] else "——"


def _ends_clause(text: str, at: int) -> bool:
    """Tell whether the dot at `at` stands behind a clause, not inside a foreigner's name."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if after.isascii() and not after.isdigit():
        return False
    name = before in FOREIGN_NAMES and after in FOREIGN_NAMES
    return not name and CLAUSE.search(text, max(0, at - 4), at) is not None


def is_ideograph(char: str) -> bool:
    """Tell whether a character is an ideograph."""
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def _between(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Tell whether a mark without partner belongs to Chinese text."""
    if text[start] == ":" and text[end : end + 2] == "//":
        return False
    if text[start] == ")" and _label(text, start):
        return is_chinese(before)
    return is_chinese(before) or (is_chinese(after) and text[end : end + 1] not in SPACES)


def _label(text: str, at: int) -> bool:
    """Tell whether what stands before `at` on its line is a label of at most 4 characters."""
    start = text.rfind("\n", max(0, at - 8), at) + 1
    return at - start < 8 and bool(re.fullmatch(labels.TYPED, text[start:at].strip()))


def _before(text: str, at: int) -> str:
    """Return the nearest character before `at` on the line that is not a closing mark."""
    for char in reversed(text[max(0, at - FAR) : at]):
        if char not in CLOSERS + SPACES + ",;:?!":
            return char if char != "\n" else ""
    return ""


def _after(text: str, at: int) -> str:
    """Return the nearest character after `at` on the line that is not an opening mark."""
    for char in text[at : at + FAR]:
        if char not in OPENERS + SPACES:
            return char if char != "\n" else ""
    return ""


def _pairs(text: str) -> dict[int, bool]:
    """Return for every half-width bracket with a partner on its line: is the pair Chinese."""
    result: dict[int, bool] = {}
    opened: list[int] = []
    for match in re.finditer(r"[()\n]", text):
        at = match.start()
        if match[0] == "\n":
            opened = []
        elif match[0] == "(":
            opened.append(at)
        elif opened:
            start = opened.pop()
            inside = text[start + 1 : min(at, start + FAR)]
            left, right = _before(text, start), text[at + 1 : at + 2]
            beside = is_chinese(left) or (not left and is_chinese(right))
            chinese = beside or any(map(is_chinese, inside))
            result[start] = result[at] = chinese
    return result
