"""Traditional -> simplified, character for character and of the same length: 第十一條 -> 第十一条.

Only for finding: what is shown stays as it was written.  A character is turned by itself, never
by the words around it, so that a name reads the same wherever it stands; what simplified text
uses too (GB 2312: 后, 里, 著) is left alone.
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


@cache
def _plain(char: str) -> str:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        plain: str = opencc("t2s").convert(char)
        return plain if len(plain) == 1 else char
    return char
