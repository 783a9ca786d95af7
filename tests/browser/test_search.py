"""Search from file://: complete and exact against brute force over the exports."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from opencc import OpenCC
from playwright.sync_api import Page
from pypinyin import lazy_pinyin

from generator.model import Library
from tests.browser.searching import ASK_ALL, Hits, export, holding
from tests.outputs.search.reference import KINDS, bare, wanted_units

pytestmark = pytest.mark.browser


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
