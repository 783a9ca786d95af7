"""A real browser over built sites opened as files; whatever goes wrong on a page fails the test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from generator.model import Library
from generator.outputs.search import write_files
from generator.outputs.search.index import Index
from generator.outputs.search.shards import iterate_shards
from tests.browser.searching import export
from tests.outputs.search.reference import bare

CHROMIUM = os.environ.get("KB_CHROMIUM", "/usr/bin/chromium")
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
LOCAL = ("file:", "data:", "about:", "blob:")


class Built(Protocol):
    """What the shared fixtures give: a finished build."""

    @property
    def site(self) -> Path: ...

    @property
    def dist(self) -> Path: ...


class Watch:
    """What must not happen on a page: console errors, script errors, requests off the disk."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("console", lambda m: self._note(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("requestfailed", self._failed)
        page.on("request", lambda request: self._local(request.url))

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the test went on to the next page
            self._note(f"failed: {request.url}")

    def _local(self, url: str) -> None:
        if not url.startswith(LOCAL):
            self._note(f"left the disk: {url}")

    def _note(self, problem: str) -> None:
        self.problems.append(problem)


NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def built_site(built: Built) -> Path:
    """The folder of the real site, built once per run."""
    return built.site


@pytest.fixture(scope="session")
def law_site(built_law: Built) -> Path:
    """The folder of the law's site, built once per run."""
    return built_law.site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no browser at {CHROMIUM}; set KB_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Make pages with the context options given; at the end none may have misbehaved."""
    watch = Watch()
    with ExitStack() as stack:

        def make(**options: object) -> Page:
            context: BrowserContext = browser.new_context(**{"viewport": WIDE, **options})  # type: ignore[arg-type]
            stack.callback(context.close)
            page = context.new_page()
            watch.follow(page)
            return page

        yield make
    assert watch.problems == []


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A wide page in daylight."""
    return new_page(color_scheme="light")


@pytest.fixture
def dark_page(new_page: NewPage) -> Page:
    """A wide page at night."""
    return new_page(color_scheme="dark")


@pytest.fixture
def phone(new_page: NewPage) -> Page:
    """A page on a phone."""
    return new_page(viewport=PHONE, has_touch=True)


@pytest.fixture(scope="session")
def sentences(built_site: Path) -> dict[str, str]:
    """Id -> bare text of every sentence of the exports."""
    found = export(built_site, "edition")
    editions = found if isinstance(found, list) else [found]
    texts = {each["id"]: each["text"] for edition in editions for each in edition["sentences"]}
    for report in export(built_site, "reports"):
        for each in report["sentences"]:
            texts[each["id"]] = report["text"][each["start"] : each["end"]]
    return {unit_id: bare(text) for unit_id, text in texts.items()}


@pytest.fixture(scope="session")
def paired_site(
    built_site: Path, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The site with the index that a large library gets."""
    site = tmp_path_factory.mktemp("paired")
    for name in ("assets", "search.html"):
        source = built_site / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, site / name)
    write_files(site / "search", iterate_shards(Index(library, small=0)))
    return site


@pytest.fixture(params=["read through", "by pairs"])
def home(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page that has search, with either kind of index."""
    fixture = "built_site" if request.param == "read through" else "paired_site"
    site: Path = request.getfixturevalue(fixture)
    page.goto((site / "search.html").as_uri())
    return page
