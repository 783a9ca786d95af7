"""What a reading has that another lacks is marked, in long readings too."""

from __future__ import annotations

import time

import pytest

from generator.outputs.site.views.variants import LONG, differing

LETTERS = "".join(map(chr, range(0x4E00, 0x9FA0)))


@pytest.mark.parametrize(
    ("text", "other", "marked"),
    [
        ("借期三十日。", "借期三十天。", ["日"]),
        ("借期三十日。", "期三十日。", ["借"]),
        ("借期三十日。", "不得外借", ["借期三十日。"]),
        (LETTERS[:LONG] + "日。", LETTERS[:LONG] + "天。", ["日"]),
        (LETTERS[:LONG] + "日。", "不得外借", [LETTERS[:LONG] + "日。"]),
    ],
)
def test_what_differs_is_marked(text: str, other: str, marked: list[str]) -> None:
    found = differing(text, other)
    assert "".join(run.text for run in found) == text
    assert [run.text for run in found if run.tags] == marked


def test_readings_of_all_different_letters_take_no_long() -> None:
    begin = time.process_time()
    found = differing(LETTERS, LETTERS[9:] + LETTERS[:9])
    assert time.process_time() - begin < 10
    assert [run.text for run in found if run.tags] == [LETTERS[:9]]
