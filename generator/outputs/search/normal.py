"""What search compares: letters and digits only, in one width, case and script.

The client (search-store.js: `letters`) does the same, character by character; the tests
hold the two together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

BREAK = "\x1f"  # stands between a term's names: no phrase runs across it


@lru_cache(maxsize=1 << 16)
def letters(char: str) -> str:
    """Return the letters and digits of one character: Ａ -> a, ㈤ -> 五, “ -> nothing."""
    if char == BREAK:
        return char
    return "".join(c for c in unicodedata.normalize("NFKC", char).lower() if c.isalnum())


class _Table(dict[int, str]):
    """Code point -> its letters, found out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = found = letters(chr(code))
        return found


@cache
def _table() -> _Table:
    return _Table()


def normal(text: str, folds: Mapping[str, str] | None = None) -> str:
    """Return `text` as search compares it; `folds` turns script variants into one form."""
    plain = text.translate(_table())
    return plain.translate({ord(a): b for a, b in folds.items()}) if folds else plain
