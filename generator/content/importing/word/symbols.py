"""Signs that Word keeps as places in a symbol font: Wingdings 0xFC is ✓, Symbol 0xB7 is •.

From the fonts' own tables (Unicode's mappings of Symbol and of Wingdings).
"""

from __future__ import annotations

import re

PRIVATE = range(0xF020, 0xF100)  # where Word puts the 224 places of a symbol font
PLACES = re.compile("[\uf020-\uf0ff]")
PLACE = re.compile("[0-9A-Fa-f]{1,6}")
GREEK_SMALL = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
GREEK_CAPITAL = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
SYMBOL = (
    {0x61 + at: letter for at, letter in enumerate(GREEK_SMALL)}
    | {0x41 + at: letter for at, letter in enumerate(GREEK_CAPITAL)}
    | dict(zip(range(0x20, 0x41), " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅", strict=True))
    | dict(zip(range(0x5B, 0x61), "[∴]⊥_‾", strict=True))
    | dict(zip(range(0x7B, 0x7F), "{|}∼", strict=True))
    | dict(zip(range(0xA0, 0xC0), "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵", strict=True))
    | dict(zip(range(0xC0, 0xE0), "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True))
    | dict(zip(range(0xE0, 0xE6), "◊⟨®©™∑", strict=True))
    | dict(zip((0xF1, 0xF2), "⟩∫", strict=True))
)
WINGDINGS = (
    {0x81 + at: chr(0x2460 + at) for at in range(10)}
    | {0x8C + at: chr(0x2776 + at) for at in range(10)}
    | dict(zip((0x80, 0x8B, 0x20, 0x6C, 0x6D, 0x6E, 0x6F, 0x70), "⓪⓿ ●❍■□❐", strict=True))
    | dict(zip((0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77), "❑❒⬧⧫◆❖⬥", strict=True))
    | dict(zip((0x9F, 0xA1, 0xA4, 0xA7, 0xA8, 0xAA, 0xAB), "•○◉▪◻✦★", strict=True))
    | dict(zip((0xD8, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE8), "➢➲←→↑↓➔", strict=True))
    | dict(zip((0xFB, 0xFC, 0xFD, 0xFE, 0xA2, 0xA3, 0x9E), "✗✓☒☑○○·", strict=True))
    | dict(zip((0x22, 0x26, 0x28, 0x2A, 0x46, 0x4A, 0x52), "✂📖☎✉☞☺☼", strict=True))
    | dict(zip((0xF0, 0xEF, 0xF1, 0xF2, 0xE9, 0xE7), "⇨⇦⇧⇩➜➘", strict=True))
)
WINGDINGS_2 = dict(
    zip((0x4F, 0x50, 0x51, 0x52, 0x53, 0x54, 0xA3, 0x97, 0x98), "✗✓☒☑☒☒□●●", strict=True)
)
FONTS = {"symbol": SYMBOL, "wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2}
BULLETS = {0xB7: "•", 0x6F: "o", 0xA8: "♦"}  # where no font is named: Symbol, Courier New


def sign(code: int, font: str) -> str:
    """Return the character at a place of a font; empty where it is not known.

    In a font of letters the place is the character's own number.
    """
    table = FONTS.get(font.lower())
    if table is not None:
        return table.get(code & 0xFF, "") if code < 0x100 or code in PRIVATE else chr(code)
    if code in PRIVATE:
        return ""
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else ""


def sign_at(place: str, font: str) -> str:
    """Return the character at a place that a file states (w:char, F0FC); empty if not known."""
    return sign(int(place, 16), font) if PLACE.fullmatch(place) else ""


def in_font(text: str, font: str) -> str:
    """Return text that is set in a font with the signs of a symbol font as characters.

    A place that is not known stays as it is.
    """
    return PLACES.sub(lambda match: sign(ord(match[0]), font) or match[0], text)


def shown(bullet: str) -> str:
    """Return the sign of an unnumbered list as a person sees it; • where that is not known."""
    code = ord(bullet[0]) if bullet else 0
    if code in PRIVATE:
        low = code & 0xFF
        return BULLETS.get(low) or WINGDINGS.get(low) or "•"
    return bullet.strip() or "•"
