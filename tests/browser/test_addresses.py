"""款 and 项, divisions and dates as readers meet them: anchors, copying, what search answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.content import load_content
from generator.outputs.search import write_files
from generator.outputs.search.index import Index
from generator.outputs.search.shards import iterate_shards
from generator.outputs.site import write_site
from generator.recipe import build_library
from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

ASK = """async (query) => {
  const hits = await kbSearch(query);
  const short = (url) => url.replace(/^.*?(?=\\w+\\/)/, "");
  const shown = hits.map(({how, url, title, snippet}) => [how, short(url), title, snippet]);
  return { hits: shown, note: hits.note };
}"""
DEPOSIT = "公共阅览室不得以任何名义向居民收取押金。"
BRANCHED = """云溪市河道保护条例
（2021年3月27日云溪市人民代表大会常务委员会第八次会议通过）
第一编 总则
第一章 原则
第一条 为了保护河道，制定本条例。
第二条 河道由区人民政府管理。
第二条之一 禁止下列行为：
（一）倾倒垃圾；
（二）围垦河道。
前款规定以外的，依照第二条处理。
第二编 附则
第一章 施行
第三条 本条例自2021年6月1日起施行。
"""


@pytest.fixture(scope="module")
def branched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a document with 第二条之一 and divisions on two floors."""
    content = tmp_path_factory.mktemp("content")
    (content / "sources").mkdir()
    (content / "sources" / "hedao.txt").write_text(BRANCHED, "utf-8")
    (content / "library.yml").write_text(
        "title: 河道知识库\nname: hedao\nbases:\n  - id: hedao\n"
        "    title: 云溪市河道保护条例\n    short_title: 《条例》\n",
        "utf-8",
    )
    library = build_library(load_content(content))
    site = tmp_path_factory.mktemp("site")
    write_site(library, site)
    write_files(site / "search", iterate_shards(Index(library)))
    return site


def ask(page: Page, site: Path, query: str) -> Any:
    page.goto((site / "search.html").as_uri())
    return page.evaluate(ASK, query)


@pytest.mark.parametrize(
    ("query", "url", "words"),
    [
        ("第七条第二款", "tiaoli/7.html#k2", DEPOSIT),
        ("第7条第1款第3项", "tiaoli/7.html#k1x3", "（三）为行动不便的老年人、残疾人送书上门。"),
        (
            "第五条第（三）项",
            "tiaoli/5.html#k1x3",
            "（三）有无障碍出入口和适合老年人、儿童的阅览座席；",
        ),
        ("条例第七条第二款", "tiaoli/7.html#k2", DEPOSIT),
        ("7条2款", "tiaoli/7.html#k2", DEPOSIT),
        ("第十二条", "tiaoli/12.html", "本条例自2020年1月1日起施行。"),
        ("第三章", "tiaoli/full.html#tiaoli-part-3", "服务"),
        ("施行日期", "tiaoli/12.html#tiaoli-12-s1", "本条例自2020年1月1日起施行。"),
    ],
)
def test_numbers_lead_to_their_place(
    page: Page, law_site: Path, query: str, url: str, words: str
) -> None:
    answer = ask(page, law_site, query)
    assert answer["note"] == ""
    assert [hit[0] for hit in answer["hits"]].count("number") == 1
    how, found, title, snippet = answer["hits"][0]
    assert (how, found, snippet) == ("number", url, words)
    assert title.startswith("《条例》第")


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("第二条之一", "hedao/2-1.html"),
        ("第2条之1第一款第二项", "hedao/2-1.html#k1x2"),
        ("第二条之一第二款", "hedao/2-1.html#k2"),
        ("第二条", "hedao/2.html"),
        ("第二编", "hedao/full.html#hedao-part-3"),
        ("第二编第一章", "hedao/full.html#hedao-part-4"),
        ("施行日期", "hedao/3.html#hedao-3-s1"),
    ],
)
def test_branches_and_divisions_on_two_floors(
    page: Page, branched: Path, query: str, url: str
) -> None:
    answer = ask(page, branched, query)
    assert [hit[1] for hit in answer["hits"] if hit[0] == "number"] == [url]
    page.goto(f"{branched.as_uri()}/{url}")
    if "#" in url:
        expect(page.locator(f"[id='{url.split('#')[1]}']")).to_be_in_viewport()


