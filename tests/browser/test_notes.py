"""The reader's own marks and notes at sentences: kept here, shown, listed, printed on demand."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_accessibility import violations

if TYPE_CHECKING:
    from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


def write(page: Page, sentence: Locator, words: str) -> None:
    sentence.hover()
    page.locator(".kb-copy button", has_text="记").click()
    page.get_by_label("本句笔记").fill(words)
    page.locator(".kb-jot button", has_text="完成").click()


def test_a_note_at_a_sentence_stays_and_stands_on_the_full_text_too(
    page: Page, built_site: Path
) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    sentence = page.locator("#yijian-5-s3")
    words = sentence.text_content()
    write(page, sentence, "问办公室")
    expect(page.locator(".kb-mine p")).to_have_text("问办公室")
    assert sentence.text_content() == words
    page.reload()
    expect(page.locator(".kb-mine p")).to_have_text("问办公室")
    page.goto((built_site / "yijian/full.html").as_uri())
    expect(page.locator("#yijian-5 .kb-mine p")).to_have_text("问办公室")
    page.goto((built_site / "hant/yijian/5.html").as_uri())
    expect(page.locator(".kb-mine p")).to_have_text("问办公室")
    assert page.locator(".kb-mine small").count() == 0


def test_marked_edited_and_deleted_with_the_keyboard(page: Page, built_site: Path) -> None:
    page.goto((built_site / "reports/002.html").as_uri())
    first = page.locator(".text .s").first
    first.focus()
    page.keyboard.press("Tab")
    for _ in range(6):
        if page.evaluate("document.activeElement.textContent") == "记":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("本句笔记")).to_be_focused()
    page.keyboard.type("看一看")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".kb-jot button").first).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    expect(first).to_be_focused()
    expect(first).to_have_class(re.compile(r"\bkb-marked\b"))
    expect(page.locator(".kb-mine p")).to_have_text("看一看")
    page.locator(".kb-mine button").click()
    page.locator(".kb-jot button", has_text="删除").click()
    assert page.locator(".kb-mine, .kb-marked").count() == 0
    page.reload()
    assert page.locator(".kb-mine, .kb-marked").count() == 0


KEPT = """([id, words]) => {
    const key = Object.keys(localStorage).find((each) => each.startsWith("kb-notes"));
    const notes = JSON.parse(localStorage.getItem(key));
    const [own] = Object.values(notes);
    localStorage.setItem(key, JSON.stringify({ [id]: Object.assign(own, { words }) }));
}"""


def test_a_note_goes_with_its_words_or_says_that_they_have_changed(
    page: Page, built_site: Path
) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    sentence = page.locator("#yijian-5-s3")
    words = sentence.text_content()
    write(page, sentence, "问办公室")
    page.evaluate(KEPT, ["yijian-5-s2", words])  # as if a sentence had come before it
    page.reload()
    sentence.hover()
    page.locator(".kb-copy button", has_text="记").click()
    expect(page.get_by_label("本句笔记")).to_have_value("问办公室")
    assert page.locator(".kb-mine small").count() == 0
    page.evaluate(KEPT, ["yijian-5-s3", "从前的字句。"])
    page.reload()
    expect(page.locator(".kb-mine small")).to_contain_text("已经改了")
    expect(page.locator(".kb-mine q")).to_have_text("从前的字句。")
    page.evaluate(KEPT, ["yijian-5-s99", "从前的字句。"])
    page.reload()
    expect(page.locator(".kb-mine p")).to_have_text("问办公室")
    page.locator(".kb-mine button", has_text="删除").click()
    assert page.locator(".kb-mine").count() == 0


def test_all_notes_are_listed_changed_exported_and_imported(
    new_page: NewPage, built_site: Path
) -> None:
    page = new_page(accept_downloads=True)
    page.goto((built_site / "yijian/5.html").as_uri())
    write(page, page.locator("#yijian-5-s3"), "问办公室")
    page.goto((built_site / "reports/002.html").as_uri())
    write(page, page.locator(".text .s").nth(3), "<b>抄下来</b>")
    page.goto((built_site / "notes.html").as_uri())
    lines = page.locator("#kb-my-notes li")
    expect(lines).to_have_count(2)
    expect(page.get_by_label("笔记", exact=True).nth(0)).to_have_value("<b>抄下来</b>")
    page.get_by_label("笔记", exact=True).nth(1).fill("问过了")
    with page.expect_download() as saved:
        page.locator("#kb-notes-export").click()
    file = Path(saved.value.path()).read_bytes()
    kept = json.loads(file)["sentences"]
    assert kept["yijian-5-s3"]["note"] == "问过了"
    lines.nth(1).get_by_role("link").first.click()
    expect(page.locator("#yijian-5-s3")).to_be_in_viewport()
    page.goto((built_site / "notes.html").as_uri())
    lines.nth(0).get_by_role("button", name="删除").click()
    expect(lines).to_have_count(1)
    other = new_page()
    other.goto((built_site / "notes.html").as_uri())
    expect(other.locator("#kb-no-notes")).to_be_visible()
    with other.expect_file_chooser() as chooser:
        other.locator("#kb-notes-import").click()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": file})
    expect(other.locator("#kb-my-notes li")).to_have_count(2)
    assert violations(other) == []


def test_an_imported_address_cannot_leave_the_site(new_page: NewPage, built_site: Path) -> None:
    page = new_page()
    page.goto((built_site / "notes.html").as_uri())
    library = page.locator("#kb-reading").get_attribute("data-library")
    hostile = {"words": "字", "note": "记", "page": "javascript:alert(1)//.html", "lang": "zh"}
    file = {"library": library, "version": 1, "articles": {}, "sentences": {"a-1-s1": hostile}}
    with page.expect_file_chooser() as chooser:
        page.locator("#kb-notes-import").click()
    data = json.dumps(file).encode()
    chooser.value.set_files({"name": "a.json", "mimeType": "application/json", "buffer": data})
    expect(page.locator(".kb-said")).to_contain_text("已导入")
    assert page.locator("#kb-my-notes li").count() == 0


def test_notes_are_printed_only_on_demand(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    write(page, page.locator("#yijian-5-s3"), "问办公室")
    page.emulate_media(media="print")
    expect(page.locator(".kb-mine")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("#kb-reading-open").click()
    page.locator("#kb-reading input[name=notes][value=print] + span").click()
    page.reload()
    page.emulate_media(media="print")
    expect(page.locator(".kb-mine p")).to_be_visible()
    expect(page.locator(".kb-mine button")).to_be_hidden()


def test_a_pack_put_together_here_prints_them_on_demand(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    write(page, page.locator("#yijian-5-s3"), "问办公室")
    page.goto((built_site / "packs.html").as_uri() + "#yijian-5")
    assert page.locator(".pk-notes").count() == 0
    page.get_by_label("我的笔记").check()
    expect(page.locator("#pk-yijian-5 .pk-notes p")).to_have_text("问办公室")
    page.emulate_media(media="print")
    expect(page.locator("#pk-yijian-5 .pk-notes p")).to_be_visible()


def test_where_nothing_can_be_kept_that_is_said(new_page: NewPage, built_site: Path) -> None:
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });"
    )
    page.goto((built_site / "yijian/5.html").as_uri())
    write(page, page.locator("#yijian-5-s3"), "问办公室")
    expect(page.locator(".kb-said")).to_contain_text("浏览器不让保存")
    expect(page.locator(".kb-mine p")).to_have_text("问办公室")


def test_a_note_by_tap_on_a_phone(phone: Page, built_site: Path) -> None:
    phone.goto((built_site / "reports/002.html").as_uri())
    phone.locator(".text .s").nth(2).tap()
    phone.locator(".kb-copy button", has_text="记").tap()
    phone.get_by_label("本句笔记").fill("看一看")
    assert violations(phone) == []
    phone.locator(".kb-jot button", has_text="完成").tap()
    expect(phone.locator(".kb-mine p")).to_have_text("看一看")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(phone) == []


OVER_TEXT = """() => {
    const side = document.querySelector(".kb-copy"), page = document.documentElement, over = [];
    if (!side) return ["none"];
    const box = side.getBoundingClientRect(), content = document.getElementById("content");
    const covers = (one) => one.width > 1 && one.left < box.right - 1 && one.right > box.left + 1
        && one.top < box.bottom - 1 && one.bottom > box.top + 1;
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, range = document.createRange();
        if (!node.data.trim() || side.contains(node)) continue;
        range.selectNodeContents(node);
        if ([...range.getClientRects()].some(covers)) over.push(node.data.slice(0, 20));
    }
    if (box.right > page.clientWidth || page.scrollWidth > page.clientWidth) over.push("outside");
    return over;
}"""


@pytest.mark.parametrize("width", [1280, 1024, 390])
@pytest.mark.parametrize("name", ["yijian/5.html", "yijian/full.html", "reports/002.html"])
def test_the_tools_of_a_sentence_never_cover_words(
    new_page: NewPage, built_site: Path, name: str, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 844})
    page.goto((built_site / name).as_uri())
    sentences = page.locator("main .s").all()
    for sentence in sentences[:: max(1, len(sentences) // 16)]:
        sentence.evaluate("(e) => e.scrollIntoView({ block: 'center' })")
        sentence.dispatch_event("click")
        assert page.evaluate(OVER_TEXT) == [], sentence.text_content()
