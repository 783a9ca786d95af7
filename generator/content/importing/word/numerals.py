"""The numbers of automatic lists in every form that Word knows: 一, ①, 甲, iv, aa, 001.

The forms and their names are ST_NumberFormat of ISO/IEC 29500-1, 17.18.59.  Where a form has no
sign for a number (the eleventh of the ten stems) Word writes Arabic digits, and so does this.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.text.numerals import BRANCHES, PARENTHESISED, STEMS, numeral_text, roman_text

CIRCLES = "".join(
    map(chr, (*range(0x2460, 0x2474), *range(0x3251, 0x3260), *range(0x32B1, 0x32C0)))
)
"""① to ㊿."""
FULL_STOPS = "".join(map(chr, range(0x2488, 0x249C)))
IDEOGRAPHS_IN_CIRCLES = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"
DAGGERS = "*†‡§"
DIGITS = "〇一二三四五六七八九"
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
ROMAN_MOST = 4999
LETTERS_MOST = 780  # 26 x 30: what Word counts in letters
LEGAL_SIMPLIFIED = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
LEGAL_TRADITIONAL = str.maketrans("零一二三四五六七八九十百千", "零壹貳參肆伍陸柒捌玖拾佰仟")


def written(count: int, form: str) -> str:
    """Return a number as a list of this form writes it; in Arabic digits where form has none."""
    sign = SIGNS.get(form)
    if sign is not None:
        return sign[count - 1] if 0 < count <= len(sign) else str(count)
    write = FORMS.get(form)
    return str(count) if write is None or count < 0 else write(count)


def custom(count: int, pattern: str) -> str:
    """Return a number in a form that the file itself spells out: 001, 002, 003, ..."""
    first = pattern.split(",")[0].strip()
    if first.isascii() and first.isdigit():
        return str(count).zfill(min(len(first), 10))
    for form in ("decimalEnclosedCircle", "decimalFullWidth", "chineseCountingThousand"):
        if first and first == written(1, form):
            return written(count, form)
    return str(count)


def _chinese(count: int) -> str:
    """Return 十一, 一百零五, 一万 …; Arabic beyond what lists count to."""
    return numeral_text(count) if 0 <= count <= 9999 else str(count)


def _legal(table: dict[int, int]) -> Callable[[int], str]:
    def legal(count: int) -> str:
        chinese = _chinese(count)
        return ("一" + chinese if chinese.startswith("十") else chinese).translate(table)

    return legal


def _digits(count: int) -> str:
    return "".join(DIGITS[int(each)] for each in str(count))


def _roman(count: int) -> str:
    return roman_text(count) if 0 < count <= ROMAN_MOST else str(count)


def _letters(count: int) -> str:
    """Return A … Z, AA, BB … as Word counts in letters."""
    if not 0 < count <= LETTERS_MOST:
        return str(count)
    times, at = divmod(count - 1, 26)
    return chr(ord("A") + at) * (times + 1)


def _daggers(count: int) -> str:
    """Return *, †, ‡, §, **, ††, …."""
    if not 0 < count <= LETTERS_MOST:
        return str(count)
    times, at = divmod(count - 1, len(DAGGERS))
    return DAGGERS[at] * (times + 1)


def _ordinal(count: int) -> str:
    teen = count % 100 in (11, 12, 13)
    return f"{count}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(count % 10, 'th')}"


def _stems_and_branches(count: int) -> str:
    """Return 甲子, 乙丑 …, which come round after sixty."""
    return STEMS[(count - 1) % 10] + BRANCHES[(count - 1) % 12] if count > 0 else str(count)


SIGNS = {
    "decimalEnclosedCircle": CIRCLES,
    "decimalEnclosedCircleChinese": CIRCLES,
    "decimalEnclosedFullstop": FULL_STOPS,
    "decimalEnclosedParen": PARENTHESISED,
    "ideographEnclosedCircle": IDEOGRAPHS_IN_CIRCLES,
    "ideographTraditional": STEMS,
    "ideographZodiac": BRANCHES,
}
FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "chineseLegalSimplified": _legal(LEGAL_SIMPLIFIED),
    "ideographLegalTraditional": _legal(LEGAL_TRADITIONAL),
    "ideographDigital": _digits,
    "taiwaneseDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "ideographZodiacTraditional": _stems_and_branches,
    "decimalZero": lambda count: str(count).zfill(2),
    "decimalFullWidth": lambda count: str(count).translate(FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(FULL_WIDTH),
    "numberInDash": lambda count: f"- {count} -",
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "ordinal": _ordinal,
    "chicago": _daggers,
    "hex": lambda count: f"{count:X}",
}
