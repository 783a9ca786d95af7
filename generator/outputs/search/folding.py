"""The characters that stand for others in another script: 監 -> 监, 覆 -> 复.

Strict folds start from characters that simplified text does not use (not in GB 2312): a
match through one is a match.  Loose folds start from characters that simplified text uses
as well (覆盖, but 反覆 for 反复): the client takes them only where nothing matches as typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.text.traditional import opencc

IDEOGRAPHS = [*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)]
TO_SIMPLIFIED = ("t2s", "tw2s", "hk2s")
TO_TRADITIONAL = ("s2t", "s2tw", "s2hk")


@dataclass(frozen=True, slots=True)
class Folds:
    """Character -> the character that it is compared as."""

    strict: dict[str, str]
    loose: dict[str, str]

    @property
    def all(self) -> dict[str, str]:
        """Both kinds in one table."""
        return self.loose | self.strict


def find_folds(chars: set[str], grams: Iterable[str], simplified: Mapping[str, str]) -> Folds:
    """Return the folds that can matter to a library.

    `chars` are its characters, `grams` its pairs of neighbours (they bring out the forms that
    depend on the word, as in 反覆); `simplified` is what `simplified_characters` returns.
    """
    found: dict[str, str] = {}
    for char, plain in simplified.items():
        if char in chars or plain in chars:
            found[char] = plain
    for char, plain in _spellings(grams).items():
        if plain in chars:
            found.setdefault(char, plain)
    ends = {char: _end(found, char) for char in sorted(found)}
    found = {char: plain for char, plain in ends.items() if char != plain}
    return Folds(
        {char: plain for char, plain in found.items() if not in_simplified_use(char)},
        {char: plain for char, plain in found.items() if in_simplified_use(char)},
    )


def _end(forms: Mapping[str, str], char: str) -> str:
    """Return where a character's forms lead; of forms that stand for each other, the last."""
    way = [char]
    while way[-1] in forms:
        plain = forms[way[-1]]
        if plain in way:
            return max(way[way.index(plain) :])
        way.append(plain)
    return way[-1]


def in_simplified_use(char: str) -> bool:
    """Tell whether simplified text uses the character (GB 2312 has it)."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def simplified_characters() -> dict[str, str]:
    """Return every ideograph that converts, on its own, to another one: always the same."""
    every = [chr(code) for code in IDEOGRAPHS]
    found: dict[str, str] = {}
    for config in TO_SIMPLIFIED:
        for char, plain in zip(every, _convert(config, every), strict=True):
            if len(plain) == 1 and plain != char:
                found.setdefault(char, plain)
    japanese = [char for char in every if char not in found and not in_simplified_use(char)]
    forms = _convert("t2s", _convert("jp2t", japanese))
    for char, plain in zip(japanese, forms, strict=True):
        if len(plain) == 1 and plain != char:
            found[char] = plain
    return found


def load_converters() -> None:
    """Load what `find_folds` converts with."""
    for config in TO_TRADITIONAL:
        opencc(config)


def _spellings(grams: Iterable[str]) -> dict[str, str]:
    """Return traditional -> simplified characters as the words of `grams` are spelt."""
    pairs = sorted(gram for gram in grams if len(gram) == 2 and ord(min(gram)) > 0x3400)
    found: dict[str, str] = {}
    for config in TO_TRADITIONAL:
        for plain, spelt in zip(pairs, _convert(config, pairs), strict=True):
            if len(spelt) == 2:
                for simple, other in zip(plain, spelt, strict=True):
                    if other != simple:
                        found.setdefault(other, simple)
    return found


def _convert(config: str, words: list[str]) -> list[str]:
    return opencc(config).convert("\n".join(words)).split("\n") if words else []
