"""What a number or a fixed word leads to: articles with their 款 and 项, divisions, 施行日期.

An article is a row: id, page, forms of its number (5 五 wu, 2之1 二之一), what it is called, its
first words, its provisions.  Those are a letter each, k for 款, x for 项, m for 目, in order;
behind it stands by how many sentences it begins after the one before, where that is not one:
"kxx2k" is k1 from sentence 1, k1x1 from 2, k1x2 from 4, k2 from 5.  An article of one 款 has none.

What is found by name is a row: names, place, what it is called, its words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypedDict

from generator import addresses
from generator.model import Article, Edition, EditionSentence, Part
from generator.outputs.search.normal import normal
from generator.outputs.search.pronunciations import Reader
from generator.text.nomenclature import article_name, part_name
from generator.text.numerals import numeral_text, numeral_value
from generator.text.provisions import provisions

FIRST_WORDS = 40
FORCE_NAMES = ("施行日期", "施行时间", "生效日期", "生效时间", "何时施行")
FORCE = re.compile(r"自[^。；\n]{1,24}起(?:施行|实施|执行|生效)")
NUMBER = re.compile(r"[一二三四五六七八九十百千零〇]+")


class BaseEntry(TypedDict):
    """A base's names, its full text, the rows of its articles and of what is found by name."""

    names: list[str]
    full: str
    articles: list[list[str]]
    named: list[list[str]]


def base_entry(edition: Edition, reader: Reader) -> BaseEntry:
    """Return the names of a base, its articles, and what is found in it by name."""
    base = edition.base
    sentences: dict[int, list[EditionSentence]] = {}
    for each in edition.sentences:
        if each.article is not None:
            sentences.setdefault(each.article, []).append(each)
    return {
        "names": [base.short_title, base.title, base.id],
        "full": addresses.full_text(base.id),
        "articles": [
            [
                article.id,
                addresses.article(base.id, article),
                number_forms(article, reader, restarts=edition.restarts),
                (part_name(part.label) if edition.restarts else "") + article_name(article.label),
                article.heading or article.text[:FIRST_WORDS],
                provision_code(article, sentences.get(article.number, ())),
            ]
            for part in edition.parts
            for article in part.articles
        ],
        "named": [*_divisions(edition), *_force(edition)],
    }


def number_forms(article: Article, reader: Reader, *, restarts: bool) -> str:
    """Return how an article's number may be typed: 5 五 wu, 2之1 二之一."""
    numbers = (article.path or (article.number,))[1 if restarts and len(article.path) > 1 else 0 :]
    own, *branch = numbers
    if branch:
        return f"{own}之{branch[0]} {numeral_text(own)}之{numeral_text(branch[0])}"
    chinese = numeral_text(own)
    return f"{own} {chinese} {reader.word(chinese).replace(' ', '')}"


def provision_code(article: Article, sentences: Sequence[EditionSentence]) -> str:
    """Return the provisions of an article in letters; empty where it is one 款 without items."""
    found = provisions(article.text)
    if len(found) < 2:
        return ""
    starts = [each.start for each in sentences]
    code, last = "", 0
    for each in found:
        here = max(1, bisect_right(starts, each.start))
        letter = "kxm"[("x" in each.address) + ("m" in each.address)]
        code += letter + (str(here - last) if here - last != 1 else "")
        last = here
    return code


def division_names(edition: Edition) -> Iterator[tuple[Part, str]]:
    """Yield each division and what it is called, those above it first: 第二编第三章.

    One without a number is called by its heading; empty where it has neither.
    """
    way: list[tuple[int, str]] = []
    for part in edition.parts:
        while way and way[-1][0] >= part.depth:
            way.pop()
        way.append((part.depth, part_name(part.label)))
        yield part, "".join(each for _, each in way) or part.heading


def _divisions(edition: Edition) -> Iterator[list[str]]:
    """Yield the divisions that have a number, by it and by it behind those above."""
    for part, whole in division_names(edition):
        name = part_name(part.label)
        if not name:
            continue
        forms = [form for each in dict.fromkeys((name, whole)) for form in (each, _digits(each))]
        place = f"{addresses.full_text(edition.base.id)}#{edition.base.id}-part-{part.number}"
        yield [" ".join(map(normal, dict.fromkeys(forms))), place, whole, part.heading]


def _force(edition: Edition) -> Iterator[list[str]]:
    """Yield the last words that say from when the document is in force."""
    articles = {article.number: article for article in edition.articles}
    found = [
        (each, articles[each.article])
        for each in edition.sentences
        if each.article is not None and FORCE.search(each.text)
    ]
    for sentence, article in found[-1:]:
        place = addresses.edition_sentence(edition.base.id, sentence)
        yield [" ".join(FORCE_NAMES), place, article_name(article.label), sentence.text]


def _digits(name: str) -> str:
    return NUMBER.sub(lambda match: str(numeral_value(match[0])), name)
