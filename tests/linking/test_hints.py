"""Words that count several together, wordings of several terms, and what tables answer."""

from __future__ import annotations

import numpy as np
import pytest

from generator.linking import index_articles, link
from generator.linking.index import BaseIndex
from generator.linking.scoring.sentence_words import SentenceWords, sentence_words
from generator.linking.scoring.shared_subjects import hint_features
from generator.model import Term
from generator.text.official_language import official_language
from tests.linking.conftest import edition, report

TERMS = (
    Term("t1", "定时收运", (), "机制", "", "", ("清运",), ("车辆", "滴漏", "早晚", "密闭")),
    Term("t2", "督导员", (), "机制", "", "", ("清运",), ("值守", "早晚")),
)


def words_of(text: str, base: BaseIndex) -> SentenceWords:
    """Return what the last sentence of a report that ends in `text` holds."""
    return sentence_words(report(text), base)[-1]


def telling(form: str) -> float:
    """Return what a wording counts: nothing at 3 nats of surprise, all from 10 on."""
    return min(1.0, max(0.15, (official_language().of_run(form) - 3) / 7))


def test_a_wording_may_speak_of_several_terms() -> None:
    base = index_articles([edition()], TERMS).bases[0]
    assert {hit.term.name for hit in words_of("每日清运。", base).hits} == {"定时收运", "督导员"}


def test_hints_add_up_and_are_shared_between_their_terms() -> None:
    base = index_articles([edition()], TERMS).bases[0]
    words = words_of("早晚车辆密闭。", base)
    found = {
        name: values[0]
        for name, values in hint_features([words], base.subjects, len(base.articles)).items()
    }
    early, cars, shut = map(telling, ("早晚", "车辆", "密闭"))
    assert found["hint_sum"][1] == pytest.approx(cars + shut + early / 2)
    assert found["hint_sum"][2] == pytest.approx(early / 2)
    assert found["hint_count"][1] == pytest.approx(early + cars + shut)
    assert found["hint_share"][1] == 1 > found["hint_share"][2]
    assert all(set(np.flatnonzero(values)) <= {1, 2} for values in found.values())


def test_a_hint_inside_another_counts_too() -> None:
    terms = (Term("t", "定时收运", (), "机制", "", "", (), ("收运车", "运车")),)
    base = index_articles([edition()], terms).bases[0]
    assert len(words_of("新购收运车。", base).hints) == 2


def test_a_clause_taken_over_is_linked_where_no_term_helps() -> None:
    index = index_articles([edition()], TERMS)
    text = "我市要求投放点由街道按照居民户数设置。"
    (one,) = link(report(text), index)
    assert one.article == 1
    assert one.kind == "quotation"
    assert one.score >= 0.9
