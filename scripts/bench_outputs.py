"""Measures each output of a large library, with nothing known and after one change of each kind.

    python scripts/bench_outputs.py 1000

Prints one line of JSON: for each round the processor seconds of each output, and how many files
were written anew.  Outputs are made one after the other, each round in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.build.memo import content_memo  # noqa: E402
from generator.content import load_content  # noqa: E402
from generator.outputs.making import write_outputs  # noqa: E402
from generator.outputs.registry import OUTPUTS, Output  # noqa: E402
from generator.outputs.shared.site_settings import find_settings  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.bench_pipeline import synthetic  # noqa: E402

MKDOCS = """site_name: bench
use_directory_urls: false
theme: {name: material, custom_dir: theme, language: zh, font: false, favicon: "data:,"}
plugins: [zhishiku]
extra: {generator: false}
"""
FORMATS = ("*.epub", "*.md", "*.sqlite", "*.parquet", "*.json")  # whose sizes are told, too
NOTE = "partials/kb-notes.html"  # a template that every page includes


def measure(reports: int) -> dict[str, dict[str, Any]]:
    """Return the figures of each round: "nothing known", then what was changed before it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _prepare(folder, reports)
        found = {"nothing known": _in_a_process(folder)}
        for what, change in CHANGES.items():
            change(folder)
            found[what] = _in_a_process(folder)
    return found


def _prepare(folder: Path, reports: int) -> None:
    content = Path(shutil.copytree(ROOT / "content", folder / "content"))
    for source in synthetic(build_library(load_content(content)), reports):
        (content / "sources" / source.file).write_text(source.text, "utf-8")
    (folder / "mkdocs.yml").write_text(MKDOCS, "utf-8")
    _change_template(folder)


def _change_report(folder: Path) -> None:
    source = max((folder / "content" / "sources").iterdir())
    source.write_text(source.read_text("utf-8") + "\n这里加了一句话。\n", "utf-8")


def _change_decision(folder: Path) -> None:
    """Confirm a link that no one has decided on."""
    library = build_library(load_content(folder / "content", _memo(folder)), _memo(folder))
    link = next(each for each in reversed(library.links) if each.status == "auto")
    report = next(each for each in library.reports if each.piece.id == link.report)
    row = {
        "report": link.report,
        "words": report.piece.text[link.start : link.end],
        "article": f"{link.base}-{link.article}",
        "decision": "confirm",
    }
    (folder / "content" / "links.yml").write_text(json.dumps([row], ensure_ascii=False), "utf-8")


def _change_term(folder: Path) -> None:
    terms = folder / "content" / "terms.yml"
    terms.write_text(terms.read_text("utf-8") + "\n- name: 主要做法\n", "utf-8")


def _change_template(folder: Path) -> None:
    place = folder / "theme" / NOTE
    place.parent.mkdir(parents=True, exist_ok=True)
    before = place.read_text("utf-8") if place.is_file() else ""
    place.write_text(f"{before}<!-- bench -->\n", "utf-8")


CHANGES: dict[str, Callable[[Path], None]] = {
    "one report": _change_report,
    "one decision": _change_decision,
    "one term": _change_term,
    "one template": _change_template,
    "nothing": lambda folder: None,
}


def _in_a_process(folder: Path) -> dict[str, Any]:
    command = [sys.executable, __file__, "--round", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def run_round(folder: Path) -> dict[str, Any]:
    """Build once; return the seconds of each output, and the number of files written anew."""
    taken: dict[str, float] = {}

    def timed(output: Output, *given: Any) -> None:  # noqa: ANN401
        start = time.process_time()
        output.render(*given)
        taken[output.name] = round(time.process_time() - start, 2)

    memo = _memo(folder)
    library = build_library(load_content(folder / "content", memo), memo)
    for each in OUTPUTS:
        each.prepare(memo)
    chosen = [replace(each, render=partial(timed, each)) for each in OUTPUTS]
    places = folder / "site", folder / "dist"
    start = time.process_time()
    written = write_outputs(library, chosen, *places, find_settings(folder / "content"), memo, 1)
    rest = time.process_time() - start - sum(taken.values())
    return {
        "seconds": {**taken, "putting in place": round(rest, 2)},
        "written": written,
        "megabytes": {what: _weight(places[0], what) for what in FORMATS},
    }


def _weight(site: Path, pattern: str) -> float:
    """Return the megabytes of the files of a format in the finished site."""
    found = (each.stat().st_size for each in site.rglob(pattern))
    return round(sum(found) / 1_000_000, 3)


def _memo(folder: Path) -> Any:  # noqa: ANN401
    return content_memo(folder / "cache", folder / "content")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", type=int, nargs="?", default=1000)
    parser.add_argument("--round", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    print(json.dumps(run_round(options.round) if options.round else measure(options.reports)))
