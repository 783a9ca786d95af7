"""Quotation marks one inside the other."""

import pytest

from generator.text.quoting import quoted, titled


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("加强监督", "“加强监督”"),
        ("把对“一把手”的监督作为重中之重", "“把对‘一把手’的监督作为重中之重”"),
        ("他说“要做到‘两个维护’”", "“他说‘要做到“两个维护”’”"),
        ("“亲”、“清”要求", "“‘亲’、‘清’要求”"),
        ("突出“一把手", "“突出一把手”"),  # the other half is missing
        ("一把手”要带头", "“一把手要带头”"),
        ("", "“”"),
    ],
)
def test_quotations_inside_a_quotation(words: str, found: str) -> None:
    assert quoted(words) == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("甲条例", "《甲条例》"),
        ("《甲条例》", "《甲条例》"),
        ("贯彻《意见》的报告", "《贯彻〈意见〉的报告》"),
        ("《意见》学习体会", "《〈意见〉学习体会》"),
        ("《甲》和《乙》", "《〈甲〉和〈乙〉》"),
    ],
)
def test_titles_inside_a_title(name: str, found: str) -> None:
    assert titled(name) == found
