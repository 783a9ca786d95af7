from __future__ import annotations

from pathlib import Path

import pytest

from generator.linking import citations
from generator.model import Base

BASES = (
    Base("jiancha", "中华人民共和国监察法", "《监察法》"),
    Base("yijian", "中共中央关于加强对“一把手”和领导班子监督的意见", "《意见》"),
)
ROWS = [
    tuple(map(str.strip, line.split("->")))
    for line in Path(__file__).with_name("citations.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_citations(text: str, expected: str) -> None:
    found = citations(text, BASES)
    shown = ", ".join(
        f"{each.base} {each.article}" + (f"/{each.paragraph}" if each.paragraph else "")
        for each in found
    )
    assert (shown or "-") == expected


def test_offsets_are_the_words() -> None:
    text = "先看《意见》第五条，再看第七条。"
    assert [text[each.start : each.end] for each in citations(text, BASES)] == ["第五条", "第七条"]
