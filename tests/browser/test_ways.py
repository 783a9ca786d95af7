"""Finding one's way: the sections on every page, the contents that show where one is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.wide_library import write_wide_library
from tests.conftest import Built, generator

pytestmark = pytest.mark.browser

NewPage = Callable[..., Page]
DESK = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}

UNSEEN = """() => [...document.querySelectorAll(".kb-sections > li")].map((li) => {
  const it = li.querySelector("a, summary, span"), box = it.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  const seen = box.width && box.left >= 0 && box.right <= innerWidth && it.contains(at);
  return seen ? "" : it.textContent;
}).filter(Boolean)"""
"""The sections of which one cannot see the whole, or which something covers."""

NAV = """site_name: x
docs_dir: content/pages
theme: {name: material, language: zh, font: false}
plugins: [zhishiku]
nav:
  - 首页: index.md
  - 全文:
      - 条例全文: tiaoli/full.md
      - 意见全文: yijian/full.md
  - 材料:
      - 各地报告: reports/index.md
      - 对照表: coverage.md
  - 说明: [p1.md, p2.md, p3.md, p4.md, p5.md]
  - 上级网站: https://example.org/
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a maintainer of the wide library."""
    folder = tmp_path_factory.mktemp("wide")
    write_wide_library(folder / "content")
    return folder


@pytest.fixture(scope="module")
def wide(folder: Path) -> Path:
    """Two base documents, one of 200 articles, and five authored pages."""
    return build(folder, "site")


@pytest.fixture(scope="module")
def with_nav(folder: Path, wide: Path) -> Path:
    """The same with sections by mkdocs.yml."""
    (folder / "mkdocs.yml").write_text(NAV, "utf-8")
    return build(folder, "site-by-nav")


def build(folder: Path, site: str) -> Path:
    for output in ("site", "search"):
        done = generator("build", "--only", output, "--site", site, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder / site


def pages_of(site: Path, *, every: int) -> Iterator[Path]:
    """Yield one in `every` of the pages at the root; of a folder's the first and the last."""
    framed = [each for each in site.rglob("*.html") if each.parent.name != "linker"]
    for folder in sorted({path.parent for path in framed}):
        pages = sorted(folder.glob("*.html"))
        if "hant" not in folder.relative_to(site).parts:
            pages = [
                each for each in pages if each.name != "404.html"
            ]  # finds its style on a server
            yield from pages[::every] if folder == site else pages[:1] + pages[-1:]


def unseen_sections(page: Page, site: Path, *, every: int = 1) -> dict[str, list[str]]:
    """Return the sections that one cannot see, by page."""
    found = {}
    for path in pages_of(site, every=every):
        page.goto(path.as_uri(), wait_until="domcontentloaded")
        assert page.locator(".kb-sections > li").count() >= 5, path
        found[path.name] = page.evaluate(UNSEEN)
    return {name: missing for name, missing in found.items() if missing}


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_the_sections_are_seen_on_every_page(
    script: bool, new_page: NewPage, built: Built, wide: Path, with_nav: Path
) -> None:
    page = new_page(viewport=DESK, java_script_enabled=script)
    for site in (built.site, wide, with_nav) if script else (built.site, wide):
        assert unseen_sections(page, site, every=1 if site == built.site else 4) == {}
        heights = page.locator(".kb-ways").evaluate("(each) => each.offsetHeight")
        assert heights <= 40, "one line"


