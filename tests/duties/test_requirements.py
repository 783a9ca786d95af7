"""Clauses of an article, put together to rows that one can work with."""

from dataclasses import replace
from itertools import pairwise

import pytest

from generator.duties.requirements import requirements_of
from generator.model import Duty, Library


def duty(text: str, words: str, body: str, sentence: str = "s1", **more: object) -> Duty:
    start = text.index(words)
    found = Duty("d", "b", 1, sentence, body, "应当", words, start=start, end=start + len(words))
    return replace(found, **more)  # type: ignore[arg-type]


def test_clauses_of_one_sentence_for_the_same_bodies_are_one() -> None:
    text = "甲应当定期检查，及时报告，不得隐瞒。乙应当协助。"
    rows = requirements_of(
        [
            duty(text, "甲应当定期检查", "甲"),
            duty(text, "及时报告", "甲"),
            duty(text, "不得隐瞒", "甲"),
            duty(text, "乙应当协助", "乙", "s2"),
        ],
        text,
    )
    assert [text[each.start : each.end] for each in rows] == [
        "甲应当定期检查，及时报告，不得隐瞒",
        "乙应当协助",
    ]
    assert [each.bodies for each in rows] == [("甲",), ("乙",)]


def test_joint_bodies_have_one_row() -> None:
    text = "甲、乙应当加强检查。"
    rows = requirements_of(
        [duty(text, "甲、乙应当加强检查", "甲"), duty(text, "甲、乙应当加强检查", "乙")], text
    )
    assert [(each.bodies, len(each.duties)) for each in rows] == [(("甲", "乙"), 2)]


def test_long_sentences_stay_apart() -> None:
    first, second = "甲应当" + "检查" * 60, "甲应当" + "报告" * 40
    text = f"{first}。{second}。"
    rows = requirements_of([duty(text, first, "甲"), duty(text, second, "甲", "s2")], text)
    assert len(rows) == 2


@pytest.mark.parametrize(
    ("whole", "sentence", "rows"),
    [(150, "s2", 1), (151, "s2", 2), (300, "s1", 1), (301, "s1", 2)],
)
def test_a_row_holds_150_letters_and_300_of_one_sentence(
    whole: int, sentence: str, rows: int
) -> None:
    """As requirements.py states it: whatever is longer stays in rows of its own."""
    first = "甲应当检查"
    second = "甲应当" + "报" * (whole - len(first) - 1 - 3)
    text = f"{first}。{second}"
    assert len(text) == whole
    duties = [duty(text, first, "甲"), duty(text, second, "甲", sentence)]
    assert len(requirements_of(duties, text)) == rows


@pytest.mark.parametrize(("between", "rows"), [("。\u3000\u3000", 1), ("。\u3000\u3000\u3000", 2)])
def test_sentences_that_follow_each_other_have_three_marks_between_them_at_most(
    between: str, rows: int
) -> None:
    text = f"甲应当检查{between}甲应当报告"
    duties = [duty(text, "甲应当检查", "甲"), duty(text, "甲应当报告", "甲", "s2")]
    assert len(requirements_of(duties, text)) == rows


def test_a_sentence_is_told_by_the_last_clause_of_the_row_and_the_first_of_the_next() -> None:
    """Three sentences: the middle one, long, goes with neither by its length."""
    long = "甲应当" + "检" * 120
    text = f"甲应当学习。{long}，甲应当" + "报" * 120
    last = text[text.rindex("甲") :]
    rows = requirements_of(
        [
            duty(text, "甲应当学习", "甲"),
            duty(text, long, "甲", "s2"),
            duty(text, last, "甲", "s2"),
        ],
        text,
    )
    assert [len(each.duties) for each in rows] == [3]


def test_every_duty_is_in_one_requirement(library: Library) -> None:
    for article in library.collations[0].edition.articles:
        own = [each for each in library.duties if each.article == article.number]
        rows = requirements_of(own, article.text)
        assert sorted(each.id for row in rows for each in row.duties) == sorted(
            each.id for each in own
        )
        assert all(a.end <= b.start for a, b in pairwise(rows))
