"""What packs print, over every library at hand: counts as the site's, quotation marks nested."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.content import load_content
from generator.model import Article, Library
from generator.outputs.shared.pack_contents import (
    Block,
    PackData,
    Selection,
    pack_data,
    standard_selections,
)
from generator.outputs.site.views.apparatus import apparatus_view
from generator.outputs.site.views.article import ArticleView, article_view
from generator.outputs.site.views.duties import duties_view
from generator.outputs.site.views.library_index import LibraryIndex
from generator.recipe import build_library
from tests.outputs import documents

PROJECT = Path(__file__).parents[3]
FOLDERS = ["content", *(f"tests/libraries/{each}" for each in documents.LIBRARIES)]


@pytest.fixture(scope="module", params=FOLDERS)
def any_library(request: pytest.FixtureRequest) -> Library:
    return build_library(load_content(PROJECT / str(request.param)))


@pytest.fixture(scope="module")
def packs(any_library: Library) -> list[tuple[Selection, PackData]]:
    return [(each, pack_data(any_library, each)) for each in standard_selections(any_library)]


def blocks_of(pack: PackData, title: str) -> tuple[Block, ...]:
    return next((each.blocks for each in pack.sections if each.title == title), ())


def of_one_article(
    library: Library, packs: list[tuple[Selection, PackData]]
) -> list[tuple[Article, PackData, ArticleView]]:
    """Return every article that has a pack of its own, with its page's data."""
    index = LibraryIndex(library)
    articles = {
        (each.edition.base.id, article.number): article
        for each in library.collations
        for article in each.edition.articles
    }
    return [
        (
            articles[chosen.base, chosen.articles[0]],
            pack,
            article_view(index, chosen.base, chosen.articles[0]),
        )
        for chosen, pack in packs
        if len(chosen.articles) == 1 and not chosen.parts
    ]


def test_passages_are_counted_as_on_the_page_of_the_article(
    any_library: Library, packs: list[tuple[Selection, PackData]]
) -> None:
    rows = of_one_article(any_library, packs)
    assert rows
    for article, pack, view in rows:
        counted: Counter[str] = Counter()
        role = ""
        for each in blocks_of(pack, "各地材料"):
            role = each.text[2:] if each.kind == "minor" else role
            counted[role] += each.kind == "passage"
            if each.kind == "note":
                told = re.findall(r"(\w\w) (\d+) 段", each.text)
                counted.update({name: int(more) for name, more in told})
        site = {each.role.name: each.count for each in view.groups}
        if blocks_of(pack, "各地材料"):
            assert {name: count for name, count in counted.items() if count} == site, article.id


def test_reports_that_share_a_passage_are_counted_as_on_the_page(
    any_library: Library, packs: list[tuple[Selection, PackData]]
) -> None:
    for article, pack, view in of_one_article(any_library, packs):
        on_page = Counter(
            each.shared
            for group in view.groups
            for each in (*group.shown, *group.folded)
            if each.shared > 1
        )
        sources = [each.source for each in blocks_of(pack, "各地材料") if each.kind == "passage"]
        printed = Counter(
            int(found[1]) for each in sources if (found := re.search(r"见于 (\d+) 篇报告", each))
        )
        assert not printed - on_page, article.id


def test_variants_are_counted_as_on_the_pages(
    any_library: Library, packs: list[tuple[Selection, PackData]]
) -> None:
    index = LibraryIndex(any_library)
    for chosen, pack in packs:
        told = "".join(each.text for each in blocks_of(pack, "来源和文本说明"))
        found = re.search(r"有异文 (\d+) 处", told)
        if chosen.whole:
            view = apparatus_view(index, chosen.base)
            assert int(found[1]) if found else view.count == 0, chosen.name
            assert not found or int(found[1]) == view.count
        elif len(chosen.articles) == 1 and not chosen.parts:
            page = article_view(index, chosen.base, chosen.articles[0])
            assert (int(found[1]) if found else 0) == len(page.variants), chosen.name


def test_duties_are_counted_as_on_the_page_of_duties(
    any_library: Library, packs: list[tuple[Selection, PackData]]
) -> None:
    if len(any_library.collations) > 1:
        pytest.skip("the page tells of all documents together")
    for chosen, pack in packs:
        if chosen.whole and (blocks := blocks_of(pack, "责任清单")):
            view = duties_view(LibraryIndex(any_library))
            site = {each.name: len(each.duties) for each in view.bodies}
            rows = {row.cells[0]: int(row.cells[1].split()[0]) for row in blocks[0].rows}
            assert rows == site


def test_reports_are_counted_as_in_the_list(
    any_library: Library, packs: list[tuple[Selection, PackData]]
) -> None:
    for _, pack in packs:
        for each in blocks_of(pack, "讨论提纲"):
            if found := re.search(r"所收 (\d+) 篇材料", each.text):
                assert int(found[1]) == len(any_library.reports)


def test_quotations_and_titles_are_nested(packs: list[tuple[Selection, PackData]]) -> None:
    """No “ within “ ”, no 《 within 《 》, none closed that was not opened."""
    for chosen, pack in packs:
        for words in pack.strings():
            assert not wrongly_nested(words), (chosen.name, words)


def wrongly_nested(words: str) -> bool:
    """Tell whether double marks stand within double marks, or one closes what is not open."""
    opened: list[str] = []
    pairs = {"”": "“", "’": "‘", "》": "《", "〉": "〈"}
    for char in words:
        if char in "“‘《〈":
            if char in "“《" and char in opened:
                return True
            opened.append(char)
        elif char in pairs:
            if pairs[char] in opened:
                while opened.pop() != pairs[char]:
                    pass
            elif char in "”》":
                return True
    return "“" in opened or "《" in opened


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("“对‘一把手’的监督”", False),
        ("“对“一把手”的监督”", True),
        ("《关于贯彻〈意见〉的通知》", False),
        ("《关于贯彻《意见》的通知》", True),
        ("“没有收口", True),
        ("只有收口”", True),
    ],
)
def test_the_sweep_finds_what_is_wrong(words: str, wrong: bool) -> None:
    assert wrongly_nested(words) is wrong
