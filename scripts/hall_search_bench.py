"""Measures search in a hall: is everything found and nothing else, how soon, with how much to load.

    python scripts/hall_search_bench.py [--volumes 50] [--reports 200] [--phrases 200]

`--reports` is how many each volume has; they are made as for search_bench.py.  Phrases of 2 to 12
letters are drawn from all units; what must be found is every unit whose letters hold the phrase, by
looking through all texts.  A real Chromium opens the hall from the disk.  Prints JSON.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.archive.gram_store import leave_grams  # noqa: E402
from generator.archive.hall_search import render_hall  # noqa: E402
from generator.build.memo import no_memo  # noqa: E402
from generator.content import load_content  # noqa: E402
from generator.model import Library  # noqa: E402
from generator.outputs.search import FOLDER, write_files  # noqa: E402
from generator.outputs.search.index import Index  # noqa: E402
from generator.outputs.search.normal import normal  # noqa: E402
from generator.outputs.search.shards import iterate_shards  # noqa: E402
from generator.outputs.search.units import REPORT, TITLE, find_units  # noqa: E402
from generator.outputs.shared.render_context import Context  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.search_bench import ASK, CLIENT, grow  # noqa: E402
from scripts.search_samples import draw_phrases, launch, write_engine  # noqa: E402

Texts = list[tuple[str, str]]  # id and letters of every unit that may be found


def write_volume(library: Library, site: Path, work: Path) -> Texts:
    """Write a volume's shards, and what it leaves for the hall; return its reports' units."""
    index = Index(library, small=0)
    write_files(site / FOLDER, iterate_shards(index))
    leave_grams(index, work)
    return [(each.id, normal(each.text)) for each in index.units if TITLE <= each.tier <= REPORT]


def write_archive(folder: Path, volumes: int, reports: int) -> tuple[Texts, dict[str, float]]:
    """Write the search of an archive below `folder`; return all units, and what it cost."""
    library = replace(build_library(load_content(ROOT / "content")), links=())
    bare = replace(library, reports=(), laws=())
    texts: Texts = [(each.id, normal(each.text)) for each in find_units(bare)]
    made: list[tuple[str, str, Path]] = []
    all_reports = grow(library, volumes * reports).reports
    start = time.process_time()
    for number in range(volumes):
        name, work = f"v{number}", folder / "work" / str(number)
        some = all_reports[number * reports : (number + 1) * reports]
        texts += write_volume(replace(library, reports=some), folder / "volumes" / name, work)
        made.append((f"../volumes/{name}/", f"第{number}册", work))
    volumes_seconds = time.process_time() - start
    start = time.process_time()
    hall = folder / "hall"
    render_hall(made, bare, Context(hall, hall, hall, no_memo))
    costs = {
        "volumes_seconds": round(volumes_seconds, 1),
        "hall_seconds": round(time.process_time() - start, 1),
        "hall_files": sum(1 for path in hall.rglob("*") if path.is_file()),
        "hall_bytes": _weight(hall / FOLDER),
        "volumes_bytes": _weight(folder / "volumes"),
        "left_bytes": _weight(folder / "work"),
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    write_engine(hall)
    (hall / "index.html").write_text(CLIENT, "utf-8")
    return texts, costs


def _weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def measure(browser: Browser, hall: Path, texts: Texts, count: int) -> dict[str, Any]:
    """Return recall and precision of all hits, times of the first ten, and bytes to load."""
    phrases = draw_phrases([text for _, text in texts], count, seed=50)
    held = {
        phrase: {place for place, text in texts if phrase in text}
        for phrase in dict.fromkeys(phrases)
    }
    page = _opened(browser, hall)
    wanted = found = right = 0
    wrong: list[str] = []
    for phrase in phrases:
        exact = set(page.evaluate(ASK, [[phrase], 10**9])[0]["exact"])
        wanted += len(held[phrase])
        found += len(exact)
        right += len(exact & held[phrase])
        wrong += [phrase] if exact != held[phrase] else []
    page.close()
    page = _opened(browser, hall)
    page.evaluate(ASK, [phrases, 10])
    times = [row["ms"] for row in page.evaluate(ASK, [phrases, 10])]
    page.close()
    loaded = [_loaded(browser, hall, phrase) for phrase in phrases]
    return {
        "phrases": len(phrases),
        "hits": wanted,
        "recall": right / wanted,
        "precision": right / max(1, found),
        "wrong": wrong[:5],
        "ms_p50": _share(times, 0.5),
        "ms_p95": _share(times, 0.95),
        "bytes_for_ten_p50": _share(loaded, 0.5),
        "bytes_for_ten_p95": _share(loaded, 0.95),
        "bytes_for_ten_max": max(
            (size for size, phrase in zip(loaded, phrases, strict=True) if len(held[phrase]) >= 10),
            default=0,
        ),
        "bytes_max": max(loaded),  # where fewer hold the phrase, looser hits are sought as well
        "heaviest": sorted(zip(loaded, phrases, strict=True), reverse=True)[:5],
    }


def _opened(browser: Browser, hall: Path) -> Page:
    page = browser.new_page()
    page.goto((hall / "index.html").as_uri())
    return page


def _loaded(browser: Browser, hall: Path, phrase: str) -> int:
    """Return how many bytes of shards the first ten hits take on a page that has loaded nothing."""
    page = browser.new_page()
    files: list[Path] = []
    page.on("request", lambda request: files.append(Path(unquote(urlsplit(request.url).path))))
    page.goto((hall / "index.html").as_uri())
    page.evaluate(ASK, [[phrase], 10])
    page.close()
    return sum(each.stat().st_size for each in files if FOLDER in each.parts)


def _share(values: Sequence[float], share: float) -> float:
    return round(sorted(values)[min(len(values) - 1, int(len(values) * share))], 1)


def main() -> None:
    """Measure once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--volumes", type=int, default=50)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--phrases", type=int, default=200)
    options = parser.parse_args()
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        texts, costs = write_archive(Path(temporary), options.volumes, options.reports)
        browser = launch(playwright)
        figures = measure(browser, Path(temporary) / "hall", texts, options.phrases)
        browser.close()
    sizes = {"volumes": options.volumes, "reports": options.volumes * options.reports}
    print(json.dumps(sizes | costs | figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
