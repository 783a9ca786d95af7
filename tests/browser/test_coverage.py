"""对照表: it has the width, keeps its legend and heads in sight, and can be turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.many_reports import write_many_reports
from tests.conftest import generator

pytestmark = pytest.mark.browser

NewPage = Callable[..., Page]
DESK, WIDE = {"width": 1280, "height": 720}, {"width": 1920, "height": 1080}
PHONE = {"width": 390, "height": 600}


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty reports of twelve places, four years, five kinds."""
    folder = tmp_path_factory.mktemp("some")
    write_many_reports(folder / "content", 60)
    done = generator("build", "--only", "site", "--site", "site", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def boxes(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found is not None
    x, y, width, height = found["x"], found["y"], found["width"], found["height"]
    return {"x": x, "y": y, "width": width, "right": x + width, "bottom": y + height}


@pytest.mark.parametrize("window", [DESK, WIDE], ids=["1280", "1920"])
def test_the_matrix_takes_the_room_there_is(
    window: dict[str, int], new_page: NewPage, built_site: Path, some: Path
) -> None:
    page = new_page(viewport=window)
    for site in (built_site, some):
        page.goto((site / "coverage.html").as_uri())
        matrix = boxes(page, ".matrix")
        assert matrix["x"] <= 32
        assert matrix["right"] >= window["width"] - 48
        assert page.evaluate("document.documentElement.scrollWidth") <= window["width"]


def test_legend_and_heads_stay_in_sight(new_page: NewPage, built_site: Path, some: Path) -> None:
    page = new_page(viewport=DESK)
    for site, name in ((built_site, "coverage"), (some, "coverage"), (some, "coverage-kind")):
        page.goto((site / f"{name}.html").as_uri())
        page.locator(".matrix-box").scroll_into_view_if_needed()
        page.mouse.move(640, 600)
        for _ in range(12):
            page.mouse.wheel(0, 200)
        page.wait_for_timeout(200)
        expect(page.locator(".legend")).to_be_in_viewport(ratio=1)
        legend, bar = boxes(page, ".legend"), boxes(page, ".kb-ways")
        assert legend["y"] >= bar["bottom"] - 1


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_it_is_turned_by_links(script: bool, new_page: NewPage, some: Path) -> None:
    page = new_page(viewport=DESK, java_script_enabled=script)
    page.goto((some / "coverage.html").as_uri())
    heads = {
        "按地方": "东桥区",
        "按年份": "2022年",
        "按体裁": "总结",
        "按报告": "公共阅览室建设和管理情况的报告",
    }
    for way, head in heads.items():
        page.get_by_role("navigation", name="对照表的排法").get_by_role("link", name=way).click()
        expect(page.locator(".turns [aria-current=page]")).to_have_text(way)
        first = page.locator(".matrix thead th a span").first
        assert first.inner_text().replace("\n", "").startswith(head)


@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_cell_opens_what_is_in_it(script: bool, new_page: NewPage, some: Path) -> None:
    page = new_page(viewport=DESK, java_script_enabled=script)
    page.goto((some / "coverage-year.html").as_uri())
    cell = page.locator(".cell[aria-label^='第（四）条，2024年：']")
    label = cell.get_attribute("aria-label")
    cell.click()
    panel = page.locator(".panel:visible")
    expect(panel.locator("h2")).to_contain_text(label or "-")
    assert "送书上门" in panel.inner_text()
    box, matrix = boxes(page, ".panel:visible"), boxes(page, ".matrix-box")
    assert box["x"] >= matrix["right"], "it stands beside the matrix"
    assert page.evaluate("decodeURIComponent(location.hash)") == "#cell-yijian-4-year-2024"


def test_the_open_cell_is_found_again_by_its_address(new_page: NewPage, some: Path) -> None:
    page = new_page(viewport=DESK)
    page.goto(f"{(some / 'coverage-place.html').as_uri()}#cell-yijian-11-place-未写明")
    page.goto(f"{(some / 'coverage-place.html').as_uri()}#cell-yijian-11-place-")
    cell = page.locator(".cell[aria-expanded=true]")
    expect(cell).to_be_in_viewport(ratio=1)
    expect(page.locator(".panel:visible")).to_contain_text("第（十一）条，未写明")
    head, legend = boxes(page, ".matrix thead th"), boxes(page, ".legend")
    assert head["y"] >= legend["bottom"] - 1, "the heads do not lie below the legend"


def test_from_a_cell_one_comes_to_the_list_of_these_reports(page: Page, some: Path) -> None:
    page.goto((some / "coverage-kind.html").as_uri())
    page.locator(".cell[aria-label^='第（五）条，讲话：']").click()
    label = page.locator(".panel:visible h2").inner_text()
    page.get_by_role("link", name="看这些报告").click()
    expect(page.locator(".choose select[name=kind]")).to_have_value("讲话")
    expect(page.locator(".choose select[name=article]")).to_have_value("yijian-5")
    count = page.locator("#report-list > li:visible").count()
    assert f"：{count}篇报告，" in label.replace("\n", "")
    page.go_back()
    page.locator(".matrix thead th a").nth(0).click()
    expect(page.locator(".choose output")).to_have_text("显示12篇，共60篇")


def test_on_a_phone_it_scrolls_in_its_box_under_its_heads(
    new_page: NewPage, built_site: Path, some: Path
) -> None:
    phone = new_page(viewport=PHONE, has_touch=True)
    for site, name in ((built_site, "coverage"), (some, "coverage"), (some, "coverage-place")):
        phone.goto((site / f"{name}.html").as_uri())
        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        before = boxes(phone, ".matrix-box")
        phone.evaluate("document.querySelector('.matrix-box').scrollTo(200, 300)")
        assert phone.evaluate("document.querySelector('.matrix-box').scrollLeft") == 200
        assert phone.evaluate("document.querySelector('.matrix-box').scrollTop") >= 50
        head, row = (
            boxes(phone, ".matrix thead th:nth-child(4)"),
            boxes(phone, ".matrix th[scope=row]"),
        )
        assert abs(head["y"] - before["y"]) <= 1
        assert abs(row["x"] - before["x"]) <= 1
        assert row["width"] < PHONE["width"] / 2
