"""The benchmark: every budget of the project measured, as a table and as build/bench.json.

    python scripts/bench.py                     everything; takes some minutes
    python scripts/bench.py --quick             smaller libraries
    python scripts/bench.py build search        some of it

Ratios are measured within one run, so that they mean the same on any machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True)
class Row:
    """One measured figure; `budget` is the most it may be, or None where there is none."""

    bench: str
    what: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def kept(self) -> str:
        """Whether the budget is kept, for the table."""
        if self.budget is None:
            return ""
        return "ok" if self.value <= self.budget else "OVER"


def build(quick: bool) -> Iterator[Row]:
    """Measure the build: against bare MkDocs, after one change, and what a page weighs."""
    from scripts.bench_build import measure

    figures = measure(ROOT / "content", 1 if quick else 3)
    yield Row("build", "full build", figures["full_seconds"], "s")
    yield Row(
        "build", f"bare mkdocs, {figures['pages']} pages", figures["bare_mkdocs_seconds"], "s"
    )
    yield Row("build", "the same with its search", figures["bare_mkdocs_with_search_seconds"], "s")
    yield Row("build", "full / bare mkdocs", figures["ratio_to_bare"], "x", 2.5)
    yield Row("build", "one source changed / full", figures["ratio_one_changed"], "x", 0.5)
    yield Row("build", "nothing changed", figures["unchanged_seconds"], "s")
    yield Row("page", "our CSS and JS", figures["our_css_js_bytes"] / 1024, "KiB", 60)
    yield Row("page", "the same, gzipped", figures["our_css_js_gzipped"] / 1024, "KiB", 20)


def pipeline(quick: bool) -> Iterator[Row]:
    """Measure clean + split + collate + link at two sizes: linear, and within memory."""
    sizes = (100, 1000) if quick else (1000, 10_000)
    runs = [_json("bench_pipeline.py", str(size)) for size in sizes]
    for size, run in zip(sizes, runs, strict=True):
        yield Row("pipeline", f"{size} reports", run["seconds"], "s")
        yield Row("pipeline", f"{size} reports, memory", run["mebibytes"], "MiB", 2048)
    growth = runs[1]["seconds"] / runs[0]["seconds"]
    yield Row("pipeline", f"time({sizes[1]}) / time({sizes[0]})", growth, "x", 11)


def linking(quick: bool) -> Iterator[Row]:
    """Measure the linking of made-up reports: processor time of each, and that it stays so."""
    from generator.content import load_content
    from generator.linking import index_articles, link
    from generator.recipe import build_library
    from scripts.linking_bench import made_up

    count = 50 if quick else 300
    library = build_library(load_content(ROOT / "content"))
    index = index_articles([each.edition for each in library.collations], library.terms)
    taken = []
    for report in made_up(library, count):
        start = time.process_time()
        link(report, index)
        taken.append(time.process_time() - start)
    half = count // 2
    yield Row(
        "linking", f"{count} reports of 3,000 characters, each", 1000 * sum(taken) / count, "ms"
    )
    yield Row("linking", "second half / first half", sum(taken[half:]) / sum(taken[:half]), "x")


def library(quick: bool) -> Iterator[Row]:
    """Measure content folder -> Library: from nothing, and after a change of each kind."""
    from scripts.library_bench import measure

    count = 100 if quick else 1000
    for name, figures in measure(ROOT / "content", count, 2):
        yield Row("library", f"{count} reports, {name}, processor", figures["processor"], "s")
        yield Row("library", f"{count} reports, {name}, by the clock", figures["clock"], "s")


def preview(quick: bool) -> Iterator[Row]:
    """Measure how soon a page of the preview is back after an editor's decision."""
    figures = _json("preview_bench.py")
    for what, value in figures.items():
        unit, budget = ("MiB", None) if what == "memory" else ("s", 2 if "clock" in what else None)
        yield Row("preview", what, value, unit, budget)


def packs(quick: bool) -> Iterator[Row]:
    """Measure all packs, as PDF and Word files."""
    from generator.build.memo import no_memo
    from generator.content import load_content
    from generator.outputs import packs as output
    from generator.outputs.shared.render_context import Context
    from generator.recipe import build_library

    library = build_library(load_content(ROOT / "content"))
    with tempfile.TemporaryDirectory() as name:
        site, dist, whole = (Path(name) / each for each in ("site", "dist", "whole"))
        for place in (site, dist, whole):
            place.mkdir()
        start = time.monotonic()
        output.render(library, Context(site, dist, whole, no_memo))
        yield Row("packs", "all packs", time.monotonic() - start, "s", 3)


