"""Chinese and Arabic numerals of headings and dates -> numbers."""

from __future__ import annotations

DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
}
UNITS = {"十": 10, "百": 100, "千": 1000}


def number(numeral: str) -> int | None:
    """Return the value of a numeral up to 9999 (十二, 12, １２, 一二), None for anything else."""
    if numeral.isdecimal():
        return int(numeral)
    if not numeral or any(char not in DIGITS and char not in UNITS for char in numeral):
        return None
    if not any(char in UNITS for char in numeral):
        return int("".join(str(DIGITS[char]) for char in numeral))
    total, digit = 0, None
    for char in numeral:
        if char in UNITS:
            total += (1 if digit is None else digit) * UNITS[char]
            digit = None
        else:
            digit = DIGITS[char]
    return total + (digit or 0)
