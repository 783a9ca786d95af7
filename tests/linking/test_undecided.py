"""What an editor is asked about, and how the answer is written down."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml

from generator.linking import candidates, decision_entry, with_entry
from generator.linking.undecided import Candidate
from generator.model import Document, Link, LinkStatus
from tests.linking.conftest import edition, report


def link_at(
    document: Document, at: int, score: float = 0.5, status: LinkStatus = "auto", article: int = 2
) -> Link:
    sentence = document.sentences[at]
    return Link(
        f"{sentence.id}-guize-{article}",
        document.piece.id,
        sentence.start,
        sentence.end,
        "guize",
        article,
        "practice",
        "topic",
        score,
        status,
        (),
    )


MANY = edition(("条。",) * 30)
DOCUMENT = report("甲乙。\n丙丁。\n戊己。\n庚辛。\n")


def test_the_least_certain_links_come_first_and_decided_ones_not() -> None:
    links = [
        link_at(DOCUMENT, 0, 0.7),
        link_at(DOCUMENT, 1, 0.4),
        link_at(DOCUMENT, 2, 0.1, "confirmed"),
        link_at(DOCUMENT, 3, 0.1, "added"),
        link_at(DOCUMENT, 2, 0.4, article=1),
        replace(link_at(DOCUMENT, 0, 0.1), report="不在"),
    ]
    listed = candidates(links, [DOCUMENT], [MANY])
    assert [(each.words, each.link.article) for each in listed] == [
        ("丙丁。", 2),
        ("戊己。", 1),
        ("甲乙。", 2),
    ]
    assert candidates(links, [DOCUMENT], [MANY], 1) == listed[:1]


def test_twenty_are_asked_about_unless_said() -> None:
    links = [link_at(DOCUMENT, 0, article=number) for number in range(1, 30)]
    assert len(candidates(links, [DOCUMENT], [MANY])) == 20


def words_of(text: str, at: int) -> str:
    document = report(text)
    (found,) = candidates([link_at(document, at)], [document], [MANY])
    return found.words


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
    return decision_entry(Candidate(link_at(DOCUMENT, 1), words, "2-1"), "reject", note)


def test_an_entry_says_what_was_decided() -> None:
    assert yaml.safe_load(entry("不对")) == [
        {
            "decision": "reject",
            "report": "r",
            "words": "丙丁。",
            "article": "2-1",
            "base": "guize",
            "note": "不对",
        }
    ]
    assert "note" not in entry()


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
