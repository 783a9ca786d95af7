from __future__ import annotations

import pytest

from generator.linking import ArticleIndex, index_articles
from generator.model import (
    Article,
    Base,
    Document,
    Edition,
    Part,
    Piece,
    SourceSpan,
    Term,
)
from generator.text.structuring import structure

BASE = Base("guize", "某市垃圾分类管理规则", "《规则》")
ARTICLES = (
    "投放点由街道按照居民户数设置。每一百户不少于一处，设置方案公示七日。",
    "厨余垃圾每日定时收运。收运车辆密闭，防止滴漏。",
    "督导员在投放点值守。督导员劝导随意倾倒，记录混投情况。",
    "混投的先予劝导。拒不改正的由城管部门处以罚款。",
)


def edition(texts: tuple[str, ...] = ARTICLES, base: Base = BASE) -> Edition:
    articles = tuple(
        Article(
            f"{base.id}-{number}",
            number,
            f"第{number}条",
            text.split("。")[0],
            text,
            "w",
            SourceSpan("w.txt", 0, 1),
        )
        for number, text in enumerate(texts, 1)
    )
    return Edition(base, (), (Part(1, "", "", (), articles),), ())


def report(text: str, name: str = "r") -> Document:
    return structure(Piece(name, f"{name}.txt", 0, len(text), text, title="报告"))


@pytest.fixture(scope="session")
def rules() -> ArticleIndex:
    terms = (
        Term("term-1", "定时收运", ("收运",), "机制", "", "", ("清运",)),
        Term("term-2", "督导员", (), "机制", "", "", ("志愿劝导",)),
    )
    return index_articles([edition()], terms)
