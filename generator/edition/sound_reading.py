"""Reading witnesses whose numbering is whole: every shape of document that structure/ knows.

Articles get keys 1, 2, 3 … in reading order, the same in every witness; what they are called
is told by their labels.  Where numbers are missing, stand twice or go back, the witnesses are
damaged and are read label by label instead (damaged_reading.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.edition.label_finding import STYLES, Mark, label_text
from generator.edition.witnesses import (
    ArticleName,
    Block,
    ParsedWitness,
    make_block,
    stated,
)
from generator.model import Base, Piece
from generator.structure import BaseText, Scheme, read_base
from generator.text import labels
from generator.text.numerals import numeral_text

Path = tuple[int, ...]
PLAIN = (labels.ARTICLE, labels.ITEM, labels.SECTION)


def read_sound(pieces: Sequence[Piece], base: Base) -> list[ParsedWitness] | None:
    """Return `pieces` read as witnesses of `base`; None where their numbering is not whole."""
    readings = [read_base(piece.text, base.title, base.numbering, base.annexes) for piece in pieces]
    scheme = max((each.scheme for each in readings), key=lambda each: len(each.divisions))
    if any(
        (each.scheme.article, each.scheme.restarts) != (scheme.article, scheme.restarts)
        for each in readings
    ):
        return None
    paths = [[leaf.path for leaf in each.leaves] for each in readings]
    union = sorted(set().union(*paths))
    agreed = all(row == union for row in paths)
    counted = paths[0] == [(number,) for number in range(1, len(paths[0]) + 1)]
    if not union or not agreed or (_is_plain(union, scheme) and not counted):
        return None
    keys = {path: key for key, path in enumerate(union, 1)}
    names = {key: ArticleName(path, label_of(path, scheme)) for path, key in keys.items()}
    return [
        _witness(piece, reading, index, keys, names)
        for index, (piece, reading) in enumerate(zip(pieces, readings, strict=True))
    ]


def label_of(path: Path, scheme: Scheme) -> str:
    """Return the label of an article as it is printed: 第五条之一, （五）, 五、, 5., ¶5."""
    style = STYLES[scheme.article]
    if scheme.article is labels.ARTICLE:
        branch = f"之{numeral_text(path[1])}" if len(path) > 1 else ""
        return label_text(style, path[0]) + branch
    return label_text(style, path[-1])


def _is_plain(union: Sequence[Path], scheme: Scheme) -> bool:
    """Tell whether the witnesses can be read label by label: one count through the whole."""
    return scheme.article in PLAIN and not scheme.restarts and all(len(p) == 1 for p in union)


def _witness(
    piece: Piece,
    reading: BaseText,
    index: int,
    keys: Mapping[Path, int],
    names: Mapping[int, ArticleName],
) -> ParsedWitness:
    text = piece.text
    title, adopted = stated(text, reading.matter)
    return ParsedWitness(
        piece,
        bool(title),
        title,
        adopted,
        STYLES[reading.scheme.article],
        tuple(sorted(_blocks(text, reading, index, keys), key=lambda block: block.label_start)),
        tuple(_parts(text, reading)),
        reading.matter,
        names,
        reading.scheme.restarts,
    )


def _blocks(text: str, reading: BaseText, index: int, keys: Mapping[Path, int]) -> Iterator[Block]:
    passed: Path = ()
    for leaf in reading.leaves:
        number = keys[leaf.path] if leaf.path > passed else None
        passed = max(passed, leaf.path)
        start = leaf.start if number else leaf.label_start
        label = (leaf.label or "¶") if number else ""
        yield make_block(
            text, index, number, label, leaf.label_start, start, leaf.end, not leaf.misread
        )
    for start, end in _runs(reading):
        yield make_block(text, index, None, "", start, start, end)


def _runs(reading: BaseText) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs outside articles, those that follow each other as one."""
    marks = [each.label_start for each in reading.leaves]
    marks += [each.start for each in reading.divisions]
    begin = end = None
    for low, high in reading.paragraphs:
        if end is not None and any(end <= mark < low for mark in marks):
            assert begin is not None
            yield begin, end
            begin = None
        begin = low if begin is None else begin
        end = high
    if begin is not None and end is not None:
        yield begin, end


def _parts(text: str, reading: BaseText) -> Iterator[Mark]:
    for each in reading.divisions:
        heading_start = each.start + len(each.label)
        while heading_start < each.end and text[heading_start].isspace():
            heading_start += 1
        yield Mark(
            "part",
            each.number,
            each.label,
            each.start,
            each.end,
            each.heading,
            each.depth,
            heading_start=heading_start,
        )
