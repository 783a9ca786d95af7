"""axe-core finds nothing serious on any kind of page, in both scripts, by day and by night."""

from __future__ import annotations

import zipfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page

from generator import addresses

if TYPE_CHECKING:
    from tests.browser.conftest import Built, NewPage

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
SERIOUS = {"serious", "critical"}
PAGES = {
    "home": addresses.HOME,
    "article": "*/5.html",
    "report": "reports/0*.html",
    "coverage": addresses.COVERAGE,
    "search": addresses.SEARCH,
    "packs": addresses.PACK_BUILDER,
    "downloads": addresses.DOWNLOADS,
    "apparatus": "*/apparatus.html",
    "compare": addresses.COMPARE,
    "findings": addresses.FINDINGS,
    "terms": addresses.TERMS,
    "traditional article": "hant/*/5.html",
}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate("axe.run({ resultTypes: ['violations'], preload: false })")["violations"]
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in found
        if each["impact"] in SERIOUS
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_serious(new_page: NewPage, built_site: Path, kind: str, scheme: str) -> None:
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    (file, *_) = sorted(built_site.glob(PAGES[kind]))
    page.goto(file.as_uri())
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_in_what_is_carried_away(
    new_page: NewPage, built_law: Built, tmp_path: Path, scheme: str
) -> None:
    (archive,) = built_law.dist.glob("*-offline.zip")
    with zipfile.ZipFile(archive) as files:
        start = Path(files.extract("START.html", tmp_path))
    (single,) = built_law.dist.glob("*.html")
    for file in (start, single):
        page = new_page(color_scheme=scheme, bypass_csp=True)
        page.goto(file.as_uri())
        assert violations(page) == []


def test_nothing_serious_with_the_reading_panel_and_a_note_open(
    new_page: NewPage, built_site: Path
) -> None:
    page = new_page(color_scheme="light", reduced_motion="reduce")
    page.goto(next(built_site.glob("*/5.html")).as_uri())
    page.get_by_role("button", name="标记").click()
    page.get_by_role("button", name="笔记").click()
    page.locator("#kb-reading-open").click()
    assert violations(page) == []
