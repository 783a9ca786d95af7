from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from generator.linking import Citation, citations, numbering_of
from generator.linking.numbering import Numbering
from generator.model import Base
from tests.linking.conftest import edition

BASES = (
    Base("jiancha", "中华人民共和国监察法", "《监察法》"),
    Base("yijian", "中共中央关于加强对“一把手”和领导班子监督的意见", "《意见》"),
)
ROWS = [
    tuple(map(str.strip, line.split("->")))
    for line in Path(__file__).with_name("citations.txt").read_text("utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_citations(text: str, expected: str) -> None:
    found = citations(text, BASES)
    assert (", ".join(map(_shown, found)) or "-") == expected


def _shown(citation: Citation) -> str:
    places = (citation.article, citation.paragraph or "", citation.item or "")
    return f"{citation.base} " + "/".join(map(str, places)).rstrip("/")


def test_offsets_are_the_words() -> None:
    text = "先看《意见》第五条，再看第七条。"
    assert [text[each.start : each.end] for each in citations(text, BASES)] == ["第五条", "第七条"]


def found(text: str, bases: tuple[Base, ...] = BASES, **numberings: Numbering) -> list[str]:
    return [_shown(each) for each in citations(text, bases, numberings)]


PLAIN = Numbering({(1,): 1, (5,): 5, (5, 1): 6, (6,): 7})
ANEW = Numbering({(1, 1): 1, (1, 2): 2, (2, 1): 3, (2, 2): 4}, restarts=True)


def test_articles_are_found_by_the_numbers_that_they_bear() -> None:
    assert found("《意见》第五条之一", yijian=PLAIN) == ["yijian 6"]
    assert found("《意见》第六条", yijian=PLAIN) == ["yijian 7"]
    assert found("《意见》第六条", jiancha=PLAIN) == ["yijian 6"]


def test_an_article_that_is_not_there_is_cited_as_none() -> None:
    (one,) = citations("《意见》第九条第二款", BASES, {"yijian": PLAIN})
    assert (one.article, one.path, one.paragraph) == (0, (9,), 2)
    (branch,) = citations("《意见》第九条之二", BASES, {"yijian": PLAIN})
    assert (branch.article, branch.path) == (0, (9, 2))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《意见》第二部分第（一）条", ["yijian 3"]),
        ("《意见》第二条第（二）项", ["yijian 4"]),
        ("《意见》第二部分第（二）项", ["yijian 4"]),
        ("《意见》第二部分第一条第（三）项", ["yijian 3//3"]),
        ("《意见》第一部分第二条第二款", ["yijian 2/2"]),
        ("《意见》第二部分第（九）条", ["yijian 0"]),
        ("《意见》第二部分", []),
        ("《意见》第二条", []),
        ("《意见》第二条第一款", []),
    ],
)
def test_where_numbers_begin_anew_a_number_needs_its_division(
    text: str, expected: list[str]
) -> None:
    assert found(text, yijian=ANEW) == expected


def test_an_edition_says_how_its_articles_are_cited() -> None:
    made = edition(("甲。", "乙。"))
    assert numbering_of(made) == Numbering({(1,): 1, (2,): 2})
    part = made.parts[0]
    second = replace(part.articles[1], number=2, path=(1, 1))
    made = replace(made, parts=(replace(part, articles=(part.articles[0], second)),))
    assert numbering_of(replace(made, restarts=True)) == Numbering({(1,): 1, (1, 1): 2}, True)


LAWS = (
    Base("wenwu", "中华人民共和国文物保护法", "《文物保护法》"),
    Base("jiancha", "中华人民共和国监察法", "《监察法》"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本法第六条", []),  # of which of the two?
        ("《监察法》第五条，本法第六条", ["jiancha 5", "jiancha 6"]),
        ("《监察法》第五条、《文物保护法》第一条，本法第六条", ["jiancha 5", "wenwu 1", "wenwu 6"]),
        ("《监察法》第五条，本意见第六条", ["jiancha 5"]),
        ("《人民共和国文物保护法》第六条", ["wenwu 6"]),  # more than eight letters of the title
        ("《共和国文物保护法》第六条", []),
        ("该法第六条", []),
        ("《监察法》第五条。又说一句，第六条", ["jiancha 5", "jiancha 6"]),
        ("《监察法》第五条。又说一句。再说一句，第六条", ["jiancha 5"]),
        ("《监察法》第五条。\n第六条", ["jiancha 5"]),
        ("《监察法》第五条，学习《讲话》，第六条", ["jiancha 5"]),
        ("《监察法》第五条，执行民法典规定，第六条", ["jiancha 5"]),
        ("第六条，《监察法》第五条", ["jiancha 5"]),
    ],
)
def test_a_number_belongs_to_what_was_named(text: str, expected: list[str]) -> None:
    assert found(text, LAWS) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前条和前两条", ["jiancha 8", "jiancha 6", "jiancha 7"]),
        ("前款", ["jiancha 9/1"]),
        ("前项", ["jiancha 9//1"]),
        ("本条第三款", ["jiancha 9/3"]),
        ("第三款、前两款", ["jiancha 9/3", "jiancha 9/1", "jiancha 9/2"]),
        ("第三款第二项、本款第三项", ["jiancha 9/3/2", "jiancha 9/3/3"]),
        ("第三款第四项、前项", ["jiancha 9/3/4", "jiancha 9/3/3"]),
        ("第三款第四项、本条第二项", ["jiancha 9/3/4", "jiancha 9//2"]),
        ("第三款", ["jiancha 9/3"]),
    ],
)
def test_provisions_are_counted_from_the_last_one(text: str, expected: list[str]) -> None:
    assert found(f"《监察法》第九条，{text}") == ["jiancha 9", *expected]


def test_before_the_first_article_there_is_none() -> None:
    assert found("《监察法》第一条，前条") == ["jiancha 1"]
    assert found("《监察法》第二条，前三条") == ["jiancha 2", "jiancha 1"]
    assert found("《监察法》第二章，第二款") == []


@pytest.mark.parametrize(
    "text",
    [
        "5" * 50_000,
        "、" * 50_000,
        "第" * 50_000,
        "《意见》三条第三条，" + "第三条，" * 12_000,
        "《意见》" * 12_000,
        "《党的意见》《意见》第三条" * 4_000,
        "《意见》第五条" + "“" * 50_000,
        "（以下简称《意见》）" * 5_000,
        "《意见》第五条\n" * 6_000,
        "民法典第三条，" * 7_000,
        "該意見第五條" * 8_000,
    ],
)
def test_nothing_takes_long(text: str) -> None:
    begin = time.process_time()
    citations(text, BASES)
    assert time.process_time() - begin < 10
