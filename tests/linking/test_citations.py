from __future__ import annotations

from pathlib import Path

import pytest

from generator.linking import Citation, citations
from generator.model import Base

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
