"""Which characters stand for which, told apart by OpenCC asked about one character at a time."""

from __future__ import annotations

import random

import pytest
from opencc import OpenCC

from generator.build.memo import no_memo
from generator.outputs.search import prepare
from generator.outputs.search.folding import find_folds, simplified_characters
from generator.text.dictionary import load_dictionary
from generator.text.traditional import opencc


def in_gb2312(char: str) -> bool:
    return char.encode("gb2312", "ignore") != b""


def test_each_ideograph_is_what_its_own_conversion_says() -> None:
    """The mainland's, Taiwan's and Hong Kong's forms, in this order, then the Japanese ones."""
    found = simplified_characters()
    simplify = [OpenCC(config).convert for config in ("t2s", "tw2s", "hk2s")]
    japanese, mainland = OpenCC("jp2t").convert, simplify[0]
    every = [chr(code) for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    asked = random.Random(3).sample(every, 2_000) + list("監裏裡沢竜働喺着后台覆鷄㑮")
    for char in asked:
        forms = [each(char) for each in simplify]
        if all(form == char for form in forms) and not in_gb2312(char):
            forms = [mainland(japanese(char))]
        others = [form for form in forms if form != char and len(form) == 1]
        assert found.get(char) == (others[0] if others else None), char
    assert not [char for char, form in found.items() if char == form]
    assert found["沢"] == "泽"


def test_a_fold_of_a_fold_is_taken_to_its_end() -> None:
    table = {"龘": "龖", "龖": "龙", "東": "东"}
    folds = find_folds(set("龖龙"), [], table)
    assert folds.all == {"龘": "龙", "龖": "龙"}


def test_two_characters_that_stand_for_one_another_fold_one_way() -> None:
    assert find_folds(set("龘龖"), [], {"龘": "龖", "龖": "龘"}).all == {"龖": "龘"}


def test_a_form_that_depends_on_the_word_is_brought_out_by_the_pair() -> None:
    assert find_folds(set("反复"), [], {}).all == {}
    assert find_folds(set("反复"), ["反复"], {}).loose == {"覆": "复"}
    assert find_folds(set("ab反复"), ["ab", "b反", "反复"], {}).loose == {"覆": "复"}
    assert find_folds(set("反腹"), ["反复"], {}).all == {}  # what the library lacks


def test_the_first_form_of_a_character_is_kept() -> None:
    assert find_folds(set("反复腹"), ["反复"], {"覆": "腹"}).loose == {"覆": "腹"}


@pytest.mark.parametrize(("char", "kind"), [("監", "strict"), ("覆", "loose"), ("㑮", "strict")])
def test_what_simplified_text_uses_folds_loosely(char: str, kind: str) -> None:
    folds = find_folds({"复"}, [], {char: "复"})
    assert getattr(folds, kind) == {char: "复"}
    assert folds.all == {char: "复"}


def test_after_preparing_nothing_is_left_to_load() -> None:
    asked = []
    opencc.cache_clear()

    def memo(function: object, *_: object) -> object:
        asked.append(function)
        return None

    prepare(memo)  # type: ignore[arg-type]
    assert asked == [load_dictionary, simplified_characters]
    loaded = opencc.cache_info().misses
    find_folds(set("反复"), ["反复"], {})
    assert opencc.cache_info().misses == loaded
    assert no_memo(simplified_characters)["監"] == "监"


def test_forms_that_lead_round_in_a_circle_come_to_an_end() -> None:
    table = {"甲": "乙", "乙": "丙", "丙": "乙"}
    assert find_folds(set("甲乙丙"), [], table).all == {"甲": "乙", "丙": "乙"}
