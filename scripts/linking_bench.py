#!/usr/bin/env python3
"""Time the linking of many made-up reports: sentences of the real ones, shuffled.

linking_bench.py [COUNT]      reports of about 3,000 characters; prints processor time and memory
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.linking import index_articles, link  # noqa: E402
from generator.model import Document, Library, Piece  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from generator.text.structuring import structure  # noqa: E402

LENGTH = 3000


def made_up(library: Library, count: int) -> Iterator[Document]:
    """Yield `count` reports of about LENGTH characters, the same every time."""
    dice = random.Random(1)
    lines = [line for each in library.reports for line in each.piece.text.split("\n") if line]
    for number in range(count):
        picked: list[str] = []
        while sum(map(len, picked)) < LENGTH:
            picked.append(dice.choice(lines)[:600])
        text = "\n".join(picked)
        yield structure(Piece(f"b{number}", "bench.txt", 0, len(text), text, title=""))


def main() -> None:
    """Run the benchmark; print the figures at a tenth of the reports and at all of them."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    library = build_library(load_content(ROOT / "content"))
    index = index_articles([each.edition for each in library.collations], library.terms)
    spent = 0.0
    links = 0
    for done, document in enumerate(made_up(library, count), 1):
        begun = time.process_time()
        links += len(link(document, index))
        spent += time.process_time() - begun
        if done in (count // 10, count):
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{done} reports, {links} links, {spent:.1f} s, {1000 * spent / done:.1f} ms each, "
                f"{peak} MiB",
                flush=True,
            )


if __name__ == "__main__":
    main()
