"""Search from file://: complete and exact against brute force over the exports, and usable."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from opencc import OpenCC
from playwright.sync_api import Page, expect
from pypinyin import lazy_pinyin

from generator.model import Library
from generator.outputs.search.index import Index
from generator.outputs.search.shards import iterate_shards
from tests.browser.conftest import NewPage
from tests.outputs.search.reference import KINDS, bare, wanted_units

pytestmark = pytest.mark.browser

ASK_ALL = """async (queries) => {
  const answers = [];
  for (const query of queries) {
    const hits = await kbSearch(query);
    answers.push(hits.map(({id, exact, kind, score, how}) => ({id, exact, kind, score, how})));
  }
  return answers;
}"""
BARE_TEXT = """(element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("rt").forEach((reading) => reading.remove());
  return copy.textContent;
}"""
Hits = list[dict[str, Any]]


def export(site: Path, name: str) -> Any:
    return json.loads((site / "data" / f"{name}.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def sentences(built_site: Path) -> dict[str, str]:
    """Id -> bare text of every sentence of the exports."""
    found = export(built_site, "edition")
    editions = found if isinstance(found, list) else [found]
    texts = {each["id"]: each["text"] for edition in editions for each in edition["sentences"]}
    for report in export(built_site, "reports"):
        for each in report["sentences"]:
            texts[each["id"]] = report["text"][each["start"] : each["end"]]
    return {unit_id: bare(text) for unit_id, text in texts.items()}


@pytest.fixture(scope="module")
def phrases(sentences: dict[str, str]) -> list[str]:
    """500 phrases of 2 to 12 characters from all the texts."""
    rng = random.Random(20210327)
    texts = [text for text in sentences.values() if len(text) >= 2]
    drawn = []
    for _ in range(500):
        text = rng.choice(texts)
        length = rng.randint(2, min(12, len(text)))
        start = rng.randrange(len(text) - length + 1)
        drawn.append(text[start : start + length])
    return drawn


@pytest.fixture(scope="module")
def paired_site(
    built_site: Path, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The site with the index that a large library gets."""
    site = tmp_path_factory.mktemp("paired")
    for name in ("assets", "search.html"):
        source = built_site / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, site / name)
    (site / "search").mkdir()
    for name, script in iterate_shards(Index(library, small=0)):
        (site / "search" / name).write_text(script, "utf-8")
    return site


@pytest.fixture(params=["read through", "by pairs"])
def home(request: pytest.FixtureRequest, page: Page) -> Page:
    """A page that has search, with either kind of index."""
    fixture = "built_site" if request.param == "read through" else "paired_site"
    site: Path = request.getfixturevalue(fixture)
    page.goto((site / "search.html").as_uri())
    return page


def holding(sentences: dict[str, str], phrase: str) -> set[str]:
    return {unit_id for unit_id, text in sentences.items() if phrase in text}


def exact_ids(hits: Hits, sentences: dict[str, str]) -> set[str]:
    return {hit["id"] for hit in hits if hit["exact"] and hit["id"] in sentences}


def assert_order(hits: Hits, query: str) -> None:
    """Exact before looser; the edition's sentences before the reports'; scores falling."""
    exact = [hit["exact"] for hit in hits]
    assert exact == sorted(exact, reverse=True), query
    kinds = [hit["kind"] for hit in hits if hit["exact"] and hit["kind"] in ("article", "report")]
    assert kinds == sorted(kinds), query
    scores = [hit["score"] for hit in hits if hit["exact"]]
    assert scores == sorted(scores, reverse=True), query


def test_every_phrase_is_found_wherever_it_stands_and_nowhere_else(
    home: Page, sentences: dict[str, str], phrases: list[str]
) -> None:
    for phrase, hits in zip(phrases, home.evaluate(ASK_ALL, phrases), strict=True):
        assert exact_ids(hits, sentences) == holding(sentences, phrase), phrase
        assert_order(hits, phrase)


def test_names_titles_and_headings_are_found_wherever_they_stand_in_every_kind_of_unit(
    home: Page, built_site: Path
) -> None:
    tables = {name: export(built_site, name) for name in ("edition", "terms", "reports")}
    units = wanted_units(tables, built_site / "no authored pages")
    rng = random.Random(11)
    named = [unit.texts[0] for unit in units if unit.rank not in ("edition", "report")]
    glosses = [unit.texts[-1][2:8] for unit in units if unit.rank == "term"]
    queries = [bare(text) for text in rng.sample(named, 80) + rng.sample(glosses, 20)]
    for query, hits in zip(queries, home.evaluate(ASK_ALL, queries), strict=True):
        found = {hit["id"]: hit["kind"] for hit in hits if hit["exact"] and hit["kind"] != "page"}
        assert found == {unit.id: KINDS[unit.rank] for unit in units if unit.holds(query)}, query


@pytest.mark.parametrize("config", ["s2t", "s2tw", "s2hk"])
def test_traditional_spellings_find_the_same(
    home: Page, sentences: dict[str, str], phrases: list[str], config: str
) -> None:
    convert = OpenCC(config).convert
    some = phrases[:120]
    answers = home.evaluate(ASK_ALL, [convert(phrase) for phrase in some])
    for phrase, hits in zip(some, answers, strict=True):
        assert exact_ids(hits, sentences) == holding(sentences, phrase), phrase