def test_a_division_that_comes_twice_is_found_twice(page: Page, branched: Path) -> None:
    answer = ask(page, branched, "第一章")
    assert [(hit[2], hit[3]) for hit in answer["hits"] if hit[0] == "number"] == [
        ("《条例》第一编第一章", "原则"),
        ("《条例》第二编第一章", "施行"),
    ]


@pytest.mark.parametrize(
    ("query", "note", "leads"),
    [
        ("第26条", "《条例》共12条，没有第26条", []),
        ("第一百条", "《条例》共12条，没有第一百条", []),
        ("第七条第九款", "《条例》第七条没有第九款", ["tiaoli/7.html"]),
        ("第六条第二项", "《条例》第六条没有第二项", ["tiaoli/6.html"]),
        ("26", "", []),
    ],
)
def test_what_is_not_there_is_said(
    page: Page, law_site: Path, query: str, note: str, leads: list[str]
) -> None:
    answer = ask(page, law_site, query)
    assert answer["note"] == note
    assert [hit[1] for hit in answer["hits"] if hit[0] == "number"] == leads


def test_the_box_and_the_page_of_results_say_what_is_not_there(page: Page, law_site: Path) -> None:
    page.goto((law_site / "index.html").as_uri())
    page.locator("#kb-query").fill("第26条")
    expect(page.locator("#search-results")).to_contain_text("《条例》共12条，没有第26条。")
    page.goto(f"{(law_site / 'search.html').as_uri()}?q=第26条")
    expect(page.locator("#kb-search-summary")).to_contain_text("《条例》共12条，没有第26条。")


@pytest.mark.parametrize("query", ["2019年9月26日", "2019年10月8日公布", "第十二次会议通过"])
def test_a_date_is_found_as_it_is_printed(page: Page, law_site: Path, query: str) -> None:
    answer = ask(page, law_site, query)
    assert "tiaoli/full.html" in [hit[1].partition("#")[0] for hit in answer["hits"]]
    how, url, _, snippet = answer["hits"][0]
    assert how == "exact"
    assert query in snippet
    page.goto(f"{law_site.as_uri()}/{url}")
    anchor = url.partition("#")[2]
    expect(page.locator(f"[id='{anchor}']")).to_contain_text(query)


def test_a_copy_names_the_provision_it_is_from(new_page: NewPage, law_site: Path) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    for address, item, source in (
        ("tiaoli/7.html", "#k1x3 .s", "《条例》第七条第一款第（三）项"),
        ("tiaoli/full.html", "#tiaoli-7-k2 .s", "《条例》第七条第二款"),
        ("tiaoli/6.html", "#k1 .s >> nth=0", "《条例》第六条"),
    ):
        page.goto((law_site / address).as_uri())
        words = page.locator(item)
        text = words.inner_text()
        words.hover()
        page.locator(".kb-copy").get_by_role("button", name="复制", exact=True).click()
        assert page.evaluate("navigator.clipboard.readText()") == f"{text}\n——{source}"


def test_items_hang_from_their_labels(new_page: NewPage, law_site: Path) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto((law_site / "tiaoli" / "7.html").as_uri())
    label, words = page.evaluate(
        """() => {
          const item = document.querySelector("#k1x3"), range = document.createRange();
          range.selectNodeContents(item.querySelector(".s").lastChild);
          const lines = [...range.getClientRects()].map((each) => Math.round(each.left));
          return [Math.round(item.querySelector(".item").getBoundingClientRect().left), lines];
        }"""
    )
    assert len(words) > 1  # the item takes two lines on a phone
    assert max(words) - min(words) <= 1
    assert label < min(words) - 20


def test_a_reference_leads_to_its_words(page: Page, law_site: Path) -> None:
    page.goto((law_site / "tiaoli" / "11.html").as_uri())
    link = page.get_by_role("link", name="第七条第二款", exact=True).first
    expect(link).to_have_attribute("data-tip", f"第七条第二款：{DEPOSIT}")
    link.click()
    expect(page.locator("#k2")).to_be_in_viewport()
    page.get_by_role("link", name="第十一条", exact=True).last.click()
    expect(page).to_have_url((law_site / "tiaoli" / "11.html").as_uri())
