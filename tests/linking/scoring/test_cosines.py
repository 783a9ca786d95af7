"""Sentence and article as vectors of letter pairs."""

from __future__ import annotations

from math import log, sqrt

import pytest

from generator.linking.letter_rows import letter_row, pair_keys
from generator.linking.named_weights import Matrix
from generator.linking.scoring.cosines import (
    PairVectors,
    cosines,
    pair_counts,
    pair_vectors,
    row_pairs,
)
from generator.text.official_language import official_language

TEXTS = ["甲乙丙|丁戊", "甲乙|己庚", "辛壬"]


def of(letters: str, vectors: PairVectors) -> Matrix:
    """Return the cosines of one sentence, among others."""
    found: Matrix = cosines(row_pairs(letter_row(["甲乙丙", letters, ""])), vectors)[1]
    return found


def test_pairs_do_not_reach_across_a_stop() -> None:
    assert pair_counts("甲乙丙|丁戊|甲乙") == {"甲乙": 2, "乙丙": 1, "丁戊": 1}
    assert pair_counts("") == pair_counts("甲") == {}


def test_the_same_letters_have_a_cosine_of_one_and_strangers_none() -> None:
    vectors = pair_vectors(TEXTS)
    for at, letters in enumerate(TEXTS):
        found = of(letters, vectors)
        assert found[at] == pytest.approx(1)
        assert found.argmax() == at
        assert ((found >= 0) & (found <= 1 + 1e-9)).all()
    assert of("卅廿甬", vectors).tolist() == [0, 0, 0]
    assert of("", vectors).tolist() == [0, 0, 0]


def test_a_pair_counts_by_how_few_articles_hold_it() -> None:
    vectors = pair_vectors(TEXTS)
    rare, common = log(4 / 1.5), log(4 / 2.5)
    weights = vectors.weights[vectors.numbers.of(pair_keys(["乙丙", "甲乙"]))]
    assert weights.tolist() == pytest.approx([rare, common])
    length = sqrt(common**2 + 2 * rare**2)
    assert of("乙丙", vectors)[0] == pytest.approx(rare / length)
    assert of("甲乙", vectors)[0] == pytest.approx(common / length)


def test_what_no_article_holds_makes_a_sentence_less_alike() -> None:
    vectors = pair_vectors(TEXTS)
    alone = of("乙丙", vectors)[0]
    assert of("乙丙|卅廿", vectors)[0] < alone


def test_with_the_language_everyday_pairs_count_less() -> None:
    language = official_language()
    texts = ["加强甲乙", "其他"]
    plain, rare = pair_vectors(texts), pair_vectors(texts, language)
    by_count = of("加强", plain)[0]
    by_surprise = of("加强", rare)[0]
    assert 0 < by_surprise < by_count / 2


def test_no_articles_no_cosines() -> None:
    assert of("甲乙", pair_vectors([])).shape == (0,)
