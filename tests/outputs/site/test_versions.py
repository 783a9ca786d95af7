"""修订对照 and the pages of earlier versions, as readers see them."""

from __future__ import annotations

import re

import pytest

from generator.content import load_content
from generator.model import Library
from generator.outputs.site.pages import SitePage, site_pages
from generator.recipe import build_library
from tests.conftest import PROJECT

MARKS = re.compile(r"<(del|ins)>(.*?)</\1>")


@pytest.fixture(scope="module")
def versions() -> Library:
    return build_library(load_content(PROJECT / "tests" / "libraries" / "caiyuan"))


@pytest.fixture(scope="module")
def pages(versions: Library) -> dict[str, SitePage]:
    return {page.address: page for page in site_pages(versions)}


def row(page: SitePage, name: str) -> str:
    """Return a row of 修订对照 by its anchor."""
    return str(page.body()).split(f'id="{name}"')[1].split("</section>")[0]


def test_every_comparison_and_every_version_has_pages(pages: dict[str, SitePage]) -> None:
    assert {
        "banfa/versions.html",
        "banfa/versions-2012-2017.html",
        "banfa/versions-2012-2022.html",
        "banfa-v2012/full.html",
        "banfa-v2012/14.html",
        "banfa-v2017/apparatus.html",
        "banfa/full.html",
        "banfa/16.html",
    } <= pages.keys()
    assert pages["banfa-v2017/8.html"].title.startswith("第八条（2017年修正）")


def test_the_words_that_went_and_came_are_marked(pages: dict[str, SitePage]) -> None:
    page = pages["banfa/versions.html"]
    assert MARKS.findall(row(page, "a-8")) == [("del", "十平方米"), ("ins", "十五平方米")]
    moved = row(page, "a-9")
    assert "改动文字、移动位置" in moved
    assert MARKS.findall(moved) == [("del", "一年"), ("ins", "二年"), ("ins", "在三十日内")]
    assert "没有这一条" in row(page, "a-13")


def test_what_was_dropped_stands_where_it_stood(pages: dict[str, SitePage]) -> None:
    page = pages["banfa/versions-2012-2017.html"]
    body = str(page.body())
    assert "已删去" in row(page, "d-10")
    assert body.index('id="a-10"') < body.index('id="d-10"') < body.index('id="a-12"')


def test_an_article_tells_what_each_version_did_to_it(pages: dict[str, SitePage]) -> None:
    body = str(pages["banfa/15.html"].body())
    told = body.split('id="versions"')[1].split("</section>")[0]
    assert re.sub("<[^<>]*>", "", told).split("\n")[2].strip() == (
        "本条2022年修订：合并、改动文字（原第十二条、第十三条）。对照"
    )
    assert 'href="../banfa/versions.html#a-15"' in told


def test_an_earlier_article_says_so_and_leads_to_the_one_in_force(
    pages: dict[str, SitePage],
) -> None:
    body = str(pages["banfa-v2017/8.html"].body())
    note = re.sub("<[^<>]*>", "", body.split('class="superseded"')[1].split("</p>")[0])
    assert "这是2017年修正的条文（2017年10月1日起施行，至2022年5月1日），不是现行文本" in note
    assert "现行的是第十条，文字相同" in note
    dropped = str(pages["banfa-v2012/10.html"].body())
    assert "现行文本没有这一条" in dropped
    assert "/packs/" not in dropped


def test_a_library_without_versions_has_none_of_it(law: Library) -> None:
    found = {page.address: page for page in site_pages(law)}
    assert not [address for address in found if "versions" in address]
    body = str(found["tiaoli/5.html"].body())
    assert "修订" not in body
    assert "amended.css" not in body
