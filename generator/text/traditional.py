"""Simplified -> traditional, character for character: 领导干部发现问题 -> 領導幹部發現問題.

The forms are OpenCC's for Taiwan (裡, 群, 核, not 裏, 羣, 覈) with the mainland's words left
as they are.  OpenCC cuts text into words from the left, so a chance word across a boundary
wins (考察|干部 is read 察干|部, 组长|发现 is read 长发).  Here a character that has several forms
gets that of the word that it belongs to by the lattice of word_lattice.py, over OpenCC's words,
those of words.tsv and names like 范某; all others have one form, whatever stands around them.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from opencc import OpenCC

from generator.text.names_in_two_scripts import (
    AFTER_MILES,
    MEASURES,
    NUMBERS,
    WEIGHT,
    is_word_there,
    names_and_measures,
)
from generator.text.word_lattice import WordLattice

# Variants that OpenCC prefers and readers do not know, or that can't be turned back.
PLAIN_FORMS = str.maketrans({"揹": "背"})
# By themselves: to sign, not a lot that one draws; to allow, not exact; the clock; the surname.
USUAL_FORMS = {"签": "簽", "准": "准", "钟": "鐘", "范": "范"}
IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x32000))

GAP = "\x1e"
CURATED, LISTED = 3.0, 1.0  # by how much words of words.tsv, of OpenCC, outweigh their parts


class Converter:
    """Converts to traditional characters; the words of `guard_terms` are read as wholes.

    A guarded term is converted by itself, whatever stands around it, so that it reads the
    same everywhere.
    """

    def __init__(self, guard_terms: Iterable[str] = ()) -> None:
        self._forms = _forms()
        own = {term: self._forms.of(term) for term in sorted(guard_terms) if len(term) > 1}
        self._table = _Table(own)

    def to_traditional(self, text: str) -> str:
        """Return `text` in traditional characters, of the same length in code points."""
        if text.isascii():
            return text
        words, gaps = [], []
        at = 0
        for start, word in self._table.find(text):
            gaps.append(text[at:start])
            words.append(self._table.words[word])
            at = start + len(word)
        gaps.append(text[at:])
        if GAP in text:
            converted = [self._forms.of(each) for each in gaps]
        else:  # one long run is far quicker than many short ones
            converted = self._forms.of(GAP.join(gaps)).split(GAP)
        rest = (word + gap for word, gap in zip(words, converted[1:], strict=True))
        return converted[0] + "".join(rest)


class _Forms:
    """The forms of words, and where a text may hold one that its characters do not tell.

    `names` are words that are only meant in some places (`is_word_there`).
    """

    def __init__(
        self, words: Mapping[str, str], others: Mapping[str, float], names: Iterable[str]
    ) -> None:
        self._plain = default_forms()
        self._names = frozenset(names)
        self._listed = frozenset(words)
        self._others: dict[str, str] = {}
        self._words = {
            word: form for word, form in words.items() if word.translate(self._plain) != form
        }
        self._lattice = WordLattice(others)
        self._pairs: set[str] = set()
        chars: set[str] = set(MEASURES)
        for word, form in self._words.items():
            for at, (one, usual) in enumerate(zip(form, word.translate(self._plain), strict=True)):
                if one != usual:
                    chars.add(word[at])
                    pairs = word[max(at - 1, 0) : at + 1], word[at : at + 2]
                    self._pairs.update(pair for pair in pairs if len(pair) > 1)
        self._several = re.compile(f"[{''.join(sorted(chars))}]")

    def of(self, text: str) -> str:
        """Return the traditional form of `text`."""
        converted = text.translate(self._plain)
        places: dict[int, str] = {}
        pairs, usual = self._pairs, self._plain
        for match in self._several.finditer(text):
            at = match.start()
            if text[at : at + 2] in pairs or text[at - 1 : at + 1] in pairs:
                form = self._form(text, at)
            else:
                before = text[at - 1 : at]
                form = MEASURES.get(match[0], "") if before.isdigit() and match[0] != "周" else ""
            if form and form != usual.get(ord(match[0]), match[0]):
                places[at] = form
        if not places:
            return converted
        chars = list(converted)
        for at, form in places.items():
            chars[at] = form
        return "".join(chars)

    def _form(self, text: str, at: int) -> str:
        """Return the form of a character in the word that it belongs to; empty for the usual."""
        is_counted = at > 0 and text[at - 1] in NUMBERS
        if is_counted and text[at] == "里" and text[at + 1 : at + 2] in AFTER_MILES:
            return MEASURES["里"]
        start, word = self._lattice.word_at(text, at)
        while len(word) > 2 and word not in self._listed:  # no dictionary of forms has it whole
            inside, word = self._lattice.part_at(word, at - start)
            start += inside
        form = self._words.get(word, "")
        if len(word) == 2 and word not in self._listed:
            form = self._others.get(word) or self._others.setdefault(word, convert_all([word])[0])
        if text[at] == "里" and is_counted and at > start and not form:
            return MEASURES["里"]  # 百里挑一
        if is_counted and word in MEASURES:  # 十几|只, 第二|周
            return MEASURES[word]
        if form and word in self._names and not is_word_there(text, start, word):
            return ""
        return form[at - start : at - start + 1]


class _Table:
    """Words of two letters or more with their traditional form, found the longest first."""

    def __init__(self, words: dict[str, str]) -> None:
        self.words = words
        lengths: dict[str, set[int]] = defaultdict(set)
        for word in words:
            lengths[word[0]].add(len(word))
        self._lengths = {head: sorted(found, reverse=True) for head, found in lengths.items()}
        heads, seconds = (re.escape("".join(sorted({each[at] for each in words}))) for at in (0, 1))
        self._heads = re.compile(f"[{heads}](?=[{seconds}])" if words else "(?!)")

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


def convert_all(words: Iterable[str]) -> list[str]:
    """Return OpenCC's form of each word by itself."""
    converted: str = opencc("s2tw").convert("\n".join(words))
    return converted.translate(PLAIN_FORMS).split("\n")


@cache
def default_forms() -> dict[int, str]:
    """Return code point -> traditional form of every ideograph that changes by itself."""
    chars = [chr(code) for block in IDEOGRAPHS for code in block]
    pairs = zip(chars, convert_all(chars), strict=True)
    found = {char: form for char, form in pairs if len(form) == 1} | USUAL_FORMS
    return {ord(char): form for char, form in found.items() if char != form}


@cache
def _forms() -> _Forms:
    """Return the forms of all words: words.tsv before OpenCC's, names before both."""
    plain = default_forms()
    listed = {
        word: form or word.translate(plain)
        for word, _, form in (line.partition("\t") for line in _listed())
    }
    curated = _words()
    names = {word: form for word, form in names_and_measures(plain).items() if word not in curated}
    others = dict.fromkeys(listed, LISTED) | dict.fromkeys(names, WEIGHT)
    return _Forms(listed | names | curated, others | dict.fromkeys(curated, CURATED), names)


def _listed() -> list[str]:
    data = files(__package__).joinpath("opencc_words.txt.gz").read_bytes()
    return gzip.decompress(data).decode("utf-8").split("\n")


@cache
def _words() -> dict[str, str]:
    """Return the table words.tsv: a word, and how it reads in traditional characters."""
    lines = files(__package__).joinpath("words.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines)
