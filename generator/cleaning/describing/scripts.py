"""Texts in traditional characters, read as if they were in simplified ones.

The words that tell a title, a genre or an office are kept in simplified characters; a text in
traditional ones is read through a copy of the same length, and what is found is given back as
the text writes it.
"""

from __future__ import annotations

import re

from generator.text.traditional import opencc

TRADITIONAL = re.compile("[個們來這國學會對時為開關長門說話員組織導發現實經過報應進與於業區縣總務]")
SAMPLE = 2000
LEAST = 0.04  # share of such characters from which a text is in traditional ones
LETTERS = re.compile(r"[\W_]")


def is_traditional(text: str) -> bool:
    """Tell whether a text is written in traditional characters."""
    sample = LETTERS.sub("", text[:SAMPLE])
    return len(TRADITIONAL.findall(sample)) > LEAST * len(sample) + 1


def simplified(text: str) -> str:
    """Return a text in simplified characters, as long as it is; unchanged where it is in them."""
    return to_simplified(text) if is_traditional(text) else text


def to_simplified(text: str) -> str:
    """Return a text with its traditional characters made simplified, as long as it is."""
    converted: str = opencc("t2s").convert(text)
    if len(converted) == len(text):
        return converted
    pairs = ((each, opencc("t2s").convert(each)) for each in text)
    return "".join(one if len(one) == 1 else each for each, one in pairs)


def as_written(words: str, read: str, written: str) -> str:
    """Return `words`, found in the simplified text `read`, as the text `written` has them."""
    letters = LETTERS.sub("", words)
    at = LETTERS.sub("", read).find(letters)
    if read == written or at < 0:
        return words
    found = iter(LETTERS.sub("", written)[at : at + len(letters)])
    return "".join(each if LETTERS.match(each) else next(found) for each in words)
