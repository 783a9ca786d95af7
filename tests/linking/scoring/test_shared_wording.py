"""How much of an article's own wording a sentence holds; the values are worked out by hand."""

from __future__ import annotations

from math import log

import pytest

from generator.linking.scoring.features import WORDING
from generator.linking.scoring.shared_wording import wording_features
from tests.linking.scoring.conftest import RARE, base_of, words_of

BASE = base_of()
WEIGHT = log(RARE)


def found(text: str, article: int) -> dict[str, object]:
    """Return what is not 0 for `article`."""
    features = wording_features(words_of(text, BASE), BASE)
    assert set(features) == set(WORDING)
    values = {name: row.get(article, 0.0) for name, row in features.items()}
    return {name: pytest.approx(value) for name, value in values.items() if value}


@pytest.mark.parametrize(
    ("text", "column", "run"),
    [
        ("戊己", "body2", 2 / 4),
        ("戊己庚", "body3", 3 / 4),
        ("戊己庚辛", "body45", 1),
        ("戊己庚辛壬", "body45", 1),
        ("戊己庚辛壬癸", "body6", 1),
        ("戊己庚辛壬癸子", "body6", 1),
    ],
)
def test_a_wording_counts_by_its_length_and_each_letter_once(
    text: str, column: str, run: float
) -> None:
    cover = len(text) / max(6, len(text))
    assert found(text, 0) == {column: WEIGHT, "run_body": run, "wording_cover": cover}
    assert found(text, 1) == {}


@pytest.mark.parametrize(
    ("text", "body", "heading", "run"),
    [
        ("甲乙", "body2", "heading3", 2 / 4),
        ("甲乙丙", "body3", "heading3", 3 / 4),
        ("甲乙丙丁", "body45", "heading4", 1),
    ],
)
def test_in_a_heading_it_counts_for_that_too(
    text: str, body: str, heading: str, run: float
) -> None:
    cover = len(text) / 6
    expected = {body: WEIGHT, heading: WEIGHT, "run_heading": run, "wording_cover": cover}
    assert found(text, 0) == expected


def test_a_run_beyond_eight_letters_is_a_quotation() -> None:
    values = found("戊己庚辛壬癸子丑寅卯", 0)
    assert values["quotation"] == log(3)  # three wordings of eight letters
    assert values["body6"] == WEIGHT * (8 + 1 + 1) / 8
    assert values["wording_cover"] == 1
    assert "quotation" not in found("戊己庚辛壬癸子丑", 0)  # one of eight: the logarithm of 1


def test_of_two_quotations_the_longer_counts() -> None:
    assert found("戊己庚辛壬癸子丑寅，己庚辛壬癸子丑寅卯", 0)["quotation"] == log(2)
    assert found("戊己庚辛壬癸子丑寅，戊己庚辛壬癸子丑寅卯", 0)["quotation"] == log(3)


def test_a_wording_that_two_articles_hold_tells_less() -> None:
    weight = log(RARE / 2)
    expected = {"body2": weight, "run_body": 2 / 4 / 2, "wording_cover": 2 / 6}
    assert found("申酉", 1) == found("申酉", 2) == expected


def test_a_wording_that_another_has_in_its_heading_tells_little() -> None:
    weight = log(RARE / 2)
    parts = 2 + 3  # two articles hold it, and a heading counts as three more
    assert found("丙丁", 0) == {
        "body2": weight,
        "heading3": weight,
        "run_heading": 2 / 4 / parts * 4,
        "wording_cover": 2 / 6,
    }
    assert found("丙丁", 1) == {
        "body2": weight / 4,
        "run_body": 2 / 4 / parts,
        "wording_cover": 2 / 6,
    }


def test_generic_words_tell_next_to_nothing() -> None:
    assert found("加强", 1) == {"body2": WEIGHT * 0.15}


def test_the_same_words_again_count_once() -> None:
    assert found("戊己，戊己", 0) == found("戊己", 0)


def test_all_wordings_of_an_article_are_added_up_and_the_best_run_counts() -> None:
    values = found("戊己庚，丑寅，宇宙，庚辛", 0)
    assert values["body3"] == WEIGHT
    assert values["body2"] == WEIGHT * 2
    assert values["run_body"] == 3 / 4
    assert values["wording_cover"] == 7 / 9  # stops are no letters


def test_letters_of_a_longer_wording_are_not_counted_again() -> None:
    values = found("戊己庚，己庚辛", 0)
    assert values["body3"] == WEIGHT * 2
    assert "body2" not in values
    assert "body2" not in found("戊己庚辛，庚辛", 0)


def test_in_a_long_sentence_the_same_wording_covers_less() -> None:
    assert found("戊己卅廿甬勺卞", 0)["wording_cover"] == 2 / 7
    assert found("戊己加强卅廿甬勺", 0)["wording_cover"] == 2 / 6
    assert found("卅", 0) == found("戊", 0) == {}
