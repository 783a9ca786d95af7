"""Decisions on a report as lessons."""

from __future__ import annotations

from dataclasses import replace

from generator.linking import ArticleIndex, Decision, index_articles, lessons
from generator.linking.scoring.features import CONTEXT, OWN
from generator.model import Base
from tests.linking.conftest import edition, report
from tests.linking.teaching.conftest import DECISIONS, GUARDS, TALKS, TEXT, decided, sentences


def said(index: ArticleIndex, *decisions: Decision) -> list[tuple[set[int], set[int], bool]]:
    """Return about, not about and whole of each lesson; articles by their numbers."""
    return [
        ({at + 1 for at in each.about}, {at + 1 for at in each.not_about}, each.whole)
        for each in sentences(index, *decisions)
    ]


def test_what_each_decision_says(bare: ArticleIndex) -> None:
    words = GUARDS[0]
    assert said(bare, decided("add", words, 3)) == [({3}, set(), True)]
    assert said(bare, decided("confirm", words, 3)) == [({3}, set(), True)]
    assert said(bare, decided("reject", words, 3)) == [(set(), {3}, False)]
    assert said(bare, decided("none", words, None)) == [(set(), set(), True)]


def test_several_decisions_on_a_sentence_are_one_lesson(bare: ArticleIndex) -> None:
    words = GUARDS[0]
    both = (decided("add", words, 3), decided("add", words, 1), decided("reject", words, 2))
    assert said(bare, *both) == [({1, 3}, {2}, True)]


def test_the_later_decision_holds(bare: ArticleIndex) -> None:
    words = GUARDS[0]
    add, reject = decided("add", words, 3), decided("reject", words, 3)
    none = decided("none", words, None)
    assert said(bare, reject, add) == [({3}, set(), True)]
    assert said(bare, add, reject) == [(set(), {3}, False)]  # as if it had not been added
    assert said(bare, decided("add", words, 1), add, reject) == [({1}, {3}, True)]
    assert said(bare, none, reject) == [(set(), {3}, True)]
    assert said(bare, add, none) == [(set(), set(), True)]
    assert said(bare, none, add) == [({3}, set(), True)]


def test_words_that_do_not_stand_there_exactly_teach_nothing(bare: ArticleIndex) -> None:
    assert said(bare, decided("add", "小红帽每天清晨守在桶边", 3)) == []
    assert said(bare, decided("add", "这样的字哪里都没有", 3)) == []


def test_decisions_on_other_reports_or_articles_that_are_not_there_teach_nothing(
    bare: ArticleIndex,
) -> None:
    assert said(bare, replace(decided("add", GUARDS[0], 3), report="other")) == []
    assert said(bare, decided("add", GUARDS[0], 99)) == []


def test_a_decision_teaches_the_base_that_it_names() -> None:
    other = edition(("天地玄黄。", "宇宙洪荒。"), Base("other", "另一份文件", "另一份"))
    both = index_articles([edition(), other], ())
    document = report(TEXT)

    def bases(*decisions: Decision) -> list[str]:
        return [base for base, _ in lessons(document, both, decisions)]

    assert bases(decided("add", GUARDS[0], 2)) == ["guize"]
    assert bases(replace(decided("add", GUARDS[0], 2), base="other")) == ["other"]
    assert bases(decided("none", TALKS[0], None)) == ["guize", "other"]
    assert bases(replace(decided("none", TALKS[0], None), base="other")) == ["other"]


def test_a_lesson_remembers_where_it_comes_from(bare: ArticleIndex) -> None:
    (one,) = sentences(bare, decided("add", GUARDS[1], 3, line=7))
    assert (one.report, one.words, one.line) == ("r", GUARDS[1], 7)
    assert set(one.features) == {*OWN, *CONTEXT, "said"}
    assert all(values.shape == (4,) for values in one.features.values())


def test_lessons_stand_in_the_order_of_the_sentences(bare: ArticleIndex) -> None:
    found = sentences(bare, *reversed(DECISIONS))
    assert [each.words for each in found] == [each.words for each in DECISIONS]


def test_what_is_known_of_each_article(bare: ArticleIndex) -> None:
    (add,) = sentences(bare, decided("add", GUARDS[0], 3))
    assert add.known().tolist() == [0.5, 0.5, 1, 0.5]
    assert add.target().tolist() == [0, 0, 1, 0]
    (reject,) = sentences(bare, decided("reject", GUARDS[0], 3))
    assert reject.known().tolist() == [0, 0, 1, 0]
    assert not reject.target().any()
    (none,) = sentences(bare, decided("none", TALKS[0], None))
    assert none.known().tolist() == [0.5] * 4
