"""The real texts, cleaned."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cleaning import clean
from generator.content import load_content
from generator.model import Piece


@pytest.fixture(scope="session")
def sources_cleaned() -> list[Piece]:
    content = load_content(Path(__file__).parents[2] / "content")
    return [
        piece
        for source in content.sources
        for piece in clean(source, content.cleaning.of_source(source.file)).pieces
    ]
