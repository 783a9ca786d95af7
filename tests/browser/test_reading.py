"""Reading aids: settings before the first paint, copying, marks and notes, pinyin."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from generator.text.common import COMMON_CHARACTERS

if TYPE_CHECKING:
    from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


@pytest.fixture
def article(built_site: Path) -> str:
    """The address of an article."""
    return next(built_site.glob("*/5.html")).as_uri()


def choose(page: Page, name: str, value: str) -> None:
    if not page.locator("#kb-reading").is_visible():
        page.locator("#kb-reading-open").click()
    page.locator(f"#kb-reading input[name={name}][value='{value}'] + span").click()


def style(page: Page, selector: str, name: str) -> str:
    return str(page.locator(selector).first.evaluate(f"(e) => getComputedStyle(e).{name}"))


def test_the_panel_is_worked_from_the_keyboard(page: Page, article: str) -> None:
    page.goto(article)
    opener = page.locator("#kb-reading-open")
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    before = float(style(page, ".text", "fontSize").removesuffix("px"))
    page.keyboard.press("ArrowRight")
    assert float(style(page, ".text", "fontSize").removesuffix("px")) > before
    page.keyboard.press("Escape")
    expect(page.locator("#kb-reading")).to_be_hidden()
    expect(opener).to_be_focused()


def test_settings_hold_on_the_next_page_without_a_shift(page: Page, article: str) -> None:
    page.goto(article)
    plain = page.evaluate("({...document.documentElement.dataset})")
    assert not {"size", "leading", "face", "pinyin"} & set(plain)
    choose(page, "size", "4")
    choose(page, "leading", "3")
    choose(page, "face", "sans")
    page.add_init_script(
        """window.shifts = 0;
        new PerformanceObserver((list) => {
            for (const each of list.getEntries()) window.shifts += each.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(article.replace("/5.html", "/6.html"))
    page.wait_for_timeout(300)
    assert page.evaluate("({...document.documentElement.dataset})") == plain | {
        "size": "4",
        "leading": "3",
        "face": "sans",
    }
    assert style(page, ".text", "fontSize") == "25px"
    assert "Serif" not in style(page, ".text", "fontFamily")
    assert page.evaluate("window.shifts") < 0.01
    choose(page, "size", "")
    page.reload()
    assert style(page, ".text", "fontSize") == "18px"


def test_pages_do_without_storage(browser_page_without_storage: Page, article: str) -> None:
    page = browser_page_without_storage
    page.goto(article)
    choose(page, "size", "4")
    assert style(page, ".text", "fontSize") == "25px"
    page.get_by_role("button", name="标记").click()
    expect(page.locator(".kb-said")).to_contain_text("浏览器不让保存")


@pytest.fixture
def browser_page_without_storage(new_page: NewPage) -> Page:
    """A page whose browser closes storage to files."""
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });"
    )
    return page


def test_a_sentence_is_copied_with_its_source(new_page: NewPage, article: str) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(article)
    sentence = page.locator(".text .s").nth(1)
    sentence.hover()
    page.locator(".kb-copy button").first.click()
    expect(page.locator(".kb-said")).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert copied[0] == sentence.text_content()
    assert re.fullmatch(r"——《.+》第.+条", copied[1])


def test_copying_falls_back_where_the_clipboard_is_closed(page: Page, article: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(article)
    page.evaluate("document.addEventListener('copy', () => window.copied = String(getSelection()))")
    page.evaluate(
        """() => document.execCommand = (what) => {
            window.copied = document.activeElement.value;
            return what === "copy";
        }"""
    )
    page.get_by_role("button", name="复制本条").click()
    copied = page.evaluate("window.copied").split("\n")
    assert page.locator("article h1 .s").text_content() in copied[0]
    assert re.fullmatch(r"——《.+》第.+条", copied[-1])
    assert len(page.locator(".text p").all()) == len(copied) - 2


def test_copied_text_is_the_edition_with_pinyin_shown_or_not(page: Page, article: str) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined });")
    page.goto(article)
    page.evaluate("document.execCommand = () => { window.copied = document.activeElement.value; }")
    page.get_by_role("button", name="复制本条").click()
    plain = page.evaluate("window.copied")
    choose(page, "pinyin", "all")
    page.locator("ruby").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="复制本条").click()
    assert page.evaluate("window.copied") == plain


