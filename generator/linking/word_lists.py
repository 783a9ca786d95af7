"""The words of official prose that tell nothing, whatever the base document is about."""

from __future__ import annotations

import functools
from pathlib import Path

_FILE = Path(__file__).with_name("generic_words.txt")


@functools.cache
def generic_words() -> frozenset[str]:
    """Return the words that tell nothing about a document's subject."""
    lines = _FILE.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
