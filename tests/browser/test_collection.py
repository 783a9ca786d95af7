"""摘编: gathered on any page by a click or a key, kept here, put in order, taken out as files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import export
from tests.browser.test_accessibility import violations

if TYPE_CHECKING:
    from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

KEPT = """() => {
    const key = Object.keys(localStorage).find((each) => each.startsWith("kb-collection "));
    return key ? JSON.parse(localStorage.getItem(key)) : null;
}"""
PUT = """(items) => localStorage.setItem(
    `kb-collection ${window.kbRecord.library}`,
    JSON.stringify({ title: "学习摘编", groups: ["做法"], items }),
)"""


def said(page: Page, words: str) -> None:
    expect(page.locator(".kb-said")).to_contain_text(words)


def item(text: str, **given: str) -> dict[str, Any]:
    """Return a thing as it is kept."""
    usual = {"id": "yijian-5-s3", "page": "yijian/5.html", "kind": "sentence", "lang": "zh-Hans"}
    cites = {"short": "《意见》第（五）条", "gb": "某机关. 某意见[Z]: 第（五）条."}
    return {**usual, "text": text, "cites": cites, "comment": "", "group": "", **given}


def opened(page: Page, site: Path, *items: dict[str, Any]) -> Page:
    """Open 摘编 with these things in it."""
    page.goto((site / "notes.html").as_uri())
    page.evaluate(PUT, list(items))
    page.goto((site / "collection.html").as_uri())
    return page


def test_a_sentence_by_click_and_several_by_key(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    sentence = page.locator("#yijian-5-s3")
    sentence.hover()
    page.locator(".kb-copy button", has_text="摘").click()
    said(page, "已摘入摘编，共1处")
    page.goto((built_site / "reports/002.html").as_uri())
    (report,) = (each for each in export(built_site, "reports") if each["id"] == "002")
    first, last = report["sentences"][4], report["sentences"][6]
    page.evaluate(
        """([first, last]) => getSelection().setBaseAndExtent(
            document.getElementById(first).firstChild, 1,
            document.getElementById(last).firstChild, 1)""",
        [first["id"], last["id"]],
    )
    page.keyboard.press("z")
    said(page, "已摘入摘编，共2处")
    one, several = page.evaluate(KEPT)["items"]
    edition = {each["id"]: each["text"] for each in export(built_site, "edition")["sentences"]}
    assert (one["id"], one["text"]) == ("yijian-5-s3", edition["yijian-5-s3"])
    assert one["cites"]["short"] == "《意见》第（五）条"
    assert (several["id"], several["to"]) == (first["id"], last["id"])
    whole = report["text"][first["start"] : last["end"]]
    assert several["text"].replace("\n", "") == re.sub(r"\s", "", whole)


def test_z_takes_what_the_mouse_rests_on(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    page.locator(".text .s").nth(1).hover()
    page.keyboard.press("z")
    said(page, "共1处")
    page.locator(".passage").first.hover()
    page.keyboard.press("z")
    said(page, "共2处")


def test_passages_duties_variants_and_hits(page: Page, built_site: Path) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    cut = page.locator(".links .passage", has_text="…").first
    cut.locator(".kb-pick").click()
    said(page, "共1处")
    page.locator(".duties .kb-pick").first.click()
    said(page, "共2处")
    page.locator(".variant .kb-pick").first.click()
    said(page, "共3处")
    page.locator("#kb-query").fill("民主集中制")
    page.locator("#search-results .kb-row a").first.focus()
    page.keyboard.press("z")
    said(page, "共4处")
    page.goto((built_site / "search.html").as_uri() + "?q=一言堂")
    page.locator("#search-results .kb-pick").first.click()
    said(page, "共5处")
    page.goto((built_site / "yijian/apparatus.html").as_uri())
    page.locator(".edit .kb-pick").first.click()
    said(page, "共6处")
    page.goto((built_site / "duties.html").as_uri())
    page.locator(".duty-list .kb-pick").first.click()
    said(page, "共7处")
    items = page.evaluate(KEPT)["items"]
    kinds = ["passage", "duty", "variant", "sentence", "sentence", "variant", "duty"]
    assert [each["kind"] for each in items] == kinds
    texts = {each["id"]: each for each in export(built_site, "reports")}
    passage = items[0]
    report = texts[passage["id"].rpartition("-s")[0]]
    (start,) = (each["start"] for each in report["sentences"] if each["id"] == passage["id"])
    whole = re.sub(r"\s", "", report["text"][start:])
    assert whole.startswith(re.sub(r"\s", "", passage["text"]))
    assert passage["text"][-1] in "。！？；”"
    article = {
        each["label"]: each["text"]
        for each in export(built_site, "edition")["parts"][1]["articles"]
    }
    assert items[1]["text"] in article["（五）"]


def test_a_passage_beside_the_matrix_names_its_report(page: Page, built_site: Path) -> None:
    page.goto((built_site / "coverage.html").as_uri())
    page.locator(".cell[href]").first.click()
    page.locator(".panel.open .kb-pick").first.click()
    said(page, "共1处")
    (kept,) = page.evaluate(KEPT)["items"]
    titles = {each["id"]: each["title"] for each in export(built_site, "reports")}
    title = titles[kept["id"].rpartition("-s")[0]]
    assert kept["cites"]["short"].startswith(f"《{title}")


def test_what_is_gathered_twice_stands_once(page: Page, built_site: Path) -> None:
    page.goto((built_site / "duties.html").as_uri())
    for words in ("已摘入摘编，共1处", "已经有了，共1处"):
        page.locator(".duty-list .kb-pick").first.click()
        said(page, words)


def test_order_groups_comments_and_undo(page: Page, built_site: Path) -> None:
    texts = ["甲的话。", "乙的话。", "丙的话。"]
    opened(page, built_site, *(item(each, id=f"x-{at}") for at, each in enumerate(texts)))
    quotes = page.locator(".kb-collected blockquote")
    expect(quotes).to_have_text(texts)
    page.get_by_label("下移：甲的话。").click()
    expect(quotes).to_have_text(["乙的话。", "甲的话。", "丙的话。"])
    expect(page.get_by_label("下移：甲的话。")).to_be_focused()
    page.keyboard.press("Alt+ArrowDown")
    expect(quotes).to_have_text(["乙的话。", "丙的话。", "甲的话。"])
    page.get_by_label("批注：乙的话。").fill("请办公室核")
    page.get_by_label("分组：乙的话。").select_option("做法")
    expect(quotes).to_have_text(["丙的话。", "甲的话。", "乙的话。"])
    page.get_by_label("上移：乙的话。").click()  # out of its group, which is the last
    expect(quotes).to_have_text(["丙的话。", "甲的话。", "乙的话。"])
    assert [each["group"] for each in page.evaluate(KEPT)["items"]] == ["", "", ""]
    page.get_by_label("下移：乙的话。").click()
    page.get_by_label("组名").fill("好做法")
    page.keyboard.press("Tab")
    page.get_by_label("移出：甲的话。").click()
    expect(quotes).to_have_text(["丙的话。", "乙的话。"])
    page.get_by_role("button", name="撤销").click()
    expect(quotes).to_have_text(["丙的话。", "甲的话。", "乙的话。"])
    page.reload()
    expect(quotes).to_have_text(["丙的话。", "甲的话。", "乙的话。"])
    kept = page.evaluate(KEPT)
    assert kept["groups"] == ["好做法"]
    assert (kept["items"][2]["group"], kept["items"][2]["comment"]) == ("好做法", "请办公室核")
    assert violations(page) == []


def test_what_no_longer_stands_there_is_said_and_stays(page: Page, built_site: Path) -> None:
    edition = {each["id"]: each["text"] for each in export(built_site, "edition")["sentences"]}
    right = edition["yijian-5-s3"]
    opened(
        page,
        built_site,
        item(right),
        item(right.replace("重点监督", "重点检查"), id="yijian-5-s3"),
        item(right, id="yijian-6-s2", page="yijian/6.html"),
    )
    expect(page.locator("#kb-collection-told")).to_contain_text("2处与知识库现在的文字对不上")
    doubts = page.locator(".kb-collected").nth(0).locator(".kb-doubt")
    expect(doubts).to_have_count(0)
    expect(page.locator(".kb-doubt").nth(0)).to_contain_text("已经没有这样的字句")
    expect(page.locator(".kb-doubt").nth(1)).to_contain_text("现在在别处")
    expect(page.locator("blockquote").nth(1)).to_contain_text("重点检查")


def test_out_and_in_as_a_file(new_page: NewPage, built_site: Path) -> None:
    page = opened(
        new_page(accept_downloads=True),
        built_site,
        item("甲的话。", comment="<b>留意</b>"),
        item("乙的话。", id="x-1", group="做法"),
    )
    with page.expect_download() as saved:
        page.get_by_role("button", name="导出").click()
    assert saved.value.suggested_filename == "学习摘编.json"
    file = Path(saved.value.path()).read_bytes()
    given = json.loads(file)
    assert (given["format"], given["version"]) == ("collection", 1)
    hostile = {**given, "items": [*given["items"], item("丙", page="javascript:alert(1)//.html")]}
    other = new_page()
    other.goto((built_site / "collection.html").as_uri())
    for content, words in (
        (json.dumps(hostile).encode(), "已导入2处"),
        (file, "已导入0处，2处原来就有"),
        (b"[]", "不是摘编文件"),
        (json.dumps({**given, "library": "别的库"}).encode(), "这是另一个知识库的摘编"),
    ):
        with other.expect_file_chooser() as chooser:
            other.get_by_role("button", name="导入").click()
        chooser.value.set_files({"name": "a.json", "mimeType": "", "buffer": content})
        said(other, words)
    assert other.evaluate(KEPT)["items"] == given["items"]
    expect(other.locator(".kb-collected blockquote")).to_have_text(["甲的话。", "乙的话。"])


def test_as_markdown_with_the_citation_that_the_reader_chose(
    new_page: NewPage, built_site: Path
) -> None:
    page = opened(
        new_page(accept_downloads=True), built_site, item("甲*的话。", comment="留意", group="做法")
    )
    page.locator("#kb-reading-open").click()
    page.locator("#kb-reading input[name=cite][value=gb] + span").click()
    page.keyboard.press("Escape")
    expect(page.locator(".kb-collected .from")).to_have_text("某机关. 某意见[Z]: 第（五）条.")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Markdown").click()
    made = Path(saved.value.path()).read_text("utf-8")
    assert made == (
        "# 学习摘编\n\n## 做法\n\n> 甲\\*的话。\n>\n"
        "> ——某机关. 某意见\\[Z\\]: 第（五）条.\n\n批注：留意\n"
    )


def test_a_phone_the_night_and_paper(new_page: NewPage, built_site: Path) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, color_scheme="dark")
    opened(
        page,
        built_site,
        item("甲的话。", comment="留意"),
        item("乙的话。" * 60, id="x-1", group="做法"),
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(page.locator("#kb-collection-heading")).to_have_text("学习摘编")
    expect(page.locator(".kb-comment").first).to_be_visible()
    for hidden in (".kb-collected textarea", "#kb-collection-tools", ".kb-collected .tools"):
        expect(page.locator(hidden).first).to_be_hidden()


def test_without_scripts_that_is_said(new_page: NewPage, built_site: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((built_site / "collection.html").as_uri())
    expect(page.locator("main noscript p")).to_have_count(2)
    expect(page.locator("#kb-collection")).to_be_hidden()
    page.goto((built_site / "duties.html").as_uri())
    assert page.locator(".kb-pick").count() == 0


def test_where_nothing_can_be_kept_that_is_said(new_page: NewPage, built_site: Path) -> None:
    page = new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('closed'); } });"
    )
    page.goto((built_site / "duties.html").as_uri())
    page.locator(".duty-list .kb-pick").first.click()
    said(page, "浏览器不让保存")


def test_the_traditional_edition_gathers_its_own_words(page: Page, built_site: Path) -> None:
    page.goto((built_site / "hant/yijian/5.html").as_uri())
    page.locator(".links .passage", has_text="…").first.locator(".kb-pick").click()
    said(page, "已摘入摘編，共1處")
    page.goto((built_site / "hant/collection.html").as_uri())
    expect(page.locator(".kb-collected")).to_have_count(1)
    page.locator("#kb-collection-check").click()
    expect(page.locator("#kb-collection-told")).to_contain_text("都與原文一致")
    page.goto((built_site / "collection.html").as_uri())
    page.locator("#kb-collection-check").click()
    expect(page.locator("#kb-collection-told")).to_contain_text("都与原文一致")


def test_as_a_word_document_in_the_style_of_packs(new_page: NewPage, built_site: Path) -> None:
    page = opened(
        new_page(accept_downloads=True),
        built_site,
        item("甲的话<&>\x07。\n乙的话𠀀。", comment="留意"),
        item("丙的话。", id="x-1", group="做法"),
    )
    with page.expect_download() as saved:
        page.get_by_role("button", name="Word").click()
    assert saved.value.suggested_filename == "学习摘编.docx"
    document = docx.Document(str(saved.value.path()))
    said = [(each.style.name, each.text) for each in document.paragraphs if each.style]
    assert said == [
        ("标题", "学习摘编"),
        ("材料", "甲的话<&>。"),
        ("材料", "乙的话𠀀。"),
        ("材料出处", "——《意见》第（五）条"),
        ("说明", "批注：留意"),
        ("一级标题", "做法"),
        ("材料", "丙的话。"),
        ("材料出处", "——《意见》第（五）条"),
    ]
    assert document.core_properties.title == "学习摘编"
    pack = docx.Document(str(next((built_site / "packs").glob("*.docx"))))
    for name in ("标题", "材料", "材料出处", "一级标题"):
        here, there = document.styles[name], pack.styles[name]
        assert here.element.xml == there.element.xml
    here, there = document.sections[0], pack.sections[0]
    assert (here.page_width, here.left_margin) == (there.page_width, there.left_margin)
    assert not here.different_first_page_header_footer  # no cover: the first page has its number
