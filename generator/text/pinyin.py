"""Pinyin for the characters of a library: 组长发现 -> zǔ zhǎng fā xiàn.

A table of single characters and of words that read otherwise, small enough to be shipped:
only what occurs in the texts is in it.  Whoever reads with it takes the longest word from
the left, else the single character.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from generator.text.common import COMMON_CHARACTERS
from generator.text.dictionary import Dictionary
from generator.text.traditional import Converter, opencc

HAN = range(0x3400, 0xA000)
OPENING = "window.kbPinyin="


@dataclass(frozen=True, slots=True)
class PinyinTable:
    """Readings of single characters, of words (a reading a character), and the rare characters."""

    single: dict[str, str]
    words: dict[str, tuple[str, ...]]
    rare: str

    def readings(self, text: str) -> list[str]:
        """Return the reading of each character of `text`; empty where there is none."""
        found: list[str] = []
        longest = max(map(len, self.words), default=1)
        at = 0
        while at < len(text):
            for length in range(min(longest, len(text) - at), 1, -1):
                word = self.words.get(text[at : at + length])
                if word:
                    break
            else:
                word = (self.single.get(text[at], ""),)
            found += word
            at += len(word)
        return found

    def script(self) -> str:
        """Return the table as a script for pinyin-above.js."""
        table = {
            "single": self.single,
            "words": {word: " ".join(self.words[word]) for word in self.words},
            "rare": self.rare,
        }
        text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
        return OPENING + text.replace("</", "<\\/") + ";\n"

    @staticmethod
    def from_script(script: str) -> PinyinTable:
        """Return the table that `script` holds."""
        table = json.loads(script.removeprefix(OPENING).removesuffix(";\n"))
        words = {word: tuple(readings.split(" ")) for word, readings in table["words"].items()}
        return PinyinTable(table["single"], words, table["rare"])


def pinyin_table(texts: Iterable[str], dictionary: Dictionary) -> PinyinTable:
    """Return the table for all that occurs in `texts`.

    Whether a word occurs is judged by its pairs of characters, so a few more may be in it.
    """
    pairs: set[str] = set()
    for text in texts:
        pairs.update(map("".join, pairwise(text)))
    characters = sorted({each for pair in pairs for each in pair if ord(each) in HAN})
    words = {
        word: tuple(readings.split(" "))
        for word, readings in dictionary.words.items()
        if word[:2] in pairs and all(word[at : at + 2] in pairs for at in range(len(word) - 1))
    }
    return PinyinTable(
        {each: dictionary.usual(each) for each in characters if dictionary.usual(each)},
        words,
        "".join(each for each in characters if each not in COMMON_CHARACTERS),
    )


def traditional_table(
    table: PinyinTable, dictionary: Dictionary, converter: Converter, characters: Iterable[str]
) -> PinyinTable:
    """Return `table` for the same texts in traditional characters.

    `characters` are all that occur in them; what is no ideograph of the table is passed over.
    """
    simplified = opencc("tw2s")
    words = {converter.to_traditional(word): table.words[word] for word in table.words}
    single, rare = {}, set()
    for form in sorted({*characters, *"".join(words)}):
        origin = simplified.convert(form)
        if origin not in table.single:
            continue
        known = dictionary.characters.get(form, "").split(",")
        reading = table.single[origin]
        single[form] = reading if reading in known or not known[0] else known[0]
        if origin in table.rare:
            rare.add(form)
    return PinyinTable(single, words, "".join(sorted(rare)))
