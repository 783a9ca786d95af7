"""Any texts: what is found is what a finder finds that looks at everything."""

from __future__ import annotations

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Document, Paragraph, Piece
from generator.reuse import find_reuse, wording_of
from tests.reuse.brute_force import Spans, shared

POOL = 6


def report(number: int, text: str) -> Document:
    """Return a report that is one line of running text."""
    written = text + "。"
    piece = Piece(str(number), "a.txt", 0, len(written), written, "")
    return Document(piece, (Paragraph(0, len(written), heading=False),), (), ())


def found(texts: Sequence[str], document: str) -> set[tuple[str, Spans]]:
    reports = [report(number, text) for number, text in enumerate(texts)]
    return {
        (each.text, tuple((int(p.report), p.start, p.end) for p in each.places))
        for each in find_reuse(reports, wording_of([document], []))
    }


@st.composite
def libraries(draw: st.DrawFn) -> tuple[list[str], str]:
    """Draw texts that are put together from a few blocks, and a document of such blocks."""
    letters = draw(st.sampled_from(["甲乙", "甲乙丙丁", "甲"]))
    pool = draw(st.lists(st.text(letters, min_size=1, max_size=45), min_size=POOL, max_size=POOL))
    blocks = st.lists(st.sampled_from(pool), max_size=6).map("".join)
    return draw(st.lists(blocks, max_size=6)), draw(blocks)


@settings(max_examples=400)
@given(libraries())
def test_what_a_slow_finder_finds(library: tuple[list[str], str]) -> None:
    texts, document = library
    assert found(texts, document) == shared(texts, document)


def test_blocks_in_many_reports() -> None:
    """Longer texts than hypothesis draws, in which blocks stand next to various others."""
    chance = random.Random(13)
    for _ in range(60):
        pool = [
            "".join(chance.choices("甲乙丙丁戊己庚辛", k=chance.randint(5, 60))) for _ in range(9)
        ]
        texts = ["".join(chance.choices(pool, k=chance.randint(1, 9))) for _ in range(14)]
        document = "".join(chance.choices(pool, k=2))
        expected = shared(texts, document)
        assert expected
        assert found(texts, document) == expected
