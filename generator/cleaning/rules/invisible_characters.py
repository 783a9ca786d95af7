"""Characters that nobody sees: "监<U+200B>督" -> "监督".

Kept where they carry meaning: the joiners between letters of scripts that need them and
inside emoji, and variation selectors, which choose the form of an ideograph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.cleaning.ledger import Change
from generator.cleaning.settings import CleaningSettings

INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]+"
)
JOINERS = "\u200c\u200d"


def find(text: str, settings: CleaningSettings) -> Iterator[Change]:
    """Yield a deletion for every run of control, zero-width and direction characters."""
    for match in INVISIBLE.finditer(text):
        if not _joins(text, match):
            yield Change(match.start(), match.end(), "")


def _joins(text: str, match: re.Match[str]) -> bool:
    """Tell whether a single joiner stands between two characters that it shapes."""
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    return match[0] in JOINERS and _shaped(before) and _shaped(after)


def _shaped(char: str) -> bool:
    if not char or char < "\u0300":
        return False
    name = unicodedata.name(char, "")
    if name.startswith(("CJK", "IDEOGRAPHIC", "FULLWIDTH", "HANGUL", "HIRAGANA", "KATAKANA")):
        return False
    return unicodedata.category(char)[0] in "LMS"
