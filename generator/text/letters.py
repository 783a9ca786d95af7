"""Text folded for comparison: the letters that carry sense, and where each of them stood.

（三）“三重一大”决策，  ->  三三重一大决策|
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

STOP = "|"  # stands for a stop of any kind: shared wording does not reach across it
SILENT = frozenset("“”‘’\"'「」『』《》〈〉（）()〔〕[]【】、·・•-—–_ \t　\u200b\ufeff")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `offsets[i]` is where letter i stood in the text it was made from."""

    letters: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that letters `start`..`end` came from."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str, start: int = 0, end: int | None = None) -> Folded:
    """Return `text[start:end]` folded: half width, lower case, quotes and blanks dropped.

    Brackets, quotes, 、 and blanks vanish, any other mark becomes one STOP.  Offsets are
    into `text`.
    """
    letters: list[str] = []
    offsets: list[int] = []
    stop = len(text) if end is None else end
    for at in range(start, stop):
        char = _FOLD.get(text[at])
        if char is None:
            char = fold_char(text[at])
        if char == "" or (char == STOP and letters and letters[-1] == STOP):
            continue
        letters.append(char)
        offsets.append(at)
    return Folded("".join(letters), tuple(offsets))


def letters_of(text: str) -> str:
    """Return the folded letters of `text`."""
    return fold(text).letters


def fold_char(char: str) -> str:
    """Return the folded letter of a character, STOP for a mark; empty for what vanishes."""
    if char in SILENT:
        return ""
    plain = unicodedata.normalize("NFKC", char).lower()
    if len(plain) != 1:
        plain = char
    if plain in SILENT:
        return ""
    return plain if plain.isalnum() else STOP


_COMMON = (range(0x3100), range(0x4E00, 0xA000), range(0xFF00, 0xFFF0))
_FOLD = {chr(code): fold_char(chr(code)) for block in _COMMON for code in block}
