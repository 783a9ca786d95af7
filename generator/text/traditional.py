"""Simplified -> traditional, character for character: 领导干部发现问题 -> 領導幹部發現問題.

The forms are OpenCC's for Taiwan (裡, 群, 核, not 裏, 羣, 覈) with the mainland's words left
as they are.  OpenCC cuts text into words from the left, so a chance word across a boundary
wins (考察|干部 is read 察干|部, 组长|发现 is read 长发).  Here the words of words.tsv and the
guarded terms are found first, the longest from the left, and only what lies between them is
left to OpenCC.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from opencc import OpenCC

# Variants that OpenCC prefers and readers do not know, or that can't be turned back.
PLAIN_FORMS = str.maketrans({"揹": "背"})

GAP = "\x1e"


class Converter:
    """Converts to traditional characters; the words of `guard_terms` are read as wholes.

    A guarded term is converted by itself, whatever stands around it, so that it reads the
    same everywhere.
    """

    def __init__(self, guard_terms: Iterable[str] = ()) -> None:
        self._opencc = opencc("s2tw")
        self._table = _Table(_words())
        own = {term: self.to_traditional(term) for term in sorted(guard_terms) if len(term) > 1}
        self._table = _Table(own | _words())

    def to_traditional(self, text: str) -> str:
        """Return `text` in traditional characters, of the same length in code points."""
        words, gaps = [], []
        at = 0
        for start, word in self._table.find(text):
            gaps.append(text[at:start])
            words.append(self._table.words[word])
            at = start + len(word)
        gaps.append(text[at:])
        if GAP in text:
            converted = [self._between(each) for each in gaps]
        else:  # one long run is far quicker than many short ones
            converted = self._between(GAP.join(gaps)).split(GAP)
        rest = (word + gap for word, gap in zip(words, converted[1:], strict=True))
        return converted[0] + "".join(rest)

    def _between(self, text: str) -> str:
        """Return OpenCC's conversion of `text`, by single characters should it not be aligned."""
        if not text or text.isascii():
            return text
        converted: str = self._opencc.convert(text)
        if len(converted) != len(text):
            pairs = ((each, self._opencc.convert(each)) for each in text)
            converted = "".join(one if len(one) == 1 else each for each, one in pairs)
        return converted.translate(PLAIN_FORMS)


class _Table:
    """Words with their traditional form, found the longest first, from the left."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in words:
            lengths[word[0]].add(len(word))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        self._heads = re.compile("[" + re.escape("".join(sorted(lengths))) + "]")

    def find(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield where a word stands in `text`, and the word; they do not overlap."""
        at = 0
        for match in self._heads.finditer(text):
            start = match.start()
            if start < at:
                continue
            for length in self._lengths[match[0]]:
                word = text[start : start + length]
                if word in self.words:
                    at = start + length
                    yield start, word
                    break


def is_simplified(language: str) -> bool:
    """Tell whether a language tag means Chinese in simplified characters."""
    return language.lower() in {"zh", "zh-cn", "zh-sg", "zh-hans", "zh-hans-cn"}


def to_traditional(text: str, guard_terms: Iterable[str] = ()) -> str:
    """Return `text` in traditional characters; for many texts keep a Converter."""
    return Converter(guard_terms).to_traditional(text)


@cache
def opencc(config: str) -> OpenCC:
    """Return OpenCC's converter of that name; it takes a while to load, so one serves all."""
    return OpenCC(config)


@cache
def _words() -> dict[str, str]:
    """Return the table words.tsv: a word, and how it reads in traditional characters."""
    lines = files(__package__).joinpath("words.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)
