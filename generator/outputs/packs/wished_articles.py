"""Which articles a person means: 5,8-10, 2-1, 第二条之一, 第五条第二款, mfd-5-k2x3.

An article is named by its path (see Article in the model), by its label in any spelling, or
by its id; what is named inside it, a 款 or 项, must be there and stands for the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from unicodedata import normalize

from generator.errors import ContentError
from generator.model import Article, Edition, Part
from generator.outputs.shared.divisions import (
    division_names,
    division_title,
    lying_in,
)
from generator.text.article_names import paths_named, plain_name, read_name
from generator.text.nomenclature import article_name, part_name
from generator.text.provisions import provision_name, provisions

OPTION = "--articles"
RANGE = re.compile(r"(.+?)\s*(?:至|到|[–—~]+)\s*(.+)")


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
        self._by_path: Mapping[tuple[int, ...], Article] = {
            each.path or (each.number,): each for each in edition.articles
        }

    def numbers(self, word: str) -> range:
        """Return the articles that one word stands for, a range among them."""
        plain = plain_name(word)
        if span := RANGE.fullmatch(plain):
            return self._span(self._one(span[1], word), self._one(span[2], word), word)
        name = read_name(plain_name(plain, self._edition.base.id))
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
                f"或者 {spans[0][0].address}至{spans[0][1].address}",
            )
        if spans and article is None:
            return self._span(*spans[0], word)
        found = self._one(plain, word)
        return range(found.number, found.number + 1)

    def _dashed(self, plain: str) -> Iterator[tuple[Article, Article]]:
        """Yield how 8-10 can be a range from one article to another."""
        for dash in re.finditer("-", plain):
            names = [read_name(plain[: dash.start()]), read_name(plain[dash.end() :])]
            ends = [self._found(each.path) if each else None for each in names]
            if ends[0] and ends[1]:
                yield ends[0], ends[1]

    def _span(self, first: Article, last: Article, word: str) -> range:
        if last.number < first.number:
            raise ContentError(OPTION, f"“{word}”前大后小")
        return range(first.number, last.number + 1)

    def _found(self, path: tuple[int, ...]) -> Article | None:
        """Return the article with that path; its own number is enough where one has it."""
        alike = paths_named(self._by_path, path, restarts=self._edition.restarts)
        return self._by_path[alike[0]] if len(alike) == 1 else None

    def _one(self, plain: str, word: str) -> Article:
        """Return the one article that a name stands for."""
        name = read_name(plain_name(plain, self._edition.base.id))
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
