"""Lists of reports: what each line tells, and what one can choose by."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.model import Library
from generator.outputs.site.pages import site_pages
from generator.outputs.site.views.home import home_view
from generator.outputs.site.views.library_index import LibraryIndex
from generator.outputs.site.views.report_lines import about, report_line
from generator.outputs.site.views.reports import report_data, report_sheets, reports_view

PLACES = ("甲县", "乙县", "甲县", "")
YEARS = ("2021-03-05", "2022", "", "2022-11")


def with_reports(tiny: Library, count: int) -> Library:
    """The library with `count` reports of the same words, the links on the first."""
    (first,) = tiny.reports
    reports = [first]
    for number in range(1, count):
        piece = replace(first.piece, id=f"x{number}", title=f"第{number}份报告", genre="报告")
        piece = replace(piece, place=PLACES[number % 4], date=YEARS[number % 4])
        reports.append(replace(first, piece=piece))
    return replace(tiny, reports=tuple(reports))


def test_a_line_tells_what_helps_to_choose(tiny: Library) -> None:
    index = LibraryIndex(tiny)
    line = report_line(index, tiny.reports[0])
    assert line.opening == "我县加强监督检查，成效明显。"
    assert line.told == ("报告", "某县", "2022年5月", "约40字", "涉及2条中的1条", "2处关联")
    assert (line.articles, line.letters) == (("b-1",), 37)
    assert home_view(index).reports == (line,)


def test_a_report_without_links_says_so(tiny: Library) -> None:
    index = LibraryIndex(replace(tiny, links=()))
    assert report_line(index, tiny.reports[0]).told[-2:] == ("约40字", "没有关联")


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        (3, "约10字"),
        (644, "约640字"),
        (3249, "约3200字"),
        (12_340, "约1.2万字"),
        (20_010, "约2万字"),
    ],
)
def test_a_length_is_told_in_round_numbers(letters: int, words: str) -> None:
    assert about(letters) == words


def test_one_chooses_by_what_the_reports_differ_in(tiny: Library) -> None:
    index = LibraryIndex(with_reports(tiny, 5))
    view = reports_view(index, report_sheets(index)[0])
    options = {
        each.name: [(one.value, one.text, one.count) for one in each.options]
        for each in view.choices
    }
    assert options == {
        "year": [("2022", "2022年", 3), ("2021", "2021年", 1), ("-", "未写明", 1)],
        "place": [
            ("甲县", "甲县", 2),
            ("乙县", "乙县", 1),
            ("某县", "某县", 1),
            ("-", "未写明", 1),
        ],
        "article": [("b-1", "第（一）条 完善决策监督机制", 1)],
    }, "all are of one kind, none states an issuer, and one article alone is spoken of"
    assert view.dated
    assert view.data == ""
    assert dict(view.reports[1].values) == {
        "kind": "报告",
        "year": "2022",
        "place": "乙县",
        "issuer": "-",
    }


def test_a_single_report_offers_no_choice(tiny: Library) -> None:
    page = next(each for each in site_pages(tiny) if each.kind == "reports")
    assert "<form" not in page.body()


def test_a_list_of_several_sheets_has_all_rows_in_a_script(tiny: Library) -> None:
    library = with_reports(tiny, 205)
    index = LibraryIndex(library)
    found = report_sheets(index)
    assert [len(each.rows) for each in found] == [100, 100, 5]
    assert reports_view(index, found[1]).data == "reports/list.js"
    ((address, script),) = report_data(index).items()
    assert address == "reports/list.js"
    rows = json.loads(script.removeprefix("window.kbReports = ").removesuffix(";\n"))
    assert [row[0] for row in rows] == [each.piece.id for each in library.reports]
    first = rows[0]
    assert first[1].replace("\n", "") == "某县关于监督的报告"
    assert first[2] == "我县加强监督检查，成效明显。"
    choices = {each.name: each.options for each in reports_view(index, found[0]).choices}
    assert choices["place"][first[4][2] - 1].text == "某县"
    assert choices["year"][first[4][1] - 1].text == "2022年"
    assert first[4][0] == 0, "kinds are no choice here"
    assert first[5:] == ["2022-05", 37, [1]]
    pages = [each for each in site_pages(library) if each.kind == "reports"]
    assert all('data-all="reports/list.js"' in each.body() for each in pages)
    assert report_data(LibraryIndex(tiny)) == {}
