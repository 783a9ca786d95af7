"""Measures search: ours at three sizes, and beside it what a MkDocs site would use today.

    python scripts/search_bench.py [--reports 7 1000 10000] [--others]

Large libraries are made by recombining the sentences of the real reports, with numbers and
names changed, so that they are the same on every machine.  The other two engines get the
same texts as pages over http on the loopback; hits are judged page by page against what the
texts hold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from generator.content import load_content  # noqa: E402
from generator.model import Document, Library, Paragraph, Sentence  # noqa: E402
from generator.outputs.search import FOLDER  # noqa: E402
from generator.outputs.search.index import Index  # noqa: E402
from generator.outputs.search.normal import normal  # noqa: E402
from generator.outputs.search.shards import iterate_shards  # noqa: E402
from generator.outputs.search.units import find_units  # noqa: E402
from generator.recipe import build_library  # noqa: E402
from scripts.search_rivals import measure_rivals  # noqa: E402
from scripts.search_samples import (  # noqa: E402
    draw_passages,
    draw_phrases,
    launch,
    write_engine,
)

SIZES = (7, 1000, 10_000)
QUERIES = 60
NAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
CLIENT = """<!doctype html><meta charset="utf-8"><body data-root=""><script>
window.kbPlaces = {root: "", folder: "search/"};</script>
<script src="assets/js/search-engine.js"></script></body>"""
ASK = """async ([queries, limit]) => {
  const rows = [];
  for (const query of queries) {
    const start = performance.now();
    const hits = await kbEngine.search(query, {limit});
    rows.push({query, ms: performance.now() - start, hits: hits.length,
      exact: hits.filter((hit) => hit.exact).map((hit) => hit.id)});
  }
  return rows;
}"""


def grow(library: Library, count: int) -> Library:
    """Return `library` with `count` reports; the real ones first, the rest recombined."""
    texts = [
        report.piece.text[each.start : each.end]
        for report in library.reports
        for each in report.sentences
    ]
    made = [
        _report(library.reports[0], texts, number) for number in range(len(library.reports), count)
    ]
    return replace(library, reports=library.reports[:count] + tuple(made))


def _report(model: Document, texts: list[str], number: int) -> Document:
    rng = random.Random(number)
    piece_id = f"z{number}"
    text = ""
    sentences: list[Sentence] = []
    paragraphs: list[Paragraph] = []
    while len(text) < 3000:
        start = len(text)
        for _ in range(rng.randint(1, 6)):
            sentence = _vary(rng.choice(texts), rng)
            sentences.append(
                Sentence(
                    f"{piece_id}-s{len(sentences) + 1}",
                    len(text),
                    len(text) + len(sentence),
                    len(paragraphs),
                )
            )
            text += sentence
        paragraphs.append(Paragraph(start, len(text), heading=False))
        text += "\n"
    title = f"第{number}号报告"
    piece = replace(model.piece, id=piece_id, text=text, title=title, end=len(text))
    return Document(piece, tuple(paragraphs), (), tuple(sentences))


def _vary(sentence: str, rng: random.Random) -> str:
    """Return the sentence with a clause of its own, so that no two reports are alike."""
    name = "".join(rng.choices(NAMES, k=rng.randint(2, 3)))
    clauses = sentence.split("，")
    if len(clauses) > 2:
        place = rng.randrange(1, len(clauses))
        clauses.insert(place, f"{name}等{rng.randint(2, 99)}人")
    return "，".join(clauses)


def measure(library: Library, browser: Browser, folder: Path) -> dict[str, Any]:
    """Return sizes and times of our index for `library`, written into `folder`."""
    units = list(find_units(library))
    text = sum(len(unit.text.encode()) for unit in units)
    chars = sum(len(unit.text) for unit in units)
    start = time.process_time()
    size = packed = files = 0
    folders: Counter[str] = Counter()
    aside = 0.0
    sizes: dict[str, int] = {}
    for name, script in iterate_shards(Index(library)):
        raw = script.encode()
        place = folder / FOLDER / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(raw)
        sizes[place.name] = len(raw)
        folders[place.parent.name] += 1
        size += len(raw)
        before = time.process_time()
        packed += len(gzip.compress(raw, 6))
        aside += time.process_time() - before
        files += 1
    seconds = time.process_time() - start - aside
    write_engine(folder)
    (folder / "index.html").write_text(CLIENT, "utf-8")
    plain = [normal(unit.text) for unit in units]
    phrases = draw_phrases(plain, QUERIES, seed=1)
    cold = [_cold(browser, folder, phrase, sizes) for phrase in phrases[:20]]
    passages = draw_passages([report.piece.text for report in library.reports], 20, seed=2)
    pasted = [_cold(browser, folder, passage, sizes) for passage in passages]
    page = browser.new_page()
    page.goto((folder / "index.html").as_uri())
    found = page.evaluate(ASK, [passages, 10])
    passage_rows = page.evaluate(ASK, [passages, 10])
    page.evaluate(ASK, [phrases, 10])
    rows = page.evaluate(ASK, [phrases, 10])
    page.close()
    return {
        "reports": len(library.reports),
        "units": len(units),
        "text_bytes": text,
        "index_bytes": size,
        "index_gzip_bytes": packed,
        "files": files,
        "files_in_a_folder_max": max(folders.values()),
        "index_to_text": round(size / text, 3),
        "gzip_to_text": round(packed / text, 3),
        "build_seconds_per_million_characters": round(seconds / chars * 1e6, 2),
        "build_seconds": round(seconds, 2),
        "query_ms_p50": _share([row["ms"] for row in rows], 0.5),
        "query_ms_p95": _share([row["ms"] for row in rows], 0.95),
        "cold_ms_p50": _share([ms for ms, _, _ in cold], 0.5),
        "cold_ms_p95": _share([ms for ms, _, _ in cold], 0.95),
        "loaded_bytes_p50": _share([loaded for _, loaded, _ in cold], 0.5),
        "loaded_bytes_for_ten_max": max((loaded for _, loaded, ten in cold if ten), default=0),
        "loaded_bytes_max": max(loaded for _, loaded, _ in cold),
        "passages_found": sum(1 for row in found if row["exact"]),
        "passage_ms_p95": _share([row["ms"] for row in passage_rows], 0.95),
        "passage_loaded_bytes_p50": _share([loaded for _, loaded, _ in pasted], 0.5),
        "passage_loaded_bytes_max": max(loaded for _, loaded, _ in pasted),
        "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "first_ten_exact": all(
            normal(row["query"]) in held
            for row in rows
            for held in [_texts(units, plain, row["exact"])]
            if row["exact"]
        ),
    }


def _texts(units: list[Any], plain: list[str], ids: list[str]) -> str:
    wanted = set(ids)
    return "|".join(text for unit, text in zip(units, plain, strict=True) if unit.id in wanted)


def _cold(
    browser: Browser, folder: Path, phrase: str, sizes: dict[str, int]
) -> tuple[float, int, bool]:
    """Return milliseconds and bytes of the first ten hits on a page that has loaded nothing.

    And whether there are ten that hold the phrase: else looser ones are sought, at more cost.
    """
    page = browser.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2]))
    page.goto((folder / "index.html").as_uri())
    rows = page.evaluate(ASK, [[phrase], 10])
    page.close()
    return rows[0]["ms"], sum(sizes.get(name, 0) for name in loaded), len(rows[0]["exact"]) == 10


def _share(values: list[float], share: float) -> float:
    return round(sorted(values)[min(len(values) - 1, int(len(values) * share))], 1)


def run(sizes: tuple[int, ...] = SIZES, *, rivals: bool = True) -> dict[str, Any]:
    """Return all figures; `rivals` also measures MkDocs Material and Pagefind where installed."""
    library = build_library(load_content(ROOT / "content"))
    figures: dict[str, Any] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        browser = launch(playwright)
        figures["ours"] = [
            measure(grow(library, size), browser, Path(temporary) / str(size)) for size in sizes
        ]
        if rivals:
            figures["side_by_side"] = measure_rivals(library, browser, Path(temporary))
        browser.close()
    return figures


def table(figures: dict[str, Any]) -> str:
    """Return the figures as lines for a terminal."""
    lines = []
    for row in figures["ours"]:
        lines += [
            f"{row['reports']} 篇报告",
            *(f"  {name:38} {value}" for name, value in row.items()),
        ]
    for name, row in figures.get("side_by_side", {}).items():
        lines += [name, *(f"  {key:38} {value}" for key, value in row.items())]
    return "\n".join(lines)


def main() -> None:
    """Print the table, or JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--others", action="store_true", help="measure the other engines too")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = run(tuple(options.reports), rivals=options.others)
    print(json.dumps(figures, ensure_ascii=False, indent=1) if options.json else table(figures))


if __name__ == "__main__":
    main()
