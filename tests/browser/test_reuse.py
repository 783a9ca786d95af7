"""雷同 in a browser: from the list to two texts side by side; search shows shared words once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, expect

pytestmark = pytest.mark.browser


def panes(page: Page) -> tuple[Frame, Frame]:
    left, right = page.frame("kb-left"), page.frame("kb-right")
    assert left is not None
    assert right is not None
    return left, right


def test_from_the_list_to_two_texts_beside_each_other(page: Page, built_site: Path) -> None:
    page.goto((built_site / "reuse.html").as_uri())
    pair = page.locator("#pair-list li").first
    count = int(pair.locator(".facts span").first.inner_text().removesuffix("段"))
    pair.locator(".names").click()
    section = page.locator("section:target")
    expect(section.locator(".runs li")).to_have_count(count)
    own, other = section.locator(".runs li").first.locator(".words").all()
    assert own.locator(".no").inner_text()[0] == other.locator(".no").inner_text()[0] == "1"
    section.get_by_role("link", name="全文对读").click()
    expect(page.locator(".pair output")).to_have_text(f"相同{count}处")
    left, right = panes(page)
    numbers = [str(at) for at in range(1, count + 1)]
    for pane in (left, right):
        pane.wait_for_selector(".tie")
        assert {each.get_attribute("data-n") for each in pane.locator(".tie").all()} == set(numbers)
    words = [
        "".join(each.locator('.shared-run[data-n="1"]').all_inner_texts()) for each in (left, right)
    ]
    assert words[0] != words[1]  # words that differ are within
    assert right.locator('.shared-run.differs[data-n="1"]').count()
    left.locator('.tie[data-n="2"]').click()
    right.wait_for_selector('.shared-run.on[data-n="2"]')
    expect(page.locator(".pair output")).to_have_text(f"第2处，共{count}处")
    page.get_by_role("button", name="下一处").click()
    left.wait_for_selector('.shared-run.on[data-n="1"]')


def test_words_of_the_document_are_marked_where_asked_for(page: Page, built_site: Path) -> None:
    page.goto((built_site / "reuse.html").as_uri())
    page.locator("#pair-list").get_by_role("link", name="全文对读").first.click()
    expect(page.locator(".pair output")).to_contain_text("相同")
    left, _ = panes(page)
    word = left.locator(".of-document").first
    expect(word).to_have_css("border-bottom-style", "none")
    page.get_by_label("文件原话").check()
    expect(word).to_have_css("border-bottom-style", "solid")
    page.get_by_label("两篇相同").uncheck()
    expect(left.locator(".tie").first).to_be_hidden()


def test_search_shows_the_same_words_of_several_reports_once(page: Page, built_site: Path) -> None:
    page.goto((built_site / "search.html").as_uri())
    page.wait_for_function("() => Boolean(window.kbShared.foldHits)")
    rows = page.evaluate(
        """() => {
          const hit = (url, text, kind = "report") => ({ url, text, kind, how: "", title: url });
          const words = "把谈心谈话摆在日常监督前头逢节必提醒";
          return window.kbShared.foldHits([
            hit("reports/a.html#1", `${words}。`),
            hit("reports/b.html#1", "别的一句话说的是别的一件事情。"),
            hit("reports/c.html#7", words.replace("，", "") + "！".replace("！", "；")),
            hit("yijian/1.html#1", `${words}。`, "article"),
            hit("reports/d.html#1", "短句。"),
            hit("reports/e.html#1", "短句。"),
          ]).map((row) => row.map((each) => each.url));
        }"""
    )
    assert rows == [
        ["reports/a.html#1", "reports/c.html#7"],
        ["reports/b.html#1"],
        ["yijian/1.html#1"],
        ["reports/d.html#1"],
        ["reports/e.html#1"],
    ]
