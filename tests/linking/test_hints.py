"""Words that count several together, wordings of several terms, and what tables answer."""

from __future__ import annotations

import numpy as np
import pytest

from generator.linking import index_articles, link
from generator.linking.scoring.decision_tables import Table, Tables
from generator.linking.scoring.shared_wording import hint_hits, hint_scores, term_hits
from generator.model import Term
from tests.linking.conftest import edition, report

TERMS = (
    Term("t1", "定时收运", (), "机制", "", "", ("清运",), ("车辆", "滴漏", "早晚", "密闭")),
    Term("t2", "督导员", (), "机制", "", "", ("清运",), ("值守", "早晚")),
)


def test_a_wording_may_speak_of_several_terms() -> None:
    base = index_articles([edition()], TERMS).bases[0]
    assert {hit.term.name for hit in term_hits("每日清运", base.terms)} == {"定时收运", "督导员"}


def test_hints_add_up_and_are_shared_between_their_terms() -> None:
    base = index_articles([edition()], TERMS).bases[0]
    letters = "早晚车辆密闭"
    row = np.zeros((4, 4))
    hint_scores(letters, hint_hits(letters, base.hints), row)
    second, third = row[1], row[2]
    assert second[0] == pytest.approx(2.5)  # 车辆, 密闭, and half of 早晚
    assert third[0] == pytest.approx(0.5)
    assert second[1] == 3
    assert second[2] == 1 > third[2]
    assert not row[[0, 3]].any()


def test_a_hint_inside_another_counts_too() -> None:
    terms = (Term("t", "定时收运", (), "机制", "", "", (), ("收运车", "运车")),)
    base = index_articles([edition()], terms).bases[0]
    assert len(hint_hits("新购收运车", base.hints)) == 2


def test_a_clause_taken_over_is_linked_where_no_term_helps() -> None:
    index = index_articles([edition()], TERMS)
    text = "我市要求投放点由街道按照居民户数设置。"
    (one,) = link(report(text), index)
    assert one.article == 1
    assert one.kind == "quotation"
    assert one.score >= 0.9


def test_tables_add_the_answers_to_their_questions() -> None:
    first = Table(("a", "b", "a"), (1.0, 0.0, 3.0), (0, 1, 2, 3, 4, 5, 6, 7))
    second = Table(("b", "b", "b"), (9.0, 9.0, 9.0), (0, 0, 0, 0, 0, 0, 0, 10))
    table = np.array([[[0.0, 5.0], [2.0, 0.0]], [[4.0, 1.0], [1.0, 0.0]]])
    assert Tables((first, second)).of(table, ("a", "b")).tolist() == [[15, 13], [10, 17]]
