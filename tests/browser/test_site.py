"""The site as readers meet it: opened from disk, by mouse, keyboard and phone, without scripts."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator import addresses

pytestmark = pytest.mark.browser

NewPage = Callable[..., Page]
Seen = dict[Path, dict[str, Any]]

LOOK = """() => ({
  ids: [...document.querySelectorAll("[id]")].map((each) => each.id),
  links: [...document.querySelectorAll("a[href], link[href], script[src], iframe[src]")]
    .map((each) => new URL(each.getAttribute("href") || each.getAttribute("src"), location).href),
  over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  headings: [...document.querySelectorAll("main :is(h1, h2, h3)")].map((each) => +each.tagName[1]),
  main: document.querySelectorAll("main").length,
  choices: [...document.querySelectorAll("form.choose option")]
    .map((each) => `${each.parentElement.name}=${each.value}`),
  nameless: [...document.querySelectorAll("a, button, input:not(.md-toggle), select, iframe")]
    .filter((each) => !(each.textContent.trim() || each.getAttribute("aria-label") || each.title
      || (each.labels && each.labels.length))).map((each) => each.outerHTML),
})"""


def crawl(page: Page, site: Path) -> list[str]:
    """Open every page of `site` and return what is wrong: dead links, repeated ids, overflow.

    hant/ is left out: it is the same pages in other characters, held to that by its own tests.
    """
    seen: Seen = {}
    for path in sorted(site.rglob("*.html")):
        if path.name != "404.html" and "hant" not in path.relative_to(site).parts:
            page.goto(path.as_uri(), wait_until="domcontentloaded")
            seen[path.resolve()] = page.evaluate(LOOK)
    wrong = []
    for path, found in seen.items():
        faults = [*shape_faults(found), *link_faults(found, seen)]
        wrong += [f"{path.relative_to(site.resolve())}: {each}" for each in faults]
    return wrong


def shape_faults(found: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with a page in itself."""
    if len(set(found["ids"])) != len(found["ids"]):
        yield "an id twice"
    if found["over"] > 0:
        yield f"wider than the screen by {found['over']}"
    if found["main"] != 1 or found["headings"].count(1) != 1:
        yield "needs one main and one h1"
    if any(after > before + 1 for before, after in pairwise(found["headings"])):
        yield f"skips a level of headings: {found['headings']}"
    for each in found["nameless"]:
        yield f"has no name: {each}"


def link_faults(found: dict[str, Any], seen: Seen) -> Iterator[str]:
    """Yield the links of a page that lead nowhere."""
    for link in found["links"]:
        target = urlsplit(link)
        file = Path(unquote(target.path)).resolve()
        if target.scheme == "data":
            continue
        if target.scheme != "file" or not file.is_file():
            yield f"leads nowhere: {link}"
        elif target.fragment and not set(unquote(target.fragment).split("&")) <= places(seen, file):
            yield f"no such place: {link}"


def places(seen: Seen, file: Path) -> set[str]:
    """Return what an address may name on a page: places, and what its list is chosen by."""
    return {*seen[file]["ids"], *seen[file]["choices"]} if file in seen else set()


@pytest.mark.parametrize("which", ["built_site", "law_site"])
def test_every_link_and_anchor_resolves(
    which: str, phone: Page, request: pytest.FixtureRequest
) -> None:
    assert crawl(phone, request.getfixturevalue(which)) == []


def article_with_links(site: Path) -> tuple[str, int]:
    link = json.loads((site / "data" / "links.json").read_text("utf-8"))[0]
    return link["base"], link["article"]


def article_page(base: str, number: int) -> str:
    """Return the page of an article of a document that numbers them 1, 2, 3."""
    return f"{base}/{number}.html"


@pytest.fixture
def article(built_site: Path) -> str:
    """The address of an article that reports are linked with."""
    return (built_site / article_page(*article_with_links(built_site))).as_uri()


def test_a_count_opens_its_panel_and_escape_closes_it(page: Page, article: str) -> None:
    page.goto(article)
    count = page.locator(".count").first
    count.focus()
    page.keyboard.press("Enter")
    panel = page.locator(".panel.open")
    expect(panel).to_be_visible()
    expect(panel).to_be_focused()
    assert page.url.endswith("#" + str(panel.get_attribute("id")))
    assert count.get_attribute("aria-expanded") == "true"
    assert panel.locator(".passage").count() >= 1
    page.keyboard.press("Escape")
    expect(page.locator(".panel.open")).to_have_count(0)
    expect(count).to_be_focused()
    assert "#" not in page.url


