"""What hits look like in the traditional edition.

Search compares the text as it is; only what it shows there is in the other script.  A text's
forms are one form for each character, as most often, and the places where another one stands:
后 is 後, but 皇后 keeps 后.

    h      the form of each character; bases and articles as in shard m, with their names turned
    hw     the words of shard w
    hf     the choices of shard f
    h0...  the places of t0... where another form stands, and that form
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress
from operator import ne
from typing import Any

from generator.outputs.search.index import Index
from generator.outputs.search.packing import pack, shard, shard_path
from generator.outputs.search.stated import facts_shard
from generator.text.traditional import Converter

SAMPLE = 400_000  # characters: enough to know which form is frequent


def iterate_traditional(index: Index) -> Iterator[tuple[str, str]]:
    """Yield path -> script of what the traditional edition shows of the same index."""
    terms = {word for term in index.library.terms for word in (term.name, *term.aliases)}
    for name, content in _contents(index, Converter(terms)):
        yield shard_path(name), shard(name, content)


def _contents(index: Index, converter: Converter) -> Iterator[tuple[str, Any]]:
    sample = list(_sample(converter, (block.text for block in index.blocks)))
    usual = usual_forms(sample)
    shown = [
        {
            "names": [converter.to_traditional(base["names"][0]), *base["names"]],
            "full": base["full"],
            "articles": [
                [*each[:3], *map(converter.to_traditional, each[3:5]), *each[5:]]
                for each in base["articles"]
            ],
            "named": [
                [*each[:2], *map(converter.to_traditional, each[2:])] for each in base["named"]
            ],
        }
        for base in index.outline["bases"]
    ]
    yield "h", {"forms": "".join(map("".join, usual.items())), "bases": shown}
    yield "hf", list(_choices(index, converter))
    yield "hw", [converter.to_traditional(line.partition("\t")[0]) for line in index.words]
    for number, block in enumerate(index.blocks):
        known = number < len(sample)
        converted = sample[number][1] if known else converter.to_traditional(block.text)
        yield f"h{number}", list(unusual(block.text, converted, usual))


def _choices(index: Index, converter: Converter) -> Iterator[tuple[str, str, Any]]:
    turned = converter.to_traditional
    for name, title, values in facts_shard(index.library, index.units)["choices"]:
        yield name, turned(title), [(value, turned(text)) for value, text in values]


def _sample(converter: Converter, texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the first texts, SAMPLE characters or a little more, each with its conversion."""
    read = 0
    for text in texts:
        yield text, converter.to_traditional(text)
        read += len(text)
        if read > SAMPLE:
            break


def usual_forms(converted: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the most frequent form of each character that has another form than itself.

    `converted` are texts with their traditional forms.
    """
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, forms in converted:
        for (char, form), count in Counter(zip(text, forms, strict=True)).items():
            counts[char][form] += count
    usual = {
        char: min(found, key=lambda form: (-found[form], form)) for char, found in counts.items()
    }
    return {char: form for char, form in sorted(usual.items()) if char != form}


def unusual(text: str, converted: str, usual: dict[str, str]) -> tuple[str, str]:
    """Return the packed places of `text`, in code points, where another form stands, and those."""
    expected = text.translate({ord(char): form for char, form in usual.items()})
    found = list(compress(range(len(text)), map(ne, expected, converted)))
    return pack(found), "".join([converted[place] for place in found])
