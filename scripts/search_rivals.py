"""What MkDocs Material's search and Pagefind find on the same texts, over http on the loopback.

Every engine gets one page per article and per report; a hit is a page, right when the page
holds the phrase (letters and digits compared, as ours are).
"""

from __future__ import annotations

import functools
import http.server
import importlib.util
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from generator.model import Library
from generator.outputs.search import FOLDER, write_files
from generator.outputs.search.index import Index
from generator.outputs.search.normal import normal
from generator.outputs.search.shards import iterate_shards
from scripts.search_samples import draw_phrases, write_engine

QUERIES = 60
MATERIAL = """async (queries) => {
  const file = await fetch("search/search_index.json").then((response) => response.json());
  const path = document.querySelector("#__config").textContent;
  const worker = new Worker(JSON.parse(path).search);
  const answer = (message, type) => new Promise((resolve) => {
    worker.addEventListener("message", function listen({data}) {
      if (data.type !== type) return;
      worker.removeEventListener("message", listen);
      resolve(data.data);
    });
    worker.postMessage(message);
  });
  await answer({type: 0, data: {...file, options: {suggest: false}}}, 1);
  const rows = [];
  for (const query of queries) {
    const start = performance.now();
    const {items} = await answer({type: 2, data: query}, 3);
    const pages = items.map((item) => item[0].location.split("#")[0].replace(/\\/?$/, ""));
    rows.push([performance.now() - start, [...new Set(pages)]]);
  }
  return rows;
}"""
PAGEFIND = """async (queries) => {
  const engine = await import(new URL("pagefind/pagefind.js", location.href));
  await engine.init();
  const rows = [];
  for (const query of queries) {
    const start = performance.now();
    const found = await engine.search(query);
    const all = await Promise.all(found.results.map((result) => result.data()));
    rows.push([performance.now() - start,
      all.map((page) => page.url.replace(/^\\//, "").replace(/\\/(index.html)?$/, ""))]);
  }
  return rows;
}"""
OURS = """async (queries) => {
  const rows = [];
  for (const query of queries) {
    const start = performance.now();
    const hits = (await kbEngine.search(query)).filter((hit) => hit.exact);
    const page = ({id}) => id.replace(/-s\\d+$/, "");
    rows.push([performance.now() - start, [...new Set(hits.map(page))]]);
  }
  return rows;
}"""


def measure_rivals(library: Library, browser: Browser, folder: Path) -> dict[str, Any]:
    """Return what each engine finds, by name; an engine that is not installed says so."""
    texts = dict(_texts(library))
    held = {name: [normal(each) for each in sentences] for name, sentences in _sentences(library)}
    phrases = draw_phrases([each for name in held for each in held[name]], QUERIES, seed=2)
    site, seconds = _material_site(texts, folder)
    figures = {"ours": _ours(library, held, phrases, browser, folder)}
    index = site / "search" / "search_index.json"
    figures["mkdocs-material"] = {
        **_ask(browser, site, MATERIAL, held, phrases),
        "index_bytes": index.stat().st_size,
        "build_seconds": seconds,
        "works_from_files": False,
        "jieba": importlib.util.find_spec("jieba") is not None,
    }
    if importlib.util.find_spec("pagefind") is None:
        figures["pagefind"] = {"installed": False}
        return figures
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "pagefind", "--site", site], check=True, capture_output=True
    )
    figures["pagefind"] = {
        **_ask(browser, site, PAGEFIND, held, phrases),
        "index_bytes": _weight(site / "pagefind"),
        "build_seconds": round(time.perf_counter() - start, 2),
        "works_from_files": False,
    }
    return figures


def _texts(library: Library) -> Iterator[tuple[str, str]]:
    """Yield page name -> text of every article and report."""
    for collation in library.collations:
        for article in collation.edition.articles:
            yield article.id, article.text
    for report in library.reports:
        yield report.piece.id, report.piece.text


def _sentences(library: Library) -> Iterator[tuple[str, list[str]]]:
    """Yield page name -> its sentences; phrases are drawn from these."""
    for collation in library.collations:
        for article in collation.edition.articles:
            number = article.number
            every = collation.edition.sentences
            yield article.id, [each.text for each in every if each.article == number]
    for report in library.reports:
        text = report.piece.text
        sentences = [text[each.start : each.end] for each in report.sentences]
        yield report.piece.id, [report.piece.title, *sentences]


def _material_site(texts: dict[str, str], folder: Path) -> tuple[Path, float]:
    source = folder / "docs"
    source.mkdir()
    for name, text in texts.items():
        lines = "\n\n".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
        (source / f"{name}.md").write_text(f"# {name}\n\n{lines}\n", "utf-8")
    (source / "index.md").write_text("# 目录\n", "utf-8")
    site = folder / "material"
    settings = {
        "site_name": "检索",
        "docs_dir": str(source),
        "site_dir": str(site),
        "theme": {"name": "material", "language": "zh", "font": False},
        "plugins": [{"search": {"lang": ["zh"]}}],
    }
    config = folder / "mkdocs.yml"
    config.write_text(json.dumps(settings), "utf-8")
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "-f", config],
        check=True,
        capture_output=True,
    )
    return site, round(time.perf_counter() - start, 2)


def _ours(
    library: Library,
    held: dict[str, list[str]],
    phrases: list[str],
    browser: Browser,
    folder: Path,
) -> dict[str, Any]:
    site = folder / "ours"
    start = time.perf_counter()
    write_files(site / FOLDER, iterate_shards(Index(library)))
    seconds = round(time.perf_counter() - start, 2)
    places = '<script>window.kbPlaces = {root: "", folder: "search/"};</script>'
    write_engine(site)
    (site / "index.html").write_text(
        f'<meta charset="utf-8">{places}<script src="assets/js/search-engine.js"></script>', "utf-8"
    )
    return {
        **_ask(browser, site, OURS, held, phrases),
        "index_bytes": _weight(site / FOLDER),
        "build_seconds": seconds,
        "works_from_files": True,
    }


def _ask(
    browser: Browser, site: Path, script: str, held: dict[str, list[str]], phrases: list[str]
) -> dict[str, Any]:
    with _served(site) as address:
        page = browser.new_page()
        page.goto(address)
        rows = page.evaluate(script, phrases)
        page.close()
    right = found = wanted = first = 0
    for phrase, (_, pages) in zip(phrases, rows, strict=True):
        holding = {name for name in held if any(phrase in each for each in held[name])}
        pages = [name for name in pages if name in held]
        right += len(holding & set(pages))
        found += len(set(pages))
        wanted += len(holding)
        first += bool(pages) and pages[0] in holding
    times = sorted(ms for ms, _ in rows)
    return {
        "recall": round(right / wanted, 3),
        "precision": round(right / max(1, found), 3),
        "first_hit_right": round(first / len(phrases), 3),
        "query_ms_p50": round(times[len(times) // 2], 1),
        "query_ms_p95": round(times[int(len(times) * 0.95)], 1),
    }


def _weight(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve a folder on a free port of the loopback."""
    handler = functools.partial(_Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
