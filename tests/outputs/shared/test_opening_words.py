"""What a report opens with is its first sentence that says something."""

from __future__ import annotations

import pytest

from generator.model import Piece
from generator.outputs.shared.opening_words import opening_words
from generator.text.structuring import structure

TITLE = "东桥区公共阅览室建设情况的报告"


def opening(*lines: str, title: str = TITLE) -> str:
    text = "\n".join(lines)
    return opening_words(structure(Piece("r", "r.txt", 0, len(text), text, title)))


def test_what_stands_around_a_report_says_nothing() -> None:
    assert opening(
        TITLE,
        "来源：东桥区政府网站　发布时间：2022年3月5日",
        "市文化和旅游局：",
        "尊敬的各位领导、同志们，大家好！",
        "一、主要做法",
        "（一）织密网点。",
        "新建阅览室四处，全部做到步行十五分钟可以到达。",
        "东桥区文化局",
        "2022年3月5日",
    ) == ("新建阅览室四处，全部做到步行十五分钟可以到达。")


def test_what_any_report_opens_with_is_passed_over() -> None:
    assert opening(
        TITLE,
        "根据市里统一安排，我区开展了自查。",
        "一年来，在区委的坚强领导下，阅览室工作稳步推进。",
        "现将有关情况报告如下。",
        "全区新建公共阅览室四处。",
    ) == ("全区新建公共阅览室四处。")


def test_where_there_is_nothing_else_even_that_is_taken() -> None:
    assert opening(TITLE, "现将东桥区公共阅览室建设有关情况报告如下。", "一、做法") == (
        "现将东桥区公共阅览室建设有关情况报告如下。"
    )
    assert opening(TITLE, "一、做法", "二、问题") == ""
    assert opening("") == ""


def test_a_long_sentence_ends_with_a_clause() -> None:
    first = "东桥区新建公共阅览室四处，改建公共阅览室两处，每一处都配了无障碍出入口和饮水设备"
    rest = "，儿童专区和大字图书都已备齐，居民步行十五分钟可以到达。"
    assert opening(TITLE, first + rest) == f"{first}，儿童专区和大字图书都已备齐……"


def test_the_label_before_a_sentence_is_left_out() -> None:
    assert opening(TITLE, "1．新建阅览室四处，居民步行可以到达。") == (
        "新建阅览室四处，居民步行可以到达。"
    )


@pytest.mark.parametrize("mark", "！？")
def test_its_own_stop_stands(mark: str) -> None:
    assert opening(TITLE, f"阅览室为什么晚上没有人来借书{mark}") == (
        f"阅览室为什么晚上没有人来借书{mark}"
    )
