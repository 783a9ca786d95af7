"""The first round's features: articles compared for a sentence, citations, what only exhorts."""

from __future__ import annotations

from math import log1p

import numpy as np
import pytest

from generator.linking import index_articles
from generator.linking.citations import Citation
from generator.linking.index import BaseIndex
from generator.linking.named_weights import Features
from generator.linking.scoring.features import COSINE, OWN, SENTENCE
from generator.linking.scoring.pair_features import own_features, sure, taken_over
from generator.linking.scoring.sentence_words import sentence_words
from generator.model import Term
from generator.text.official_language import official_language
from tests.linking.conftest import edition, report
from tests.linking.scoring.conftest import base_of

BASE = base_of()


def nats(*runs: str) -> float:
    return sum(map(official_language().of_run, runs))


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
    one, three = nats("戊己庚辛", "壬癸子丑寅卯"), nats("宇宙")
    assert row(text, "mass") == pytest.approx([log1p(one), 0, log1p(three), 0])
    assert row(text, "share") == pytest.approx([1, 0, three / one, 0])
    rival = log1p(one)
    assert row(text, "rival") == pytest.approx([log1p(three), rival, rival, rival])
    assert row(text, "lead") == pytest.approx(
        [log1p(one) - log1p(three), -rival, log1p(three) - rival, -rival]
    )


def test_the_rival_is_sought_in_the_same_sentence() -> None:
    found = features("辰宿列张，宇宙，天地玄黄。\n戊己庚辛。\n宇宙，戊己。")["rival"]
    three, four = log1p(nats("宇宙", "天地玄黄")), log1p(nats("辰宿列张"))
    one, short, world = log1p(nats("戊己庚辛")), log1p(nats("戊己")), log1p(nats("宇宙"))
    best, second = max(three, four), min(three, four)
    assert found.tolist() == [
        pytest.approx([best, best, *((second, best) if three > four else (best, second))]),
        pytest.approx([0, one, one, one]),
        pytest.approx([world, short, short, short]),
    ]


def test_how_alike_articles_are_is_held_against_the_best() -> None:
    found = features("戊己庚辛，宇宙")
    for name in ("cosine", "cosine_rare"):
        values = found[name][0]
        assert values[0] > values[2] > values[1] == 0
        assert found[f"{name}_lead"][0] == pytest.approx(values / values.max())
    assert (found["alike_lead"] <= 0).all()
    assert found["near_lead"].max() == 0


def test_what_is_alike_is_a_gain_over_the_mean() -> None:
    base = base_of(("垃圾分类投放。分类收集", "财政预算。经费拨付", "甲乙丙丁"))
    found = features("生活垃圾应当分类收集", base)
    assert found["alike"][0].argmax() == 0
    assert found["alike_gain"][0].sum() == pytest.approx(0)
    assert found["near_gain"][0].argmax() == 0


def test_where_nothing_is_shared_nothing_is_compared() -> None:
    for name in ("mass", "share", "rival", "lead", "term_share", "near", *COSINE):
        assert row("卅廿。", name) == [0, 0, 0, 0]


def test_a_base_of_one_article_has_no_rivals() -> None:
    one = base_of(("甲乙丙丁。戊己",))
    assert row("戊己", "rival", one) == [0]
    assert row("戊己", "share", one) == [1]


def test_a_base_without_articles_has_no_pairs() -> None:
    assert features("戊己", base_of(()))["mass"].shape == (1, 0)


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


def test_a_sentence_surprises_all_articles_alike() -> None:
    plain, rare = row("加强工作", "surprise"), row("戊己庚辛壬癸子丑", "surprise")
    assert plain == [log1p(15)] * 4  # the least that a sentence counts
    assert rare == pytest.approx([log1p(nats("戊己庚辛壬癸子丑"))] * 4)


def test_sums_are_logarithms() -> None:
    term = Term("t", "戊己", (), "机制", "", "")
    base = base_of(("甲乙丙丁。戊己，卅廿", "辰巳"), (term,))
    found = features("戊己", base)
    assert found["term_sum"][0, 0] == pytest.approx(log1p(1))
    assert found["mass"][0, 0] == pytest.approx(log1p(nats("戊己")))
    assert found["term_body"][0, 0] == 1


def test_the_groups_of_a_thesaurus_count_as_related_wordings() -> None:
    texts = ("甲乙丙丁。带班子", "辰巳")
    base = index_articles([edition(texts)], (), [("班子建设", "带班子")]).bases[0]
    found = features("班子建设", base)
    assert found["related_body"][0].tolist() == [1, 0]
    assert found["term_sum"][0, 0] == pytest.approx(log1p(1))
    assert not features("班子建设", base_of(texts))["related_body"].any()


def test_hints_have_their_place() -> None:
    term = Term("t", "戊己", (), "机制", "", "", (), ("庚辛", "丑寅"))
    base = base_of(("甲乙丙丁。戊己", "辰巳"), (term,))
    assert features("庚辛丑寅", base)["hint_sum"][0].tolist() == [2, 0]


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
    filling = "卅廿甬勺卞"
    for times in range(20):
        cover = nats(CLAUSE) / nats(CLAUSE + filling * times)
        if abs(cover - 0.3) > 0.03:  # nats of overlapping wordings are no exact sum
            assert taken(CLAUSE + filling * times, *articles)[0] == (cover > 0.3)
    assert not any(taken(CLAUSE + filling * 19, *articles))


def test_no_feature_knows_of_sentences_alone_but_those_that_say_so() -> None:
    found = features("会议指出，同志们，戊己的意义")
    same = {name for name in OWN if found[name][0].any() and np.ptp(found[name][0]) == 0}
    assert same <= set(SENTENCE)
