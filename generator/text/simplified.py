"""Traditional -> simplified, character for character and of the same length: 第十一條 -> 第十一条.

Only for finding: what is shown stays as it was written.  A character is turned by itself, never
by the words around it, so that a name reads the same wherever it stands; what simplified text
uses in another sense too (里, 着, 后) is left alone.
"""

from __future__ import annotations

from functools import cache

from generator.text.traditional import opencc


def simplified(text: str) -> str:
    """Return `text` in simplified characters, of the same length in code points."""
    if text.isascii():
        return text
    table = {ord(char): plain for char in set(text) if (plain := _plain(char)) != char}
    return text.translate(table) if table else text


_IN_BOTH = dict(zip("乾夥後徵拚摺於菸薹醣麴麽", "干伙后征拼折于烟苔糖曲么", strict=True))
"""What GB 2312 has, and simplified text hardly; all else that it has is simplified already."""


@cache
def _plain(char: str) -> str:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        plain: str = opencc("t2s").convert(char)
        return plain if len(plain) == 1 else char
    return _IN_BOTH.get(char, char)
