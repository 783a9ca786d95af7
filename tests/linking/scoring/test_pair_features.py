"""The first round's features: articles compared for a sentence, citations, what only exhorts."""

from __future__ import annotations

from math import log, log1p

import numpy as np
import pytest

from generator.linking.citations import Citation
from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features
from generator.linking.scoring.features import EITHER_WAY, OWN
from generator.linking.scoring.pair_features import own_features, sure, taken_over
from generator.linking.scoring.sentence_words import sentence_words
from generator.model import Term
from tests.linking.conftest import report
from tests.linking.scoring.conftest import RARE, base_of

BASE = base_of()
WEIGHT = log(RARE)


def features(text: str, base: BaseIndex = BASE, *cited: Citation) -> Features:
    document = report(text)
    return own_features(document, sentence_words(document, base), cited, base)


def row(text: str, name: str, base: BaseIndex = BASE) -> list[float]:
    """Return a feature of the last sentence for each article."""
    return [float(value) for value in features(text, base)[name][-1]]


def test_every_feature_of_every_pair_is_there() -> None:
    found = features("戊己。\n丙丁。")
    assert set(found) == set(OWN)
    assert {values.shape for values in found.values()} == {(2, 4)}


def test_articles_are_compared_by_all_their_wording() -> None:
    text = "戊己庚辛，宇宙，壬癸子丑寅卯"  # two wordings of the first, one of the third
    assert row(text, "total") == pytest.approx([log1p(2 * WEIGHT), 0, log1p(WEIGHT), 0])
    assert row(text, "share") == pytest.approx([1, 0, 1 / 2, 0])
    rival = log1p(2 * WEIGHT)
    assert row(text, "rival") == pytest.approx([log1p(WEIGHT), rival, rival, rival])


def test_the_rival_is_sought_in_the_same_sentence() -> None:
    found = features("辰宿列张，宇宙，天地玄黄。\n戊己庚辛。\n宇宙，戊己。")["rival"]
    one, two = log1p(WEIGHT), log1p(2 * WEIGHT)
    assert found.tolist() == [
        pytest.approx([two, two, one, two]),
        pytest.approx([0, one, one, one]),
        pytest.approx([one, one, one, one]),
    ]


def test_wordings_of_every_length_are_in_the_total() -> None:
    text = "戊己，庚辛壬，癸子丑寅，宇宙洪荒"
    assert row(text, "total")[0] == pytest.approx(log1p(3 * WEIGHT))
    assert row("戊己庚辛壬癸", "total")[0] == pytest.approx(log1p(WEIGHT))


def test_where_nothing_is_shared_nothing_is_compared() -> None:
    for name in ("total", "share", "rival", "term_share"):
        assert row("卅廿。", name) == [0, 0, 0, 0]


def test_a_base_of_one_article_has_no_rivals() -> None:
    one = base_of(("甲乙丙丁。戊己",))
    assert row("戊己", "rival", one) == [0]
    assert row("戊己", "share", one) == [1]


def test_a_base_without_articles_has_no_pairs() -> None:
    assert features("戊己", base_of(()))["total"].shape == (1, 0)


def test_terms_are_compared_by_the_best_that_they_show() -> None:
    term = Term("t", "戊己", ("日月",), "机制", "", "")
    base = base_of(("甲乙丙丁。戊己，戊己", "辰巳。日月", "天地"), (term,))
    assert row("戊己庚辛壬", "term_share", base) == pytest.approx([1, 1 / 2, 0])


def test_a_sentence_is_as_long_as_its_letters_for_every_article() -> None:
    assert row("戊己卅廿", "length") == pytest.approx([log1p(4)] * 4)


def test_what_only_exhorts_is_counted_up_to_three() -> None:
    text = "这是必然要求，意义重大，体现担当，彰显决心。戊己"
    assert row(text.split("。")[0], "meaning") == [3] * 4
    assert row("会议指出戊己", "say") == [1] * 4
    assert row("同志们", "greet") == [1] * 4
    assert row("戊己", "meaning") == [0] * 4


