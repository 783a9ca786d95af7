"""Traditional characters read as simplified ones, letter for letter: 監督 -> 监督."""

from __future__ import annotations

import functools

from generator.text.traditional import opencc

IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))


def simplified(text: str) -> str:
    """Return `text` with each character that only traditional script has in its simplified form.

    As long as `text`, so that offsets hold; what simplified script uses too (覆, 著) is left.
    """
    return text.translate(_table())


@functools.cache
def _table() -> dict[int, str]:
    convert = opencc("t2s").convert
    found: dict[int, str] = {}
    for block in IDEOGRAPHS:
        for code in block:
            char = chr(code)
            plain = convert(char)
            if plain != char and len(plain) == 1 and not _in_simplified_use(char):
                found[code] = plain
    return found


def _in_simplified_use(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
