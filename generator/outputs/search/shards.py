"""The Library -> the shards of search/: what the client (search-engine.js) loads.

    m      what every query needs: sizes, tiers, characters, folds, articles
    w      the terms and the words that recur, with their readings
    r      the readings of every character
    t0...  stored text
    g0..., p0...: pairs; d: which of them are frequent (large only)
    a-...  the units linked to an article
    f      what reports state; l-... the passages of an article that has many (stated.py)

Those with a number lie in folders of 500 (packing.py).  A small library has no pairs: its
text is read through, which is as quick and less to carry.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from operator import add
from typing import Any

from generator.model import Library
from generator.outputs.search.folding import find_folds, simplified_characters
from generator.outputs.search.grams import Grams
from generator.outputs.search.index import Index
from generator.outputs.search.normal import BREAK, normal
from generator.outputs.search.packing import pack, shard, shard_path
from generator.outputs.search.reading import blanks, read_letters
from generator.outputs.search.stated import facts_shard, passage_shards
from generator.outputs.search.units import Unit


def write_shards(library: Library) -> dict[str, str]:
    """Return path -> script of every shard; the same library gives the same bytes."""
    return dict(iterate_shards(Index(library)))


def iterate_shards(index: Index) -> Iterator[tuple[str, str]]:
    """Yield what `write_shards` returns, one by one: a large index is never held whole."""
    for name, content in _contents(index):
        yield shard_path(name), shard(name, content)


def _contents(index: Index) -> Iterator[tuple[str, Any]]:
    plain = [normal(unit.text) for unit in index.units]
    counts: Counter[str] = Counter()
    pairs: set[str] = set()
    for text in plain:
        counts.update(text)
        pairs.update(map(add, text, text[1:]))
    del counts[BREAK]
    folds = find_folds(set(counts), pairs, index.memo(simplified_characters))
    plainer = folds.all
    for char in sorted(counts):
        if char in plainer:
            counts[plainer[char]] += counts.pop(char)
    chars = "".join(sorted(counts, key=lambda char: (-counts[char], char)))
    yield from ((f"t{number}", block.text) for number, block in enumerate(index.blocks))
    shards = 0
    if not index.is_small:
        grams = _grams(index, plain, plainer)
        yield "d", grams.frequent(chars)
        yield from grams.parts()
        for name, content in grams.shards(len(index.blocks)):
            yield name, content
            shards += 1
    yield "r", index.reader.characters(chars)
    yield "w", index.words
    yield from _linked(index.library, index.units)
    yield "f", facts_shard(index.library, index.units)
    yield from passage_shards(index.library, index.units)
    yield (
        "m",
        index.outline
        | {
            "grams": shards,
            "blanks": blanks(index.units, plain),
            "chars": chars,
            "strict": "".join(char + form for char, form in folds.strict.items()),
            "loose": "".join(char + form for char, form in folds.loose.items()),
        },
    )


def _grams(index: Index, plain: list[str], folds: dict[str, str]) -> Grams:
    grams = Grams()
    table = {ord(char): form for char, form in folds.items()}
    read = read_letters(index.units, plain)
    ends = [block.first for block in index.blocks[1:]] + [len(plain)]
    for block, (start, end) in enumerate(zip((b.first for b in index.blocks), ends, strict=True)):
        texts = [text.translate(table) for text in plain[start:end]]
        grams.add_block(block, texts)
        for number, own in enumerate(texts, start):
            before, behind = read.get(number, ("", ""))
            around = (before + BREAK + behind).translate(table).split(BREAK)
            grams.add(number, own, *around)
    return grams


def _linked(library: Library, units: list[Unit]) -> Iterator[tuple[str, str]]:
    """Yield the shard of each article: the units that `linked_units` has for it."""
    for article_id, numbers in linked_units(library, units):
        yield f"a-{article_id}", pack(numbers)


def linked_units(library: Library, units: list[Unit]) -> Iterator[tuple[str, list[int]]]:
    """Yield, for each article, the units of its own text and of the passages linked to it."""
    numbers = {unit.id: number for number, unit in enumerate(units)}
    found: defaultdict[str, set[int]] = defaultdict(set)
    ids: dict[tuple[str, int], str] = {}
    for collation in library.every_collation:
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
        yield article_id, sorted(found[article_id])
