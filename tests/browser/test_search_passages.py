"""Passages pasted into the box: found as exact over sentences, and marked on their page."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from opencc import OpenCC
from playwright.sync_api import Page, expect

from tests.browser.searching import ASK_ALL, BARE_TEXT, export
from tests.outputs.search.reference import bare

pytestmark = pytest.mark.browser


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
