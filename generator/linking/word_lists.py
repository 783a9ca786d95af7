"""The two lists of words that hold for all Chinese official prose, whatever the base document."""

from __future__ import annotations

import functools
from pathlib import Path

from generator.text.letters import letters_of

_HERE = Path(__file__).parent


@functools.cache
def generic_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of official prose that tell nothing: all, and those that part phrases."""
    every: set[str] = set()
    parting: set[str] = set()
    parts = False
    for line in (_HERE / "generic_words.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            parts = line.endswith("part phrases")
            continue
        every.update(line.split())
        if parts:
            parting.update(line.split())
    return frozenset(every), frozenset(parting)


@functools.cache
def thesaurus() -> tuple[tuple[str, ...], ...]:
    """Return the groups of wordings that speak of one matter, from thesaurus.txt."""
    lines = (_HERE / "thesaurus.txt").read_text("utf-8").splitlines()
    groups = [line.split() for line in lines if not line.startswith("#")]
    return tuple(tuple(map(letters_of, group)) for group in groups if group)
