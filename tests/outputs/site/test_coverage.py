"""The matrix turned by place, year and kind: as the spreadsheet has it, and all that is in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from generator import addresses
from generator.content import load_content
from generator.model import Library
from generator.outputs.sheets.coverage import coverage_book
from generator.outputs.sheets.sheet import Band
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.coverage import (
    IN_PANEL,
    ON_PAGE,
    CoverageView,
    coverage_view,
)
from generator.outputs.site.views.coverage_sheets import coverage_pages
from generator.outputs.site.views.library_index import LibraryIndex
from generator.recipe import build_library
from tests.browser.many_reports import PLACES, write_many_reports


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Sixty reports of twelve places, four years, five kinds."""
    folder: Path = tmp_path_factory.mktemp("many") / "content"
    return build_library(load_content(write_many_reports(folder, 60)))


def views(library: Library, way: str) -> list[CoverageView]:
    index = LibraryIndex(library)
    return [coverage_view(index, each) for each in coverage_pages(index) if each.way == way]


def test_every_way_has_a_page_and_every_page_leads_to_all(many: Library) -> None:
    pages = [each for each in site_pages(many) if each.kind == "coverage"]
    assert [each.address for each in pages] == [
        "coverage.html",
        "coverage-2.html",
        "coverage-3.html",
        "coverage-place.html",
        "coverage-year.html",
        "coverage-kind.html",
    ]
    (view,) = views(many, "year")
    assert [(each.title, each.address, each.current) for each in view.ways] == [
        ("按报告", "coverage.html", False),
        ("按地方", "coverage-place.html", False),
        ("按年份", "coverage-year.html", True),
        ("按体裁", "coverage-kind.html", False),
    ]
    assert pages[4].title == "对照表（按年份）"


@pytest.mark.parametrize(
    ("way", "title"), [("place", "按地方"), ("year", "按年份"), ("kind", "按体裁")]
)
def test_the_page_and_the_spreadsheet_say_the_same(many: Library, way: str, title: str) -> None:
    (view,) = views(many, way)
    (table,) = [each for each in coverage_book(many).sheets if each.title == title]
    leading = len(table.columns) - len(view.columns)
    assert [each.head for each in table.columns[leading:]] == [c.title for c in view.columns]
    rows = [row for row in table.rows if not isinstance(row, Band)][:-1]  # the last one adds up
    shown = [row for band in view.bands for row in band.rows]
    assert len(rows) == len(shown) == 12
    for row, line in zip(shown, rows, strict=True):
        assert line[0] == row.name
        assert line[2] == (row.total or "未找到")
        signs = [" ".join(f"{d.role.sign}{d.count}" for d in cell.dots) for cell in row.cells]
        assert list(line[leading:]) == signs


def test_columns_count_reports_and_passages(many: Library) -> None:
    (view,) = views(many, "place")
    places = {each.title: each for each in view.columns}
    assert set(places) == {f"{each}区" for each in PLACES} | {"未写明"}
    assert sum(each.reports for each in view.columns) == 60
    assert sum(each.total for each in view.columns) == len(many.links)
    assert places["未写明"].reports == 12  # every fifth
    assert places["未写明"].address == "reports/index.html#place=-"
    for at, column in enumerate(view.columns):
        cells = [row.cells[at] for band in view.bands for row in band.rows]
        assert sum(dot.count for cell in cells for dot in cell.dots) == column.total


def test_a_cell_lets_every_report_speak_before_one_speaks_again(many: Library) -> None:
    (view,) = views(many, "kind")
    cells = [cell for band in view.bands for row in band.rows for cell in row.cells if cell.id]
    assert cells
    for cell in cells:
        first = [each.address.partition("#")[0] for each in cell.passages[: cell.reports]]
        assert len(set(first)) == len(first)
        assert len(cell.passages) + cell.more == sum(dot.count for dot in cell.dots)
        assert cell.label.endswith("处")
        assert f"：{cell.reports}篇报告，" in cell.label
        assert cell.onward.startswith("reports/index.html#kind=%")


def test_the_passages_of_a_page_do_not_grow_with_the_library(many: Library) -> None:
    for way in ("", "place", "year", "kind"):
        for view in views(many, way):
            shown = [cell for band in view.bands for row in band.rows for cell in row.cells]
            filled = [cell for cell in shown if cell.id]
            assert max(len(cell.passages) for cell in filled) <= IN_PANEL
            assert sum(len(cell.passages) for cell in filled) <= max(ON_PAGE, len(filled))


