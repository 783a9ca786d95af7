"""The hall's own pages: what volumes hold, and the ways into them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.model import Library
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.frame import frame_of
from generator.outputs.site.views.library_index import LibraryIndex
from generator.volumes import (
    Above,
    Hall,
    SharedBetween,
    SharedPlace,
    Volume,
    VolumeCount,
    VolumePassage,
)

HREF = re.compile(r'href="([^"]*)"')


def _volume(name: str, title: str, years: tuple[str, ...], reports: int) -> Volume:
    stated = tuple((year, 1) for year in years)
    return Volume(name, title, f"../volumes/{name}/", reports, 5, (("甲县", reports),), stated)


@pytest.fixture
def hall(tiny: Library) -> Library:
    """Two volumes of which the second alone speaks of the first article."""
    base = tiny.collations[0].edition.base.id
    passage = VolumePassage(
        volume="b",
        base=base,
        article=1,
        role="practice",
        kind="转述",
        status="自动关联，可靠",
        score=0.9,
        sure=True,
        runs=(("逐一<排查>", False), ("风险", True)),
        cut_before=True,
        cut_after=False,
        report_title="乙区报告",
        address="reports/r.html#r-s2",
    )
    place = SharedPlace("a", "甲县报告", "reports/x.html#x-s1")
    shared = SharedBetween("全县逐一排查廉政风险点位。", 12, 9, 2, (place,))
    volumes = (_volume("a", "甲县", ("2021", "2023"), 7), _volume("b", "乙区", ("2022",), 3))
    counts = (VolumeCount("b", base, 1, "practice", 4), VolumeCount("b", base, 1, "problem", 1))
    found = Hall(volumes, counts, (passage,), (shared,))
    return replace(tiny, reports=(), links=(), shared_links=(), hall=found)


def _bodies(library: Library) -> dict[str, str]:
    return {
        each.address: str(each.body()).replace("<wbr>", "").replace("\u2060", "")
        for each in site_pages(library)
    }


def test_pages_lead_into_volumes_and_to_nothing_that_a_hall_has_not(hall: Library) -> None:
    bodies = _bodies(hall)
    assert {"index.html", "volumes.html", "coverage.html", "reuse.html"} <= bodies.keys()
    assert not any(name.startswith(("reports/", "compare")) for name in bodies)
    sections = [each.address for each in frame_of(LibraryIndex(hall)).sections]
    assert {"volumes.html", "reuse.html"} <= set(sections)
    for page, body in bodies.items():
        root = "../" * page.count("/")
        for way in HREF.findall(body):
            target = way.removeprefix(root).partition("#")[0].partition("?")[0]
            beside = target.startswith(("../", "ledger/", "linker/"))  # other outputs, other sites
            assert target in bodies or beside or not target.endswith(".html"), (page, way)


def test_the_first_page_lists_volumes(hall: Library) -> None:
    body = _bodies(hall)["index.html"]
    assert "2个分册" in body
    assert "10篇报告" in body
    assert 'href="../volumes/a/index.html"' in body


def test_the_list_says_what_reports_of_a_volume_state(hall: Library) -> None:
    body = _bodies(hall)["volumes.html"]
    assert "2021—2023年" in body
    assert "2022年" in body
    assert 'href="../volumes/b/coverage.html"' in body


def test_an_article_shows_the_best_passages_and_the_volumes_that_speak_of_it(
    hall: Library,
) -> None:
    bodies = _bodies(hall)
    base = hall.collations[0].edition
    body = bodies[f"{base.base.id}/{base.articles[0].address}.html"]
    assert "逐一&lt;排查&gt;<mark>风险</mark>" in body
    assert 'href="../../volumes/b/reports/r.html#r-s2"' in body
    assert "乙区报告（乙区）" in body
    assert "关联5处" in body
    assert "另有3处，在各分册里" in body
    volumes = body.partition('id="volumes"')[2]
    assert f'href="../../volumes/b/{base.base.id}/{base.articles[0].address}.html#links"' in volumes
    assert "volumes/a/" not in volumes.partition("</section>")[0]


def test_the_matrix_counts_by_volume(hall: Library) -> None:
    body = _bodies(hall)["coverage.html"]
    assert 'href="../volumes/a/coverage.html"' in body
    assert "5处<small>1个分册</small>" in body


def test_reuse_tells_how_many_have_a_passage_and_where(hall: Library) -> None:
    body = _bodies(hall)["reuse.html"]
    assert "12字，见于2个分册的9篇报告" in body
    assert 'href="../volumes/a/reports/x.html#x-s1"' in body


def test_every_page_of_a_volume_leads_back(tiny: Library) -> None:
    volume = replace(tiny, above=Above("总<馆>", "../../hall/"))
    first = frame_of(LibraryIndex(volume)).sections[0]
    assert (first.address, first.text) == ("../../hall/index.html", "总馆")
    body = _bodies(volume)["index.html"]
    assert 'href="../../hall/index.html"' in body
    assert "总&lt;馆&gt;" in body
