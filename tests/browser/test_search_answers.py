"""Dates, what cannot be answered, and what a hit tells of its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.searching import ASK_ALL, export
from tests.conftest import CONTENT

pytestmark = pytest.mark.browser

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
