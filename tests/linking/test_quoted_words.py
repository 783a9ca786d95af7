"""By which words a passage is named in links.yml."""

from __future__ import annotations

from generator.linking import quoted_words
from tests.linking.conftest import report


def words_of(text: str, at: int) -> str:
    document = report(text)
    sentence = document.sentences[at]
    return quoted_words(document, sentence.start, sentence.end)


def test_a_passage_is_named_by_its_first_forty_characters() -> None:
    long = "".join(chr(0x4E00 + at) for at in range(90)) + "。"
    assert words_of(f"题目。\n{long}\n", 1) == long[:40]
    assert words_of("题目。\n短句。\n", 1) == "短句。"


def test_where_they_stand_before_it_by_as_many_more_as_it_takes() -> None:
    long = "".join(chr(0x4E00 + at) for at in range(95)) + "。"
    other = long[:60] + "另。"
    assert words_of(f"{other}\n{long}\n", 1) == long[:80]
    assert words_of(f"{long[:85]}另。\n{long}\n", 1) == long
    assert words_of(f"{long}\n{other}\n", 0) == long[:40]
