"""The trimmed table of words: everything in it earns its place, and it is what jieba counted."""

from __future__ import annotations

import gzip
import math
from functools import cache
from pathlib import Path

import pytest

from generator.text import word_frequencies
from generator.text.word_frequencies import LONGEST_WORD, load_word_probabilities
from scripts.trim_word_frequencies import as_table, best_cutting, trimmed


@cache
def words() -> dict[str, float]:
    return load_word_probabilities()


def test_words_are_short_and_hold_no_signs() -> None:
    assert len(words()) > 300_000
    assert all(0 < len(word) <= LONGEST_WORD and word.isalnum() for word in words())


def test_probabilities_are_those_of_running_text() -> None:
    """What was left out is next to nothing of a running text."""
    assert 0.99 < sum(map(math.exp, words().values())) <= 1


def test_no_word_is_less_probable_than_its_own_cutting() -> None:
    several = [word for word in words() if len(word) > 1]
    for word in several[::20]:
        assert words()[word] >= best_cutting(word, words()) - 1e-6, word


def test_what_is_trimmed_away_changes_no_cutting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small language: a word that is rarer than its parts goes, all else stays as counted."""
    counts = {
        "领": 50,
        "导": 50,
        "领导": 30,
        "导领": 1,
        "领导，": 9,
        "领导领导领导领导": 9,
        "的": 800,
    }
    total = sum(counts.values())
    kept = trimmed(counts, total)
    assert set(counts) - set(kept) == {"导领", "领导，", "领导领导领导领导"}
    table = tmp_path / "table.gz"
    table.write_bytes(gzip.compress(as_table(kept, total).encode()))
    monkeypatch.setattr(word_frequencies, "TABLE", str(table))
    found = load_word_probabilities()
    assert found == {word: math.log(count) - math.log(total) for word, count in kept.items()}
    for text in ("导领", "领导的", "领导领导领导领导"):
        everything = {word: math.log(count) - math.log(total) for word, count in counts.items()}
        shorter = {word: each for word, each in everything.items() if len(word) <= LONGEST_WORD}
        shorter.pop(text, None)
        assert best_cutting(text, found) == pytest.approx(best_cutting(text, shorter))