def outputs(quick: bool) -> Iterator[Row]:
    """Measure each output of a large library, from nothing and after one change of each kind."""
    size = 100 if quick else 1000
    for what, found in _json("bench_outputs.py", str(size)).items():
        seconds = found["seconds"]
        where = f"{size} reports, {what}"
        for name, value in seconds.items():
            yield Row("outputs", f"{where}: {name}", value, "s")
        yield Row("outputs", f"{where}: all", sum(seconds.values()), "s")
        yield Row("outputs", f"{where}: files written anew", found["written"], "")
        if what == "nothing known":
            for name, value in found["megabytes"].items():
                yield Row("outputs", f"{size} reports: all {name}", value, "MB")


# Milliseconds once shards are loaded; bytes loaded for the first ten that hold the phrase, and for
# a pasted passage.
SEARCH_BUDGETS = {
    "query_ms_p95": 50.0,
    "loaded_bytes_for_ten_max": 300 * 1024.0,
    "passage_ms_p95": 50.0,
    "passage_loaded_bytes_max": 200 * 1024.0,
    "files_in_a_folder_max": 2_000.0,
}


def search(quick: bool) -> Iterator[Row]:
    """Measure search in a browser at three sizes."""
    from scripts.search_bench import run

    sizes = (7, 1000) if quick else (7, 1000, 10_000)
    for figures in run(sizes, rivals=False)["ours"]:
        for name, value in figures.items():
            if isinstance(value, int | float) and name != "reports":
                what = f"{figures['reports']} reports: {name}"
                yield Row("search", what, value, "", SEARCH_BUDGETS.get(name))


def damage(quick: bool) -> Iterator[Row]:
    """Measure what collation restores of damaged witnesses."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name) / "damage.json"
        _run("damage_bench.py", "--seeds", "1" if quick else "3", "--json", str(place))
        figures = json.loads(place.read_text("utf-8"))
    yield Row("damage", "letters wrong", figures["errors"] / max(1, figures["letters"]), "share")
    yield Row("damage", "articles lost", figures["articles"] - figures["found"], "")


def reuse(quick: bool) -> Iterator[Row]:
    """Measure what is found of planted copies among made-up reports, at two sizes."""
    sizes = (300, 1000) if quick else (1000, 10_000)
    runs = [_json("reuse_bench.py", str(size)) for size in sizes]
    for size, run in zip(sizes, runs, strict=True):
        where = f"{size} reports"
        yield Row("reuse", where, run["seconds"], "s")
        yield Row("reuse", f"{where}, memory", run["mebibytes"], "MiB", 1536)
        yield Row("reuse", f"{where}, planted pairs missed", 1 - run["found"], "share", 0.02)
        yield Row("reuse", f"{where}, told but not planted", run["false"], "share", 0.01)
    growth = runs[1]["seconds"] / runs[0]["seconds"]
    yield Row("reuse", f"time({sizes[1]}) / time({sizes[0]})", growth, "x", 11)


BENCHES: dict[str, Callable[[bool], Iterator[Row]]] = {
    "build": build,
    "packs": packs,
    "outputs": outputs,
    "pipeline": pipeline,
    "linking": linking,
    "library": library,
    "preview": preview,
    "damage": damage,
    "search": search,
    "reuse": reuse,
}


def main() -> int:
    """Run the benches named and write the table; returns 1 when a budget is not kept."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("benches", nargs="*", metavar="BENCH", help=" ".join(BENCHES))
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    unknown = set(options.benches) - set(BENCHES)
    if unknown:
        parser.error(f"no such bench: {' '.join(sorted(unknown))}")
    rows: list[Row] = []
    for name in options.benches or BENCHES:
        for row in BENCHES[name](options.quick):
            rows.append(row)
            budget = f"<= {row.budget:g}" if row.budget is not None else ""
            figure = f"{row.value:10.4g} {row.unit:6}"
            print(f"{row.bench:9} {row.what:52} {figure} {budget:9} {row.kept}", flush=True)
    place = ROOT / "build" / "bench.json"
    place.parent.mkdir(exist_ok=True)
    found = [{**asdict(row), "kept": row.kept != "OVER"} for row in rows]
    place.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return 1 if any(row.kept == "OVER" for row in rows) else 0


def _run(script: str, *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "scripts" / script), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def _json(script: str, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_run(script, *arguments).splitlines()[-1])
    return found


if __name__ == "__main__":
    sys.exit(main())
