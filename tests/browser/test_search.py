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
from generator.outputs.search import write_files
from generator.outputs.search.index import Index
from generator.outputs.search.shards import iterate_shards
from tests.browser.conftest import NewPage
from tests.conftest import CONTENT
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
    write_files(site / "search", iterate_shards(Index(library, small=0)))
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


# --- passages of several sentences --------------------------------------------------------


@pytest.fixture(scope="module")
def documents(built_site: Path) -> list[list[tuple[str, str]]]:
    """Each report and article as (id, bare text) of its sentences, as one reads."""
    found = [
        [
            (each["id"], bare(report["text"][each["start"] : each["end"]]))
            for each in report["sentences"]
        ]
        for report in export(built_site, "reports")
    ]
    edition = export(built_site, "edition")
    by_article: dict[Any, list[tuple[str, str]]] = {}
    for each in edition["sentences"]:
        by_article.setdefault((each["part"], each["article"]), []).append(
            (each["id"], bare(each["text"]))
        )
    return found + list(by_article.values())


def starts_of(documents: list[list[tuple[str, str]]], passage: str) -> set[str]:
    """Return the sentences in which the bare `passage` begins, by brute force."""
    found = set()
    for document in documents:
        text = "".join(words for _, words in document)
        at = text.find(passage)
        while at >= 0:
            end = 0
            for unit_id, words in document:
                end += len(words)
                if at < end:
                    found.add(unit_id)
                    break
            at = text.find(passage, at + 1)
    return found


def drawn_passages(texts: list[str], count: int, seed: int) -> list[str]:
    """Return stretches of 60 to 3,000 characters that hold the end of a sentence within."""
    rng = random.Random(seed)
    passages: list[str] = []
    while len(passages) < count:
        text = rng.choice(texts)
        start = rng.randrange(len(text))
        passage = text[start : start + rng.choice([60, 120, 250, 700, 3_000])]
        if len(passage) >= 60 and any(bare(each) for each in passage.split("。")[1:]):
            passages.append(passage)
    return passages


def test_a_pasted_passage_is_found_as_exact_where_its_first_sentence_stands(
    home: Page, built_site: Path, documents: list[list[tuple[str, str]]]
) -> None:
    """With its stops and line breaks, of reports and articles, whatever its length."""
    edition = export(built_site, "edition")
    articles = [each["text"] for part in edition["parts"] for each in part["articles"]]
    reports = [report["text"] for report in export(built_site, "reports")]
    passages = drawn_passages(reports, 30, 1) + drawn_passages(articles, 30, 2)
    assert max(map(len, passages)) > 2_000
    assert any("\n" in passage for passage in passages)
    for passage, hits in zip(passages, home.evaluate(ASK_ALL, passages), strict=True):
        wanted = starts_of(documents, bare(passage))
        assert wanted, passage
        assert {hit["id"] for hit in hits if hit["exact"]} == wanted, passage
        assert hits[0]["exact"], passage


def test_a_passage_pasted_without_line_breaks_or_stops_is_found_too(
    home: Page, built_site: Path
) -> None:
    report = next(each for each in export(built_site, "reports") if each["id"] == "002")
    passage = report["text"][:900]  # the title, what is reported, headings
    queries = [passage.replace("\n", ""), bare(passage), passage.replace("\n", "\r\n\r\n　　")]
    for hits in home.evaluate(ASK_ALL, queries):
        assert [hit["id"] for hit in hits if hit["exact"]] == ["002-s1"]


def test_a_passage_over_articles_and_parts_is_found_with_their_numbers_and_without(
    home: Page, built_site: Path
) -> None:
    edition = export(built_site, "edition")
    parts = edition["parts"]
    fifth, sixth = (
        next(each for part in parts for each in part["articles"] if each["number"] == number)
        for number in (5, 6)
    )
    queries = [
        fifth["text"] + "\n" + sixth["text"],
        f"{fifth['label']}{fifth['text']}\n{sixth['label']}{sixth['text']}",
        f"第五条　{fifth['text']}\n第六条　{sixth['text'][:40]}",
    ]
    for hits in home.evaluate(ASK_ALL, queries):
        assert [hit["id"] for hit in hits if hit["exact"]] == ["yijian-5-s1"]
    last = parts[0]["paragraphs"][-1][-60:]
    across = f"{last}\n{parts[1]['label']}{parts[1]['heading']}\n{parts[1]['articles'][0]['text']}"
    hit = home.evaluate(ASK_ALL, [across])[0][0]
    assert hit["exact"]
    assert hit["id"].startswith("yijian-p1-s")


def test_sentences_that_stand_apart_are_no_passage(home: Page, built_site: Path) -> None:
    fifth, seventh = (
        [
            each["text"]
            for each in export(built_site, "edition")["sentences"]
            if each["article"] == n
        ]
        for n in (5, 7)
    )
    for query in (
        fifth[1] + seventh[1],
        fifth[1] + fifth[3],
        fifth[1] + "此句不在文中，别处也没有。",
    ):
        hits = home.evaluate("(query) => kbSearch(query).then((hits) => [hits.note, hits])", query)
        assert not any(hit["exact"] for hit in hits[1])
        assert "yijian-5-s2" in {hit["id"] for hit in hits[1]}
        assert "部分相同" in hits[0]


