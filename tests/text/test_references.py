"""References to provisions: rows of numbers and blanks that end in no article take no long time."""

from __future__ import annotations

import time

import pytest

from generator.text.references import references


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("依照第三、四条办理", [3, 4]),
        ("依照第三、 第 四 条办理", [3, 4]),
        ("依照第5至7条办理", [5, 6, 7]),
        ("依照第（ 三 ）条办理", [3]),
        ("依照5、6两条办理", [5, 6]),
    ],
)
def test_numbers_of_a_list_with_and_without_blanks(text: str, articles: list[int]) -> None:
    (found,) = references(text)
    assert [each.article for each in found.targets] == articles


@pytest.mark.parametrize(
    "text",
    [
        "第1、" + " " * 50_000 + "甲",
        "第1" + " " * 50_000 + "甲",
        "第（" + " " * 50_000 + "甲",
        "第1和" * 16_000,
        "1、2两" * 12_000,
        "第1条、" * 12_000,
        "前款" * 25_000,
        "第一至" * 16_000,
        "第三部分" * 12_000,
        "《" * 50_000,
        "《甲》" * 16_000,
        "第三条全市" * 10_000,
        "本条例第五条" * 8_000,
    ],
)
def test_nothing_takes_long(text: str) -> None:
    begin = time.process_time()
    list(references(text))
    assert time.process_time() - begin < 10
