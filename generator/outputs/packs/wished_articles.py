"""Which articles a person means: 5,8-10, 2-1, 第二条之一, 第五条第二款, mfd-5-k2x3.

An article is named by its path (see Article in the model), by its label in any spelling, or
by its id; what is named inside it, a 款 or 项, must be there and stands for the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from generator.errors import ContentError
from generator.model import Article, Edition, Part
from generator.outputs.shared.divisions import (
    address_of,
    division_names,
    division_title,
    lying_in,
)
from generator.text.labels import CHINESE
from generator.text.nomenclature import article_name, part_name
from generator.text.numerals import numeral_value
from generator.text.provisions import provision_name, provisions

OPTION = "--articles"
NUMBER = rf"\(?(?:{CHINESE}|\d{{1,4}})\)?"
INSIDE = r"(?:[-#]?(?P<address>k\d+(?:x\d+(?:m\d+)?)?))?"
DIGITS = re.compile(rf"(?P<path>\d{{1,4}}(?:-\d{{1,4}})*){INSIDE}")
WORDS = re.compile(
    rf"(?:第(?P<division>{NUMBER})(?:部分|分编|[编章节]))*"
    rf"(?:¶|第)?(?P<number>{NUMBER})[条段]?(?:之(?P<branch>{CHINESE}))?"
    rf"(?:第(?P<paragraph>{NUMBER})款)?(?:第(?P<item>{NUMBER})项)?{INSIDE}"
)
RANGE = re.compile(r"(.+?)\s*(?:至|到|[–—~]+)\s*(.+)")


@dataclass(frozen=True, slots=True)
class _Name:
    """The numbers that a word gives, and the address inside the article; may be empty."""

    path: tuple[int, ...]
    address: str


def articles_wished(words: str, edition: Edition) -> tuple[int, ...]:
    """Return the numbers of the articles that `words` name, in reading order.

    ContentError says in one line what can't be read and what is not there.
    """
    wished = _Wish(edition)
    given = [each.strip() for each in re.split("[,，、;；]", words) if each.strip()]
    if not given:
        raise ContentError(OPTION, "一条也没有；请写成 5,8-10 或 第二条之一 的样子")
    return tuple(sorted({number for word in given for number in wished.numbers(word)}))


def parts_wished(words: str, edition: Edition) -> tuple[Part, ...]:
    """Return the divisions that `words` name by number, label or heading, whole."""
    found: dict[int, Part] = {}
    for word in (each.strip() for each in re.split("[,，、;；]", words)):
        if word:
            found |= {
                inside.number: inside
                for each in _parts(word, edition)
                for inside in lying_in(edition, each)
            }
    if not found:
        raise ContentError("--part", "一个部分也没有")
    return tuple(found[number] for number in sorted(found))


def _parts(word: str, edition: Edition) -> Sequence[Part]:
    span = re.fullmatch(r"(\d{1,4})(?:\s*[-–—~～]\s*(\d{1,4}))?", normalize("NFKC", word))
    if not span:
        named = [
            each
            for each in edition.parts
            if word in (division_title(each), part_name(each.label), each.label, each.heading)
        ]
        if len(named) != 1:
            count = f"有 {len(named)} 个“{word}”" if named else f"没有“{word}”"
            raise ContentError("--part", f"{count}；请写序号 1 到 {len(edition.parts)}")
        return named
    first, last = int(span[1]), int(span[2] or span[1])
    if last < first:
        raise ContentError("--part", f"“{word}”前大后小")
    known = {each.number: each for each in edition.parts}
    if unknown := [number for number in range(first, last + 1) if number not in known]:
        raise ContentError("--part", f"没有第 {unknown[0]} 部分；共 {len(edition.parts)} 部分")
    return [known[number] for number in range(first, last + 1)]


class _Wish:
    """Looks up the articles of one edition by name."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._prefix = f"{edition.base.id}-"
        self._by_path: Mapping[tuple[int, ...], Article] = {
            each.path or (each.number,): each for each in edition.articles
        }

    def numbers(self, word: str) -> range:
        """Return the articles that one word stands for, a range among them."""
        plain = normalize("NFKC", word).replace(" ", "")
        if span := RANGE.fullmatch(plain):
            return self._span(self._one(span[1], word), self._one(span[2], word), word)
        name = _name(plain.removeprefix(self._prefix))
        article = self._found(name.path) if name else None
        spans = [
            (start, end)
            for start, end in self._dashed(plain)
            if article is None or start.number < end.number
        ]
        if article and spans:
            raise ContentError(
                OPTION,
                f"“{word}”有两种读法；请写{article_name(article.label)}，"
                f"或者 {address_of(spans[0][0])}至{address_of(spans[0][1])}",
            )
        if spans and article is None:
            return self._span(*spans[0], word)
        found = self._one(plain, word)
        return range(found.number, found.number + 1)

    def _dashed(self, plain: str) -> Iterator[tuple[Article, Article]]:
        """Yield how 8-10 can be a range from one article to another."""
        for dash in re.finditer("-", plain):
            names = [_name(plain[: dash.start()]), _name(plain[dash.end() :])]
            ends = [self._found(each.path) if each else None for each in names]
            if ends[0] and ends[1]:
                yield ends[0], ends[1]

    def _span(self, first: Article, last: Article, word: str) -> range:
        if last.number < first.number:
            raise ContentError(OPTION, f"“{word}”前大后小")
        return range(first.number, last.number + 1)

    def _found(self, path: tuple[int, ...]) -> Article | None:
        """Return the article with that path; its own number is enough where one has it."""
        if article := self._by_path.get(path):
            return article
        alike = [each for own, each in self._by_path.items() if own[1:] == path]
        return alike[0] if self._edition.restarts and len(alike) == 1 else None

    def _one(self, plain: str, word: str) -> Article:
        """Return the one article that a name stands for."""
        name = _name(plain.removeprefix(self._prefix))
        if name is None:
            raise ContentError(OPTION, f"看不懂“{word}”；请写成 5,8-10 或 第二条之一 的样子")
        article = self._found(name.path)
        if article is None:
            raise ContentError(OPTION, self._missing(name.path, word))
        known = {each.address for each in provisions(article.text)}
        if name.address and name.address not in known:
            raise ContentError(
                OPTION, f"{article_name(article.label)}没有{provision_name(name.address)}"
            )
        return article

    def _missing(self, path: tuple[int, ...], word: str) -> str:
        """Return why there is no such article, and what there is."""
        alike = [own for own in self._by_path if own[1:] == path]
        if self._edition.restarts and alike:
            names = "、".join("-".join(map(str, each)) for each in alike[:6])
            return f"“{word}”有 {len(alike)} 条，各部分的条从头数；请写成 {names}"
        first, last = self._edition.articles[0], self._edition.articles[-1]
        within = division_names(self._edition) if self._edition.restarts else {}
        ends = [within.get(each.number, "") + article_name(each.label) for each in (first, last)]
        plain = f"第 {word} 条" if word.isascii() else f"“{word}”"
        return f"没有{plain}；有{ends[0]}到{ends[1]}"


def _name(plain: str) -> _Name | None:
    """Return what numbers a word gives; None where it names no article."""
    if found := DIGITS.fullmatch(plain):
        return _Name(tuple(map(int, found["path"].split("-"))), found["address"] or "")
    found = WORDS.fullmatch(plain)
    if not found:
        return None
    numbers = {
        key: numeral_value(value.strip("()"))
        for key, value in found.groupdict().items()
        if value and key != "address"
    }
    path = [numbers[key] for key in ("division", "number", "branch") if key in numbers]
    if None in numbers.values():
        return None
    return _Name(tuple(each for each in path if each), found["address"] or _inside(numbers))


def _inside(numbers: Mapping[str, int | None]) -> str:
    """Return the address of 第二款第（三）项; an 项 alone is one of the first 款."""
    if "item" in numbers:
        return f"k{numbers.get('paragraph', 1)}x{numbers['item']}"
    return f"k{numbers['paragraph']}" if "paragraph" in numbers else ""
