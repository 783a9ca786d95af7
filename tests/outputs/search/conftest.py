"""A library with what search can meet: terms, pages, two bases, titles that are in no text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.content import load_content
from generator.model import Library
from generator.outputs.data import export_files
from generator.recipe import build_library
from tests.outputs.search.reference import Wanted, read_exports, wanted_units

FINDABLE = Path(__file__).parents[2] / "libraries" / "findable"


@pytest.fixture(scope="session")
def findable() -> Library:
    """The library of gardens and a greenhouse."""
    return build_library(load_content(FINDABLE))


@pytest.fixture(scope="session")
def exports(findable: Library) -> dict[str, Any]:
    """Its exports, by name."""
    return read_exports(export_files(findable))


@pytest.fixture(scope="session")
def wanted(exports: dict[str, Any]) -> list[Wanted]:
    """Its units, by brute force."""
    return wanted_units(exports, FINDABLE / "pages")
