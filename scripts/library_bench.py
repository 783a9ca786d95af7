#!/usr/bin/env python3
"""Measures what it takes to come from a content folder to the Library, and again after a change.

    python scripts/library_bench.py 1000

Each run is a process of its own, as a build is: from nothing, with nothing changed, with one
report changed, one decision added, one term added.  Prints a line of JSON for each: processor
seconds of all its processes, seconds by the clock, MiB of the largest process.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.build.mapping import map_over  # noqa: E402
from generator.build.memo import DiskMemo  # noqa: E402
from generator.content import load_content  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.bench_pipeline import synthetic  # noqa: E402

CHANGED = "s00000.txt"
TERM = "- name: 督办清单\n  kind: 机制\n  gloss: 逐项督办的清单\n"


def grow(content: Path, folder: Path, count: int) -> None:
    """Write into `folder` the library in `content` with `count` synthetic reports more."""
    shutil.copytree(content, folder)
    library = build_library(load_content(content))
    for source in synthetic(library, count):
        (folder / "sources" / source.file).write_text(source.text, "utf-8")


def run_once(folder: Path, cache: Path, jobs: int) -> None:
    """Make the library and print what it took."""
    start = time.monotonic()
    memo = DiskMemo(cache)
    library = build_library(load_content(folder, memo), memo, mapped=map_over(jobs))
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    figures = {
        "processor": round(sum(each.ru_utime + each.ru_stime for each in spent), 2),
        "clock": round(time.monotonic() - start, 2),
        "mebibytes": max(each.ru_maxrss for each in spent) // 1024,
        "reports": len(library.reports),
        "links": len(library.links),
    }
    print(json.dumps(figures))


def measure(content: Path, count: int, jobs: int) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield the name of each run and its figures."""
    with tempfile.TemporaryDirectory() as name:
        folder, cache = Path(name) / "content", Path(name) / "cache"
        grow(content, folder, count)
        yield "from nothing", _run(folder, cache, jobs)
        yield "nothing changed", _run(folder, cache, jobs)
        report = folder / "sources" / CHANGED
        text = report.read_text("utf-8")
        report.write_text(text + "\n今年以来，全区各级领导班子开展监督检查12次。\n", "utf-8")
        yield "one report changed", _run(folder, cache, jobs)
        words = text.split("\n")[4][:20]
        links = folder / "links.yml"
        base = load_content(folder).bases[0].id
        known = (yaml.safe_load(links.read_text("utf-8")) if links.is_file() else None) or []
        made = {"decision": "none", "report": "s00000", "words": words, "base": base}
        links.write_text(yaml.safe_dump([*known, made], allow_unicode=True), "utf-8")
        yield "one decision added", _run(folder, cache, jobs)
        terms = folder / "terms.yml"
        terms.write_text(f"{terms.read_text('utf-8').rstrip()}\n{TERM}", "utf-8")
        yield "one term added", _run(folder, cache, jobs)


def _run(folder: Path, cache: Path, jobs: int) -> dict[str, float]:
    command = [sys.executable, __file__, "0", "--once", str(folder), str(cache)]
    done = subprocess.run(
        [*command, "--jobs", str(jobs)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Measure and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=int)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--once", type=Path, nargs=2, metavar=("FOLDER", "CACHE"))
    options = parser.parse_args()
    if options.once:
        folder, cache = options.once
        run_once(folder, cache, options.jobs)
        return
    for name, figures in measure(options.content, options.reports, options.jobs):
        print(json.dumps({"run": name, **figures}), flush=True)


if __name__ == "__main__":
    main()
