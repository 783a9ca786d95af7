"""Measures what is found of text that was copied between reports, and what is told that was not.

    python scripts/reuse_bench.py 1000

Reports are made up: clauses of the shipped ones with two letters in three replaced, so that they
read like office Chinese to a machine and yet share no sentence; most hold quotations of the
document and sentences that hundreds have.  Into them passages of 40 to 400 letters are planted
that stand in one report as they are and in others with 0 to 30 % of their letters changed: single
letters and words, exchanged, left out, put in.  Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.content import load_content
from generator.model import Document, Library, Piece, Reuse, SharedPassage
from generator.recipe import build_library
from generator.reuse import library_wording, weigh_reuse
from generator.text.structuring import structure

CONTENT = Path("content")
SENTENCES = 45  # of a report, some 1,500 letters
LENGTHS = (40, 60, 100, 200, 400)
RATES = (0.0, 0.05, 0.1, 0.2, 0.3)
REPORTS = (2, 2, 2, 2, 3, 5, 12, 40)  # that a passage is planted in
EVERYBODYS = 60  # sentences that any report may have
KEPT = 0.35  # share of the letters of a clause that stay as they are
CLAUSE = re.compile(r"[\u3400-\u9fff]{4,}")


@dataclass(frozen=True)
class Plant:
    """A passage, the report that has it as it is, and those that have it changed at a rate."""

    length: int
    rate: float
    first: int
    others: tuple[int, ...]


class Writer:
    """Writes made-up text, the same every time."""

    def __init__(self, library: Library, seed: int) -> None:
        self.chance = random.Random(seed)
        texts = [each.piece.text for each in library.reports]
        self.clauses = [found for text in texts for found in CLAUSE.findall(text)]
        letters = Counter(letter for clause in self.clauses for letter in clause)
        self.letters, self.often = list(letters), list(letters.values())
        self.document = [each.text for c in library.collations for each in c.edition.sentences]
        self.everybodys = [self.sentence() for _ in range(EVERYBODYS)]

    def clause(self) -> str:
        """Return a clause."""
        words = self.chance.choice(self.clauses)[:24]
        pairs = (words[at : at + 2] for at in range(0, len(words), 2))
        return "".join(
            each if self.chance.random() < KEPT else "".join(self.some(len(each))) for each in pairs
        )

    def some(self, count: int) -> list[str]:
        """Return letters, frequent ones more often."""
        return self.chance.choices(self.letters, self.often, k=count)

    def sentence(self) -> str:
        """Return a sentence."""
        return "，".join(self.clause() for _ in range(self.chance.randint(2, 4))) + "。"

    def passage(self, length: int) -> str:
        """Return a passage of so many letters."""
        found = ""
        while len(found) < length:
            found += self.sentence()
        return found[: length - 1] + "。"

    def report(self) -> list[str]:
        """Return the sentences of a report: its own, everybody's, the document's."""
        found = [self.sentence() for _ in range(SENTENCES)]
        for _ in range(self.chance.randint(0, 6)):
            found.append(self.chance.choice(self.everybodys))
        for _ in range(self.chance.randint(0, 4)):
            found.append(self.chance.choice(self.document))
        self.chance.shuffle(found)
        return found

    def changed(self, text: str, rate: float) -> str:
        """Return `text` with that share of its letters changed."""
        left = round(rate * len(text))
        while left > 0:
            size = min(left, self.chance.choice((1, 1, 2, 2, 3, 4)))
            at = self.chance.randrange(max(1, len(text) - size))
            way = self.chance.choice(("other", "other", "less", "more"))
            new = "" if way == "less" else "".join(self.some(size))
            text = text[:at] + new + text[at if way == "more" else at + size :]
            left -= size
        return text


def planted(library: Library, count: int, seed: int) -> tuple[list[Document], list[Plant]]:
    """Return `count` reports, and what was planted in them."""
    writer = Writer(library, seed)
    bodies = [writer.report() for _ in range(count)]
    plants = []
    for number in range(count // 2):
        length, rate = LENGTHS[number % 5], RATES[number // 5 % 5]
        size = min(count, writer.chance.choice(REPORTS))
        first, *others = writer.chance.sample(range(count), size)
        passage = writer.passage(length)
        for at in (first, *others):
            text = passage if at == first else writer.changed(passage, rate)
            bodies[at].insert(writer.chance.randint(0, len(bodies[at])), text)
        plants.append(Plant(length, rate, first, tuple(others)))
    return [_document(number, body) for number, body in enumerate(bodies)], plants


def _document(number: int, body: Sequence[str]) -> Document:
    lines = ["".join(body[at : at + 4]) for at in range(0, len(body), 4)]
    text = "\n".join([f"第{number}号报告", *lines])
    return structure(Piece(str(number), f"{number}.txt", 0, len(text), text, f"第{number}号报告"))


def judged(
    plants: Sequence[Plant], passages: Sequence[SharedPassage], reuse: Reuse
) -> dict[str, object]:
    """Return the shares of planted pairs that were found and of told pairs that were not planted.

    A pair is told where a run, or a passage that is not common, names both; one that stands
    together in a common passage is found, too, but not counted as told.
    """
    told: set[tuple[int, int]] = set()
    together: dict[int, set[int]] = {}
    for number, each in enumerate((*passages, *reuse.near)):
        reports = {int(place.report) for place in each.places}
        if not each.common:
            told.update(combinations(sorted(reports), 2))
        for report in reports:
            together.setdefault(report, set()).add(number)
    told |= {(int(r.one.report), int(r.other.report)) for r in reuse.runs}
    meant: set[tuple[int, int]] = set()
    cells: dict[tuple[int, float], list[bool]] = {}
    for plant in plants:
        meant.update(combinations(sorted((plant.first, *plant.others)), 2))
        for other in plant.others:
            pair = (min(plant.first, other), max(plant.first, other))
            found = pair in told or bool(
                together.get(plant.first, set()) & together.get(other, set())
            )
            cells.setdefault((plant.length, plant.rate), []).append(found)
    every = [each for some in cells.values() for each in some]
    false = sorted(told - meant)
    return {
        "planted": len(every),
        "found": sum(every) / len(every),
        "told": len(told),
        "false": len(false) / max(1, len(told)),
        "cells": {f"{a} {r:.0%}": round(sum(c) / len(c), 3) for (a, r), c in sorted(cells.items())},
    }


def measure(count: int, seed: int = 2026) -> dict[str, object]:
    """Return the figures for so many reports."""
    library = build_library(load_content(CONTENT))
    editions = [each.edition for each in library.collations]
    wording = library_wording(editions, library.laws, library.terms)
    reports, plants = planted(library, count, seed)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    passages, reuse = weigh_reuse(reports, wording)
    seconds = time.process_time() - start
    return {
        "reports": count,
        "letters": sum(each.letters for each in reuse.shares),
        "seconds": round(seconds, 2),
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "mebibytes_before": before // 1024,
        **judged(plants, passages, reuse),
    }


def main() -> int:
    """Measure once and print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("reports", type=int)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args()
    print(json.dumps(measure(options.reports, options.seed), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
