"""A report too long for a page opens in parts; every sentence stands on one of them."""

from __future__ import annotations

import posixpath
import re

import pytest

from generator.content import load_content
from generator.model import Library
from generator.outputs.site.pages import SitePage, site_pages
from generator.outputs.site.views import report_parts
from generator.outputs.site.views.report import ReportView
from generator.recipe import build_library
from tests.browser.many_reports import write_many_reports

LETTERS = 20_000
HEAVY = 60_000  # a fifth of what a page may come to, for a fifth of 100,000 letters
SENTENCE = "各街道办事处在公共阅览室安排了夜间值班，第{n}次检查时居民反映借书比从前方便得多。"
LINKED = "为老年人和残疾人提供送书上门服务，第{n}月送书上门{n}次。"


def long_report() -> str:
    """Two chapters: one of short paragraphs, every third of them linked; one of a single line."""
    lines, letters, n = ["公共阅览室年度工作总结", "", "一、主要做法", ""], 0, 0
    while letters < LETTERS:
        n += 1
        if letters > LETTERS / 2 and "二、检查情况" not in lines:
            lines += ["二、检查情况", ""]
        words = (LINKED if n % 3 == 0 else SENTENCE * 3).format(n=n)
        letters += len(words)
        lines += [words, ""] if letters < LETTERS / 2 else [words]
    head, _, tail = "\n".join(lines).partition("二、检查情况\n\n")
    return f"{head}二、检查情况\n\n{tail.replace(chr(10), '')}\n"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    folder = write_many_reports(tmp_path_factory.mktemp("long") / "content", 2)
    (folder / "sources" / "long.txt").write_text(long_report(), "utf-8")
    return build_library(load_content(folder))


@pytest.fixture(autouse=True)
def light(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_parts, "HEAVY", HEAVY)


@pytest.fixture
def pages(library: Library, light: None) -> dict[str, SitePage]:
    return {
        each.address: each
        for each in site_pages(library)
        if each.kind == "report" and each.address.startswith("reports/long")
    }


def test_no_page_is_too_large_and_every_sentence_stands_once(
    library: Library, pages: dict[str, SitePage]
) -> None:
    bodies = {address: str(page.body()) for address, page in pages.items()}
    assert len(bodies) > 1
    assert list(bodies)[:2] == ["reports/long.html", "reports/long/2.html"]
    assert max(len(body.encode()) for body in bodies.values()) < 1.5 * HEAVY
    (report,) = (each for each in library.reports if each.piece.id == "long")
    shown = [
        each
        for body in bodies.values()
        for each in re.findall(r'class="s[^"]*" id="([^"]+)"', body)
    ]
    assert shown == [each.id for each in report.sentences]
    titles = [page.title for page in pages.values()]
    assert titles[:2] == ["公共阅览室年度工作总结", "公共阅览室年度工作总结（第2页）"]


def test_parts_tell_where_they_begin_and_lead_to_one_another(pages: dict[str, SitePage]) -> None:
    for address, page in pages.items():
        view = page.view()
        assert isinstance(view, ReportView)
        assert view.parts is not None
        assert view.parts.address == address
        assert view.stem == "reports/long"
        own = int(view.starts[view.parts.number])
        assert view.parts.rows[0].id == f"long-s{own}"
        body = str(page.body())
        for other in pages:
            assert f'href="{page.root}{other}"' in body


def test_the_outline_leads_to_the_part_that_has_the_heading(pages: dict[str, SitePage]) -> None:
    found = set()
    for address, page in pages.items():
        assert [each.text for each in page.outline] == ["一、主要做法", "二、检查情况"]
        for entry in page.outline:
            way, _, sentence = entry.address.partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(address), way))
            target = there if way else address
            assert f'id="{sentence}"' in str(pages[target].body())
            found.add(bool(way))
    assert found == {True, False}


def test_a_short_report_has_one_page(library: Library) -> None:
    short = [each for each in site_pages(library) if each.address.startswith("reports/r")]
    assert len(short) == 2
    for page in short:
        view = page.view()
        assert isinstance(view, ReportView)
        assert (view.parts, view.starts, view.stem) == (None, (), "")
