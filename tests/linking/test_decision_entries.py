"""How an editor's answer is written down."""

from __future__ import annotations

import pytest
import yaml

from generator.linking import decision_entry, quoted_words, with_entry
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


def entry(note: str = "", words: str = "丙丁。") -> str:
    return decision_entry("reject", "r", words, "guize", "2-1", note)


def test_an_entry_says_what_was_decided() -> None:
    expected = {
        "decision": "reject",
        "report": "r",
        "words": "丙丁。",
        "article": "2-1",
        "base": "guize",
        "note": "不对",
    }
    assert yaml.safe_load(entry("不对")) == [expected]
    assert "note" not in entry()


def test_about_no_article_names_none() -> None:
    (made,) = yaml.safe_load(decision_entry("none", "r", "丙丁。", "guize"))
    assert made == {"decision": "none", "report": "r", "words": "丙丁。", "base": "guize"}


def test_what_a_source_holds_does_not_break_the_file() -> None:
    words = 'a: "b"\n- c # d\\e'
    assert yaml.safe_load(entry(words, words))[0]["words"] == words
    assert "丙丁" in entry()  # as a person reads it


@pytest.mark.parametrize(
    ("existing", "expected"),
    [
        ("", "E"),
        ("# 说明\n", "# 说明\nE"),
        ("# 说明\n[]\n", "# 说明\nE"),
        ("[]\n", "E"),
        ("- a: 1\n\n\n", "- a: 1\nE"),
        ("- a: []\n", "- a: []\nE"),
        ("# 说明\n\n[]\n# 后记\n", "# 说明\n\n# 后记\nE"),
    ],
)
def test_an_entry_goes_to_the_end_and_what_stands_there_is_kept(
    existing: str, expected: str
) -> None:
    assert with_entry(existing, "E") == expected