@pytest.mark.parametrize("edition", ["", "hant/"])
def test_following_the_hit_of_a_passage_marks_all_of_it_on_its_page(
    page: Page, built_site: Path, edition: str
) -> None:
    report = next(each for each in export(built_site, "reports") if each["id"] == "002")
    articles = export(built_site, "edition")["parts"][1]["articles"]
    passages = {
        report["text"][40:1500]: "reports/002.html",
        articles[0]["text"][6:]: f"yijian/{articles[0]['number']}.html",
        articles[0]["text"] + "\n" + articles[1]["text"]: "yijian/full.html",
    }
    for passage, target in passages.items():
        page.goto((built_site / edition / "yijian/9.html").as_uri())
        box = page.get_by_role("searchbox")
        box.fill(passage)
        link = page.locator("#search-results section a").first
        expect(link.locator("small")).to_contain_text("句")
        link.click()
        page.wait_for_url(f"**/{edition}{target}?run=*")
        expect(page.locator("mark.kb-found").first).to_be_in_viewport()
        marked = "".join(
            page.locator("mark.kb-found").evaluate_all(f"(all) => all.map({BARE_TEXT})")
        )
        back = OpenCC("tw2s").convert(marked) if edition else marked
        assert bare(back) == bare(passage)
        page.keyboard.press("Escape")
        expect(page.locator("mark.kb-found")).to_have_count(0)


def test_a_long_passage_is_handed_to_the_results_page(page: Page, built_site: Path) -> None:
    report = next(each for each in export(built_site, "reports") if each["id"] == "002")
    page.goto((built_site / "yijian/9.html").as_uri())
    box = page.get_by_role("searchbox")
    box.fill(report["text"][100:2600])
    box.press("Enter")
    page.wait_for_url("**/search.html#q=*")
    expect(page.locator("#search-results li")).to_have_count(1)
    expect(page.locator("#search-results li small")).to_contain_text("连续")


# --- dates, and what can't be answered ----------------------------------------------------

IMPRINT = "yijian-imprint"
HELP = (CONTENT / "pages" / "help.md").read_text("utf-8")
EXPLAINED = ["page-help-8"] * HELP.count("2021年3月27日")  # where it says that dates are found


@pytest.mark.parametrize(
    "query",
    [
        *("2021年3月27日", "2021-03-27", "2021.3.27", "2021/3/27", "2021 年 3 月 27 日"),
        *("二〇二一年三月二十七日", "二○二一年三月二十七日", "20210327", "２０２１．３．２７"),
    ],
)
def test_a_date_is_found_as_printed_in_whatever_form_it_is_typed(home: Page, query: str) -> None:
    hits = home.evaluate(ASK_ALL, [query])[0]
    assert [hit["id"] for hit in hits if hit["exact"]] == [IMPRINT, *EXPLAINED]


@pytest.mark.parametrize(
    "query", ["3月27日", "三月二十七日", "03月27日", "３月２７号", "3 月 27 日"]
)
def test_a_day_without_its_year_is_found_in_other_forms(home: Page, query: str) -> None:
    hits = home.evaluate(ASK_ALL, [query])[0]
    assert [hit["id"] for hit in hits if hit["exact"]] == [IMPRINT, *EXPLAINED]


@pytest.mark.parametrize(
    "query", ["2020年3月27日", "2020年", "3月28日", "十三月二十七日", "4月27日"]
)
def test_another_date_is_no_misprint(home: Page, query: str) -> None:
    """A year or a day more or less is another one."""
    assert home.evaluate(ASK_ALL, [query])[0] == []


def test_a_date_is_no_part_of_another(home: Page) -> None:
    for hits in home.evaluate(ASK_ALL, ["2021-3-2", "2021.3.7", "1021-03-27", "2021-13-27"]):
        assert not any(hit["exact"] for hit in hits)


@pytest.mark.parametrize("query", ["，", "！？。", "《》“”", "——", "的", "的 ", "了的", "“的”"])
def test_what_cannot_be_answered_says_why_and_what_to_do(
    page: Page, built_site: Path, query: str
) -> None:
    page.goto((built_site / "yijian/5.html").as_uri())
    page.get_by_role("searchbox").fill(query)
    results = page.locator("#search-results")
    expect(results.locator("p")).to_have_count(1)
    expect(results).to_contain_text("输入")
    expect(page.locator("#kb-search-status")).to_contain_text("输入")
    page.goto(f"{(built_site / 'search.html').as_uri()}?q={query}")
    expect(page.locator("#kb-search-summary")).to_contain_text("输入")
    expect(page.locator("#search-results a")).to_have_count(0)


NOTE = """(query) => kbSearch(query).then((hits) => [
  hits.filter((hit) => hit.exact).length, hits.note || "",
])"""


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("26", "《意见》共25条，没有第26条"),
        ("意见九十九", "《意见》共25条，没有第九十九条"),
        ("就是", "“就是”太常用"),
    ],
)
def test_what_there_is_not_is_told(home: Page, query: str, told: str) -> None:
    count, note = home.evaluate(NOTE, query)
    assert count == 0
    assert note.startswith(told)


def test_a_number_that_stands_in_a_text_is_no_wrong_article(home: Page) -> None:
    """2021 is in the texts, and nobody means article 2021."""
    count, note = home.evaluate(NOTE, "2021")
    assert count > 0
    assert note == ""


def test_a_hit_outside_articles_says_its_part(home: Page, built_site: Path) -> None:
    edition = export(built_site, "edition")
    queries = {
        edition["preamble"][0][:20]: "《意见》引言",
        edition["parts"][0]["paragraphs"][0][:20]: "《意见》第一部分",
        edition["parts"][1]["heading"]: "《意见》第二部分",
    }
    for query, title in queries.items():
        assert (
            home.evaluate("(query) => kbSearch(query).then((hits) => hits[0].title)", query)
            == title
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
