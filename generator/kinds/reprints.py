"""Reprints (转载): texts that are nearly the same as a report, found without comparing all pairs.

Each text has a sketch of its runs of letters (MinHash: Broder, On the resemblance and
containment of documents, 1997), cut into bands; texts that share a band are candidates
(locality-sensitive hashing), a few of which, the likeliest, are compared letter by letter.
The time is about linear in the length of all texts.

Small changes make a reprint: a line of origin, a sentence less, a figure in other ciphers.
Two counties' reports from one template are none: names of units, or many numbers, differ.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from generator.edition.differences import Difference as Changed
from generator.edition.differences import differences
from generator.linking import Decision
from generator.model import Difference, Document, Reprint
from generator.text.numerals import numeral_value

RUN = 6  # letters of a run
BANDS, ROWS = 16, 4
BITS = 6
BINS = 2**BITS  # of a sketch: BANDS x ROWS
ALIKE = 0.5  # share of two sketches from which texts are compared; letters are more alike
SAME = 0.82  # share of the letters of both that stand in the other, from which one is a reprint
MOST_COMPARED = 3  # candidates that a text is compared with, the likeliest
MOST_IN_BAND = 60  # texts that a band remembers
SHORTEST = 80  # letters; shorter texts are no reports to speak of
MOST_NUMBERS = 2  # numbers that may differ in value between a text and its reprint
MOST_UNITS = 1  # names of units that may differ below the title: misprints
OTHERS = re.compile(r"[^\w.．]+|(?<![0-9０-９])[.．]|[.．](?![0-9０-９])")  # 1.2 keeps its point
NUMBER = re.compile(r"[0-9０-９.．〇零一二两三四五六七八九十百千万亿]+")
YEAR = re.compile(r"(?:19|20)\d{2}|[一二][〇零九一二三四五六七八]{3}")
SUFFIX = re.compile(
    "省|市|自治|县|区|旗|州|镇|乡|村|街道|社区|局|委|厅|院|校|厂|所|站|公司|集团|中心|大学|学院|中学|小学"
    "|支部|科|处|馆"
)
NEAR_NAMES = re.compile("[我本该全各]")  # 我区 for 东城区 names no other
LONGEST_NAME = 8
AROUND = 6  # letters around a change in which a number goes on
Sketch = npt.NDArray[np.uint64]


def find_reprints(
    documents: Sequence[Document], sketches: Sequence[bytes] | None = None
) -> tuple[Reprint, ...]:
    """Return those of `documents` that are reprints of another, in order.

    `sketches` are those of their texts, where they are known.

    Of several texts that are nearly the same the longest is the report, of equally long ones
    the first.  A document that the editors declare a report is one by itself.
    """
    order = sorted(
        range(len(documents)),
        key=lambda at: (not documents[at].piece.kind, -len(documents[at].piece.text), at),
    )
    known = sketches or [sketch_of(each.piece.text) for each in documents]
    seen: dict[int, Sketch] = {}
    bands: list[dict[bytes, list[int]]] = [defaultdict(list) for _ in range(BANDS)]
    found: dict[int, Reprint] = {}
    for at in order:
        if not known[at]:
            continue
        sketch = np.frombuffer(known[at], dtype=np.uint64)
        keys = [sketch[row * ROWS : (row + 1) * ROWS].tobytes() for row in range(BANDS)]
        if not documents[at].piece.kind:
            near = Counter(
                other for band, key in zip(bands, keys, strict=True) for other in band.get(key, ())
            )
            for other in _likeliest(near, sketch, seen):
                reprint = _reprint(documents[other], documents[at])
                if reprint is not None:
                    found[at] = reprint
                    break
        if at not in found:
            seen[at] = sketch
            for band, key in zip(bands, keys, strict=True):
                if len(band[key]) < MOST_IN_BAND:
                    band[key].append(at)
    return tuple(found[at] for at in sorted(found))


def for_reports(decisions: Sequence[Decision], reprints: Sequence[Reprint]) -> tuple[Decision, ...]:
    """Return the decisions, those about a reprint as decisions about the report that it is of."""
    reports = {each.document.piece.id: each.report for each in reprints}
    return tuple(
        replace(each, report=reports[each.report]) if each.report in reports else each
        for each in decisions
    )


def _letters(text: str) -> str:
    """Return the letters of a text without marks and blanks."""
    return OTHERS.sub("", text)


def _offsets(text: str) -> list[int]:
    """Return where each of the letters stands, and where the last one ends."""
    gaps = {at for match in OTHERS.finditer(text) for at in range(match.start(), match.end())}
    found = [at for at in range(len(text)) if at not in gaps]
    return [*found, found[-1] + 1] if found else [0]


def sketch_of(text: str) -> bytes:
    """Return the sketch of a text; empty where it is too short to be the reprint of another."""
    letters = _letters(text)
    return _sketch(letters).tobytes() if len(letters) >= SHORTEST else b""


def _sketch(letters: str) -> Sketch:
    """Return the least hash of the runs of `letters` in each of BINS ranges; 0 where there is none.

    One hash and ranges of it in the place of many hashes: Li, Owen and Zhang, One permutation
    hashing, 2012.  The hash is that of Steele, Lea and Flood (SplitMix, 2014).
    """
    codes = np.frombuffer(letters.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    runs = np.zeros(len(codes) - RUN + 1, dtype=np.uint64)
    for place in range(RUN):
        runs = runs * np.uint64(0x100000001B3) + codes[place : place + len(runs)]
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        runs = (runs ^ (runs >> np.uint64(shift))) * np.uint64(factor)
    runs = np.unique(runs ^ (runs >> np.uint64(31)))
    ranges, first = np.unique(runs >> np.uint64(64 - BITS), return_index=True)
    sketch = np.zeros(BINS, dtype=np.uint64)
    sketch[ranges.astype(np.intp)] = runs[first]
    return sketch


def _likeliest(near: Counter[int], sketch: Sketch, sketches: dict[int, Sketch]) -> Iterator[int]:
    """Yield the candidates to compare with, the likest first."""
    ranked = sorted(near.items(), key=lambda each: (-each[1], each[0]))[: 4 * MOST_COMPARED]
    alike = [(float(np.mean(sketches[other] == sketch)), other) for other, _ in ranked]
    for share, other in sorted(alike, key=lambda each: (-each[0], each[1]))[:MOST_COMPARED]:
        if share >= ALIKE:
            yield other


def _reprint(report: Document, other: Document) -> Reprint | None:
    """Return `other` as a reprint of `report`; None where it is none."""
    own, letters = _letters(report.piece.text), _letters(other.piece.text)
    long, short = max(len(own), len(letters)), min(len(own), len(letters))
    far = int((1 - SAME) * long)
    if short < SAME * long or Levenshtein.distance(own, letters, score_cutoff=far) > far:
        return None
    found = differences(own, letters)
    changed = sum(each.size for each in found)
    title = len(_letters(report.piece.text.partition("\n")[0]))
    if changed > far or _speaks_of_another(own, letters, found, title):
        return None
    here, there = _offsets(report.piece.text), _offsets(other.piece.text)
    return Reprint(
        report.piece.id,
        other,
        tuple(
            Difference(*_span(here, each.a0, each.a1), *_span(there, each.b0, each.b1))
            for each in found
        ),
    )


def _span(offsets: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return where letters start:end stand; an empty run stands before the next letter."""
    return (offsets[start], offsets[end - 1] + 1) if start < end else (offsets[start],) * 2


