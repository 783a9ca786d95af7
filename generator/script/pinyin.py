"""Pinyin for the characters of a library: 组长发现 -> zǔ zhǎng fā xiàn.

A table of single characters and of words that read otherwise, small enough to be shipped:
only what occurs in the texts is in it.  Whoever reads with it takes the longest word from
the left, else the single character.  The readings of readings.tsv come first: what a character
or a word is in official prose, "-" for a word that such texts mostly hold by chance, across a
boundary.  pypinyin's dictionary adds the other words that deviate from their characters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from opencc import OpenCC
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT

from generator.script.common import COMMON_CHARACTERS
from generator.script.traditional import Converter

HAN = range(0x3400, 0xA000)
OPENING = "window.kbPinyin="
SANDHI = frozenset("一不")  # their tone follows the next one; the dictionary writes it, we do not


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
        """Return the table as a script for reading-pinyin.js."""
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


def pinyin_table(texts: Iterable[str]) -> PinyinTable:
    """Return the table for all that occurs in `texts`.

    Whether a word occurs is judged by its pairs of characters, so a few more may be in it.
    """
    pairs: set[str] = set()
    for text in texts:
        pairs.update(map("".join, pairwise(text)))
    characters = sorted({each for pair in pairs for each in pair if ord(each) in HAN})
    words = _deviating(
        [
            word
            for word in (*PHRASES_DICT, *_own())
            if word[:2] in pairs and all(word[at : at + 2] in pairs for at in range(len(word) - 1))
        ]
    )
    return PinyinTable(
        {each: _single(each) for each in characters if _single(each)},
        dict(sorted(words.items())),
        "".join(each for each in characters if each not in COMMON_CHARACTERS),
    )


def traditional_table(
    table: PinyinTable, converter: Converter, characters: Iterable[str]
) -> PinyinTable:
    """Return `table` for the same texts in traditional characters.

    `characters` are all that occur in them; what is no ideograph of the table is passed over.
    """
    simplified = OpenCC("tw2s")
    words = {converter.to_traditional(word): table.words[word] for word in table.words}
    single, rare = {}, set()
    for form in sorted({*characters, *"".join(words)}):
        origin = simplified.convert(form)
        if origin not in table.single:
            continue
        known = PINYIN_DICT.get(ord(form), "").split(",")
        reading = table.single[origin]
        single[form] = reading if reading in known or not known[0] else known[0]
        if origin in table.rare:
            rare.add(form)
    return PinyinTable(single, words, "".join(sorted(rare)))


def _single(character: str) -> str:
    """Return the reading of a character by itself; empty where there is none."""
    own = _own().get(character)
    return own[0] if own else PINYIN_DICT.get(ord(character), "").split(",")[0]


@cache
def _own() -> dict[str, tuple[str, ...]]:
    """Return readings.tsv; a word without readings is one that the dictionary must not have."""
    lines = files(__package__).joinpath("readings.tsv").read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines)
    return {word: tuple(readings.replace("-", "").split()) for word, readings in pairs}


def _deviating(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return those of `words` that do not read as their characters do one by one.

    All of readings.tsv's are among them: they stand in the way of a wrong word that begins
    within them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        given = PHRASES_DICT.get(word, ())
        ours = tuple(
            _single(one) if one in SANDHI else each[0]
            for one, each in zip(word, given, strict=False)
        )
        if word in _own():
            ours = _own()[word]
        elif len(ours) != len(word) or ours == tuple(map(_single, word)):
            continue
        if len(ours) == len(word) > 1:
            found[word] = ours
    return found
