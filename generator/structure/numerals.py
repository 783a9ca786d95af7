"""Chinese and Arabic numerals."""

from __future__ import annotations

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
}
UNITS = {"十": 10, "百": 100, "千": 1000}
ENCLOSED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"


def numeral_value(text: str) -> int | None:
    """Return the value of 三百二十一, 21, ２１ or ㈤; None when `text` is no numeral."""
    if text.isdecimal():
        return int(text)
    if len(text) == 1 and text in ENCLOSED:
        return ENCLOSED.index(text) + 1
    total = digit = 0
    if not text:
        return None
    for char in text:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            return None
    return total + digit
