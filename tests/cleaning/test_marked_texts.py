"""Texts of many sites, and ordinary ones, with marks that say what goes: all else stays.

marked_texts.txt: a text begins at ===; a line behind § goes, so does what stands in {{ }}; a line
that ends in ↩ goes on in the next one.  Blanks are not compared.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.model import Source

TEXTS = re.findall(
    r"^=== (.+)\n((?:(?!=== ).*\n)+)",
    (Path(__file__).parent / "marked_texts.txt").read_text("utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("name", "marked"), TEXTS, ids=[name for name, _ in TEXTS])
def test_what_is_marked_goes_and_all_else_stays(name: str, marked: str) -> None:
    lines = marked.rstrip("\n").split("\n")
    received = "\n".join(re.sub(r"^§|\{\{|\}\}|↩$", "", line) for line in lines)
    staying = "\n".join(line for line in lines if not line.startswith("§"))
    staying = re.sub(r"\{\{.*?\}\}", "", staying).replace("↩\n", "")
    cleaned = clean(Source("a.txt", received, "", "utf-8"), CleaningSettings())
    [piece] = cleaned.pieces
    assert _lines(piece.text) == _lines(staying)


def _lines(text: str) -> list[str]:
    plain = (re.sub(r"\s+", "", line) for line in text.split("\n"))
    return [line for line in plain if line]
