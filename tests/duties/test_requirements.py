"""Clauses of an article, put together to rows that one can work with."""

from dataclasses import replace
from itertools import pairwise

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


def test_every_duty_is_in_one_requirement(library: Library) -> None:
    for article in library.collations[0].edition.articles:
        own = [each for each in library.duties if each.article == article.number]
        rows = requirements_of(own, article.text)
        assert sorted(each.id for row in rows for each in row.duties) == sorted(
            each.id for each in own
        )
        assert all(a.end <= b.start for a, b in pairwise(rows))