def test_what_is_shared_by_a_sentence_that_exhorts_is_told_apart() -> None:
    assert row("戊己的意义，体现担当", "total_meaning")[0] == pytest.approx(2 * log1p(WEIGHT))


def test_sums_are_logarithms() -> None:
    term = Term("t", "戊己", (), "机制", "", "")
    base = base_of(("甲乙丙丁。戊己，卅廿", "辰巳"), (term,))
    found = features("戊己", base)
    assert found["term_sum"][0, 0] == pytest.approx(log1p(1))
    assert found["body2"][0, 0] == pytest.approx(log1p(log(3)))
    assert features("甲乙", base)["heading3"][0, 0] == pytest.approx(log1p(log(3)))
    assert found["phrase_sum"][0, 0] == pytest.approx(log1p(1))
    assert found["term_body"][0, 0] == 1


def test_kin_are_found_by_the_thesaurus() -> None:
    base = base_of(("甲乙丙丁。带班子", "辰巳"))
    found = features("班子建设", base)
    assert found["kin_other_body"][0, 0] == 1
    assert found["kin_sum"][0, 0] == pytest.approx(log1p(1))
    assert found["term_sum"][0, 0] == 0


def test_hints_have_their_place() -> None:
    term = Term("t", "戊己", (), "机制", "", "", (), ("早晚", "车辆"))
    base = base_of(("甲乙丙丁。戊己", "辰巳"), (term,))
    assert features("早晚车辆", base)["hint_sum"][0].tolist() == [2, 0]


def cited(base: str, article: int, start: int) -> Citation:
    return Citation(start, start + 3, base, article, None)


def test_a_citation_counts_for_its_sentence_and_article() -> None:
    text = "戊己。\n见第二条。\n宇宙。"
    place = text.index("第")
    found = features(text, BASE, cited("guize", 2, place))["citation"]
    assert np.argwhere(found).tolist() == [[1, 1]]
    edge = features(text, BASE, cited("guize", 2, text.index("见")))["citation"]
    assert np.argwhere(edge).tolist() == [[1, 1]]
    behind = features(text, BASE, cited("guize", 2, text.index("宇")))["citation"]
    assert np.argwhere(behind).tolist() == [[2, 1]]


def test_a_citation_of_another_base_or_of_no_article_counts_for_none() -> None:
    for one in (cited("other", 2, 0), cited("guize", 9, 0)):
        assert not features("第二条", BASE, one)["citation"].any()


def test_what_is_cited_or_taken_over_is_sure() -> None:
    found = features("见第二条", BASE, cited("guize", 2, 1))
    assert np.argwhere(sure(found)).tolist() == [[0, 1]]
    assert not taken_over(found).any()


CLAUSE = "寒来暑往秋收冬藏闰余成岁"  # twelve letters


def taken(text: str, *articles: str) -> list[bool]:
    found = features(text, base_of(articles))
    return [bool(each) for each in taken_over(found)[0]]


def test_twelve_letters_of_one_article_alone_are_taken_over() -> None:
    articles = (f"甲乙。{CLAUSE}", "丙丁。戊己", "庚辛")
    assert taken(CLAUSE, *articles) == [True, False, False]
    assert taken(CLAUSE[1:], *articles) == [False, False, False]


def test_what_two_articles_say_alike_is_not_taken_over() -> None:
    assert taken(CLAUSE, f"甲乙。{CLAUSE}", f"丙丁。{CLAUSE}", "庚辛") == [False, False, False]


def test_a_small_part_of_what_a_sentence_says_is_not_taken_over() -> None:
    articles = (f"甲乙。{CLAUSE}", "丙丁", "庚辛")
    filling = "卅廿甬勺卞" * 5  # with the clause's twelve letters, 37
    assert taken(CLAUSE + filling, *articles) == [True, False, False]
    assert taken(CLAUSE + filling + "卅廿甬勺", *articles) == [False, False, False]


def test_no_feature_knows_of_sentences_alone_but_those_that_say_so() -> None:
    found = features("会议指出，同志们，戊己的意义")
    same = {name for name in OWN if found[name][0].any() and np.ptp(found[name][0]) == 0}
    assert same <= EITHER_WAY
