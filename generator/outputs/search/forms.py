"""What hits look like in the traditional edition.

Search compares the text as it is; only what it shows there is in the other script.  A text's
forms are one form for each character, as most often, and the places where another one stands:
后 is 後, but 皇后 keeps 后.

    h      the form of each character; bases and articles as in shard m, with their names turned
    hw     the words of shard w
    h0...  the places of t0... where another form stands, and that form
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.outputs.search.packing import pack
from generator.script import Converter

SAMPLE = 400_000  # characters: enough to know which form is frequent


def iterate_forms(
    converter: Converter, blocks: Sequence[str], words: Iterable[str], bases: Iterable[Any]
) -> Iterator[tuple[str, Any]]:
    """Yield name -> content of the shards of forms.

    `blocks`, `words` and `bases` are what the index holds (shards t, w and m).
    """
    usual = usual_forms(converter, blocks)
    shown = [
        {
            "names": [converter.to_traditional(base["names"][0]), *base["names"]],
            "articles": [
                [*each[:3], *map(converter.to_traditional, each[3:])] for each in base["articles"]
            ],
        }
        for base in bases
    ]
    yield "h", {"forms": "".join(map("".join, usual.items())), "bases": shown}
    yield "hw", [converter.to_traditional(line.partition("\t")[0]) for line in words]
    for number, text in enumerate(blocks):
        yield f"h{number}", list(unusual(text, converter.to_traditional(text), usual))


def usual_forms(converter: Converter, texts: Iterable[str]) -> dict[str, str]:
    """Return the most frequent form of each character that has another form than itself."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    read = 0
    for text in texts:
        for (char, form), count in Counter(
            zip(text, converter.to_traditional(text), strict=True)
        ).items():
            counts[char][form] += count
        read += len(text)
        if read > SAMPLE:
            break
    forms = {
        char: min(found, key=lambda form: (-found[form], form)) for char, found in counts.items()
    }
    return {char: form for char, form in sorted(forms.items()) if char != form}


def unusual(text: str, converted: str, usual: dict[str, str]) -> tuple[str, str]:
    """Return the packed places of `text`, in code points, where another form stands, and those."""
    found = [
        (place, form)
        for place, (char, form) in enumerate(zip(text, converted, strict=True))
        if form != usual.get(char, char)
    ]
    return pack(place for place, _ in found), "".join(form for _, form in found)
