"""How characters and words are read, in plain pinyin without tones (ü is v)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from generator.text.dictionary import Dictionary
from generator.text.readings_in_context import ContextReader

RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
PIECE = re.compile(rf"{RUN.pattern}|[^\W_]")
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0304\u030c"))


class Reader:
    """Reads words in their context, and single characters in all their ways."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._in_context = ContextReader(dictionary)

    def word(self, word: str) -> str:
        """Return the syllables of a word, apart by spaces: 调研 -> diao yan.

        Letters and digits stand for themselves; punctuation is left out.
        """
        syllables: list[str] = []
        for match in PIECE.finditer(word.lower()):
            syllables += self._syllables(match[0]) if RUN.match(match[0]) else [match[0]]
        return " ".join(syllables)

    def characters(self, chars: Iterable[str]) -> str:
        """Return each ideograph followed by all its readings: 重zhong,chong."""
        entries = []
        for char in chars:
            if RUN.match(char):
                found = [
                    without_tone(each)
                    for each in self._dictionary.characters.get(char, "").split(",")
                ]
                typed = [each.replace("ve", "ue") for each in found if each[1:] == "ve"]
                kept = [each for each in dict.fromkeys(found + typed) if each.isascii()]
                entries.append(char + ",".join(kept))
        return "".join(entries)

    def _syllables(self, run: str) -> list[str]:
        """Return the syllables of a run of ideographs; what nobody can read stands for itself."""
        found = self._in_context.readings(run)
        return [
            without_tone(reading) if reading else char
            for char, reading in zip(run, found, strict=True)
        ]


def without_tone(syllable: str) -> str:
    """Return a syllable as it is typed: nǚ -> nv."""
    if syllable.isascii():
        return syllable
    plain = unicodedata.normalize("NFD", syllable).translate(TONES)
    return unicodedata.normalize("NFC", plain).replace("ü", "v")
