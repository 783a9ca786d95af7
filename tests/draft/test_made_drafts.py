"""Drafts made of known quotations, citations and copied passages: what the check has to find.

scripts/draft_bench.py makes five hundred of them, and those of other libraries.
"""

from __future__ import annotations

import pytest

from generator.content import load_content
from generator.draft import arrange, check_draft
from generator.recipe import build_library, linking_of
from scripts.draft_bench import as_found, made_drafts, other_sentences
from scripts.drafting.judging import Score
from scripts.drafting.making import Maker
from tests.conftest import PROJECT

DAY_CARE = PROJECT / "tests" / "libraries" / "tuoyu"


@pytest.fixture(scope="module")
def score() -> Score:
    content = load_content(DAY_CARE)
    library = build_library(content)
    known = arrange(library, linking_of(content, library))
    found = Score()
    for number, made in enumerate(made_drafts(Maker(library, other_sentences(DAY_CARE)), 16)):
        found.add(made, as_found(check_draft(known, made.text)), str(number))
    return found


def test_quotations_are_found_and_nothing_else(score: Score) -> None:
    precision, recall = score.quotations
    assert sum(score.planted.values()) > 80
    assert precision >= 0.98, score.misses
    assert recall >= 0.98, score.misses


def test_citations_are_found_and_nothing_else(score: Score) -> None:
    assert score.cited > 60
    assert score.cited_recalled >= 0.98 * score.cited, score.misses
    assert score.cited_right >= 0.98 * score.cited_found, score.misses


def test_shares_are_known_within_two_points(score: Score) -> None:
    assert max(score.off) <= 2, score.misses