def test_the_sections_are_seen_where_a_page_opens_in_its_midst(
    new_page: NewPage, built_site: Path
) -> None:
    page = new_page(viewport=DESK)
    page.goto(f"{(built_site / 'yijian/full.html').as_uri()}#yijian-20-s1")
    page.wait_for_function("scrollY > 900")
    assert page.evaluate(UNSEEN) == []
    box = page.locator("#yijian-20-s1").bounding_box()
    bar = page.locator(".kb-ways").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] >= bar["y"] + bar["height"], "what is opened does not lie below the bar"


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_one_tap_on_a_phone_shows_the_sections_where_one_reads(
    script: bool, new_page: NewPage, built_site: Path, wide: Path, with_nav: Path
) -> None:
    phone = new_page(viewport=PHONE, has_touch=True, java_script_enabled=script)
    for site, address in (
        (built_site, "yijian/5.html"),
        (built_site, "reports/002.html"),
        (wide, "index.html"),
        (with_nav, "tiaoli/120.html"),
    ):
        phone.goto((site / address).as_uri())
        phone.mouse.wheel(0, 400)
        phone.wait_for_timeout(150)
        before = phone.evaluate("scrollY")
        phone.touchscreen.tap(361, 28)
        expect(phone.locator(".kb-ways")).to_be_in_viewport()
        assert phone.evaluate(UNSEEN) == []
        contents = phone.get_by_role("navigation", name="目录")
        expect(contents).to_be_in_viewport()
        assert contents.bounding_box()["y"] > phone.locator(".kb-ways").bounding_box()["y"]  # type: ignore[index]
        phone.touchscreen.tap(361, 28)
        expect(phone.locator(".kb-ways")).to_be_hidden()
        assert phone.evaluate("scrollY") == before, "closing leads back to where one read"


def test_the_menu_of_a_phone_closes_when_one_has_chosen(phone: Page, built_site: Path) -> None:
    phone.goto((built_site / "yijian" / "full.html").as_uri())
    phone.touchscreen.tap(361, 28)
    phone.locator(".kb-nav h3 a").nth(2).tap()
    expect(phone.locator(".kb-side")).to_be_hidden()
    expect(phone.locator("#yijian-part-3 h2")).to_be_in_viewport()
    phone.touchscreen.tap(361, 28)
    phone.keyboard.press("Escape")
    expect(phone.locator(".kb-side")).to_be_hidden()


def test_more_opens_and_closes_by_keyboard_and_by_a_click_elsewhere(
    new_page: NewPage, wide: Path
) -> None:
    page = new_page(viewport=DESK)
    page.goto((wide / "p5.html").as_uri())
    more = page.locator(".kb-more")
    expect(more.locator("summary.current")).to_have_text("更多")
    inside = more.get_by_role("link", name="常见问题解答")
    expect(inside).to_be_hidden()
    more.locator("summary").press("Enter")
    expect(inside).to_be_in_viewport(ratio=1)
    expect(inside).to_have_attribute("aria-current", "page")
    page.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(more.locator("summary")).to_be_focused()
    page.keyboard.press("Enter")
    page.mouse.click(640, 600)
    expect(inside).to_be_hidden()


def test_the_keyboard_goes_from_the_bar_to_the_sections_to_the_contents_to_the_text(
    new_page: NewPage, built_site: Path
) -> None:
    page = new_page(viewport=DESK)
    page.goto((built_site / "yijian" / "5.html").as_uri())
    places: list[str] = []
    for _ in range(60):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """[".kb-skip", ".kb-bar", ".kb-ways", ".kb-nav", "main #content"]
              .find((each) => document.activeElement.closest(each))"""
        )
        if place not in places[-1:]:
            places.append(place)
    assert places == [".kb-skip", ".kb-bar", ".kb-ways", ".kb-nav", "main #content"]


def test_the_bar_carries_the_title_of_the_library(
    new_page: NewPage, built_site: Path, wide: Path
) -> None:
    page = new_page(viewport=DESK)
    for site in (built_site, wide):
        page.goto((site / "index.html").as_uri())
        name = page.locator(".kb-name")
        expect(name).to_have_text(page.title())
        expect(name).to_have_attribute("title", page.title())
        assert name.evaluate("(each) => each.scrollWidth <= each.clientWidth"), "not cut"


@pytest.mark.parametrize("number", [1, 13, 25])
def test_the_open_article_is_in_sight_in_the_contents_and_the_page_has_not_moved(
    number: int, new_page: NewPage, built_site: Path
) -> None:
    page = new_page(viewport=DESK)
    page.goto((built_site / "yijian" / f"{number}.html").as_uri())
    expect(page.locator(".kb-nav [aria-current=page]")).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


def test_the_open_article_of_a_long_law_is_in_sight(new_page: NewPage, wide: Path) -> None:
    page = new_page(viewport=DESK)
    for number in (1, 120, 200):
        page.goto((wide / "tiaoli" / f"{number}.html").as_uri())
        expect(page.locator(".kb-nav [aria-current=page]")).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") == 0


