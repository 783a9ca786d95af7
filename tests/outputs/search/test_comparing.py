from itertools import pairwise

import pytest
from opencc import OpenCC

from generator.outputs.search.folding import Folds, find_folds, simplified_characters
from generator.outputs.search.frequent import frequent_words
from generator.outputs.search.normal import BREAK, normal
from generator.outputs.search.pronunciations import Reader
from generator.text.dictionary import load_dictionary

READER = Reader(load_dictionary())
SIMPLIFIED = simplified_characters()
TEXT = "领导班子监督发展着反复凭借了解著名群众为里说启发覆盖台湾干部系统后果余地"


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("“一把手”，和 领导班子。", "一把手和领导班子"),
        ("ＡＢＣ１２３", "abc123"),
        ("㈤①", "五1"),
        ("党委（党组）", "党委党组"),
        ("！？…—", ""),
        (f"一{BREAK}二", f"一{BREAK}二"),
    ],
)
def test_only_letters_and_digits_are_compared(text: str, compared: str) -> None:
    assert normal(text) == compared


def folds_of(text: str) -> Folds:
    return find_folds(set(text), {a + b for a, b in pairwise(text)}, SIMPLIFIED)


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_every_traditional_spelling_folds_back(config: str) -> None:
    folds = folds_of(TEXT).all
    assert normal(OpenCC(config).convert(TEXT), folds) == normal(TEXT, folds)


def test_characters_in_simplified_use_fold_loosely_only() -> None:
    folds = folds_of(TEXT)
    assert folds.strict["監"] == "监"
    assert folds.loose["覆"] == "复"
    assert "覆" not in folds.strict
    assert not set("领导班子监督发展") & set(folds.all)


def test_folds_are_limited_to_the_library_and_settle_at_once() -> None:
    folds = folds_of("监督").all
    assert set(folds.values()) <= set("监督")
    assert not set(folds) & set(folds.values())


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("三重一大", "san chong yi da"),
        ("调研", "diao yan"),
        ("行政", "xing zheng"),
        ("银行", "yin hang"),
        ("旅游", "lv you"),
        ("特权思想、特权现象", "te quan si xiang te quan xian xiang"),
        ("8小时", "8 xiao shi"),
    ],
)
def test_words_are_read_in_context(word: str, read: str) -> None:
    assert READER.word(word) == read


def test_all_readings_of_a_character_and_how_they_are_typed() -> None:
    assert READER.characters("重略a") == "重zhong,chong,tong略lve,lue"
    assert READER.characters("a1") == ""


def test_frequent_words_stand_between_different_neighbours() -> None:
    texts = [f"{a}一把手{b}" for a, b in ("对要", "让应", "使须", "请可", "看能")]
    assert frequent_words(texts, 5) == ["一把手"]
