"""Amendments made by a script are told as they were made; 200 in scripts/amending_bench.py."""

from __future__ import annotations

from functools import cache

import pytest

from generator.content import load_content
from generator.model import Edition
from generator.recipe import build_library
from scripts.amending.judging import mistakes
from scripts.amending.making import amend
from tests.conftest import PROJECT


@cache
def law() -> Edition:
    folder = PROJECT / "tests" / "libraries" / "kuaidi"
    return build_library(load_content(folder)).collations[0].edition


@pytest.mark.parametrize("seed", range(12))
def test_amendments_are_recovered_exactly(seed: int) -> None:
    amended = amend(law(), seed)
    assert any(kinds for _, _, kinds in amended.rows)
    assert list(mistakes(amended)) == []
