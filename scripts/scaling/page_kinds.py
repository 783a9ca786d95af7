"""Every kind of page of a built site in Chromium: time to load, elements, bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from scripts.measure_site import weights
from scripts.search_samples import launch

RUNS = 3  # of which the quickest counts
ASKED = "监督"
LOADED = """() => {
  const { startTime, loadEventEnd, domContentLoadedEventEnd } =
    performance.getEntriesByType("navigation")[0];
  return [document.getElementsByTagName("*").length, domContentLoadedEventEnd - startTime,
    loadEventEnd - startTime];
}"""
SEARCHED = """async (query) => {
  const start = performance.now();
  await kbSearch(query, {limit: 10});
  return performance.now() - start;
}"""


@dataclass(frozen=True, slots=True)
class PageKind:
    """The largest page of a kind: what it weighs, what it loads, how soon it is there.

    `ready` are milliseconds until it can be read, `loaded` until all it loads is there.
    """

    kind: str
    pages: int
    page: str
    bytes: int
    loaded_bytes: int
    elements: int
    ready: float
    loaded: float


def page_kinds(site: Path) -> Iterator[PageKind]:
    """Yield the figures of the largest page of each kind, opened from the disk."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for kind, pages in weights(site).items():
            size, path = pages[0]
            yield _opened(browser, site, kind, len(pages), path, size)
        browser.close()


def first_search(site: Path) -> dict[str, float]:
    """Return milliseconds of the first search on the first page, and bytes it loads."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page, files = _page(browser)
        page.goto((site / "index.html").as_uri())
        page.evaluate("() => kbSearch")
        before = len(files)
        milliseconds = page.evaluate(SEARCHED, ASKED)
        weight = _weight(files[before:])
        browser.close()
    return {"search_ms": round(milliseconds), "search_bytes": weight}


def _opened(browser: Browser, site: Path, kind: str, count: int, path: Path, size: int) -> PageKind:
    runs = []
    for _ in range(RUNS):
        page, files = _page(browser)
        page.goto(path.as_uri(), wait_until="load")
        page.wait_for_function("() => performance.getEntriesByType('navigation')[0].loadEventEnd")
        runs.append(page.evaluate(LOADED))
        weight = _weight(files)
        page.close()
    return PageKind(
        kind,
        count,
        path.relative_to(site).as_posix(),
        size,
        weight,
        int(runs[0][0]),
        round(min(each[1] for each in runs)),
        round(min(each[2] for each in runs)),
    )


def _page(browser: Browser) -> tuple[Page, list[Path]]:
    """Return a page of 1280 by 720 and the list of the files that it will have asked for."""
    page = browser.new_page(viewport={"width": 1280, "height": 720})
    files: list[Path] = []
    page.on("request", lambda request: files.append(Path(unquote(urlsplit(request.url).path))))
    return page, files


def _weight(files: list[Path]) -> int:
    return sum(each.stat().st_size for each in files if each.is_file())
