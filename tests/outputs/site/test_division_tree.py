"""Divisions as a tree: the left column, the way to an article, the home page, the full text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model import Article, Library, Matter, Part, SourceSpan
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.contents import AROUND, LARGE, BaseEntry, base_entries
from generator.outputs.site.views.division_tree import divisions_above, ways_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.text.numerals import numeral_text

PLACE = SourceSpan("a.txt", 0, 1)
SHAPE = (  # depth, label, heading, articles
    (1, "第一编", "总则", 0),
    (2, "第一章", "原则", 3),
    (2, "第二章", "人", 0),
    (3, "第一节", "能力", 70),
    (3, "第二节", "监护", 5),
    (1, "第二编", "物", 0),
    (2, "第一章", "登记", 90),
    (1, "", "附则", 2),
)


def shaped(library: Library, scale: int = 1) -> Library:
    """Return the library with a base of divisions on three floors; 1/scale of its articles."""
    (collation,) = library.collations
    parts, number = [], 0
    for at, (depth, label, heading, count) in enumerate(SHAPE, 1):
        articles = []
        for _ in range(-(-count // scale)):
            number += 1
            label_of = f"第{numeral_text(number)}条"
            articles.append(
                Article(f"b-{number}", number, label_of, "", f"甲{number}。", "a", PLACE)
            )
        parts.append(Part(at, label, heading, (), tuple(articles), depth))
    matter = (Matter("number", "云政发〔2021〕8号", PLACE), Matter("annex", "附件1\n名单", PLACE))
    edition = replace(collation.edition, parts=tuple(parts), sentences=(), matter=matter)
    return replace(
        library,
        collations=(replace(collation, edition=edition, apparatus=()),),
        links=(),
        duties=(),
    )


@pytest.fixture
def large(tiny: Library) -> Library:
    return shaped(tiny)


def listed(entry: BaseEntry, here: str) -> list[tuple[str, int]]:
    return [(each.label or each.heading, len(each.articles)) for each in entry.opened(here)]


def test_a_division_lies_in_the_nearest_above_that_is_higher() -> None:
    assert ways_of([1, 2, 3, 2, 1]) == [(0,), (0, 1), (0, 1, 2), (0, 3), (4,)]
    assert ways_of([2, 1, 3]) == [(0,), (1,), (1, 2)]


def test_an_article_shows_the_way_to_it(large: Library) -> None:
    index = LibraryIndex(large)
    view = article_view(index, "b", 4)
    assert [step.title for step in view.path] == ["第一编 总则", "第二章 人", "第一节 能力"]
    assert view.path[2].address == "b/full.html#b-part-4"
    assert [step.title for step in article_view(index, "b", 169).path] == ["附则"]
    assert len(divisions_above(large.collations[0].edition.parts)) == len(SHAPE)


def test_of_a_large_document_only_the_open_division_lists_its_articles(large: Library) -> None:
    (entry,) = base_entries(LibraryIndex(large))
    assert sum(each[3] for each in SHAPE) > LARGE
    assert entry.is_large
    assert listed(entry, "index.html") == [("第一编", 0), ("第二编", 0), ("附则", 0)]
    assert listed(entry, "b/2.html") == [
        ("第一编", 0),
        ("第一章", 3),
        ("第二章", 0),
        ("第二编", 0),
        ("附则", 0),
    ]
    assert listed(entry, "b/75.html") == [
        ("第一编", 0),
        ("第一章", 0),
        ("第二章", 0),
        ("第一节", 0),
        ("第二节", 5),
        ("第二编", 0),
        ("附则", 0),
    ]
    assert [name for name, _ in listed(entry, "b/full.html")] == [
        *("第一编", "第一章", "第二章", "第二编", "第一章", "附则"),
    ]


def test_of_a_long_division_the_articles_around_the_open_one_are_listed(large: Library) -> None:
    (entry,) = base_entries(LibraryIndex(large))
    (division,) = (each for each in entry.opened("b/119.html") if each.articles)
    assert len(division.articles) == 2 * AROUND + 1
    assert (division.before, division.after) == (10, 19)  # of 79 to 168
    assert division.articles[AROUND].address == "b/119.html"


def test_a_small_document_lists_all_its_articles_everywhere(tiny: Library) -> None:
    (entry,) = base_entries(LibraryIndex(shaped(tiny, scale=10)))
    assert not entry.is_large
    assert listed(entry, "index.html") == listed(entry, "b/2.html")
    assert sum(count for _, count in listed(entry, "")) == sum(-(-each[3] // 10) for each in SHAPE)


def test_the_full_text_has_headings_by_depth_and_annexes_behind(large: Library) -> None:
    body = next(str(e.body()) for e in site_pages(large) if e.address == "b/full.html")
    headings = re.findall(r"<h([2-4])>(.*?)</h", body)
    assert headings == [
        ("2", "第一编　总则"),
        ("3", "第一章　原则"),
        ("3", "第二章　人"),
        ("4", "第一节　能力"),
        ("4", "第二节　监护"),
        ("2", "第二编　物"),
        ("3", "第一章　登记"),
        ("2", "附则"),
        ("2", "附件1　名单"),
    ]
    (entry,) = base_entries(LibraryIndex(large))
    assert [(e.address, e.text) for e in entry.annexes] == [
        ("b/full.html#b-annex-1", "附件1　名单")
    ]
    assert 'id="b-annex-1"' in body


@pytest.mark.parametrize("scale", [1, 10])
def test_the_home_page_tells_the_highest_divisions(tiny: Library, scale: int) -> None:
    home = next(iter(site_pages(shaped(tiny, scale))))
    body = str(home.body())
    listed_in_all = sum(-(-count // scale) for *_, count in SHAPE)
    assert "云政发〔2021〕8号" in body
    assert "2编　" in body
    assert re.findall(r"<h3><a .*?</span>(.*?)</a></h3>", body) == ["总则", "物", "附则"]
    assert ("第一节" in body) == (scale == 10)
    assert len(re.findall(r'href="b/\d+\.html"', body)) == (0 if scale == 1 else listed_in_all)
    assert "本部分不分条" not in body
