"""Running letters cut into words."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.word_cutting import cut_words


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("农民工工资拖欠问题", ["农民工", "工资", "拖欠", "问题"]),
        ("生活垃圾分类", ["生活", "垃圾", "分类"]),
        ("审批", ["审批"]),
        ("卅廿甬", ["卅", "廿", "甬"]),
        ("", []),
    ],
)
def test_letters_are_cut_into_known_words(run: str, words: list[str]) -> None:
    assert list(cut_words(run)) == list(words)


@given(st.text(max_size=60) | st.text("人民政府应当加强生活垃圾分类管理的卅7a", max_size=60))
def test_joined_the_words_are_the_run(run: str) -> None:
    words = cut_words(run)
    assert "".join(words) == run
    assert all(words)
    assert list(cut_words(run)) == list(words)


def test_a_long_run_takes_no_longer_than_its_length() -> None:
    for letters in ("一" * 100_000, "人民政府" * 25_000, "7" * 100_000):
        began = time.process_time()
        assert "".join(cut_words(letters)) == letters
        assert time.process_time() - began < 10
