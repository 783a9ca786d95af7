"""Measures the pipeline on many reports: time and memory of clean + split + collate + link.

    python scripts/bench_pipeline.py 1000

Reports are made by recombining the sentences of the real ones, with numbers changed, so that
they are the same on every machine.  Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import cProfile
import hashlib
import json
import pstats
import random
import re
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.cleaning import CleaningSettings
from generator.content import Content, load_content
from generator.model import Library, Source
from generator.recipe import build_library

CHARACTERS = 3000  # of one report
PLACES = ["东桥", "西河", "南坝", "北坪", "高岭", "长沙洲", "白石", "青田", "云溪", "大营"]
HEADINGS = ("主要做法", "存在问题", "下一步打算")


def synthetic(library: Library, count: int) -> tuple[Source, ...]:
    """Return `count` reports of 3,000 characters each, all different, the same every time."""
    return tuple(iterate_synthetic(library, count))


def iterate_synthetic(library: Library, count: int) -> Iterator[Source]:
    """Yield what `synthetic` returns, one by one."""
    sentences = [
        report.piece.text[sentence.start : sentence.end]
        for report in library.reports
        for sentence in report.sentences
    ]
    chance = random.Random(2021)
    yield from (_source(_report(sentences, chance), number) for number in range(count))


def _report(sentences: list[str], chance: random.Random) -> str:
    lines = [f"{chance.choice(PLACES)}区{chance.randint(1, 99)}号监督工作情况报告", ""]
    length = 0
    for number, heading in enumerate(HEADINGS, 1):
        lines += [f"{'一二三'[number - 1]}、{heading}", ""]
        while length < CHARACTERS * number / len(HEADINGS):
            words = "".join(chance.choice(sentences) for _ in range(chance.randint(2, 5)))
            words = re.sub(r"\d+", lambda _: str(chance.randint(1, 999)), words.replace("\n", ""))
            lines += [words, ""]
            length += len(words)
    return "\n".join(lines)


def _source(text: str, number: int) -> Source:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Source(f"s{number:05}.txt", text, digest, "utf-8")


def grown(content: Content, count: int) -> Content:
    """Return `content` with `count` synthetic reports in the place of its pure reports."""
    library = build_library(content)
    witnesses = {each.piece.file for c in library.collations for each in c.witnesses}
    kept = tuple(source for source in content.sources if source.file in witnesses)
    return replace(
        content,
        sources=(*kept, *synthetic(library, count)),
        cleaning=CleaningSettings(markers=content.cleaning.markers),
        decisions=(),
    )


def main() -> int:
    """Measure once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=int)
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--profile", action="store_true", help="show where the time goes")
    options = parser.parse_args()
    content = grown(load_content(options.content), options.reports)
    profile = cProfile.Profile()
    start = time.process_time()
    if options.profile:
        profile.enable()
    library = build_library(content)
    profile.disable()
    figures = {
        "reports": options.reports,
        "characters": sum(len(source.text) for source in content.sources),
        "seconds": round(time.process_time() - start, 2),
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "links": len(library.links),
    }
    print(json.dumps(figures))
    if options.profile:
        pstats.Stats(profile).sort_stats("cumulative").print_stats(40)
    return 0


if __name__ == "__main__":
    sys.exit(main())
