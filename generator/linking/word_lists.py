"""The words of official prose that tell nothing, whatever the base document is about."""

from __future__ import annotations

import functools
from pathlib import Path

PARTING = "part phrases"  # how the notes above such words end
_FILE = Path(__file__).with_name("generic_words.txt")


@functools.cache
def generic_words() -> frozenset[str]:
    """Return the words that tell nothing about a document's subject."""
    lines = _FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@functools.cache
def parting_words() -> frozenset[str]:
    """Return those of the generic words that part phrases: 加强, 和, 的."""
    found: set[str] = set()
    parts = False
    for line in _FILE.read_text("utf-8").splitlines():
        if line.startswith("#"):
            parts = line.endswith(PARTING)
        elif parts:
            found.update(line.split())
    return frozenset(found)