def test_a_panel_has_an_address(page: Page, article: str) -> None:
    page.goto(article)
    href = page.locator(".count").last.get_attribute("href")
    page.goto(f"{article}{href}")
    expect(page.locator(f"{href}.open")).to_be_visible()


def test_panels_open_without_scripts(new_page: NewPage, article: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(article)
    page.locator(".count").first.click()
    expect(page.locator(".panel:target")).to_be_visible()


def test_the_menu_opens_on_a_phone_without_scripts(new_page: NewPage, article: str) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page.goto(article)
    menu = page.get_by_role("navigation", name="目录")
    expect(menu).to_be_hidden()
    page.locator(".kb-menu-label").click()
    expect(menu).to_be_visible()
    expect(menu.locator("[aria-current=page]")).to_have_count(1)


def test_the_panel_on_a_phone_lies_below_and_stays_on_the_screen(phone: Page, article: str) -> None:
    phone.goto(article)
    phone.locator(".count").first.tap()
    box = phone.locator(".panel.open").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["y"] + box["height"] <= 844
    assert box["width"] <= 390
    last = phone.locator(".count").last
    last.scroll_into_view_if_needed()
    last.evaluate("(each) => each.click()")
    opened = phone.locator(".panel.open").bounding_box()
    opener = last.bounding_box()
    assert opened is not None
    assert opener is not None
    assert opener["y"] + opener["height"] <= opened["y"]


def test_arrow_keys_turn_the_pages(page: Page, built_site: Path) -> None:
    base, _ = article_with_links(built_site)
    page.goto((built_site / article_page(base, 1)).as_uri())
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/{base}/2.html")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(f"**/{base}/1.html")


def test_the_chosen_light_is_kept(dark_page: Page, article: str, built_site: Path) -> None:
    def paper() -> str:
        return str(dark_page.evaluate("getComputedStyle(document.body).backgroundColor"))

    dark_page.goto(article)
    night = paper()
    dark_page.get_by_role("button", name="日间").click()
    day = paper()
    assert day != night
    dark_page.goto((built_site / addresses.HOME).as_uri())
    assert paper() == day


def test_a_cell_of_the_matrix_opens_its_passages(page: Page, built_site: Path) -> None:
    page.goto((built_site / addresses.COVERAGE).as_uri())
    page.locator(".cell").first.click()
    expect(page.locator(".panel.open .passage").first).to_be_visible()


def test_a_report_is_filtered_by_role_and_by_article(page: Page, built_site: Path) -> None:
    link = json.loads((built_site / "data" / "links.json").read_text("utf-8"))[0]
    page.goto((built_site / f"reports/{link['report']}.html").as_uri())
    chips = page.locator(".chips li:visible")
    before = chips.count()
    page.locator(".filter select").select_option(index=1)
    assert 0 < chips.count() < before
    for box in page.locator(".filter input").all():
        box.uncheck()
    assert chips.count() == 0
    assert page.locator(".s.linked").count() == 0


def test_a_chip_shows_the_words_of_its_article(page: Page, built_site: Path) -> None:
    link = json.loads((built_site / "data" / "links.json").read_text("utf-8"))[0]
    page.goto((built_site / f"reports/{link['report']}.html").as_uri())
    page.locator(".chips a").first.focus()
    expect(page.locator(".chips .tip").first).to_be_visible()
    assert page.locator(".s.lit").count() >= 1


def test_the_apparatus_is_filtered_by_kind_and_by_article(page: Page, built_site: Path) -> None:
    base, _ = article_with_links(built_site)
    page.goto((built_site / addresses.apparatus(base)).as_uri())
    rows = page.locator("tr.edit:visible")
    before = rows.count()
    page.locator(".filter select").select_option(index=1)
    of_one = rows.count()
    assert 0 < of_one < before
    assert page.locator("tbody:visible").count() == 1
    for box in page.locator(".filter input").all():
        box.uncheck()
    assert rows.count() == 0


def test_on_a_touch_screen_the_first_tap_shows_the_articles_words(
    new_page: NewPage, built_site: Path
) -> None:
    link = json.loads((built_site / "data" / "links.json").read_text("utf-8"))[0]
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    address = (built_site / f"reports/{link['report']}.html").as_uri()
    page.goto(address)
    page.locator(".chips a").first.tap()
    expect(page.locator(".chips .tip").first).to_be_visible()
    assert page.url == address
    page.locator(".chips a").first.tap()
    page.wait_for_selector("article[data-article]")


def test_side_by_side_what_is_linked_is_tied(page: Page, built_site: Path) -> None:
    base, number = article_with_links(built_site)
    page.goto((built_site / article_page(base, number)).as_uri())
    page.locator(".tools a", has_text="对读").click()
    page.wait_for_selector(".pair output:not(:empty)")  # the panes have answered
    left, right = page.frame("kb-left"), page.frame("kb-right")
    assert left is not None
    assert right is not None
    assert left.url.endswith(article_page(base, number))
    left.wait_for_selector(".tie")
    tags = {tag.get_attribute("data-n") for tag in left.locator(".tie").all()}
    assert tags == {tag.get_attribute("data-n") for tag in right.locator(".tie").all()}
    expect(left.locator(".links")).to_be_hidden()
    left.locator(".tie").last.click()
    right.wait_for_selector(".tied.on")
    assert left.locator(".tied.on").count() == 1
    right.locator(".tie").first.focus()
    left.wait_for_selector(".tied.on")
    assert "?a=" in page.url
    assert "&r=" in page.url


def test_side_by_side_the_panes_follow_the_choosers_and_the_address(
    page: Page, built_site: Path
) -> None:
    page.goto((built_site / addresses.COMPARE).as_uri())
    left, right = page.frame("kb-left"), page.frame("kb-right")
    assert left is not None
    assert right is not None
    right.wait_for_selector(".tie")
    page.locator(".pair select").last.select_option(index=1)
    asked = page.locator(".pair select").last.input_value()
    right.wait_for_url(f"**/reports/{asked}.html")
    page.wait_for_url(f"**r={asked}")
    right.locator(".chips a").first.click()
    left.wait_for_selector(".tie")
    page.reload()
    again = page.frame("kb-right")
    assert again is not None
    again.wait_for_url(f"**/reports/{asked}.html")


def test_side_by_side_a_report_that_the_box_does_not_hold_is_found_by_its_title(
    page: Page, law_site: Path, tmp_path: Path
) -> None:
    """The page of a large library: the box holds some reports, the others are typed for."""
    site = Path(shutil.copytree(law_site, tmp_path / "site"))
    text = (site / addresses.COMPARE).read_text("utf-8")
    options = re.findall(r'<option value="([^"/]+)">([^<]+)</option>', text)
    kept, (missing, title) = options[:-1], options[-1]
    text = text.replace(f'<option value="{missing}">{title}</option>', "")
    text = text.replace(f'src="reports/{missing}.html"', f'src="reports/{kept[0][0]}.html"')
    shown = text.replace(' autocomplete="off" hidden>', ' autocomplete="off">')
    assert shown != text
    (site / addresses.COMPARE).write_text(shown, "utf-8")
    page.goto((site / addresses.COMPARE).as_uri())
    page.wait_for_url("**r=*")
    chooser = page.locator("select[name=r]")
    expect(chooser.locator("option")).to_have_count(len(kept))
    page.get_by_label("找报告").fill(title[2:8])
    expect(chooser.locator("option", has_text=title)).to_have_count(1)
    page.get_by_label("找报告").press("Enter")  # leaves the page where it is
    chooser.select_option(missing)
    page.wait_for_url(f"**r={missing}")
    page.reload()  # the address alone brings it back, and the box names it
    page.wait_for_url(f"**r={missing}")
    expect(chooser).to_have_value(missing)
    expect(chooser.locator(f'option[value="{missing}"]')).to_have_text(title)


@pytest.mark.parametrize("kind", ["home", "article", "full", "report", "coverage"])
def test_pages_print_without_their_frame(kind: str, page: Page, built_site: Path) -> None:
    base, number = article_with_links(built_site)
    report = next((built_site / "reports").glob("[0-9]*.html")).name
    address = {
        "home": addresses.HOME,
        "article": article_page(base, number),
        "full": addresses.full_text(base),
        "report": f"reports/{report}",
        "coverage": addresses.COVERAGE,
    }[kind]
    page.goto((built_site / address).as_uri())
    page.emulate_media(media="print")
    for frame in (".kb-bar", ".kb-nav", ".kb-skip"):
        expect(page.locator(frame)).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


def test_nothing_moves_when_a_page_has_loaded(page: Page, article: str) -> None:
    page.goto(article)
    shift = page.evaluate(
        """() => new Promise((resolve) => {
          let total = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) total += entry.value;
          }).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => resolve(total), 300);
        })"""
    )
    assert shift < 0.02
