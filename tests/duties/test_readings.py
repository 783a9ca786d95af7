"""Sentences and what they lay down: readings.txt.

The sentences were made up, a kind of clause each; what was read of them was looked at one by
one and stands here where a reader agrees.  It holds the extraction to that; how good it is
on texts that nobody made up, test_golden.py measures.

Below each sentence stands a line for each duty: kind, body, modal, condition and action;
（续） marks a duty that a modal of an earlier clause lays down.  A sentence without lines lays
down nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.duties import by_body, extract_duties
from tests.duties.test_extraction import edition_of

LINES = (Path(__file__).parent / "readings.txt").read_text("utf-8").splitlines()


def readings() -> Iterator[tuple[str, list[str]]]:
    """Yield each sentence with its duties."""
    starts = [at for at, line in enumerate(LINES) if not line.startswith(" ")]
    for start, end in zip(starts, [*starts[1:], len(LINES)], strict=True):
        yield LINES[start], [line.strip() for line in LINES[start + 1 : end]]


@pytest.mark.parametrize(("sentence", "duties"), list(readings()))
def test_a_sentence_is_read_as_a_reader_would(sentence: str, duties: list[str]) -> None:
    assert [
        f"{each.kind} | {each.body} | {each.modal} | {each.condition} | {each.action}"
        + ("（续）" if each.carried else "")
        for each in extract_duties(edition_of(sentence))
    ] == duties


def test_duties_stand_under_their_body_as_it_first_appears_without_each_and_every() -> None:
    edition = edition_of(
        "各级党委应当学习。未经批准，不得进入。",
        "有关部门应当检查。党委应当督促。",
        "各单位、各部门应当配合。",
    )
    groups = by_body(extract_duties(edition))
    assert [(body, [each.action for each in duties]) for body, duties in groups] == [
        ("党委", ["学习", "督促"]),
        ("部门", ["检查"]),
        ("各单位、各部门", ["配合"]),
        ("", ["进入"]),
    ]


def test_duties_are_numbered_within_their_article_and_point_at_their_sentence() -> None:
    edition = edition_of("业主应当交费。物业服务人应当巡查，不得收费。", "业主、使用人应当配合。")
    assert [(each.id, each.article, each.sentence) for each in extract_duties(edition)] == [
        ("law-1-d1", 1, "law-1-s1"),
        ("law-1-d2", 1, "law-1-s2"),
        ("law-1-d3", 1, "law-1-s2"),
        ("law-2-d1", 2, "law-2-s1"),
        ("law-2-d2", 2, "law-2-s1"),
    ]
