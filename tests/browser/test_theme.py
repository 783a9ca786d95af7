"""What mkdocs.yml says of the look is what a reader sees; the files are opened from disk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.model import Library
from generator.outputs.shared.page_templates import THEME
from generator.outputs.shared.site_settings import SiteSettings
from generator.outputs.site import write_site

pytestmark = pytest.mark.browser

NewPage = Callable[..., Page]
COLOURS = """() => {
  const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
  return {
    paper: of("body", "backgroundColor"), ink: of("body", "color"),
    bar: of(".kb-bar", "backgroundColor"), name: of(".kb-name", "color"),
    link: of("main p:not(.part) a", "color"), here: of("[aria-current]", "color"),
    size: of(".text", "fontSize"),
  };
}"""
PAPER, INK, RED = "rgb(253, 252, 249)", "rgb(29, 27, 25)", "rgb(163, 39, 28)"
NIGHT = "rgb(25, 24, 22)"
TEAL, AMBER = "rgb(0, 148, 133)", "rgb(255, 170, 0)"  # as the theme's palette has them


@pytest.fixture
def make_site(law: Library, tmp_path: Path) -> Callable[..., Path]:
    """Write the pages of the law by a mkdocs.yml with `theme` in it; return the site's folder."""

    def make(theme: str = "", settings: str = "", **files: str) -> Path:
        folder = tmp_path / "files"
        folder.mkdir(exist_ok=True)
        for name, text in files.items():
            (folder / name.replace("_", ".")).write_text(text, "utf-8")
        configuration = tmp_path / "mkdocs.yml"
        configuration.write_text(
            f"site_name: x\ntheme: {{name: material, language: zh, font: false{theme}}}\n"
            f"plugins: [zhishiku]\n{settings}\n",
            "utf-8",
        )
        write_site(law, tmp_path / "site", SiteSettings(configuration, folder, (THEME,)))
        return tmp_path / "site"

    return make


def colours(page: Page, site: Path) -> dict[str, str]:
    page.goto((site / "tiaoli" / "3.html").as_uri())
    found: dict[str, str] = page.evaluate(COLOURS)
    return found


def test_without_a_palette_the_page_is_the_printed_edition(
    page: Page, dark_page: Page, make_site: Callable[..., Path]
) -> None:
    site = make_site()
    day = colours(page, site)
    assert (day["paper"], day["ink"], day["bar"]) == (PAPER, INK, PAPER)
    assert (day["link"], day["here"], day["size"]) == (RED, RED, "18px")
    assert colours(dark_page, site)["paper"] == NIGHT


def test_a_palette_colours_bar_links_and_marks(
    page: Page, dark_page: Page, make_site: Callable[..., Path]
) -> None:
    site = make_site(", palette: {scheme: default, primary: teal, accent: amber}")
    for reader in (page, dark_page):  # a palette without media holds by day and by night
        seen = colours(reader, site)
        assert (seen["bar"], seen["name"]) == (TEAL, "rgb(255, 255, 255)")
        assert (seen["link"], seen["here"], seen["paper"]) == (TEAL, AMBER, PAPER)
        expect(reader.locator(".kb-theme")).to_have_count(0)


def test_the_toggle_of_two_palettes_is_kept(page: Page, make_site: Callable[..., Path]) -> None:
    site = make_site(
        ", palette: [{scheme: default, primary: teal, toggle: {icon: material/weather-night,"
        " name: 深色}}, {scheme: slate, primary: red, toggle: {icon: material/weather-sunny,"
        " name: 浅色}}]"
    )
    assert colours(page, site)["paper"] == PAPER
    page.locator("label[title=深色]").click()
    expect(
        page.locator("body[data-md-color-scheme=slate][data-md-color-primary=red]")
    ).to_be_visible()
    assert colours(page, site)["paper"] == NIGHT, "the next page opens as it was left"


def test_custom_colours_in_extra_css(
    page: Page, dark_page: Page, make_site: Callable[..., Path]
) -> None:
    """As Material documents it: custom properties on :root, in a style sheet of one's own."""
    css = ":root { --md-primary-fg-color: #102030; --md-accent-fg-color: #405060; }"
    site = make_site("", "extra_css: [own.css]", own_css=css)
    for reader in (page, dark_page):
        seen = colours(reader, site)
        assert (seen["bar"], seen["here"]) == ("rgb(16, 32, 48)", "rgb(64, 80, 96)")


def test_extra_javascript_runs_and_material_is_alive(
    page: Page, make_site: Callable[..., Path]
) -> None:
    script = "document$.subscribe(() => { document.body.dataset.own = 'ran'; });"
    features = ", features: [header.autohide, navigation.top]"
    site = make_site(features, "extra_javascript: [own.js]", own_js=script)
    page.set_viewport_size({"width": 1280, "height": 400})
    page.goto((site / "tiaoli" / "full.html").as_uri())
    expect(page.locator("body[data-own=ran]")).to_be_attached()
    assert page.evaluate("typeof window.kbSearch") == "function"
    bar = page.locator(".kb-bar")
    expect(bar).to_be_in_viewport()
    for _ in range(6):
        page.mouse.wheel(0, 200)
        page.wait_for_timeout(60)
    expect(bar).not_to_be_in_viewport()
    for _ in range(6):
        page.mouse.wheel(0, -60)
        page.wait_for_timeout(60)
    expect(bar).to_be_in_viewport()


def test_our_scripts_work_where_the_theme_s_do_not(
    page: Page, make_site: Callable[..., Path]
) -> None:
    """An old browser cannot read Material's bundle; ours must not need it."""
    site = make_site()
    (bundle,) = (site / "assets" / "javascripts").glob("bundle.*.js")
    bundle.write_text("/* nothing that this browser could run */")
    page.goto((site / "tiaoli" / "3.html").as_uri())
    page.get_by_role("button", name="夜间").click()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == NIGHT
    page.get_by_role("button", name="阅读").click()
    expect(page.get_by_role("form", name="阅读设置")).to_be_visible()
