"""Pinyin: right in context, small, the same in both scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypinyin.constants import PINYIN_DICT

from generator.text.common import COMMON_CHARACTERS
from generator.text.dictionary import load_dictionary
from generator.text.pinyin import PinyinTable, pinyin_table, traditional_table
from generator.text.traditional import Converter

HERE = Path(__file__).parent
SOURCES = [
    file.read_text("utf-8-sig")
    for file in sorted((HERE.parents[1] / "content/sources").glob("*.txt"))
]
CONTEXTS = (HERE / "pronunciations_in_context.tsv").read_text("utf-8")
CASES = [line.split("\t") for line in CONTEXTS.splitlines()]
DICTIONARY = load_dictionary()
TABLE = pinyin_table([*SOURCES, *(text for text, _ in CASES)], DICTIONARY)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_right_in_context(text: str, expected: str) -> None:
    assert " ".join(TABLE.readings(text)) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_same_in_traditional_characters(text: str, expected: str) -> None:
    converter = Converter()
    characters = {each for case, _ in CASES for each in converter.to_traditional(case)}
    table = traditional_table(TABLE, DICTIONARY, converter, characters)
    assert " ".join(table.readings(converter.to_traditional(text))) == expected


def test_every_character_of_the_texts_has_a_reading() -> None:
    table = pinyin_table(SOURCES, DICTIONARY)
    for text in SOURCES:
        for character, reading in zip(text, table.readings(text), strict=True):
            assert bool(reading) == ("\u4e00" <= character <= "\u9fff"), character


def test_words_give_characters_readings_that_they_have() -> None:
    unknown = {
        (one, reading)
        for word, readings in TABLE.words.items()
        for one, reading in zip(word, readings, strict=True)
        if reading not in PINYIN_DICT[ord(one)].split(",")
    }
    neutral = {pair for pair in unknown if pair[1].isascii()}  # 班子 bān zi
    assert unknown == neutral


def test_rare_is_what_is_not_among_the_3500() -> None:
    assert len(COMMON_CHARACTERS) == 3500
    assert {"疴", "赓", "踔"} <= set(TABLE.rare)
    assert not set(TABLE.rare) & COMMON_CHARACTERS


def test_the_script_holds_the_table_and_nothing_that_ends_it() -> None:
    script = TABLE.script()
    assert PinyinTable.from_script(script) == TABLE
    assert "</" not in script
    assert len(script.encode()) < 60_000


def test_nothing_is_in_the_table_that_is_not_in_the_texts() -> None:
    table = pinyin_table(["一把手"], DICTIONARY)
    assert set(table.single) == set("一把手")
    assert all(set(word) <= set("一把手") for word in table.words)
