"""Which terms and hints of an article a sentence names; values worked out by hand."""

from __future__ import annotations

import pytest

from generator.linking.index import BaseIndex
from generator.linking.scoring.features import HINT, TERM, SubjectNames
from generator.linking.scoring.sentence_words import SentenceWords
from generator.linking.scoring.shared_subjects import hint_features, term_features
from generator.model import Term
from generator.text.official_language import official_language
from tests.linking.scoring.conftest import ByArticle, base_of, by_article, words_of

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


def telling(form: str) -> float:
    """Return what a wording counts: nothing at 3 nats of surprise, all from 10 on."""
    return min(1.0, max(0.15, (official_language().of_run(form) - 3) / 7))


def of(features: ByArticle, article: int) -> dict[str, object]:
    values = {name: row.get(article, 0.0) for name, row in features.items()}
    return {name: pytest.approx(value) for name, value in values.items() if value}


def shared(words: SentenceWords, base: BaseIndex, names: SubjectNames) -> ByArticle:
    return by_article(term_features([words], base.subjects, len(base.articles), names))


def hinted(words: SentenceWords, base: BaseIndex) -> ByArticle:
    return by_article(hint_features([words], base.subjects, len(base.articles)))


def terms(text: str, article: int, base: BaseIndex = BASE) -> dict[str, object]:
    features = shared(words_of(text, base), base, TERM)
    assert set(features) == set(TERM.names)
    return of(features, article)


def test_what_covers_the_sentence_is_one_at_most() -> None:
    assert terms("己庚己庚己庚己庚", 1)["term_cover"] == 2 / 3
    whole = base_of(ARTICLES, (Term("t", "宇宙洪荒", (), "机制", "", "", ("天地玄黄",)),))
    assert terms("宇宙洪荒天地玄黄宇宙洪荒", 2, whole)["term_cover"] == 1


def test_a_term_in_a_long_clause_covers_a_part_of_it() -> None:
    values = terms("宇宙洪荒卅廿甬勺，卞", 2)
    assert values["term_clause"] == 4 / 8
    assert values["term_cover"] == 4 / 10  # of the sentence, its stop with it
    assert terms("宇宙洪荒，卅廿甬勺卞", 2)["term_clause"] == 1
    assert terms("卞、宇宙洪荒", 2)["term_clause"] == 1


def test_in_a_clause_of_few_letters_a_term_is_measured_against_four() -> None:
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
    assert terms("星空", 2, heading)["related_heading"] == telling("星空")
    assert terms("收车", 2)["related_body"] == telling("收车")
    assert "term_body" not in terms("收车", 2)


def test_a_term_named_twice_is_summed_once_but_covers_twice() -> None:
    values = terms("己庚，己庚辛", 1)
    assert values["term_sum"] == OWN_SHARE
    assert values["term_cover"] == OWN_SHARE * 5 / 6
    two = terms("己庚，宇宙洪荒", 2)
    assert two["term_sum"] == 1


def test_an_everyday_term_counts_less_than_one_that_surprises() -> None:
    terms_of_two = (
        Term("t1", "考核", (), "机制", "", ""),
        Term("t2", "宇宙洪荒", (), "机制", "", ""),
    )
    base = base_of(("甲乙。考核", "丙丁。宇宙洪荒", "戊己"), terms_of_two)
    everyday, rare = terms("考核", 0, base), terms("宇宙洪荒", 1, base)
    assert everyday["term_body"] == telling("考核")
    assert rare["term_body"] == 1
    assert telling("考核") < 1 / 2 < telling("宇宙洪荒") == 1


def test_other_terms_may_go_under_names_of_their_own() -> None:
    names = SubjectNames("a", "b", "c", "d", "e", "f", "g")
    assert of(shared(words_of("己庚", BASE), BASE, names), 1)["b"] == OWN_SHARE


def hints(text: str, article: int) -> dict[str, object]:
    features = hinted(words_of(text, BASE), BASE)
    assert set(features) == set(HINT)
    return of(features, article)


def test_a_hint_at_two_terms_counts_for_each_a_half() -> None:
    tells = telling("早晚")
    assert hints("早晚", 2) == {
        "hint_sum": tells / 2,
        "hint_count": tells,
        "hint_share": 1,
        "hint_cover": tells / 2 * 2 / 8,
    }
    assert hints("早晚", 1) == {
        "hint_sum": OWN_SHARE * tells / 2,
        "hint_count": tells,
        "hint_share": OWN_SHARE,
        "hint_cover": OWN_SHARE * tells / 2 * 2 / 8,
    }


def test_an_article_with_less_than_half_of_a_term_is_not_counted() -> None:
    values = hints("车辆", 0)
    assert values["hint_sum"] == OTHER_SHARE * telling("车辆")
    assert "hint_count" not in values
    assert values["hint_share"] == 1 / 2
    half = base_of(("甲乙丙。己庚", "辰巳。己庚", "天地"), TERMS[:1])
    counted = hinted(words_of("车辆", half), half)["hint_count"]
    assert counted == {0: pytest.approx(telling("车辆")), 1: pytest.approx(telling("车辆"))}


def test_the_same_hint_again_counts_once_and_a_term_counts_among_its_hints() -> None:
    assert hints("星空，星空", 2)["hint_sum"] == telling("星空")
    values = hints("星空和宇宙洪荒", 2)
    assert values["hint_sum"] == telling("星空") + 1
    assert values["hint_cover"] == (2 * telling("星空") + 4) / 8


def test_more_than_five_hints_tell_no_more() -> None:
    rare = ("甲子卅", "丑寅廿", "辰巳甬", "庚辛勺", "壬癸卞", "戊己卅")
    base = base_of(ARTICLES, (Term("t", "宇宙洪荒", (), "机制", "", "", (), rare),))
    values = hinted(words_of("，".join(rare), base), base)
    assert values["hint_count"][2] == 5
    assert values["hint_sum"][2] == pytest.approx(6)


def test_a_sentence_without_hints_has_none() -> None:
    assert all(not row for row in hinted(words_of("卅廿", BASE), BASE).values())
