"""Four reports of one title are told apart wherever a reader meets them, and alike everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import load_content
from generator.model import Library
from generator.outputs.search.units import find_units
from generator.outputs.sheets.coverage import coverage_book
from generator.outputs.single.report_views import report_views
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.article import article_view
from generator.outputs.site.views.compare import compare_view
from generator.outputs.site.views.coverage import coverage_view
from generator.outputs.site.views.coverage_sheets import coverage_pages
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.report_lines import report_line
from generator.recipe import build_library
from tests.browser.many_reports import BASE, write_many_reports

TITLE = "公共阅览室工作总结"
SAME = "推动夜间开放和节假日开放，方便上班的居民借书。"
REPORTS = {
    "a": ("place: 甲县, date: 2021-05", "招募志愿管理员三十人。"),
    "b": ("place: 乙县, date: 2021-05", "采购图书四千册。"),
    "c": ("place: 乙县, date: 2021-05", "更换书架二十组。"),
    "d": ("place: 乙县, date: 2022-05", "设立儿童专区五处。"),
}
NAMES = [
    "公共阅览室工作总结（甲县）",
    "公共阅览室工作总结（乙县，2021年5月，写有“采购图书四千册”）",
    "公共阅览室工作总结（乙县，2021年5月，写有“更换书架二十组”）",
    "公共阅览室工作总结（乙县，2022年5月）",
]


@pytest.fixture(scope="module")
def alike(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library with four reports of one title; of two the facts are the same, too."""
    content: Path = write_many_reports(tmp_path_factory.mktemp("alike") / "content", 0)
    stated = (content / "library.yml").read_text("utf-8")
    for name, (facts, words) in REPORTS.items():
        text = f"{TITLE}\n一、主要做法\n{SAME}\n{words}\n"
        (content / "sources" / f"{name}.txt").write_text(text, "utf-8")
        stated += f"  {name}.txt: {{kind: report, title: {TITLE}, {facts}}}\n"
    (content / "library.yml").write_text(stated, "utf-8")
    library = build_library(load_content(content))
    assert [each.piece.title for each in library.reports] == [TITLE] * 4
    assert library.collations[0].edition.base.title == BASE
    return library


def test_in_lists_and_choices_and_at_the_head_of_columns(alike: Library) -> None:
    index = LibraryIndex(alike)
    assert [report_line(index, each).title for each in alike.reports] == NAMES
    assert [each.name for each in compare_view(index).reports] == NAMES
    page = next(each for each in coverage_pages(index) if not each.way)
    view = coverage_view(index, page)
    assert [each.title for each in view.columns] == NAMES
    cells = [cell for band in view.bands for row in band.rows for cell in row.cells if cell.id]
    assert {cell.label.partition("，")[2].rpartition("：")[0] for cell in cells} == set(NAMES)
    pages = {each.address: each.title for each in site_pages(alike) if each.kind == "report"}
    assert list(pages.values()) == NAMES


def test_at_passages(alike: Library) -> None:
    view = article_view(LibraryIndex(alike), "yijian", 3)
    passages = [each for group in view.groups for each in (*group.shown, *group.folded)]
    named = {each.report_title for each in passages} | {
        sharer.title for each in passages for sharer in each.sharers
    }
    assert named == set(NAMES)


def test_at_hits_in_the_spreadsheet_and_on_the_single_page(alike: Library) -> None:
    hits = {each.page: each.title for each in find_units(alike) if each.page.startswith("reports/")}
    assert list(hits.values()) == NAMES
    book = coverage_book(alike)
    assert [each.head for each in book.sheets[0].columns][-4:] == NAMES
    assert [each.name for each in report_views(alike, alike.reports)] == NAMES


def test_the_head_of_a_column_has_what_tells_it_apart_by_itself(alike: Library) -> None:
    index = LibraryIndex(alike)
    view = coverage_view(index, next(each for each in coverage_pages(index) if not each.way))
    assert [each.told for each in view.columns] == [name.removeprefix(TITLE) for name in NAMES]
