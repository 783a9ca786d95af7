"""Numerals, Chinese and Arabic: what they are made of, read and written.

Every character class for numerals in a regular expression comes from here.
"""

from __future__ import annotations

import unicodedata

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
TENS = {"廿": 20, "卅": 30}
ENCLOSED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
PARENTHESISED = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
ARABIC = "0-9０-９"
"""Arabic digits of either width, for use inside a character class."""
YEAR_DIGITS = "〇○零一二三四五六七八九"
"""The digits of a year in Chinese: 二〇二三, 二○二三, 二零二三."""
COUNTING = "〇零一二三四五六七八九十百千"
"""What the numerals of labels are made of, for use inside a character class."""
CHARACTERS = "".join(DIGITS) + "".join(UNITS) + "".join(TENS)
"""Every character that a Chinese numeral may hold, for use inside a character class."""


def numeral_value(text: str) -> int | None:
    """Return the value of 三百二十一, 二〇二一, 21, ２１, ㈤ or ①; None when it is no numeral."""
    if not text:
        return None
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and text not in DIGITS and text not in UNITS and text not in TENS:
        return _enclosed_value(text)
    if all(char in DIGITS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total = digit = 0
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in TENS:
            total += TENS[char]
        elif char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            return None
    return total + digit


def _enclosed_value(char: str) -> int | None:
    """Return the value of ㈤, ⑤, ⑸, ⒌, ❺ by what Unicode says that they stand for."""
    if char in ENCLOSED:
        return ENCLOSED.index(char) + 1
    value = unicodedata.numeric(char, None)
    if value is None or unicodedata.category(char) not in ("No", "Nl"):
        return None
    return int(value) if value == int(value) else None


def numeral_text(value: int) -> str:
    """Return a number from 0 to 9999 as it is written in documents: 十一, 一百零五, 三百二十."""
    if not 0 <= value <= 9999:
        raise ValueError(f"out of range: {value}")
    if value == 0:
        return "零"
    digits = "零一二三四五六七八九"
    written = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            written += digits[digit] + name
        elif written and value and not written.endswith("零"):
            written += "零"
    return written[1:] if written.startswith("一十") else written


def roman_text(value: int) -> str:
    """Return a number from 1 to 4999 in Roman letters: IV, XII, MMXXIII."""
    written = ""
    for unit, letters in ROMAN:
        times, value = divmod(value, unit)
        written += letters * times
    return written