def marked(page: Page) -> str:
    """Return the words of the place that the contents mark."""
    return page.locator(".kb-nav [aria-current=location]").first.inner_text(timeout=3000)


def scroll_to(page: Page, place: str) -> None:
    page.evaluate("(id) => document.getElementById(id).scrollIntoView()", place)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")


def test_the_contents_follow_the_reader_of_the_full_text(
    new_page: NewPage, built_site: Path
) -> None:
    page = new_page(viewport=DESK)
    page.goto((built_site / "yijian" / "full.html").as_uri())
    expect(page.locator(".kb-nav [aria-current=location]")).to_have_count(0)
    expect(page.locator(".kb-nav [aria-current=page]")).to_have_text("《意见》全文")
    for place, label in (
        ("yijian-part-1", "第一部分"),
        ("yijian-part-3", "第三部分"),
        ("yijian-13", "（十三）"),
        ("yijian-20", "（二十）"),
        ("yijian-2", "（二）"),
    ):
        scroll_to(page, place)
        assert marked(page).startswith(label)
        expect(page.locator(".kb-nav [aria-current=location]")).to_have_count(1)
        expect(page.locator(".kb-nav [aria-current=location]")).to_be_in_viewport(ratio=1)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    page.wait_for_timeout(200)
    assert marked(page).startswith("（二十五）"), "the last comes no higher, and is marked still"


def test_a_place_that_opens_is_the_one_that_is_marked(new_page: NewPage, built_site: Path) -> None:
    page = new_page(viewport=DESK)
    for number, label in ((4, "（四）"), (17, "（十七）")):
        page.goto("about:blank")
        page.goto(f"{(built_site / 'yijian/full.html').as_uri()}#yijian-{number}-s2")
        page.wait_for_function("scrollY > 100")
        page.wait_for_timeout(150)
        assert marked(page).startswith(label)


def test_the_parts_of_a_long_law_are_followed(new_page: NewPage, wide: Path) -> None:
    page = new_page(viewport=DESK)
    page.goto((wide / "tiaoli" / "full.html").as_uri())
    scroll_to(page, "tiaoli-90")
    assert marked(page).startswith("第三章")
    scroll_to(page, "tiaoli-170")
    assert marked(page).startswith("第五章")


def test_the_outline_of_a_report_follows_too(new_page: NewPage, built_site: Path) -> None:
    page = new_page(viewport=DESK)
    page.goto((built_site / "reports" / "002.html").as_uri())
    link = page.locator(".kb-outline a").nth(5)
    link.click()
    page.mouse.move(700, 400)
    page.wait_for_timeout(200)
    assert marked(page) == link.inner_text()


def test_following_leaves_the_focus_and_the_column_in_use_alone(
    new_page: NewPage, built_site: Path
) -> None:
    page = new_page(viewport=DESK)
    page.goto((built_site / "yijian" / "full.html").as_uri())
    page.locator(".kb-nav ol a").first.focus()
    before = page.locator(".kb-nav").evaluate("(each) => each.scrollTop")
    page.evaluate("document.getElementById('yijian-22').scrollIntoView()")
    page.wait_for_timeout(200)
    assert marked(page).startswith("（二十二）")
    expect(page.locator(".kb-nav ol a").first).to_be_focused()
    assert page.locator(".kb-nav").evaluate("(each) => each.scrollTop") == before


def test_scrolling_a_long_text_stays_smooth(new_page: NewPage, wide: Path) -> None:
    page = new_page(viewport=DESK)
    page.goto((wide / "tiaoli" / "full.html").as_uri())
    worst = page.evaluate(
        """async () => {
          let worst = 0;
          for (let at = 0; at < 60; at += 1) {
            scrollBy(0, 150);
            await new Promise(requestAnimationFrame);
            const start = performance.now();
            dispatchEvent(new Event("scroll"));
            await new Promise(requestAnimationFrame);
            worst = Math.max(worst, performance.now() - start);
          }
          return worst;
        }"""
    )
    assert worst < 150, f"{worst:.0f} ms between two frames"
