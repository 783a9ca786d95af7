"""Words that explain themselves: by hover, focus and tap, wherever they stand on the screen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import violations

if TYPE_CHECKING:
    from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser
INSIDE = """() => {
    const box = document.getElementById("kb-tip").getBoundingClientRect();
    const page = document.documentElement;
    return box.left >= 0 && box.right <= page.clientWidth
        && page.scrollWidth <= page.clientWidth && box.width > 60;
}"""


@pytest.fixture
def article(built_site: Path) -> str:
    """The article where one copy reads 受委托人 and another, followed here, 受请托人."""
    return (built_site / "yijian/12.html").as_uri()


@pytest.fixture
def report(built_site: Path) -> str:
    """A report in whose source 恻隐 is misprinted as 侧隐."""
    return (built_site / "reports/000-4.html").as_uri()


def told_of_variant(page: Page) -> None:
    tip = page.locator("#kb-tip")
    expect(tip).to_be_visible()
    readings = dict(
        zip(tip.locator("dt").all_text_contents(), tip.locator("dd mark").all(), strict=True)
    )
    assert {name.split()[0]: mark.text_content() for name, mark in readings.items()} == {
        "000-3": "请",
        "001": "委",
    }
    assert "取" in next(name for name in readings if name.startswith("000-3"))
    expect(tip).to_contain_text("000-3讹误较少")


def test_a_variant_by_mouse_which_may_go_into_the_tip(page: Page, article: str) -> None:
    page.goto(article)
    tip = page.locator("#kb-tip")
    expect(tip).to_be_hidden()
    page.locator(".text .var", has_text="请").hover()
    told_of_variant(page)
    assert page.evaluate(INSIDE)
    tip.locator(".reason").hover()
    page.wait_for_timeout(600)
    expect(tip).to_be_visible()
    page.locator(".kb-foot").hover()
    expect(tip).to_be_hidden()


def test_escape_closes_what_the_mouse_opened_and_it_stays_closed(page: Page, article: str) -> None:
    page.goto(article)
    page.locator(".text .var", has_text="请").hover()
    expect(page.locator("#kb-tip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#kb-tip")).to_be_hidden()
    page.wait_for_timeout(400)
    expect(page.locator("#kb-tip")).to_be_hidden()


def test_a_variant_by_keyboard(page: Page, article: str) -> None:
    page.goto(article)
    variant, tip = page.locator(".text .var", has_text="请"), page.locator("#kb-tip")
    variant.focus()
    told_of_variant(page)
    expect(variant).to_have_attribute("aria-describedby", "kb-tip")
    expect(tip).to_have_attribute("role", "tooltip")
    page.keyboard.press("Enter")
    assert "#" not in page.url
    page.keyboard.press("Tab")
    link = tip.get_by_role("link")
    expect(link).to_be_focused()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    expect(variant).to_be_focused()
    assert variant.get_attribute("aria-describedby") is None
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#variant-[0-9]+$"))
    expect(tip).to_be_hidden()


def test_tab_goes_on_where_nothing_was_opened(page: Page, article: str) -> None:
    page.goto(article)
    page.locator(".text .var", has_text="请").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.text') !== null")
    page.locator("#kb-reading-open").focus()
    expect(page.locator("#kb-tip")).to_be_hidden()


def test_a_variant_by_tap_on_a_phone(phone: Page, article: str) -> None:
    phone.goto(article)
    variant, tip = phone.locator(".text .var", has_text="请"), phone.locator("#kb-tip")
    variant.tap()
    told_of_variant(phone)
    assert "#" not in phone.url
    phone.wait_for_timeout(500)
    expect(tip).to_be_visible()
    phone.locator(".article-head .label").tap()
    expect(tip).to_be_hidden()


@pytest.mark.parametrize("number", [10, 12, 19, 25])
def test_no_tip_leaves_the_screen_of_a_phone(phone: Page, built_site: Path, number: int) -> None:
    phone.goto((built_site / f"yijian/{number}.html").as_uri())
    for variant in phone.locator(".text .var").all():
        variant.tap()
        assert phone.evaluate(INSIDE), variant.text_content()
        box = phone.locator("#kb-tip").bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 844
        phone.keyboard.press("Escape")


def test_mended_words_by_hover_focus_and_tap(new_page: NewPage, report: str) -> None:
    page = new_page()
    page.goto(report)
    mended, tip = page.locator(".mended", has_text="恻隐"), page.locator("#kb-tip")
    mended.hover()
    expect(tip).to_contain_text("来源作“侧隐”")
    expect(tip).to_contain_text("形近误字")
    page.keyboard.press("Escape")
    mended.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(tip).to_contain_text("来源作“侧隐”")
    page.keyboard.press("Enter")
    tip.get_by_role("link", name="整理记录").click()
    expect(page.locator("tr:target del")).to_have_text("侧隐")
    phone = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    phone.goto(report)
    phone.locator(".mended", has_text="恻隐").tap()
    expect(phone.locator("#kb-tip")).to_contain_text("来源作“侧隐”")
    assert phone.evaluate(INSIDE)


def test_words_of_a_variant_can_be_selected_with_the_mouse(page: Page, article: str) -> None:
    page.goto(article)
    box = page.locator(".text a.var", has_text="及时").bounding_box()
    assert box is not None
    letter, y = box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + letter, y)  # between 及 and 时
    page.mouse.down()
    page.mouse.move(box["x"] + letter * 5, y, steps=9)
    page.mouse.up()
    assert page.evaluate("String(getSelection())") == "时向所在"
    assert "#" not in page.url


def test_without_scripts_the_words_are_links(new_page: NewPage, article: str, report: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(article)
    page.locator(".text a.var", has_text="请").click()
    expect(page.locator(".variant:target dd").last).to_have_text("委")
    page.goto(report)
    page.locator("a.mended", has_text="恻隐").click()
    expect(page.locator("tr:target del")).to_have_text("侧隐")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_tip_is_accessible(
    new_page: NewPage, article: str, report: str, scheme: str
) -> None:
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    for address, words in ((article, ".text .var"), (report, ".mended")):
        page.goto(address)
        page.locator(words).first.click()
        expect(page.locator("#kb-tip")).to_be_visible()
        assert violations(page, within="#kb-tip") == []


def test_tips_are_not_printed(page: Page, article: str) -> None:
    page.goto(article)
    page.locator(".text .var", has_text="请").click()
    page.emulate_media(media="print")
    expect(page.locator("#kb-tip")).to_be_hidden()


def test_tips_in_the_traditional_edition(page: Page, built_site: Path) -> None:
    page.goto((built_site / "hant/reports/000-4.html").as_uri())
    page.locator(".mended", has_text="惻隱").click()
    expect(page.locator("#kb-tip")).to_contain_text("來源作“側隱”")
    page.goto((built_site / "hant/yijian/12.html").as_uri())
    page.locator(".text .var", has_text="請").click()
    expect(page.locator("#kb-tip dd mark").last).to_have_text("委")


def test_a_term_tells_its_gloss_and_leads_to_its_page(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    tip = page.locator("#kb-tip")
    page.locator(".text .gl", has_text="三重一大").hover()
    expect(tip).to_contain_text("重大决策、重要干部任免、重大项目安排和大额度资金使用")
    page.locator(".text .gl", has_text="三重一大").click()
    tip.get_by_role("link", name="词条").click()
    expect(page).to_have_url(re.compile(r"terms\.html#term-[0-9]+$"))
    expect(page.locator("dt:target")).to_contain_text("三重一大")


def test_a_regulation_named_in_a_report_tells_what_is_known(phone: Page, built_site: Path) -> None:
    phone.goto((built_site / "reports/004.html").as_uri())
    tip = phone.locator("#kb-tip")
    phone.locator(".gl", has_text="《中国共产党党内监督条例》").tap()
    expect(tip).to_contain_text("党内法规")
    expect(tip).to_contain_text("又作《党内监督条例》")
    assert phone.evaluate(INSIDE)
    phone.locator(".gl", has_text="《关于加强对“一把手”和领导班子监督的意见》").first.tap()
    expect(tip).to_contain_text("本库的文件")
    tip.get_by_role("link", name="全文").tap()
    expect(phone).to_have_url(re.compile(r"yijian/full\.html$"))


def test_glosses_leave_the_text_exact(page: Page, built_site: Path) -> None:
    for name in ("yijian/full.html", "reports/002.html"):
        page.goto((built_site / name).as_uri())
        assert page.locator(".text .gl").count() > 20
        page.evaluate("getSelection().selectAllChildren(document.querySelector('.text'))")
        chosen = "".join(page.evaluate("String(getSelection())").split())
        words = page.evaluate(
            "[...document.querySelectorAll('.text .s')].map((s) => s.textContent)"
        )
        for sentence in words:
            assert "".join(sentence.split()) in chosen


def test_glosses_without_scripts(new_page: NewPage, built_site: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((built_site / "reports/004.html").as_uri())
    assert page.locator(".gloss:visible").count() == 0
    page.locator("a.gl", has_text="民主集中制").first.click()
    expect(page.locator(".gloss:target")).to_be_visible()
    expect(page.locator(".gloss:target b")).to_have_text("民主集中制")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_gloss_is_accessible(new_page: NewPage, built_site: Path, scheme: str) -> None:
    page = new_page(color_scheme=scheme, reduced_motion="reduce")
    for name in ("yijian/full.html", "yijian/5.html", "reports/004.html", "hant/reports/004.html"):
        page.goto((built_site / name).as_uri())
        page.locator(".text .gl").nth(3).click()
        expect(page.locator("#kb-tip .gloss, #kb-tip p")).not_to_have_count(0)
        assert violations(page, within="#kb-tip") == []


def test_glosses_are_not_printed(page: Page, built_site: Path) -> None:
    page.goto((built_site / "reports/004.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".gloss:visible").count() == 0
    border = page.locator(".gl").first.evaluate("(e) => getComputedStyle(e).borderBottomStyle")
    assert border == "none"
