"""Half-width marks in Chinese text: 党委(党组),要做到: -> 党委（党组），要做到：

Not in numbers (1,000  3.5), times (10:30), Latin words and addresses, nor in the labels
of lists (1.  2)); a full stop only at the end of a line or quotation, since between two
characters it may be the dot of a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings

WIDE = {
    ",": "，",
    ";": "；",
    ":": "：",
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
    r"(?P<dots>\.{3,}|。{3,})|(?P<dash>--+)|(?P<title><<|>>)|(?P<one>[,;:?!()｡､｢｣])|(?P<stop>\.)"
)
CLOSERS = "”’\"'>》）)】〉」』"
OPENERS = "“‘\"'<《（(【〈「『"
SPACES = " \t\u3000"
CHINESE_MARKS = "，。；：！？、《》“”（）…—·〔〕【】「」"
FAR = 20  # how many closing or opening marks are skipped to find a character


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield the full-width form of every half-width mark that belongs to Chinese text."""
    pairs = _pairs(text)
    for match in MARK.finditer(text):
        wide = _wide(text, match, pairs)
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


def is_ideograph(char: str) -> bool:
    """Tell whether a character is an ideograph."""
    return "\u3400" <= char <= "\u9fff" or char >= "\U00020000"


def _between(text: str, start: int, end: int, before: str, after: str) -> bool:
    """Tell whether a mark without partner belongs to Chinese text."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if left.isascii() and right.isascii() and left.isalnum() and right.isalnum():
        return False
    if text[start] == ":" and text[end : end + 2] == "//":
        return False
    if text[start] == ")" and _label(text, start):
        return is_chinese(before)
    return is_chinese(before) or (is_chinese(after) and text[end : end + 1] not in SPACES)


def _label(text: str, at: int) -> bool:
    """Tell whether what stands before `at` on its line is a label of at most 4 characters."""
    line = text[text.rfind("\n", max(0, at - 8), at) + 1 : at].strip() if at else ""
    newline = text.rfind("\n", max(0, at - 8), at) >= 0 or at <= 6
    return newline and bool(
        re.fullmatch(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])", line)
    )


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
            left, right = text[start - 1 : start].strip(), text[at + 1 : at + 2]
            beside = is_chinese(left) or (not left and is_chinese(right))
            chinese = beside or any(map(is_chinese, inside))
            result[start] = result[at] = chinese
    return result
