"""What is worked out for a whole report at once is what each sentence has by itself."""

from __future__ import annotations

from math import log1p

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.linking.scoring import pair_features
from generator.linking.scoring.features import COSINE, HINT, MEANING, TERM, WORDING
from generator.linking.scoring.pair_features import own_features
from generator.linking.scoring.sentence_words import sentence_words
from generator.model import Document, Term
from generator.text.folding import fold_spans
from generator.text.letters import fold
from tests.linking.conftest import report
from tests.linking.scoring.conftest import base_of
from tests.linking.scoring.plain_features import plain_features

# Letters that make words, terms, hints and wordings, repeated and over one another.
PARTS = ("拖欠", "工资", "支付", "加强", "班子", "带班子", "甲乙丙丁", "丙丁戊己庚辛", "的", "20")
SIGNS = ("，", "、", "“", "”", " ", "\u3000", "①", "Ａ")
ARTICLES = (
    "拖欠工资支付。加强班子建设，甲乙丙丁戊己庚辛壬癸",
    "甲乙丙丁戊己庚。带班子，工资支付",
    "班子的班子。拖欠，丙丁戊己庚辛",
)
TERMS = (
    Term("t1", "工资支付", ("支付",), "机制", "", "", ("带班子",), ("拖欠", "的")),
    Term("t2", "丙丁", ("丙丁戊己",), "机制", "", "", ("班子",), ("拖欠", "甲乙")),
)
BASE = base_of(ARTICLES, TERMS)
SENTENCES = st.lists(
    st.lists(st.sampled_from((*PARTS, *PARTS, *SIGNS)), max_size=14).map("".join),
    min_size=1,
    max_size=5,
)
COMPARED = {"cosine_lead", "cosine_rare_lead", "near_lead", "alike_lead", "alike_gain"}


def document(sentences: list[str]) -> Document:
    return report("。\n".join(sentences) + "。")


@settings(max_examples=60, deadline=None)
@given(SENTENCES)
def test_features_are_those_of_each_sentence(sentences: list[str]) -> None:
    made = document(sentences)
    words = sentence_words(made, BASE)
    found = own_features(made, words, (), BASE)
    for at, each in enumerate(words):
        plain = plain_features(each, BASE)
        for name in (*WORDING, *COSINE, *MEANING, *TERM.names, *HINT):
            values = [plain[name].get(article, 0.0) for article in range(len(ARTICLES))]
            if name == TERM.sum:
                assert found[name][at] == pytest.approx([log1p(value) for value in values])
            elif name not in COMPARED:
                assert found[name][at] == pytest.approx(values), (name, each.letters)


@settings(max_examples=20, deadline=None)
@given(SENTENCES)
def test_it_does_not_matter_how_much_is_looked_at_together(sentences: list[str]) -> None:
    made = document(sentences)
    words = sentence_words(made, BASE)
    whole = own_features(made, words, (), BASE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pair_features, "MOST", 20)
        parts = own_features(made, words, (), BASE)
    for name, values in whole.items():
        assert parts[name] == pytest.approx(values), name


@given(SENTENCES, st.sets(st.integers(0, 60), max_size=8))
def test_spans_are_folded_as_each_by_itself(sentences: list[str], cuts: set[int]) -> None:
    text = "。".join(sentences)
    places = sorted(each for each in cuts if each <= len(text))
    spans = list(zip(places[::2], places[1::2], strict=False))
    assert fold_spans(text, spans) == [fold(text, start, end) for start, end in spans]
