"""What stands above, before, behind and below each sentence."""

from __future__ import annotations

from dataclasses import replace

from generator.linking.neighbours import Neighbours, neighbours
from generator.model import Document, Heading
from tests.linking.conftest import report


def around(text: str) -> dict[str, tuple[list[str], str | None, str | None, list[str]]]:
    """Return for each sentence the words of its parents, neighbours and children."""
    document = report(text)
    words = [text[each.start : each.end] for each in document.sentences]

    def said(at: int | None) -> str | None:
        return None if at is None else words[at]

    return {
        words[at]: (
            [words[parent] for parent in each.parents],
            said(each.previous),
            said(each.following),
            [words[child] for child in each.children],
        )
        for at, each in enumerate(neighbours(document))
    }


def parents(text: str) -> dict[str, list[str]]:
    return {words: each[0] for words, each in around(text).items()}


def test_sentences_stand_under_the_headings_of_their_sections() -> None:
    found = parents(
        "题目\n一、工作\n（一）收运。\n每日两次，早晚各一次，从不间断。\n二、问题\n混投。\n"
    )
    assert found == {
        "题目": [],
        "一、工作": [],
        "（一）收运。": ["一、工作"],
        "每日两次，早晚各一次，从不间断。": ["（一）收运。", "一、工作"],
        "二、问题": [],
        "混投。": ["二、问题"],
    }


def test_sentences_of_one_paragraph_are_neighbours() -> None:
    found = around("题目\n一、工作\n第一句说收运。第二句说车辆。第三句说劝导。\n另起一段。\n")
    assert found["第一句说收运。"][1:3] == (None, "第二句说车辆。")
    assert found["第二句说车辆。"][1:3] == ("第一句说收运。", "第三句说劝导。")
    assert found["第三句说劝导。"][1:3] == ("第二句说车辆。", None)
    assert found["另起一段。"][1:3] == (None, None)


def test_children_are_those_next_below() -> None:
    found = around("题目\n一、工作\n（一）收运\n每日两次，早晚各一次。\n")
    assert found["一、工作"][3] == ["（一）收运"]
    assert found["（一）收运"][3] == ["每日两次，早晚各一次。"]


def test_a_first_sentence_that_is_short_announces_its_paragraph() -> None:
    text = "题目\n定时收运全面推行。新购车辆。早晚各一次。\n督导员不少。\n"
    found = parents(text)
    assert found["新购车辆。"] == found["早晚各一次。"] == ["定时收运全面推行。"]
    assert found["督导员不少。"] == []


def test_a_report_of_one_paragraph_has_its_announcement() -> None:
    assert parents("定时收运全面推行。新购车辆。") == {
        "定时收运全面推行。": [],
        "新购车辆。": ["定时收运全面推行。"],
    }
    found = around("定时收运全面推行。新购车辆。")
    assert found["定时收运全面推行。"][1:3] == (None, "新购车辆。")
    assert found["新购车辆。"][1:3] == ("定时收运全面推行。", None)


def test_a_first_sentence_of_thirty_four_letters_announces_and_a_longer_one_does_not() -> None:
    for size, announces in ((34, True), (35, False)):
        first = "收" * (size - 1) + "。"
        found = parents(f"题目\n{first}新购车辆。\n")
        assert found["新购车辆。"] == ([first] if announces else [])


def test_a_first_sentence_that_asks_announces_nothing() -> None:
    assert parents("题目\n收运怎么办？新购车辆。\n")["新购车辆。"] == []


def test_a_paragraph_of_one_sentence_announces_nothing() -> None:
    assert parents("题目\n定时收运。\n新购车辆。早晚各一次。\n")["新购车辆。"] == []


def test_what_announces_stands_under_the_heading() -> None:
    found = parents("题目\n一、工作\n定时收运全面推行。新购车辆。\n")
    assert found["新购车辆。"] == ["定时收运全面推行。", "一、工作"]


def test_a_line_without_a_stop_heads_what_follows() -> None:
    found = parents(
        "题目\n抓好定时收运这一件事情\n新购车辆。\n早晚各一次。\n抓好督导\n招募三十名。\n"
    )
    assert found["新购车辆。"] == found["早晚各一次。"] == ["抓好定时收运这一件事情"]
    assert found["招募三十名。"] == ["抓好督导"]


def test_a_line_of_forty_letters_heads_and_a_longer_one_does_not() -> None:
    for size, heads in ((40, True), (41, False)):
        line = "收" * size
        assert parents(f"题目\n{line}\n新购。\n")["新购。"] == ([line] if heads else [])


def test_the_first_line_and_lines_with_a_stop_head_nothing() -> None:
    assert parents("抓收运\n新购。\n")["新购。"] == []
    assert parents("题目\n抓收运：\n新购。\n")["新购。"] == []
    assert parents("题目\n抓收运，\n新购。\n")["新购。"] == []


def test_a_line_heads_no_further_than_the_next_heading() -> None:
    found = parents("题目\n抓收运工作\n新购。\n一、督导\n招募。\n")
    assert found["新购。"] == ["抓收运工作"]
    assert found["招募。"] == ["一、督导"]


def test_a_line_under_a_heading_is_nearer_than_the_heading() -> None:
    found = parents("题目\n一、工作\n抓好收运这件事\n新购。\n")
    assert found["新购。"] == ["抓好收运这件事", "一、工作"]


def test_three_parents_at_most_the_nearest_first() -> None:
    text = "题目\n一、甲\n（一）乙\n1.丙\n（1）丁\n戊戊戊。己己己。\n"
    assert parents(text)["己己己。"] == ["戊戊戊。", "（1）丁", "1.丙"]


def opened(document: Document, *headings: Heading) -> tuple[Neighbours, ...]:
    return neighbours(replace(document, outline=headings))


def test_a_heading_inside_a_sentence_is_that_sentence() -> None:
    document = report("题目\n甲甲甲，一是乙乙。\n丙丙。\n丁丁。")
    text = document.piece.text
    inside = Heading(1, "一是", 1, "乙乙", text.index("一是"), 0, text.index("丁丁"), True)
    again = replace(inside, start=inside.start + 2, section_end=text.index("丙丙"))
    for order in ((inside, again), (again, inside)):  # the longest section holds
        found = opened(document, *order)
        assert [each.parents for each in found] == [(), (), (1,), ()]


def test_an_empty_report_has_no_neighbours() -> None:
    assert neighbours(report("")) == ()
