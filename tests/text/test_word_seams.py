"""A line end within a word is told from one between words."""

import pytest

from generator.text.word_seams import is_within_word


@pytest.mark.parametrize(
    ("left", "right"),
    [("民主生活会对照检", "查材料"), ("召开民主生活会的统", "一部署"), ("不够有", "力。")],
)
def test_a_word_stands_across_the_seam(left: str, right: str) -> None:
    assert is_within_word(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("抓好党建工作", "作风建设"),
        ("主要成效", "果断处置"),
        ("坚持廉洁从政", "治理顽疾"),
        ("自查报告", "告知群众"),
        ("2023年", "度量衡"),
        ("（讨论稿）", "件数"),
        ("", "甲"),
    ],
)
def test_words_that_only_meet_at_the_seam_are_whole(left: str, right: str) -> None:
    assert not is_within_word(left, right)
