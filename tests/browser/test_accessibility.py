"""axe-core finds nothing serious on any kind of page, and none is too wide when enlarged."""

from __future__ import annotations

import zipfile
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page

from tests.pages import KINDS, pages_by_kind

if TYPE_CHECKING:
    from tests.browser.conftest import Built, NewPage

pytestmark = pytest.mark.browser
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
LOOKED_AT = (*KINDS, "hant article", "hant report")
SERIOUS = {"serious", "critical"}
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
WAYS: dict[str, dict[str, Any]] = {  # how a page is looked at: each shape and each light once
    "desk by day": {"color_scheme": "light"},
    "phone by night": {**PHONE, "color_scheme": "dark"},
}
ENLARGED = {"twice": 640, "four times": 320}  # CSS pixels that a window of 1280 has left
WIDTHS = "[document.scrollingElement.scrollWidth, document.scrollingElement.clientWidth]"


FEWER = """() => {
  const sort = (each) => each.tagName + each.getAttribute("class");
  for (const parent of document.querySelectorAll("main *")) {
    const seen = {};
    for (const each of [...parent.children]) {
      const held = [each, ...each.querySelectorAll("*")]
        .map((one) => sort(one.parentElement) + sort(one));
      if (held.every((one) => seen[one] >= 2)) each.remove();
      else for (const one of new Set(held)) seen[one] = (seen[one] || 0) + 1;
    }
  }
}"""
"""Of siblings those stay that hold a sort of element (by tag and class, its own and its parent's)
which fewer than two before them hold: rows of a table, edits of a ledger, all alike, are two."""


def violations(page: Page, within: str = "html") -> list[str]:
    """Return what is serious in the page, or only in what the selector `within` finds there."""
    page.evaluate(FEWER)
    page.evaluate(AXE)
    run = "(within) => axe.run(within, { resultTypes: ['violations'], preload: false })"
    found = page.evaluate(run, within)["violations"]
    return [
        f"{each['id']}: {node['html'][:160]}"
        for each in found
        if each["impact"] in SERIOUS
        for node in each["nodes"][:3]
    ]


@pytest.fixture(scope="session")
def kinds(built_site: Path) -> dict[str, Path]:
    """One page of each kind; 404.html, whose addresses start at a server's root, is none."""
    found = pages_by_kind(built_site)
    return {kind: page for kind, page in found.items() if not kind.endswith("missing")}


def test_every_kind_is_looked_at(kinds: dict[str, Path]) -> None:
    assert {kind for kind in kinds if not kind.startswith("hant ")} == set(KINDS)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("kind", LOOKED_AT)
def test_nothing_serious(new_page: NewPage, kinds: dict[str, Path], kind: str, way: str) -> None:
    page = new_page(reduced_motion="reduce", **WAYS[way])
    page.goto(kinds[kind].as_uri())
    assert violations(page) == []


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("size", ENLARGED)
def test_no_page_is_wider_than_an_enlarged_window_and_all_say_their_words(
    new_page: NewPage, kinds: dict[str, Path], size: str, scripts: bool
) -> None:
    page = new_page(viewport={"width": ENLARGED[size], "height": 450}, java_script_enabled=scripts)
    wide, empty = {}, []
    for kind in LOOKED_AT:
        page.goto(kinds[kind].as_uri())
        whole, window = page.evaluate(WIDTHS)
        if whole > window:
            wide[kind] = whole
        if len(page.locator("#content").inner_text().strip()) < 20:
            empty.append(kind)
    assert (wide, empty) == ({}, [])


def test_colours_forced_by_the_system_leave_marks_to_be_seen(
    new_page: NewPage, kinds: dict[str, Path]
) -> None:
    page = new_page(forced_colors="active")
    page.goto(kinds["report"].as_uri())
    linked = page.locator(".s.linked, .s[data-links]").first
    assert "underline" in linked.evaluate("e => getComputedStyle(e).textDecorationLine") or (
        linked.evaluate("e => getComputedStyle(e).borderBottomStyle") != "none"
    )


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
