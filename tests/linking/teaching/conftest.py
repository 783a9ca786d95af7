"""Sentences in a place's own words, and what its editors decided of them."""

from __future__ import annotations

from typing import Literal

import pytest

from generator.linking import ArticleIndex, Decision, index_articles, lessons, teach_bases
from generator.linking.teaching.decided import DecidedSentence
from generator.linking.teaching.taught import Taught
from tests.linking.conftest import edition, report

Kind = Literal["confirm", "reject", "add", "none"]

GUARDS = (
    "小红帽每天清早守在桶边。",
    "小红帽守在桶边提醒居民。",
    "社区安排小红帽守在桶边两小时。",
    "晚饭后小红帽又守在桶边。",
    "雨天小红帽也守在桶边。",
)
TRUCKS = (
    "绿罐车挨家拉走湿垃圾。",
    "绿罐车天亮前拉走湿垃圾。",
    "绿罐车按点拉走湿垃圾。",
    "街道添了绿罐车拉走湿垃圾。",
)
TALKS = ("会上传达了上级讲话。", "会上学习了上级讲话。", "会后印发了上级讲话。")
TEXT = "\n".join(("题目", *GUARDS, *TRUCKS, *TALKS)) + "\n"


def decided(kind: Kind, words: str, article: int | None, line: int = 1) -> Decision:
    return Decision(kind, "r", words, article, None, None, "", line)


DECISIONS = (
    *(decided("add", words, 3, line) for line, words in enumerate(GUARDS, 1)),
    *(decided("add", words, 2, line) for line, words in enumerate(TRUCKS, 11)),
    *(decided("none", words, None, line) for line, words in enumerate(TALKS, 21)),
)


@pytest.fixture(scope="session")
def bare() -> ArticleIndex:
    return index_articles([edition()], ())


def learned(index: ArticleIndex, decisions: tuple[Decision, ...] = DECISIONS) -> dict[str, Taught]:
    return teach_bases(lessons(report(TEXT), index, decisions))


def sentences(index: ArticleIndex, *decisions: Decision) -> list[DecidedSentence]:
    return [each for _, each in lessons(report(TEXT), index, decisions)]
