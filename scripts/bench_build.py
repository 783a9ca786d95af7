"""Measures a build: against a bare `mkdocs build` of the same pages, and after one change.

    python scripts/bench_build.py

Prints one line of JSON.  The bare build is MkDocs with the Material theme, on the words of our
pages as Markdown: once with nothing else, which the budget is judged by, and once as it comes,
with its search (which cuts no words unless jieba is there, so jieba is hidden from it).

Builds are timed in turns and the best of each kind counts: others who load the machine make
single ones slower, none faster.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import html

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
BARE = "import sys; sys.modules['jieba'] = None; from mkdocs.__main__ import cli; cli()"
BLOCKS = ("h1", "h2", "h3", "p", "li", "td", "figcaption", "summary")


def measure(content: Path, rounds: int = ROUNDS) -> dict[str, Any]:
    """Return seconds, ratios and the weight of a page (bytes of our own CSS and JavaScript)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = Path(shutil.copytree(content, folder / "content"))
        _build(folder, fresh=True)
        pages = _as_markdown(folder / "site", folder / "bare" / "docs")
        taken: dict[str, list[float]] = defaultdict(list)
        for round_number in range(rounds):
            taken["full"].append(_build(folder, fresh=True))
            taken["bare"].append(_bare_build(folder / "bare", search=False))
            _change(copy, round_number)
            taken["changed"].append(_build(folder, fresh=False))
            taken["with search"].append(_bare_build(folder / "bare", search=True))
            taken["unchanged"].append(_build(folder, fresh=False))
        raw, zipped = page_weight(folder / "site")
    best = {kind: min(seconds) for kind, seconds in taken.items()}
    return {
        "pages": pages,
        "full_seconds": round(best["full"], 2),
        "bare_mkdocs_seconds": round(best["bare"], 2),
        "bare_mkdocs_with_search_seconds": round(best["with search"], 2),
        "one_source_changed_seconds": round(best["changed"], 2),
        "unchanged_seconds": round(best["unchanged"], 2),
        "ratio_to_bare": round(best["full"] / best["bare"], 2),
        "ratio_one_changed": round(best["changed"] / best["full"], 2),
        "our_css_js_bytes": raw,
        "our_css_js_gzipped": zipped,
    }


def page_weight(site: Path) -> tuple[int, int]:
    """Return the size of our CSS and JavaScript on the heaviest page, raw and compressed.

    The theme's own files and the search index (loaded on demand, data) are not counted.
    """
    spec = find_spec("material")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    theme = Path(spec.submodule_search_locations[0]) / "templates"
    sizes: list[tuple[int, int]] = []
    for page in sorted(site.rglob("*.html")):
        ours = set()
        for name in re.findall(r'(?:src|href)="([^":?]+\.(?:css|js))[?"]', page.read_text("utf-8")):
            path = (page.parent / name).resolve()
            if path.is_file() and not (theme / path.relative_to(site.resolve())).is_file():
                ours.add(path)
        bodies = [path.read_bytes() for path in sorted(ours)]
        sizes.append((sum(map(len, bodies)), sum(len(gzip.compress(each, 9)) for each in bodies)))
    return max(sizes)


def _build(folder: Path, *, fresh: bool) -> float:
    if fresh:
        for name in ("cache", "site", "dist"):
            shutil.rmtree(folder / name, ignore_errors=True)
    options = [f"--{name}={folder / name}" for name in ("content", "cache", "site", "dist")]
    return _timed([sys.executable, "-m", "generator", "build", *options], ROOT)


def _change(content: Path, round_number: int) -> None:
    """Add a sentence to the last source."""
    source = max((content / "sources").iterdir())
    line = f"\n各级领导干部要自觉接受监督，第{round_number + 1}次重申。\n"
    source.write_bytes(source.read_bytes() + line.encode("utf-8"))


def _as_markdown(site: Path, docs: Path) -> int:
    """Write the words of every page of `site` as Markdown; return how many pages."""
    pages = sorted(site.rglob("*.html"))
    for page in pages:
        tree = html.fromstring(page.read_bytes())
        lines = []
        for element in tree.iter(*BLOCKS):
            words = " ".join(element.text_content().split())
            mark = {"h1": "# ", "h2": "## ", "h3": "### ", "li": "- "}.get(str(element.tag), "")
            lines += [mark + re.sub(r"([\\`*_{}<>#|\[\]])", r"\\\1", words), ""]
        place = docs / page.relative_to(site).with_suffix(".md")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("\n".join(lines), "utf-8")
    return len(pages)


def _bare_build(folder: Path, *, search: bool) -> float:
    settings = {
        "site_name": "bare",
        "theme": {"name": "material", "language": "zh"},
        "use_directory_urls": False,
        "plugins": ["search"] if search else [],
    }
    (folder / "mkdocs.yml").write_text(json.dumps(settings), "utf-8")
    shutil.rmtree(folder / "site", ignore_errors=True)
    return _timed([sys.executable, "-c", BARE, "build", "--quiet"], folder)


def _timed(command: list[str], folder: Path) -> float:
    start = time.monotonic()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return time.monotonic() - start


if __name__ == "__main__":
    print(json.dumps(measure(ROOT / "content")))
