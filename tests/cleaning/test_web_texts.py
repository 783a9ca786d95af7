"""Texts as portals and document sites give them: what stays, its headings, and what is doubted.

A case of web/ is the text as received, then the title (empty: none is stated), the text, its
outline (level, label, title) and its findings (code, words), parted by lines of --.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking import check_piece
from generator.cleaning import CleaningSettings, clean
from generator.model import Source
from generator.text.structuring import structure

CASES = sorted((Path(__file__).parent / "web").glob("*.txt"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_a_site_puts_around_a_text_is_cut_on_record(path: Path) -> None:
    received, title, text, headings, doubts = path.read_text("utf-8").split("\n--\n")
    cleaned = clean(Source("a.txt", received, "", "utf-8"), CleaningSettings())
    [piece] = cleaned.pieces
    document = structure(piece)
    found = [*cleaned.findings, *check_piece(document, cleaned)]
    assert not title or piece.title == title
    assert piece.text == text
    assert [f"{each.level} {each.label} {each.title}" for each in document.outline] == _rows(
        headings
    )
    assert [f"{each.code} {each.text}" for each in found] == _rows(doubts)


def _rows(block: str) -> list[str]:
    return [row for row in block.rstrip("\n").split("\n") if row]
