"""自测 in the browser: drawn by number, answered, told right or wrong, kept, done again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

if TYPE_CHECKING:
    from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


def start(page: Page, site: Path, seed: str = "7", scope: str = "") -> Locator:
    """Draw ten questions and return those that are shown."""
    page.goto((site / "quiz.html").as_uri())
    if scope:
        page.locator("[name=scope]").select_option(scope)
    page.locator("[name=seed]").fill(seed)
    page.locator("#quiz-form [type=submit]").click()
    return page.locator("#quiz-list > li:visible")


def words_of(site: Path, article: str) -> str:
    """Return the text of an article by the exported edition."""
    edition = json.loads((site / "data/edition.json").read_text("utf-8"))
    return next(
        str(each["text"]).replace("\n", "")
        for part in edition["parts"]
        for each in part["articles"]
        if each["id"] == article
    )


def answer(page: Page, item: Locator) -> str:
    """Return the answer that the key has of a question."""
    key = page.locator(f'[data-of="{item.get_attribute("id")}"] b')
    return (key.text_content() or "").split("　")[-1]


def test_what_is_drawn_follows_from_the_number_alone(page: Page, built_site: Path) -> None:
    def drawn(seed: str) -> list[str]:
        items = start(page, built_site, seed)
        return [str(each.get_attribute("id")) for each in items.all()]

    first = drawn("7")
    assert len(first) == 10
    assert drawn("7") == first
    assert drawn("8") != first


def test_the_answer_of_the_text_is_right_and_another_is_told_with_the_passage(
    page: Page, built_site: Path
) -> None:
    items = start(page, built_site)
    gaps = page.locator("#quiz-list > li[data-kind=gap]:visible:has(input)")
    right, wrong = gaps.nth(0), gaps.nth(1)
    text = answer(page, right)
    article = right.get_attribute("data-articles") or ""
    stem = right.locator(".stem").text_content() or ""
    name = right.locator(".of").text_content() or ""
    assert text in words_of(built_site, article)
    assert stem.removeprefix(name)[:4] in words_of(built_site, article)
    right.locator("input").fill(f" {text} ")
    right.locator("input").press("Enter")
    expect(right.locator(".told")).to_contain_text("✓ 对")
    wrong.locator("input").fill("不知道")
    wrong.get_by_role("button", name="核对").click()
    expect(wrong.locator(".told")).to_contain_text(f"原文是：{answer(page, wrong)}")
    expect(page.locator("#quiz-score")).to_have_text(f"已答2题，对1题，共{items.count()}题")
    missed = wrong.get_attribute("id")
    page.reload()
    page.get_by_role("button", name="只做错题（1题）").click()
    again = page.locator("#quiz-list > li:visible")
    expect(again).to_have_count(1)
    assert again.get_attribute("id") == missed
    again.locator("input").fill(answer(page, again))
    again.locator("input").press("Enter")
    expect(page.locator("#quiz-score")).to_have_text("1题答完，对1题")
    again.get_by_role("link", name="看原文").click()
    assert page.url.endswith(page.evaluate("location.hash"))
    expect(page.locator(":target")).to_be_visible()


def test_a_choice_and_a_matching_are_answered_with_the_keyboard(
    page: Page, built_site: Path
) -> None:
    page.goto((built_site / "quiz.html").as_uri())
    for kind in ("choice", "match"):
        for name in ("gap", "choice", "match"):
            page.locator(f"[name={name}]").set_checked(name == kind)
        page.locator("#quiz-form [type=submit]").press("Enter")
        item = page.locator(f"#quiz-list > li[data-kind={kind}]:visible").first
        right = (item.get_attribute("data-right") or "").split()
        if kind == "choice":
            item.locator(".options button").nth(int(right[0])).press("Enter")
        else:
            for at, index in enumerate(right):
                item.locator("select").nth(at).select_option(index)
            item.get_by_role("button", name="核对").press("Enter")
        expect(item.locator(".told")).to_contain_text("✓ 对")
        expect(item.locator(".told")).to_be_focused()


def test_questions_on_one_article_are_on_that_article(page: Page, built_site: Path) -> None:
    for item in start(page, built_site, scope="yijian-5").all():
        assert item.get_attribute("data-articles") == "yijian-5"


def test_results_go_out_and_come_in_as_a_file(
    new_page: NewPage, built_site: Path, tmp_path: Path
) -> None:
    page = new_page(accept_downloads=True)
    start(page, built_site)
    page.get_by_role("button", name="看答案").first.click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出成绩").click()
    file = Path(saved.value.path())
    other = new_page()
    other.goto((built_site / "quiz.html").as_uri())
    expect(other.locator("#quiz-again")).to_be_hidden()
    other.locator("#quiz-kept [type=file]").set_input_files(file)
    expect(other.locator("#quiz-again")).to_have_text("只做错题（1题）")
    strange = tmp_path / "x.json"
    strange.write_text("{}", "utf-8")
    other.locator("#quiz-kept [type=file]").set_input_files(strange)
    expect(other.locator(".kb-said")).to_have_text("不是自测成绩文件")


def test_without_scripts_all_questions_stand_with_their_answers(
    new_page: NewPage, built_site: Path
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((built_site / "quiz.html").as_uri())
    items = page.locator("#quiz-list > li")
    assert items.count() == page.locator("#quiz-key li").count() > 50
    expect(items.first).to_be_visible()
    expect(page.locator("#quiz-key")).to_be_visible()
    expect(page.locator("#content noscript p")).to_contain_text("没有运行脚本")


def test_the_traditional_page_takes_answers_in_both_scripts(page: Page, built_site: Path) -> None:
    start(page, built_site / "hant")
    gaps = page.locator("#quiz-list > li[data-kind=gap]:visible:has(input)")
    differing = next(
        each
        for each in gaps.all()
        if answer(page, each) != (each.get_attribute("data-also") or "").split("|")[0]
    )
    simplified = (differing.get_attribute("data-also") or "").split("|")[0]
    differing.locator("input").fill(simplified)
    differing.locator("input").press("Enter")
    expect(differing.locator(".told")).to_contain_text("✓ 對")
    assert re.search(r"/hant/", page.url)
