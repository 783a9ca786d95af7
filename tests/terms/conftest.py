"""A library without terms: rules on day care of small children, and three reports on them."""

from __future__ import annotations

import pytest

from generator.content import load_content
from generator.model import Library
from generator.recipe import build_library
from generator.terms import Suggestion, suggest_terms
from tests.conftest import PROJECT

DAY_CARE = PROJECT / "tests" / "libraries" / "tuoyu"


@pytest.fixture(scope="session")
def day_care() -> Library:
    """The library, its terms.yml a comment only."""
    return build_library(load_content(DAY_CARE))


@pytest.fixture(scope="session")
def suggested(day_care: Library) -> dict[str, Suggestion]:
    """What is suggested for it, by name."""
    found = suggest_terms([each.edition for each in day_care.collations], day_care.reports)
    return {each.name.text: each for each in found}
