"""How near a sentence's words come to each article's, and which words show it."""

from __future__ import annotations

import numpy as np
import pytest

from generator.linking.meaning.base_meaning import (
    BaseMeaning,
    Nearness,
    base_meaning,
    weight_of,
    words_and_stops,
)
from generator.linking.word_lists import generic_words
from generator.text.official_language import official_language

TEXTS = ["拖欠|工资支付|农民工", "垃圾分类投放|收集", "预算|经费拨付"]


@pytest.fixture(scope="module")
def meaning() -> BaseMeaning:
    return base_meaning(TEXTS, generic_words())


def nearness(meaning: BaseMeaning, letters: str) -> Nearness:
    """Return how near one sentence comes to each article, together with others."""
    found = meaning.nearness([["拖欠"], words_and_stops(letters), [], ["预算"]])
    return Nearness(found.near[1], found.gain[1], found.new[1], found.alike[1])


def test_every_article_has_its_words_but_the_generic(meaning: BaseMeaning) -> None:
    assert {"拖欠", "垃圾", "预算"} <= set(meaning.names)
    assert not set(meaning.names) & generic_words()
    assert meaning.holders.shape == (3, len(meaning.names))
    assert meaning.holders[0, meaning.words["拖欠"]] == 1
    assert meaning.holders[1, meaning.words["拖欠"]] == 0


def test_a_word_that_the_base_does_not_hold_comes_near_its_like(meaning: BaseMeaning) -> None:
    found = nearness(meaning, "清理欠薪")
    assert "欠薪" not in meaning.words
    for values in (found.near, found.gain, found.new, found.alike):
        assert int(values.argmax()) == 0
    assert found.gain[0] > 0 > found.gain[1]
    assert found.gain.sum() == pytest.approx(0, abs=1e-6)


def test_a_word_of_the_article_itself_is_nearest_and_not_new(meaning: BaseMeaning) -> None:
    found = nearness(meaning, "垃圾")
    assert found.near[1] == max(found.near)
    assert not found.new.any()


def test_nothing_that_tells_is_near_nothing(meaning: BaseMeaning) -> None:
    for letters in ("", "|", "加强工作", "卅廿甬", "的|了"):
        found = nearness(meaning, letters)
        for values in (found.near, found.gain, found.new, found.alike):
            assert values.tolist() == [0, 0, 0]
        assert meaning.akin(words_and_stops(letters), 0) == []


def test_the_words_whose_like_the_article_holds_are_shown_with_their_places(
    meaning: BaseMeaning,
) -> None:
    letters = "昨天|清理欠薪|运走垃圾"
    (here,) = meaning.akin(words_and_stops(letters), 0)
    assert letters[here[0] : here[1]] == "欠薪"
    assert here[2] in TEXTS[0]
    assert meaning.akin(words_and_stops(letters), 1) == []  # 垃圾 is too everyday to be shown
    assert meaning.akin(words_and_stops(letters), 2) == []


def test_a_sentence_says_the_same_again(meaning: BaseMeaning) -> None:
    once, again = nearness(meaning, "清理欠薪"), nearness(meaning, "清理欠薪")
    assert np.array_equal(once.near, again.near)


def test_a_base_without_articles_has_no_nearness() -> None:
    assert base_meaning([], generic_words()).nearness([["垃圾"]]).near.shape == (1, 0)


def test_what_tells_nothing_has_no_weight() -> None:
    language = official_language()
    for word in ("运", "加强", "2024"):
        assert weight_of(word, language, generic_words()) is None
    rare, everyday = (weight_of(word, language, frozenset()) for word in ("草坪", "规定"))
    assert rare is not None
    assert everyday is not None
    assert rare > everyday >= 0
