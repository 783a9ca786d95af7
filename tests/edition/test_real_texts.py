"""The edition of the real library: its sound witness to the character, its damages named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model import Library

RECEIVED = Path(__file__).parents[2] / "content" / "sources" / "000_86980d9f2f8a199c.txt"


@pytest.fixture(scope="module")
def sound() -> list[str]:
    """The paragraphs of the sound witness, as received."""
    text = RECEIVED.read_text("utf-8")
    body = text[
        text.index("情况报告篇三\n") + 7 : text.index("加强一把手和领导班子监督情况报告篇四")
    ]
    return [line.strip() for line in body.split("\n") if line.strip()]


def test_every_article_is_the_sound_one_to_the_character(
    library: Library, sound: list[str]
) -> None:
    edition = library.collations[0].edition
    received = [re.sub(r"^（[一二三四五六七八九十]+）", "", line) for line in sound[6:]]
    assert [article.text for article in edition.articles] == received
    assert [article.number for article in edition.articles] == list(range(1, 26))
    assert edition.articles[4].label == "（五）"
    assert edition.articles[4].heading == "贯彻执行民主集中制，完善“三重一大”决策监督机制"
    assert all(article.witness == "000-3" for article in edition.articles)


def test_the_frame_is_right(library: Library, sound: list[str]) -> None:
    edition = library.collations[0].edition
    assert edition.base.adopted == "2021-03-27"
    assert list(edition.preamble) == sound[:1]
    assert list(edition.parts[0].paragraphs) == sound[1:6]
    assert [part.label + part.heading for part in edition.parts] == [
        "一、充分认识加强对“一把手”和领导班子监督的重要性紧迫性",
        "二、加强对“一把手”的监督",
        "三、加强同级领导班子监督",
        "四、加强对下级领导班子的监督",
        "五、切实加强党对监督工作的领导",
    ]
    assert [len(part.articles) for part in edition.parts] == [0, 7, 7, 7, 4]


@pytest.mark.parametrize(
    ("article", "kind", "words"),
    [
        (
            3,
            "splice",
            "001第（三）条自“做到廉洁自律，”以下与第（八）条重复216字，系误植，取000-3。",
        ),
        (10, "splice", "与第（十一）条重复106字"),
        (19, "splice", "与第（十八）条重复170字"),
        (19, "misplacement", "点考核，对问题反映较多的进行专项考核。"),
        (20, "misnumbering", "第（二十五）条重出"),
        (25, "duplicate", "标为第（二十）条的一段实与第（二十五）条重复"),
        (25, "foreign", "拼多多"),
        (9, "punctuation", "领/导责任"),
        (9, "wording", "近"),
        (7, "wording", "巡查追责"),
        (7, "addition", "“上”重出"),
        (17, "wording", "管好"),
        (23, "wording", "数据"),
        (20, "addition", "“干部”重出"),
        (1, "wording", "检查"),
    ],
)
def test_the_apparatus_names_the_damages(
    library: Library, article: int, kind: str, words: str
) -> None:
    rows = [v for v in library.collations[0].apparatus if v.article == article and v.kind == kind]
    shown = [v.reason + "".join(r.text for r in v.readings) for v in rows]
    assert any(words in each for each in shown), shown


def test_the_witnesses_are_judged(library: Library) -> None:
    sound_one, damaged = library.collations[0].witnesses
    assert (sound_one.id, damaged.id) == ("000-3", "001")
    assert len(sound_one.sound_articles) == 25
    assert not sound_one.has_title
    assert damaged.has_title
    assert damaged.has_parts
    assert damaged.damaged_articles == (3, 10, 19)
    kinds = {(run.kind, run.article) for run in damaged.alignments}
    assert {("splice", 8), ("splice", 11), ("splice", 18), ("duplicate", 25)} <= kinds
    assert ("orphan", 19) in kinds


def test_no_doubt_is_left_open(library: Library) -> None:
    assert not [finding for finding in library.findings if finding.code.startswith("K-")]