def test_what_is_found_nowhere_is_told_and_what_that_means(many: Library) -> None:
    (page,) = [each for each in site_pages(many) if each.address == "coverage-kind.html"]
    body = page.body()
    assert body.count(">未找到<") == 3
    assert "自动关联没有在这些报告里找到说到这一条的话，不等于没有做" in body
    assert "所有报告里都未找到的有3条" in body
    assert ">缺<" not in body


def test_one_report_cannot_be_turned(tiny: Library) -> None:
    pages = [each for each in site_pages(tiny) if each.kind == "coverage"]
    assert [each.address for each in pages] == ["coverage.html"]
    assert "turns" not in pages[0].body()


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Sixty-five reports of two places, or of none."""
    folder: Path = tmp_path_factory.mktemp("more") / "content"
    return build_library(load_content(write_many_reports(folder, 65, places=2)))


def test_of_more_reports_the_first_way_opens_down_to_each(more: Library) -> None:
    pages = {each.address: each for each in site_pages(more) if each.kind == "coverage"}
    assert list(pages) == [
        "coverage.html",
        "coverage-year.html",
        "coverage-kind.html",
        *("coverage/place/1.html", "coverage/place/1-2.html"),
        *("coverage/place/2.html", "coverage/place/2-2.html"),
        "coverage/place/3.html",
    ]
    first = pages["coverage.html"].view()
    assert isinstance(first, CoverageView)
    assert [each.address for each in first.ways] == [
        *("coverage.html", "coverage-year.html", "coverage-kind.html")
    ]
    assert [(each.title, each.address, each.reports) for each in first.columns] == [
        ("东桥区", "coverage/place/1.html", 26),
        ("西河区", "coverage/place/2.html", 26),
        ("未写明", "coverage/place/3.html", 13),
    ]
    shown = [
        column.address
        for address, page in pages.items()
        if "/" in address and isinstance(view := page.view(), CoverageView)
        for column in view.columns
    ]
    assert sorted(shown) == sorted(f"reports/{each.piece.id}.html" for each in more.reports)


def test_a_cell_of_many_reports_leads_to_what_they_say(more: Library) -> None:
    """To the article's page with the place chosen, where it has many passages; else to reports."""
    apart = replace(more, shared_links=())  # so that some articles have more than forty passages
    (view,) = views(apart, "place")
    bodies = {each.address: each.body() for each in site_pages(apart) if each.kind == "article"}
    kinds = set()
    for row in (row for band in view.bands for row in band.rows):
        for column, cell in zip(view.columns, row.cells, strict=True):
            if not cell.dots:
                continue
            place = "-" if column.title == "未写明" else quote(column.title)
            many = "choose-passages" in bodies[row.address]
            if many:
                assert cell.said == f"{row.address}#place={place}"
            elif cell.reports > 1:
                assert cell.said.startswith(f"reports/index.html#place={place}&article=")
            else:
                assert cell.said.startswith("reports/r")
            assert cell.on_article == many
            kinds.add(cell.on_article)
    assert kinds == {True, False}


def test_a_cell_of_a_single_report_leads_to_its_first_words_on_the_article(more: Library) -> None:
    index = LibraryIndex(more)
    page = next(each for each in coverage_pages(index) if each.within)
    view = coverage_view(index, page)
    assert view.within == "东桥区"
    (row,) = [row for band in view.bands for row in band.rows if row.heading == "开展送书上门"]
    column, cell = next(
        (column, cell) for column, cell in zip(view.columns, row.cells, strict=True) if cell.dots
    )
    assert (cell.id, cell.passages) == ("", ())
    address, _, sentence = cell.said.partition("?article=yijian-4#")
    assert address == column.address
    report = next(each for each in more.reports if f"reports/{each.piece.id}.html" == address)
    (words,) = [report.piece.text[s.start : s.end] for s in report.sentences if s.id == sentence]
    assert "送书上门" in words
    wanted = [
        link
        for link in more.links
        if link.article == 4 and link.report in page.within.reports  # type: ignore[union-attr]
    ]
    assert (row.total, row.reports) == (len(wanted), len({link.report for link in wanted}))


def test_every_page_of_a_report_stands_in_a_small_folder(
    more: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "CROWD", 20)
    pages = [each.address for each in site_pages(more)]
    counts = Counter(each.rpartition("/")[0] for each in pages)
    assert max(counts.values()) <= 20
    reports = [each for each in site_pages(more) if each.kind == "report"]
    assert len(reports) == len({each.address for each in reports}) == 65
    linked = {
        column.address for page in site_pages(more) if page.kind == "coverage"
        and isinstance(view := page.view(), CoverageView) and view.within
        for column in view.columns
    }  # fmt: skip
    assert linked == {each.address for each in reports}
