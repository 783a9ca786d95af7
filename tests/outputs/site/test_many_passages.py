"""An article of many passages: the page shows the best that differ, the sheets show all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model import Library
from generator.outputs.site.pages import SitePage, site_pages

SHOWN = re.compile(r'<li class="passage" id="(r-x\d+)"')


def with_passages(tiny: Library, count: int) -> Library:
    """The library with `count` practices on its first article, all in one report."""
    first = tiny.links[0]
    links = (replace(first, id=f"r-x{at}", score=100 - at / 100) for at in range(count))
    return replace(tiny, links=tuple(links))


def bodies(library: Library, kind: str) -> dict[str, str]:
    def wanted(page: SitePage) -> bool:
        return page.kind == kind and page.address.startswith("b/1")

    return {page.address: page.body() for page in site_pages(library) if wanted(page)}


def test_up_to_forty_all_stand_on_the_page_and_nothing_is_to_be_chosen(tiny: Library) -> None:
    library = with_passages(tiny, 40)
    (page,) = bodies(library, "article").values()
    assert len(SHOWN.findall(page)) == 40
    assert "choose-passages" not in page
    assert bodies(library, "article_links") == {}


def test_of_more_the_page_says_what_it_shows_and_leads_to_all(tiny: Library) -> None:
    library = with_passages(tiny, 450)
    (page,) = bodies(library, "article").values()
    assert len(SHOWN.findall(page)) == 12
    assert "共450处，先列12处最相关而各不相同的。" in page
    assert '<a href="../b/1-links.html">逐页看全部</a>' in page
    sheets = bodies(library, "article_links")
    assert list(sheets) == ["b/1-links.html", "b/1-links/2.html", "b/1-links/3.html"]
    told = [each for sheet in sheets.values() for each in SHOWN.findall(sheet)]
    assert sorted(told) == sorted(f"r-x{at}" for at in range(450))


@pytest.mark.parametrize("kind", ["article", "article_links"])
def test_pages_do_not_grow_with_the_passages(tiny: Library, kind: str) -> None:
    few, many = (bodies(with_passages(tiny, count), kind) for count in (400, 1600))
    assert max(map(len, many.values())) <= max(map(len, few.values())) * 1.02
