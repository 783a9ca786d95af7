"""Pinyin for the characters of a library: 组长发现 -> zǔ zhǎng fā xiàn.

A table of single characters and of words that read otherwise, small enough to be shipped:
only what occurs in the texts is in it.  Whoever reads with it takes the longest word from
the left, else the single character.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.text.common import COMMON_CHARACTERS
from generator.text.dictionary import Dictionary
from generator.text.readings_in_context import ContextReader
from generator.text.traditional import Converter, opencc

HAN = range(0x3400, 0xA000)
RUN = re.compile("[\u3400-\u9fff]{2,}|[\u3400-\u9fff]")
ROUNDS = 6  # corrections of one run
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

    Whether a word occurs is judged by its pairs of characters, so a few more may be in it.  Where
    the longest word from the left is not the one that is meant, the stretch is in it as well.
    """
    runs = dict.fromkeys(run for text in texts for run in RUN.findall(text))
    pairs: set[str] = set()
    for run in runs:
        pairs.update(map("".join, pairwise(run)))
    characters = sorted({each for run in runs for each in run if ord(each) in HAN})
    words = {
        word: tuple(readings.split(" "))
        for word, readings in dictionary.words.items()
        if word[:2] in pairs and all(word[at : at + 2] in pairs for at in range(len(word) - 1))
    }
    table = PinyinTable(
        {each: dictionary.usual(each) for each in characters if dictionary.usual(each)},
        words,
        "".join(each for each in characters if each not in COMMON_CHARACTERS),
    )
    put_right(table, runs, ContextReader(dictionary))
    return replace(table, words=dict(sorted(table.words.items())))


def put_right(table: PinyinTable, runs: Iterable[str], reader: ContextReader) -> None:
    """Add to `table` what lets the longest word from the left read `runs` as they are meant."""
    lengths: dict[str, list[int]] = {}
    for word in table.words:
        _note_length(lengths, word)
    for run in runs:
        meant: list[str] = []
        for _ in range(ROUNDS):
            cut = _longest_from_left(run, table.words, lengths)
            if not reader.is_doubtful(run, [each for each in cut if each[1] - each[0] > 1]):
                break
            meant = meant or reader.readings(run)
            stretch = _first_difference(run, cut, meant, table)
            if stretch is None:
                break
            start, end = stretch
            table.words[run[start:end]] = tuple(meant[start:end])
            _note_length(lengths, run[start:end])


def _longest_from_left(
    run: str, words: dict[str, tuple[str, ...]], lengths: dict[str, list[int]]
) -> list[tuple[int, int]]:
    """Return where the words and single characters stand that a reader of the table takes."""
    cut = []
    at = 0
    while at < len(run):
        length = 1
        for each in lengths.get(run[at : at + 2], ()):
            if run[at : at + each] in words:
                length = each
                break
        cut.append((at, at + length))
        at += length
    return cut


def _first_difference(
    run: str, cut: list[tuple[int, int]], meant: list[str], table: PinyinTable
) -> tuple[int, int] | None:
    """Return a stretch from the first word read wrongly to where both ways of reading meet again.

    It is longer than any word of the table that it begins with, so that none of them changes.
    """
    for place, (start, end) in enumerate(cut):
        given = table.words.get(run[start:end]) or (table.single.get(run[start], ""),)
        if list(given) != meant[start:end]:
            while place + 1 < len(cut) and (end - start < 2 or run[start:end] in table.words):
                place += 1
                end = cut[place][1]
            if end - start < 2 or run[start:end] in table.words:
                start = cut[place - 1][0] if place else start
            return (start, end) if run[start:end] not in table.words and end - start > 1 else None
    return None


def _note_length(lengths: dict[str, list[int]], word: str) -> None:
    known = lengths.setdefault(word[:2], [])
    if len(word) not in known:
        known.append(len(word))
        known.sort(reverse=True)


def traditional_table(
    table: PinyinTable, dictionary: Dictionary, converter: Converter, characters: Iterable[str]
) -> PinyinTable:
    """Return `table` for the same texts in traditional characters.

    `characters` are all that occur in them; what is no ideograph of the table is passed over.
    """
    simplified = opencc("tw2s")
    words = {converter.to_traditional(word): table.words[word] for word in table.words}
    single, rare = {}, set()
    spelt = set("".join(words))  # 彷 of 彷彿, which by itself is turned into no 仿
    for form in sorted({*characters, *spelt}):
        origin = simplified.convert(form)
        if origin not in table.single and form not in spelt:
            continue
        known = dictionary.characters.get(form, "").split(",")
        reading = table.single.get(origin, known[0])
        single[form] = reading if reading in known or not known[0] else known[0]
        if origin in table.rare:
            rare.add(form)
    return PinyinTable(single, words, "".join(sorted(rare)))