def test_marks_and_notes_are_kept_and_shown(page: Page, article: str) -> None:
    page.goto(article)
    page.get_by_role("button", name="标记").click()
    page.get_by_role("button", name="已读").click()
    page.get_by_role("button", name="笔记").click()
    page.keyboard.type("会上提出：先自查")
    page.reload()
    expect(page.get_by_role("button", name="标记")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("textbox", name="本条笔记")).to_have_value("会上提出：先自查")
    sign = page.locator(".kb-nav .kb-sign")
    expect(sign).to_have_attribute("aria-label", "标记、笔记、已读")
    page.goto(re.sub(r"[^/]+/5\.html$", "index.html", article))
    expect(page.locator(".contents .kb-progress")).to_have_text("已读1条")
    page.goto(article)
    page.get_by_role("button", name="标记").click()
    expect(page.get_by_role("button", name="标记")).to_have_attribute("aria-pressed", "false")


def test_the_record_moves_as_a_file(new_page: NewPage, article: str, tmp_path: Path) -> None:
    page = new_page()
    page.goto(article)
    page.get_by_role("button", name="标记").click()
    page.get_by_role("button", name="笔记").click()
    page.keyboard.type("甲")
    page.locator("#kb-reading-open").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="导出").click()
    file = tmp_path / "record.json"
    download.value.save_as(file)
    record = json.loads(file.read_text("utf-8"))
    (name,) = record["articles"]
    assert record["articles"][name] == {"mark": True, "note": "甲"}

    other = new_page()
    other.goto(article)
    other.get_by_role("button", name="笔记").click()
    other.keyboard.type("乙")
    other.locator("#kb-reading input[type=file]").set_input_files(file)
    expect(other.locator(".kb-said")).to_have_text("已导入1条的记录")
    expect(other.get_by_role("textbox", name="本条笔记")).to_have_value("乙\n甲")
    expect(other.get_by_role("button", name="标记")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "不是学习记录文件"),
        ('{"version": 1}', "这是另一个知识库的记录"),
        ('{"version": 1, "library": "x", "articles": {}}', "这是另一个知识库的记录"),
    ],
)
def test_other_files_are_refused(
    page: Page, article: str, tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "a.json").write_text(text, "utf-8")
    page.goto(article)
    page.locator("#kb-reading input[type=file]").set_input_files(tmp_path / "a.json")
    expect(page.locator(".kb-said")).to_have_text(said)


def test_pinyin_over_all_characters_and_off_again(page: Page, article: str) -> None:
    page.goto(article)
    plain = page.locator("article .text").inner_text()
    choose(page, "pinyin", "all")
    page.locator("ruby").first.wait_for()
    pairs = page.locator("article .text ruby").evaluate_all(
        "(all) => all.map((each) => [each.firstChild.data, each.querySelector('rt').textContent])"
    )
    han = [each for each in plain if "\u4e00" <= each <= "\u9fff"]
    assert [one for one, _ in pairs] == han
    assert ["监", "jiān"] in pairs
    choose(page, "pinyin", "")
    assert page.locator("ruby").count() == 0
    assert page.locator("article .text").inner_text() == plain


def test_pinyin_over_rare_characters_only(page: Page, built_site: Path) -> None:
    texts = {each: each.read_text("utf-8") for each in sorted(built_site.glob("reports/*.html"))}
    report = next(each for each, text in texts.items() if "踔" in text)
    page.goto(report.as_uri())
    choose(page, "pinyin", "rare")
    page.locator("ruby").first.wait_for()
    annotated = {each.inner_text()[0] for each in page.locator("ruby").all()}
    assert "踔" in annotated
    assert not annotated & COMMON_CHARACTERS


def test_pinyin_in_the_traditional_edition(page: Page, article: str, built_site: Path) -> None:
    name = article.split("/")[-2]
    page.goto((built_site / "hant" / name / "5.html").as_uri())
    choose(page, "pinyin", "all")
    page.locator("ruby").first.wait_for()
    pairs = page.locator("article .text ruby").evaluate_all(
        "(all) => all.map((each) => each.firstChild.data + each.querySelector('rt').textContent)"
    )
    assert {"黨dǎng", "監jiān"} <= set(pairs)


def test_print_shows_text_and_notes_only(page: Page, article: str) -> None:
    page.goto(article)
    page.locator(".text .s").first.hover()
    page.emulate_media(media="print")
    for gone in ("#kb-reading-open", ".kb-copy", ".kb-do", ".kb-note"):
        assert not page.locator(gone).first.is_visible(), gone