def test_punctuation_width_and_spaces_do_not_matter(home: Page, sentences: dict[str, str]) -> None:
    spellings = ["三重一大", "“三重一大”", "三 重 一 大", "《三重》，一大！", "三重　一大"]
    wanted = holding(sentences, "三重一大")
    assert wanted
    for spelling, hits in zip(spellings, home.evaluate(ASK_ALL, spellings), strict=True):
        assert exact_ids(hits, sentences) == wanted, spelling


def test_what_no_sentence_holds_is_never_called_exact(
    home: Page, sentences: dict[str, str], phrases: list[str]
) -> None:
    rng = random.Random(7)
    absent: list[str] = []
    while len(absent) < 200:
        phrase = rng.choice(phrases)[:4] + rng.choice(phrases)[:4]
        if len(phrase) > 4 and not holding(sentences, phrase):
            absent.append(phrase)
    for phrase, hits in zip(absent, home.evaluate(ASK_ALL, absent), strict=True):
        assert not exact_ids(hits, sentences), phrase


def test_terms_are_found_by_pinyin_and_initials(
    home: Page, sentences: dict[str, str], library: Library
) -> None:
    names = [bare(term.name) for term in library.terms]
    held = [name for name in names if holding(sentences, name) and not name.isascii()]
    assert len(held) > 20
    for spell, some in (("".join, held), (" ".join, held[:10]), ("'".join, held[-10:])):
        queries = [spell(lazy_pinyin(name)) for name in some]
        for name, hits in zip(some, home.evaluate(ASK_ALL, queries), strict=True):
            assert exact_ids(hits, sentences) == holding(sentences, name), name
    initials = {name: "".join(each[0] for each in lazy_pinyin(name)) for name in held}
    for name, hits in zip(held, home.evaluate(ASK_ALL, list(initials.values())), strict=True):
        alike = [other for other in held if initials[other] == initials[name]]
        wanted = set().union(*(holding(sentences, other) for other in alike))
        assert wanted <= exact_ids(hits, sentences), name
    for hit in home.evaluate(ASK_ALL, ["三zhong一大"])[0]:
        assert hit["exact"]


@pytest.mark.parametrize(
    "query", ["第五条", "（五）", "5", "意见5", "di5tiao", "diwutiao", "第5条"]
)
def test_a_number_leads_straight_to_the_article(home: Page, query: str) -> None:
    assert home.evaluate(ASK_ALL, [query])[0][0]["id"] == "yijian-5"


@pytest.mark.parametrize("query", ["监督执己问责", "监督执问责", "监督执纪问问责"])
def test_one_wrong_character_still_finds_the_neighbours(
    home: Page, sentences: dict[str, str], query: str
) -> None:
    hits = home.evaluate(ASK_ALL, [query])[0]
    found = {hit["id"] for hit in hits if hit["how"] == "misprint"}
    assert holding(sentences, "监督执纪问责") <= found
    assert not any(hit["exact"] for hit in hits)


def test_several_words_must_all_occur_and_near_ones_rank_higher(
    home: Page, sentences: dict[str, str]
) -> None:
    hits = home.evaluate(ASK_ALL, ["监督 四种形态"])[0]
    within = [hit["id"] for hit in hits if hit["how"] == "words" and hit["id"] in sentences]
    assert set(within) == holding(sentences, "监督") & holding(sentences, "四种形态")
    hows = [hit["how"] for hit in hits]
    assert hows == sorted(hows, key=["exact", "words", "paragraph", "misprint", "most"].index)


@pytest.mark.parametrize(
    "query", ["", "   ", "！？。", "<script>alert(1)</script>", "\u2028", '"\\']
)
def test_odd_queries_do_no_harm(home: Page, query: str) -> None:
    assert isinstance(home.evaluate(ASK_ALL, [query])[0], list)


def test_a_limit_gives_the_same_first_hits(home: Page) -> None:
    ids = "(limit) => kbSearch('监督', {limit}).then((hits) => hits.map((hit) => hit.id))"
    first = home.evaluate(ids, 10)
    assert len(first) == 10
    kinds = home.evaluate("kbSearch('监督', {limit: 10}).then((all) => all.map((hit) => hit.kind))")
    assert set(kinds) == {"article"}
    assert set(first) <= set(
        home.evaluate("() => kbSearch('监督').then((all) => all.map((hit) => hit.id))")
    )


def test_only_what_is_linked_to_an_article(home: Page, built_site: Path) -> None:
    hits = home.evaluate("kbSearch('监督', {article: 'yijian-5', kind: 'report'})")
    reports = {report["id"]: report for report in export(built_site, "reports")}
    spans = [each for each in export(built_site, "links") if each["article"] == 5]
    place = {s["id"]: (r["id"], s) for r in reports.values() for s in r["sentences"]}
    assert hits
    for hit in hits:
        report, sentence = place[hit["id"]]
        assert any(
            link["report"] == report
            and link["start"] < sentence["end"]
            and sentence["start"] < link["end"]
            for link in spans
        )


# --- the box, as a reader uses it ---------------------------------------------------------


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
