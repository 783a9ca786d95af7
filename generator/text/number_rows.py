"""Numbers of provisions, and rows of them that share one unit: 第五、六条; 第（一）至（三）项.

The patterns are parts of larger ones: what reads a 条, a 款 or an 项 is in provision_lists.py.
"""

from __future__ import annotations

import re

from generator.text.numerals import ARABIC, ENCLOSED, numeral_value

BLANKS = r"[ \t\u3000\xa0]*"
WIDEST = 400
"""So many numbers one range names at most."""
MOST = 40
"""So many further numbers one list names at most; a row of them without an end is none."""
_D, _ZERO = "一二三四五六七八九", "〇零○"
_CHINESE = (  # as it is spoken, or digit by digit: 一百零三, 廿五, 一〇三
    rf"(?:[{_D}][{_ZERO}][{_D}]|[{_D}]{{2}}[{_ZERO}]|(?=[{_D}十廿卅]|两[百千])"
    rf"(?:[{_D}两]千[{_ZERO}]?)?(?:[{_D}两]百[{_ZERO}]?)?(?:[{_D}]?十|廿|卅)?[{_D}]?)"
)
PLAIN = rf"(?:{_CHINESE}|[{ARABIC}]{{1,4}}(?![{ARABIC}])|[{ENCLOSED}])"
"""A number without brackets."""
NUMBER = rf"(?:[（(]{BLANKS})?{PLAIN}(?:{BLANKS}[）)])?"
"""A number with or without brackets."""
COUNT = "[两二三四五六七八九]"
"""How many, in one character: 5、6两条."""
DASHES = "—–―─~～∼－﹣−〜-"
ARTICLE_END = rf"{BLANKS}条(?!例(?![外如])|件)"
"""The 条 behind a number; not that of 条例 and 条件."""
LIST = re.compile(rf"{BLANKS}(?:、|，|,|/|／|和|及|以及|与|或者|或){BLANKS}")
RANGE = re.compile(rf"{BLANKS}(?:至|到|[{DASHES}]{{1,2}}){BLANKS}")
_SIGN = rf"(?:以及|或者|[、/／和及与或至到]|[{DASHES}]{{1,2}})"
_UNIT = rf"(?:{ARTICLE_END}|款|项)"
_ROW = re.compile(  # possessive: a row once read is not backed out of
    rf"(?P<numbers>(?:第{BLANKS})?{NUMBER}"
    rf"(?:{BLANKS}{_SIGN}{BLANKS}(?:第{BLANKS})?{NUMBER}){{1,{MOST}}}+)"
    rf"{BLANKS}(?P<count>等?{COUNT}(?=条))?{_UNIT}"
)
_BRACKETED = re.compile(  # 第（一）（二）项
    rf"第{BLANKS}(?P<numbers>(?:[（(]{PLAIN}[）)]){{2,{MOST}}}+)(?P<count>){BLANKS}{_UNIT}"
)
_MEMBER = re.compile(rf"(?:(?P<sign>{_SIGN}){BLANKS})?(?:第{BLANKS})?(?P<number>{NUMBER})")


def row_at(text: str, at: int, unit: str) -> re.Match[str] | None:
    """Return the row of several numbers at `at` that share `unit`, its last character.

    Its groups are `numbers` and, where it says how many they are, `count`.
    """
    row = _ROW.match(text, at) or _BRACKETED.match(text, at)
    return row if row and text[row.end() - 1] == unit else None


def numbers_of(row: str) -> list[int]:
    """Return the numbers of a row, ranges filled: 三、五至七 -> 3 5 6 7."""
    found: list[int] = []
    for match in _MEMBER.finditer(row):
        number = value_of(match["number"])
        ranged = match["sign"] and match["sign"][0] in f"至到{DASHES}"
        if ranged and found and found[-1] < number <= found[-1] + WIDEST:
            found += range(found[-1] + 1, number + 1)
        else:
            found.append(number)
    return found


def value_of(number: str) -> int:
    """Return the value of a number as it is written, its brackets and blanks aside."""
    return numeral_value(re.sub(r"[（）()\s]", "", number)) or 0
