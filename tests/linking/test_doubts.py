"""Which sentences an editor is asked about: the least certain, linked or not."""

from __future__ import annotations

from generator.linking import ArticleIndex, Choice, Decision, Doubt, doubts_of, most_in_doubt
from tests.linking.conftest import report

TEXT = (
    "题目\n厨余垃圾由车队收运。\n有人混投，上门劝导。\n落实《规则》第四条。\n我们召开了座谈会。\n"
)
DOCUMENT = report(TEXT)


def doubt(at: int, distance: float, name: str = "r") -> Doubt:
    sentence = DOCUMENT.sentences[at]
    choice = Choice("guize", 2, "2", 0.2, True)
    return Doubt(name, sentence.start, sentence.end, (choice,), distance)


def decision(words: str, name: str = "r") -> Decision:
    return Decision("none", name, words, None, None, None, "", 1)


def test_sentences_are_listed_the_most_in_doubt_first(rules: ArticleIndex) -> None:
    found = doubts_of(DOCUMENT, rules)
    assert found
    assert [each.distance for each in found] == sorted(each.distance for each in found)
    for each in found:
        assert each.report == "r"
        chances = [choice.chance for choice in each.choices]
        assert chances == sorted(chances, reverse=True)
        assert len(each.choices) == 4
        assert each.distance <= 3


def test_what_is_certain_is_not_asked_about(rules: ArticleIndex) -> None:
    asked = {TEXT[each.start : each.end] for each in doubts_of(DOCUMENT, rules)}
    assert "落实《规则》第四条。" not in asked


def test_no_more_than_eight_of_a_report(rules: ArticleIndex) -> None:
    many = report("".join(f"第{n}处有人混投，上门劝导。\n" for n in "甲乙丙丁戊己庚辛壬癸子丑"))
    assert len(doubts_of(many, rules)) == 8


def test_a_report_without_sentences_has_no_doubts(rules: ArticleIndex) -> None:
    assert doubts_of(report(""), rules) == ()


def test_of_all_reports_the_most_in_doubt_and_none_that_is_decided() -> None:
    found = [doubt(1, 0.5), doubt(2, 0.1), doubt(4, 0.3, "gone"), doubt(4, 0.2)]
    listed = most_in_doubt(found, [DOCUMENT], [], 3)
    assert [(each.report, each.distance) for each in listed] == [
        ("r", 0.1),
        ("r", 0.2),
        ("gone", 0.3),
    ]
    left = most_in_doubt(found, [DOCUMENT], [decision("有人混投")], 9)
    assert [each.distance for each in left] == [0.2, 0.3, 0.5]
    assert most_in_doubt(found, [DOCUMENT], [decision("座谈会", "gone")], 9) == tuple(
        sorted(found, key=lambda each: each.distance)
    )
