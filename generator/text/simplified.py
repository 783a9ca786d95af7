"""Traditional -> simplified, character for character and of the same length: 第十一條 -> 第十一条.

Only for finding: what is shown stays as it was written.  A character is turned by itself, never
by the words around it, so that a name reads the same wherever it stands; what simplified text
uses in another sense too (里, 着, 覆) is left alone.
"""

from __future__ import annotations

from functools import cache

from generator.text.traditional import opencc

IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))
_IN_BOTH = dict(zip("乾夥後徵拚摺於菸薹醣麴麽", "干伙后征拼折于烟苔糖曲么", strict=True))
"""What GB 2312 has, and simplified text hardly; all else that it has is simplified already."""


def simplified(text: str) -> str:
    """Return `text` in simplified characters, of the same length in code points."""
    return text if text.isascii() else text.translate(_table())


@cache
def _table() -> dict[int, str]:
    convert = opencc("t2s").convert
    found = {ord(char): plain for char, plain in _IN_BOTH.items()}
    for block in IDEOGRAPHS:
        for code in block:
            char = chr(code)
            plain: str = convert(char)
            if plain != char and len(plain) == 1 and not _in_simplified_use(char):
                found[code] = plain
    return found


def _in_simplified_use(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
