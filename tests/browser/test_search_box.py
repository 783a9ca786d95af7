"""The search box as a reader uses it: keys, suggestions, the page of results, a phone."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.model import Library
from tests.browser.conftest import NewPage
from tests.browser.searching import ASK_ALL, BARE_TEXT, export, holding

pytestmark = pytest.mark.browser


@pytest.fixture
def article(page: Page, built_site: Path) -> Page:
    page.goto((built_site / "yijian/5.html").as_uri())
    return page


def test_every_hit_leads_to_its_sentence(article: Page, built_site: Path) -> None:
    hits = article.evaluate("kbSearch('三重一大')")
    for hit in hits:
        path, anchor = urldefrag(
            article.evaluate("(url) => new URL(url, location).href", hit["url"])
        )
        target = Path(unquote(urlsplit(path).path))
        assert target.is_file(), hit["url"]
        if anchor:
            assert f'id="{anchor}"' in target.read_text("utf-8"), hit["url"]


def test_from_a_key_to_the_marked_sentence_and_away(article: Page) -> None:
    article.keyboard.press("/")
    expect(article.get_by_role("searchbox")).to_be_focused()
    article.keyboard.type("私人领地")
    results = article.locator("#search-results")
    expect(results.locator("section a").first).to_contain_text("私人领地")
    expect(article.locator("#kb-search-status")).to_contain_text("意见")
    for _ in range(20):
        article.keyboard.press("ArrowDown")
        href = article.evaluate("document.activeElement.getAttribute('href') || ''")
        if "?q=" in href and "search.html" not in href:
            break
    article.keyboard.press("Enter")
    mark = article.locator("mark.kb-found")
    expect(mark.first).to_contain_text("私")
    spelt = mark.first.evaluate(BARE_TEXT)
    assert spelt == "私人领地"
    article.keyboard.press("Escape")
    expect(mark).to_have_count(0)


def test_escape_closes_and_control_k_returns(article: Page) -> None:
    box = article.get_by_role("searchbox")
    article.keyboard.press("Control+k")
    expect(box).to_be_focused()
    article.keyboard.type("监督")
    results = article.locator("#search-results")
    expect(results).to_be_visible()
    article.keyboard.press("ArrowDown")
    article.keyboard.press("Escape")
    expect(results).to_be_hidden()
    expect(box).to_be_focused()
    article.keyboard.type("/")
    expect(box).to_have_value("监督/")


def test_an_input_method_is_left_in_peace(article: Page) -> None:
    box = article.get_by_role("searchbox")
    box.focus()
    client = article.context.new_cdp_session(article)
    client.send(
        "Input.imeSetComposition", {"text": "jian du", "selectionStart": 7, "selectionEnd": 7}
    )
    article.wait_for_timeout(150)
    expect(article.locator("#search-results section")).to_have_count(0)
    client.send("Input.insertText", {"text": "监督"})
    expect(article.locator("#search-results section").first).to_be_visible()


def test_suggestions_by_pinyin_and_nearest_terms(article: Page) -> None:
    box = article.get_by_role("searchbox")
    results = article.locator("#search-results")
    box.fill("minzhujizh")
    expect(results.locator(".kb-choices").first).to_contain_text("民主集中制")
    box.fill("民主集种制呀呀呀呀呀")
    expect(results).to_contain_text("民主集中制")


def test_a_number_and_enter_go_to_the_article(article: Page) -> None:
    box = article.get_by_role("searchbox")
    box.fill("第七条")
    expect(article.locator("#search-results section a").first).to_contain_text("（七）")
    box.press("Enter")
    article.wait_for_url("**/yijian/7.html")


@pytest.mark.parametrize("edition", ["", "hant/"])
@pytest.mark.parametrize(
    ("query", "number"),
    [("5", 5), ("第五条", 5), ("（五）", 5), ("十二", 12), ("第7條", 7), ("shiwu", 15)],
)
def test_a_number_and_enter_at_once_go_to_the_article(
    page: Page, built_site: Path, edition: str, query: str, number: int
) -> None:
    """Before anything of search has been loaded: text and key come in one turn of the page."""
    page.goto((built_site / edition / "yijian/9.html").as_uri())
    page.evaluate(
        """(query) => {
          const box = document.getElementById("kb-query");
          box.value = query;
          box.form.requestSubmit();
        }""",
        query,
    )
    page.wait_for_url(f"**/{edition}yijian/{number}.html")


@pytest.mark.parametrize("query", ["第七条第二款", "第七條第二款", "七（二）"][:2])
def test_the_traditional_edition_reads_numbers_as_the_other_does(
    page: Page, built_site: Path, query: str
) -> None:
    found = []
    for edition in ("", "hant/"):
        page.goto((built_site / edition / "search.html").as_uri())
        found.append(page.evaluate(ASK_ALL, [query])[0][0]["id"])
    assert found[0] == found[1]
    assert found[0].startswith("yijian-7-k2") or found[0] == "yijian-7"


def test_only_terms_and_titles_are_suggested(
    article: Page, built_site: Path, library: Library
) -> None:
    known = {name for term in library.terms for name in (term.name, *term.aliases)}
    known |= {each["title"] for each in export(built_site, "reports")}
    known |= {export(built_site, "edition")["title"]}
    box, results = article.get_by_role("searchbox"), article.locator("#search-results")
    offered: set[str] = set()
    for typed in (
        "监",
        "监督",
        "工作",
        "加强",
        "领导干部",
        "问题",
        "jiandu",
        "gz",
        "日常监督",
        "调研报告",
    ):
        box.fill("")
        expect(results.locator("section")).to_have_count(0)
        box.fill(typed)
        expect(results.locator("section").first).to_be_visible()
        found = results.locator(".kb-choices a").all_inner_texts()
        assert set(found) <= known, typed
        offered |= set(found)
    assert "民主集中制" not in offered
    assert not any("，" in each for each in offered)  # an alias that is a stretch of text
    assert any("调研报告" in each for each in offered)
    assert any(len(each) < 8 for each in offered)


def test_recent_searches_are_offered_and_cleared(article: Page, built_site: Path) -> None:
    box = article.get_by_role("searchbox")
    box.fill("巡视")
    expect(article.locator("#search-results section a").first).to_be_visible()
    box.press("Enter")
    article.wait_for_url("**/search.html?q=*")
    article.goto((built_site / "yijian/6.html").as_uri())
    box.focus()
    results = article.locator("#search-results")
    expect(results).to_contain_text("巡视")
    results.get_by_role("button").click()
    expect(results).to_be_hidden()


def test_the_results_page_can_be_shared_filtered_and_downloaded(
    page: Page, built_site: Path, sentences: dict[str, str]
) -> None:
    page.goto(f"{(built_site / 'search.html').as_uri()}?q=三重一大")
    links = page.locator("#search-results li a")
    expect(links.first).to_be_visible()
    assert links.count() >= len(holding(sentences, "三重一大"))
    page.locator("select[name=kind]").select_option("article")
    expect(page.locator("#search-results h2")).to_have_count(1)
    assert "kind=article" in page.url
    with page.expect_download() as download:
        page.click("#kb-csv")
    rows = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert len(rows) == 1 + links.count()


def test_downloaded_cells_are_no_formulas(page: Page, built_site: Path) -> None:
    page.goto(f"{(built_site / 'search.html').as_uri()}?q=三重一大")
    expect(page.locator("#search-results li a").first).to_be_visible()
    page.evaluate(
        """async () => {
          const engine = window.kbEngine, search = engine.search;
          const poison = (hit) => Object.assign(hit, {text: '=1+1,"x"'});
          engine.search = async (...all) => (await search(...all)).slice(0, 1).map(poison);
          await kbShowAll("三重一大");
        }"""
    )
    with page.expect_download() as download:
        page.click("#kb-csv")
    assert '"\'=1+1,""x"""' in Path(download.value.path()).read_text("utf-8-sig")


def test_the_box_works_on_a_phone(phone: Page, built_site: Path) -> None:
    phone.goto((built_site / "yijian/5.html").as_uri())
    phone.get_by_role("searchbox").tap()
    phone.get_by_role("searchbox").fill("一把手")
    first = phone.locator("#search-results section a").first
    expect(first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_scripts_the_box_says_how_to_go_on(new_page: NewPage, built_site: Path) -> None:
    page = new_page(java_script_enabled=False)
    page.goto((built_site / "yijian/5.html").as_uri())
    expect(page.locator(".kb-search-off")).to_contain_text("Ctrl-F")
    expect(page.locator(".kb-search-off a")).to_have_attribute("href", "../yijian/full.html")