def _speaks_of_another(one: str, other: str, found: Sequence[Changed], title: int) -> bool:
    """Tell whether the changes make one text that of another unit or year, or other figures.

    `title` is how many letters the first line of the one has.
    """
    numbers = units = 0
    for each in found:
        if each.a0 == each.a1 or each.b0 == each.b1:
            continue
        there = _number_around(one, each.a0, each.a1)
        here = _number_around(other, each.b0, each.b1)
        if there and here:
            if YEAR.fullmatch(there) and YEAR.fullmatch(here):
                return True
            numbers += _value(there) != _value(here)
        elif _names_unit(one, each.a0, each.a1) and _names_unit(other, each.b0, each.b1):
            units += 1 + MOST_UNITS * (each.a0 < title)
    return numbers > MOST_NUMBERS or units > MOST_UNITS


def _names_unit(text: str, start: int, end: int) -> bool:
    """Tell whether text[start:end] is the name of a unit, or what tells one from another."""
    words = text[start:end]
    if len(words) > LONGEST_NAME or NEAR_NAMES.search(words) or not words.isalpha():
        return False
    behind = text[end : end + 3]
    last = SUFFIX.search(words, max(0, len(words) - 2))
    return bool(SUFFIX.match(behind) or (len(words) == 1 and SUFFIX.match(behind, 1)) or last)


def _number_around(text: str, start: int, end: int) -> str:
    """Return the whole number that text[start:end] is, or is a part of; empty where it is none."""
    if not NUMBER.fullmatch(text[start:end]):
        return ""
    low, high = start, end
    while low > 0 and start - low < AROUND and NUMBER.fullmatch(text[low - 1]):
        low -= 1
    while high < len(text) and high - end < AROUND and NUMBER.fullmatch(text[high]):
        high += 1
    return text[low:high]


def _value(number: str) -> float | None:
    """Return the value of a number in ciphers or words: 一万二千, 1.2万 -> 12000."""
    for name, size in (("亿", 100_000_000), ("万", 10_000)):
        high, unit, low = number.partition(name)
        if unit:
            above, below = _value(high), _value(low) if low else 0.0
            return None if above is None or below is None else above * size + below
    try:
        return float(number.replace("．", "."))
    except ValueError:
        return numeral_value(number)
