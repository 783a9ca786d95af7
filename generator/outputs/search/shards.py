"""The Library -> the shards of search/: what the client (search-engine.js) loads.

    m      what every query needs: sizes, tiers, characters, folds, articles
    w      the terms and the words that recur, with their readings
    r      the readings of every character
    t0...  stored text                      g0..., p0...: pairs (large only)
    a-...  the units linked to an article

A small library has no pairs: its text is read through, which is as quick and less to carry.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from generator import addresses
from generator.model import Library, Term
from generator.outputs.search.blocks import Block, cut_blocks
from generator.outputs.search.folding import find_folds
from generator.outputs.search.forms import iterate_forms
from generator.outputs.search.grams import Grams
from generator.outputs.search.normal import BREAK, normal
from generator.outputs.search.packing import pack, shard
from generator.outputs.search.readings import all_readings, frequent_words, reading
from generator.outputs.search.units import TIERS, Unit, find_units
from generator.script import Converter
from generator.structure.numerals import numeral_text
from generator.wording import article_name

SMALL = 300_000  # bytes of text that are read through
BIG_BLOCK = 48_000
BLOCK = 12_000
FEW_WORDS = 400
WORDS = 1_500


def write_shards(library: Library) -> dict[str, str]:
    """Return file name -> script of every shard; the same library gives the same bytes."""
    return dict(iterate_shards(library))


def iterate_shards(library: Library, small: int = SMALL) -> Iterator[tuple[str, str]]:
    """Yield what `write_shards` returns, one by one: a large index is never held whole.

    `small` is the weight of text, in bytes, up to which a library gets no pairs.
    """
    for name, content in _contents(library, small):
        yield f"{name}.js", shard(name, content)


def iterate_traditional(library: Library, small: int = SMALL) -> Iterator[tuple[str, str]]:
    """Yield file name -> script of what the traditional edition shows of the same index."""
    units = list(find_units(library))
    light = _is_small(units, small)
    blocks = list(cut_blocks(units, BIG_BLOCK if light else BLOCK))
    terms = {word for term in library.terms for word in (term.name, *term.aliases)}
    words = _words(library.terms, _frequent(units, light))
    bases = _outline(library, units, blocks)["bases"]
    forms = iterate_forms(Converter(terms), [block.text for block in blocks], words, bases)
    for name, content in forms:
        yield f"{name}.js", shard(name, content)


def _is_small(units: list[Unit], limit: int) -> bool:
    return sum(len(unit.text.encode()) for unit in units) <= limit


def _frequent(units: list[Unit], light: bool) -> list[str]:
    return frequent_words((unit.text for unit in units), FEW_WORDS if light else WORDS)


def _contents(library: Library, limit: int) -> Iterator[tuple[str, Any]]:
    units = list(find_units(library))
    plain = [normal(unit.text) for unit in units]
    small = _is_small(units, limit)
    counts: Counter[str] = Counter()
    pairs: set[str] = set()
    for text in plain:
        counts.update(text)
        pairs.update(map("".join, itertools.pairwise(text)))
    del counts[BREAK]
    folds = find_folds(set(counts), pairs)
    for char in sorted(counts):
        if char in folds.all:
            counts[folds.all[char]] += counts.pop(char)
    chars = "".join(sorted(counts, key=lambda char: (-counts[char], char)))
    blocks = list(cut_blocks(units, BIG_BLOCK if small else BLOCK))
    yield from ((f"t{number}", block.text) for number, block in enumerate(blocks))
    shards = 0
    if not small:
        grams = _grams(blocks, plain, folds.all)
        yield from grams.parts()
        for name, content in grams.shards(len(blocks)):
            yield name, content
            shards += 1
    yield "r", all_readings(chars)
    yield "w", _words(library.terms, _frequent(units, small))
    yield from _linked(library, units)
    yield (
        "m",
        _outline(library, units, blocks)
        | {
            "grams": shards,
            "chars": chars,
            "strict": "".join(char + form for char, form in folds.strict.items()),
            "loose": "".join(char + form for char, form in folds.loose.items()),
        },
    )


def _grams(blocks: list[Block], plain: list[str], folds: dict[str, str]) -> Grams:
    grams = Grams()
    table = {ord(char): form for char, form in folds.items()}
    ends = [block.first for block in blocks[1:]] + [len(plain)]
    for block, (start, end) in enumerate(zip((b.first for b in blocks), ends, strict=True)):
        for number in range(start, end):
            grams.add(number, block, plain[number].translate(table))
    return grams


def _words(terms: Iterable[Term], frequent: Iterable[str]) -> list[str]:
    """Return a line for each name of each term: word, reading, id; without id for a word."""
    ids: dict[str, str] = {}
    for term in terms:
        for word in (term.name, *term.aliases):
            ids.setdefault(_field(word), term.id)
    for word in frequent:
        ids.setdefault(word, "")
    return [f"{word}\t{reading(word)}\t{place}" for word, place in ids.items()]


def _field(word: str) -> str:
    return " ".join(word.split())


def _outline(library: Library, units: list[Unit], blocks: list[Block]) -> dict[str, Any]:
    """Return where tiers and blocks begin, and the articles that a number leads to."""
    firsts = [0] * (len(TIERS) + 1)
    for unit in units:
        firsts[unit.tier + 1] += 1
    for tier in range(len(TIERS)):
        firsts[tier + 1] += firsts[tier]
    return {
        "kinds": TIERS,
        "tiers": firsts,
        "blocks": pack(block.first for block in blocks),
        "terms": addresses.TERMS,
        "bases": [
            {
                "names": [edition.base.short_title, edition.base.title, edition.base.id],
                "articles": [
                    [
                        article.id,
                        addresses.article(edition.base.id, article.number),
                        _number_forms(article.number),
                        article_name(article.label),
                        article.heading or article.text[:60],
                    ]
                    for article in edition.articles
                ],
            }
            for edition in (collation.edition for collation in library.collations)
        ],
    }


def _number_forms(number: int) -> str:
    """Return how a number may be typed: 5 五 wu."""
    chinese = numeral_text(number)
    return f"{number} {chinese} {reading(chinese).replace(' ', '')}"


def _linked(library: Library, units: list[Unit]) -> Iterator[tuple[str, str]]:
    """Yield, for each article, the units of its own text and of the passages linked to it."""
    numbers = {unit.id: number for number, unit in enumerate(units)}
    found: defaultdict[str, set[int]] = defaultdict(set)
    ids: dict[tuple[str, int], str] = {}
    for collation in library.collations:
        base = collation.edition.base.id
        for article in collation.edition.articles:
            ids[base, article.number] = article.id
        for each in collation.edition.sentences:
            if each.article is not None:
                found[ids[base, each.article]].add(numbers[each.id])
    reports = {report.piece.id: report for report in library.reports}
    for link in library.links:
        sentences = reports[link.report].sentences
        first = bisect_right(sentences, link.start, key=lambda each: each.end)
        for sentence in sentences[first:]:
            if sentence.start >= link.end:
                break
            found[ids[link.base, link.article]].add(numbers[sentence.id])
    for article_id in sorted(found):
        yield f"a-{article_id}", pack(sorted(found[article_id]))
