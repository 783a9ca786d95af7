"""Search of a hall from the disk: what volumes hold is found there, and the way leads into them."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.archive.gram_store import leave_grams
from generator.archive.hall_search import render_hall
from generator.build.memo import no_memo
from generator.model import Library
from generator.outputs.search import write_search
from generator.outputs.search.index import Index
from generator.outputs.shared.render_context import Context
from tests.browser.searching import holding

pytestmark = pytest.mark.browser

ASK = """async (query) => (await kbSearch(query)).map(
  ({id, exact, kind, url, title}) => ({id, exact, kind, url, title}))"""


@pytest.fixture(scope="module")
def hall(built_site: Path, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hall's site over a volume for each report: search and what its page loads."""
    root = tmp_path_factory.mktemp("archive")
    left = []
    for number, report in enumerate(library.reports):
        links = tuple(each for each in library.links if each.report == report.piece.id)
        index = Index(replace(library, reports=(report,), links=links, shared_links=()), small=0)
        write_search(index, library.language, root / "volumes" / str(number))
        leave_grams(index, root / "left" / str(number))
        left.append((f"../volumes/{number}/", f"第{number + 1}册", root / "left" / str(number)))
    bare = replace(library, reports=(), links=(), shared_links=())
    site = root / "hall"
    render_hall(left, bare, Context(site, root, root, no_memo))
    shutil.copytree(built_site / "assets", site / "assets")
    shutil.copy(built_site / "search.html", site / "search.html")
    shutil.copytree(built_site / "hant" / "assets", site / "hant" / "assets")
    shutil.copy(built_site / "hant" / "search.html", site / "hant" / "search.html")
    return site


@pytest.mark.parametrize("phrase", ["民主集中制", "监督", "三重一大", "家风", "述责述廉"])
def test_everything_is_found_wherever_it_lies(
    page: Page, hall: Path, sentences: dict[str, str], phrase: str
) -> None:
    page.goto((hall / "search.html").as_uri())
    hits = page.evaluate(ASK, phrase)
    found = {hit["id"] for hit in hits if hit["exact"]} & sentences.keys()
    assert found == holding(sentences, phrase)
    assert len([hit["id"] for hit in hits]) == len({hit["id"] for hit in hits})


def test_a_hit_leads_into_its_volume(page: Page, hall: Path, library: Library) -> None:
    page.goto((hall / "search.html").as_uri())
    reports = [each.piece.id for each in library.reports]
    hits = [each for each in page.evaluate(ASK, "一把手") if each["kind"] == "report"]
    volumes = {reports.index(hit["id"].rpartition("-s")[0]) for hit in hits if "-s" in hit["id"]}
    assert len(volumes) == len(reports)
    for hit in (each for each in hits if "-s" in each["id"]):
        number = reports.index(hit["id"].rpartition("-s")[0])
        assert hit["url"] == f"../volumes/{number}/reports/{reports[number]}.html#{hit['id']}"
        assert hit["title"].endswith(f"（第{number + 1}册）")


def test_hits_can_be_chosen_by_volume(page: Page, hall: Path) -> None:
    page.goto((hall / "search.html").as_uri() + "?q=监督")
    choice = page.get_by_label("分册")
    choice.wait_for()
    choice.select_option("第2册")
    titles = page.locator("#search-results li small").all_text_contents()
    assert titles
    assert all("（第2册）" in title for title in titles)


def test_the_traditional_edition_shows_the_volumes_words_in_its_characters(
    page: Page, hall: Path, library: Library
) -> None:
    page.goto((hall / "hant" / "search.html").as_uri() + "?q=干部")
    page.locator("#search-results mark").first.wait_for()
    marked = set(page.locator("#search-results mark").all_text_contents())
    assert "幹部" in marked
    assert "干部" not in marked
    ways = page.locator("#search-results a").evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    )
    assert any(
        way.startswith("../../volumes/0/hant/reports/") or "volumes/0/hant/" in way for way in ways
    )


def test_the_first_hits_are_those_that_rank_highest_in_any_volume(page: Page, hall: Path) -> None:
    """Titles and headings of all volumes before sentences; then each volume is heard in turn."""
    page.goto((hall / "search.html").as_uri())
    everything = page.evaluate("(query) => kbSearch(query, {kind: 'report'})", "监督")
    scores = [each["score"] for each in everything if each["exact"]]
    assert scores == sorted(scores, reverse=True)
    first = page.evaluate("(query) => kbSearch(query, {kind: 'report', limit: 10})", "监督")
    in_one = Counter(each["url"].split("/")[2] for each in everything)
    assert in_one["0"] > 10  # volume by volume, the first one would give them all
    assert len({each["url"].split("/")[2] for each in first}) > 2


def test_a_passage_over_two_sentences_is_found_in_its_volume(
    page: Page, hall: Path, library: Library
) -> None:
    page.goto((hall / "search.html").as_uri())
    for number, report in enumerate(library.reports):
        first, second = next(
            (one, two)
            for one, two in pairwise(report.sentences[5:])
            if one.paragraph == two.paragraph and two.end - one.start < 300
        )
        (best, *_) = page.evaluate(ASK, report.piece.text[first.start : second.end])
        assert (best["id"], best["exact"]) == (first.id, True)
        assert best["url"].startswith(f"../volumes/{number}/")
