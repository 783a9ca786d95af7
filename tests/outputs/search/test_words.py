"""What search offers while one types: names of terms, words that recur, articles by number."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest

from generator.model import Library
from generator.outputs.search.frequent import frequent_words
from generator.outputs.search.index import Index
from generator.outputs.search.pronunciations import Reader, without_tone
from generator.text.dictionary import Dictionary


def words_that_recur(text: str) -> list[str]:
    """By brute force: runs of 2 to 6 ideographs, four times or more, between three neighbours."""
    found: Counter[str] = Counter()
    before: dict[str, set[str]] = {}
    after: dict[str, set[str]] = {}
    for run in re.findall("[\u3400-\u4dbf\u4e00-\u9fff]+", text):
        for start in range(len(run)):
            for end in range(start + 2, min(start + 6, len(run)) + 1):
                word = run[start:end]
                found[word] += 1
                before.setdefault(word, set()).add(run[start - 1] if start else " ")
                after.setdefault(word, set()).add(run[end] if end < len(run) else " ")
    worth = {
        word: count * (len(word) - 1)
        for word, count in found.items()
        if count >= 4 and len(before[word]) >= 3 and len(after[word]) >= 3
    }
    return sorted(worth, key=lambda word: (-worth[word], word))


@pytest.mark.parametrize("seed", range(6))
def test_the_words_that_recur_are_those_of_brute_force(seed: int) -> None:
    rng = random.Random(seed)
    parts = [*"甲乙丙丁，。a", "一把手", "领导班子", "监督执纪问责", "民主集中制度化"]
    texts = ["".join(rng.choices(parts, k=40)) for _ in range(12)]
    wanted = words_that_recur(" ".join(texts))
    assert len(wanted) > 5
    assert frequent_words(texts, 1_000) == wanted
    assert frequent_words(texts, 5) == wanted[:5]


def test_a_sample_of_the_texts_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.outputs.search.frequent.SAMPLE", 20)
    texts = ["对一把手要，让一把手应，使一把手须。", "请一把手可，", *["看班子能，听班子说"] * 5]
    assert frequent_words(texts, 9) == ["一把手"]  # the second text passes twenty characters
    assert frequent_words(["看班子能", *texts[:1], "请一把手可"], 9) == []  # three times by then


def test_a_name_leads_to_its_term_and_a_word_to_none(findable: Library) -> None:
    words = Index(findable).words
    assert words[:5] == [
        "一园一策\tyi yuan yi ce\tterm-1",
        "一 园 一 图\tyi yuan yi tu\tterm-1",
        "种植图\tzhong zhi tu\tterm-1",  # the first of the terms that have it
        "轮值制度\tlun zhi zhi du\tterm-2",
        "公共温室\tgong gong wen shi\tterm-3",
    ]
    names = [line.split("\t")[0] for line in words]
    assert "轮值居民\tlun zhi ju min\t" in words[5:]
    assert len(names) == len(set(names))
    assert all(line.endswith("\t") for line in words[5:])


@pytest.mark.parametrize(("small", "most"), [(1 << 30, 3), (0, 5)])
def test_a_large_library_offers_more_words(
    findable: Library, small: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.outputs.search.index.FEW_WORDS", 3)
    monkeypatch.setattr("generator.outputs.search.index.WORDS", 5)
    words = Index(findable, small=small).words
    assert len([line for line in words if line.endswith("\t")]) == most


def test_a_library_is_small_up_to_a_weight_in_bytes(findable: Library) -> None:
    weight = sum(len(unit.text.encode()) for unit in Index(findable).units)
    assert Index(findable, small=weight).is_small
    assert not Index(findable, small=weight - 1).is_small


def test_an_article_is_offered_by_number_with_its_name_and_first_words(
    findable: Library, law: Library
) -> None:
    guidance, rules = Index(findable).outline["bases"]
    assert guidance["names"] == ["《花园意见》", "关于加强社区花园管理的意见", "yijian"]
    assert guidance["articles"][1] == [
        *("yijian-2", "yijian/2.html", "2 二 er", "第（二）条", "建立轮值制度", "")
    ]
    assert rules["articles"][2] == ["banfa-3", "banfa/3.html", "3 三 san", "第三条", "规矩", "kxx"]
    articles = Index(law).outline["bases"][0]["articles"]
    assert articles[11][2] == "12 十二 shier"
    assert articles[1][4] == (
        "本市行政区域内公共阅览室的设立、开放、服务和监督，适用本条例。\n"
        "本条例所称公共阅"  # 40 characters
    )


# --- how words are read ---------------------------------------------------------------------

DICTIONARY = Dictionary(
    words={"银行": "yín háng", "行长": "háng zhǎng", "银行行长": "yín háng háng zhǎng"},
    characters={
        "行": "xíng,háng",
        "长": "cháng,zhǎng",
        "略": "lüè",
        "女": "nǚ",
        "呣": "ḿ,mú",
        "欸": "ê̄,āi",
    },
)


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("银行行长", "yin hang hang zhang"),  # the longest word first
        ("银行长", "yin hang chang"),
        ("长银行", "chang yin hang"),
        ("行", "xing"),
        ("长", "chang"),
        ("X_行，9%", "x xing 9"),
        ("冇", "冇"),  # what nobody can read stands for itself
    ],
)
def test_a_word_is_read_by_the_longest_words_from_the_left(word: str, read: str) -> None:
    assert Reader(DICTIONARY).word(word) == read


def test_characters_have_all_readings_as_they_are_typed() -> None:
    reader = Reader(DICTIONARY)
    assert reader.characters("行a略女冇") == "行xing,hang略lve,lue女nv冇"
    assert reader.characters("呣欸") == "呣m,mu欸ai"  # nobody types ê
    assert Reader(Dictionary(words={}, characters={})).word("行长") == "行 长"


@pytest.mark.parametrize(
    ("syllable", "typed"), [("nǚ", "nv"), ("zhǎng", "zhang"), ("lüè", "lve"), ("de", "de")]
)
def test_tones_are_not_typed(syllable: str, typed: str) -> None:
    assert without_tone(syllable) == typed
