"""Which phrases, terms and hints of an article a sentence names; values worked out by hand."""

from __future__ import annotations

import pytest

from generator.linking.index import BaseIndex
from generator.linking.scoring.features import HINT, KIN, PHRASE, TERM, ByArticle
from generator.linking.scoring.shared_subjects import (
    hint_features,
    phrase_features,
    term_features,
)
from generator.model import Term
from tests.linking.scoring.conftest import base_of, words_of

ARTICLES = (
    "甲乙丙丁戊。贯彻己庚",
    "辰巳午未。甲乙丙丁戊，己庚，己庚",
    "天地玄黄。宇宙洪荒",
)
TERMS = (
    Term("t1", "己庚", ("己庚辛",), "机制", "", "", ("收车",), ("早晚", "车辆")),
    Term("t2", "宇宙洪荒", (), "机制", "", "", ("收车",), ("早晚", "星空", "大海", "山川")),
)
BASE = base_of(ARTICLES, TERMS)
OWN_SHARE, OTHER_SHARE = 2 / 3, 1 / 3  # of 己庚: two mentions, and one


def of(features: ByArticle, article: int) -> dict[str, object]:
    values = {name: row.get(article, 0.0) for name, row in features.items()}
    return {name: pytest.approx(value) for name, value in values.items() if value}


def phrases(text: str, article: int) -> dict[str, object]:
    features = phrase_features(words_of(text, BASE), BASE)
    assert set(features) == set(PHRASE.names)
    return of(features, article)


def terms(text: str, article: int, base: BaseIndex = BASE) -> dict[str, object]:
    words = words_of(text, base)
    features = term_features(words.hits, words, TERM)
    assert set(features) == set(TERM.names)
    return of(features, article)


def test_a_phrase_in_a_heading_counts_as_four_articles() -> None:
    head, body = 4 / 5, 1 / 5
    assert phrases("甲乙丙丁戊", 0) == {
        "phrase_heading": head,
        "phrase_sum": head,
        "phrase_cover": head * 5 / 6,
        "phrase_clause": head,
    }
    assert phrases("甲乙丙丁戊", 1) == {
        "phrase_body": body,
        "phrase_sum": body,
        "phrase_cover": body * 5 / 6,
        "phrase_clause": body,
    }
    assert phrases("甲乙丙丁戊", 2) == {}


def test_the_part_of_a_phrase_counts_as_a_part() -> None:
    values = phrases("甲乙丙丁", 0)
    assert values["part_heading"] == 4 / 5
    assert "phrase_heading" not in values
    assert phrases("甲乙丙丁", 1)["part_body"] == 1 / 5


def test_phrases_add_up_and_the_same_one_counts_once() -> None:
    once = phrases("甲乙丙丁戊，宇宙洪荒", 0)
    assert phrases("甲乙丙丁戊，宇宙洪荒，甲乙丙丁戊", 0)["phrase_sum"] == 4 / 5
    assert once["phrase_sum"] == 4 / 5
    both = phrases("宇宙洪荒，天地玄黄", 2)
    assert both["phrase_sum"] == 2
    assert both["phrase_body"] == both["phrase_heading"] == 1
    assert both["phrase_cover"] == 8 / 9


def test_what_covers_the_sentence_is_one_at_most() -> None:
    assert phrases("宇宙洪荒天地玄黄", 2)["phrase_cover"] == 1
    assert terms("己庚己庚己庚己庚", 1)["term_cover"] == 2 / 3


def test_a_phrase_in_a_long_clause_covers_a_part_of_it() -> None:
    values = phrases("宇宙洪荒卅廿甬勺，卞", 2)
    assert values["phrase_clause"] == 4 / 8
    assert values["phrase_cover"] == 4 / 10  # of the sentence, its stop with it
    assert phrases("宇宙洪荒，卅廿甬勺卞", 2)["phrase_clause"] == 1
    assert phrases("卞、宇宙洪荒", 2)["phrase_clause"] == 1


def test_in_a_clause_of_few_letters_a_phrase_is_measured_against_four() -> None:
    assert terms("己庚", 1)["term_clause"] == OWN_SHARE * 2 / 4
    assert terms("己庚卅廿甬", 1)["term_clause"] == OWN_SHARE * 2 / 5


def test_a_term_counts_by_the_articles_share() -> None:
    assert terms("己庚", 1) == {
        "term_body": OWN_SHARE,
        "term_sum": OWN_SHARE,
        "term_cover": OWN_SHARE * 2 / 6,
        "term_clause": OWN_SHARE * 2 / 4,
    }
    assert terms("己庚", 0)["term_body"] == OTHER_SHARE
    assert terms("己庚", 2) == {}


def test_a_term_in_a_heading_and_a_related_wording() -> None:
    heading = base_of(ARTICLES, (Term("t", "天地玄黄", (), "机制", "", "", ("星空",)),))
    assert terms("天地玄黄", 2, heading)["term_heading"] == 1
    assert terms("星空", 2, heading)["related_heading"] == 1
    assert terms("收车", 2)["related_body"] == 1
    assert "term_body" not in terms("收车", 2)


def test_a_term_named_twice_is_summed_once_but_covers_twice() -> None:
    values = terms("己庚，己庚辛", 1)
    assert values["term_sum"] == OWN_SHARE
    assert values["term_cover"] == OWN_SHARE * 5 / 6
    two = terms("己庚，宇宙洪荒", 2)
    assert two["term_sum"] == 1


def test_kin_go_under_names_of_their_own() -> None:
    words = words_of("己庚", BASE)
    assert of(term_features(words.hits, words, KIN), 1)["kin_body"] == OWN_SHARE


def hints(text: str, article: int) -> dict[str, object]:
    features = hint_features(words_of(text, BASE))
    assert set(features) == set(HINT)
    return of(features, article)


def test_a_hint_at_two_terms_counts_for_each_a_half() -> None:
    assert hints("早晚", 2) == {
        "hint_sum": 1 / 2,
        "hint_count": 1,
        "hint_share": 1,
        "hint_cover": 1 / 2 * 2 / 8,
    }
    assert hints("早晚", 1) == {
        "hint_sum": OWN_SHARE / 2,
        "hint_count": 1,
        "hint_share": OWN_SHARE,
        "hint_cover": OWN_SHARE / 2 * 2 / 8,
    }


def test_an_article_with_less_than_half_of_a_term_is_not_counted() -> None:
    values = hints("车辆", 0)
    assert values["hint_sum"] == OTHER_SHARE
    assert "hint_count" not in values
    assert values["hint_share"] == 1 / 2
    half = base_of(("甲乙丙。己庚", "辰巳。己庚", "天地"), TERMS[:1])
    counted = hint_features(words_of("车辆", half))["hint_count"]
    assert counted == {0: 1, 1: 1}


def test_the_same_hint_again_counts_once_and_a_term_counts_among_its_hints() -> None:
    assert hints("星空，星空", 2)["hint_sum"] == 1
    values = hints("星空和宇宙洪荒", 2)
    assert values["hint_sum"] == 2
    assert values["hint_cover"] == 6 / 8


def test_more_than_five_hints_tell_no_more() -> None:
    text = "早晚，星空，大海，山川，宇宙洪荒，收车"
    values = hints(text, 2)
    assert values["hint_count"] == 5
    assert values["hint_sum"] == 1 / 2 + 1 + 1 + 1 + 1 + 1 / 2


def test_a_sentence_without_hints_has_none() -> None:
    assert all(not row for row in hint_features(words_of("卅廿", BASE)).values())
