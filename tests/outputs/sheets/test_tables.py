"""The tables: what they count, no formulas, fit to be printed, the same bytes."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from generator.model import Document, Library, Piece
from generator.outputs.sheets import empty_workbook, workbook
from generator.outputs.sheets.csv_text import as_csv
from generator.outputs.sheets.sheet import Band, Book, Column, Table
from generator.outputs.sheets.workbook import as_xlsx
from generator.outputs.sheets.writing import books

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =cmd|'/c calc'!A1")


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def sheets_of(book: Book) -> list[Worksheet]:
    found = openpyxl.load_workbook(io.BytesIO(as_xlsx(book, 0))).worksheets
    return [each for each in found if isinstance(each, Worksheet)]


def words(sheet: Worksheet) -> list[list[str]]:
    return [["" if v is None else str(v) for v in row] for row in sheet.values]


def book_of(*rows: tuple[str | int, ...], heads: tuple[str, ...]) -> Book:
    return Book("t", (Table("表", tuple(Column(head, 8) for head in heads), rows),))


def report(id: str, **facts: str) -> Document:
    piece = Piece(id, f"{id}.txt", 0, 2, "甲乙", facts.pop("title", "报告"), **facts)  # type: ignore[arg-type]
    return Document(piece, paragraphs=(), outline=(), sentences=())


def test_both_formats_say_the_same(library: Library) -> None:
    for book in books(library):
        if book.plain:
            rows = read_csv(as_csv(book.plain))
            assert words(sheets_of(book)[-1]) == rows
            assert len(rows) == len(book.plain.rows) + 1


def test_every_duty_and_every_link_is_counted(library: Library) -> None:
    duties, coverage, *_ = books(library)
    assert len(duties.sheets[0].rows) == len(library.duties)
    assert coverage.plain
    counted = [row for row in coverage.plain.rows if not isinstance(row, Band)]
    assert sum(int(row[-1]) for row in counted) == len(library.links)
    assert all(row[-1] for row in counted)  # what is not there has no row
    assert "句编号" in duties.sheets[0].header


def test_the_matrix_is_that_of_the_screen(library: Library) -> None:
    matrix = books(library)[1].sheets[0]
    head = matrix.header
    reports = head[head.index("合计") + 1 :]
    assert len(reports) == 4 + len(library.reports)  # no role that is never met
    bands = [row.words for row in matrix.rows if isinstance(row, Band)]
    assert bands == [
        f"{part.label}{part.heading}"
        for part in library.collations[0].edition.parts
        if part.articles
    ]
    rows = [row for row in matrix.rows if not isinstance(row, Band)]
    assert [row[0] for row in rows[:2]] == ["第（一）条", "第（二）条"]
    assert rows[-1][0] == "合计"
    assert rows[-1][head.index("合计")] == len(library.links)
    own = {each.piece.id: 0 for each in library.reports}
    for link in library.links:
        own[link.report] += 1
    assert rows[-1][-len(own) :] == tuple(own.values())
    links = [each for each in library.links if each.article == 2]
    second = library.reports[1].piece.id
    practices = sum(each.report == second and each.role == "practice" for each in links)
    assert f"●{practices}" in str(rows[1][head.index("合计") + 6])
    for row in rows:
        assert row[2] != 0


def test_an_article_that_no_report_speaks_of_is_not_found_rather_than_missing(
    library: Library,
) -> None:
    links = tuple(each for each in library.links if each.article != 3)
    row = next(
        row
        for row in books(replace(library, links=links))[1].sheets[0].rows
        if not isinstance(row, Band) and row[0] == "第（三）条"
    )
    assert row[2] == "未找到"
    assert "未找到不等于没有做" in books(library)[1].sheets[0].caption[1]


def test_the_matrix_is_turned_where_reports_state_several_values(library: Library) -> None:
    first, second, *rest = library.reports
    dated = (
        replace(first, piece=replace(first.piece, place="甲县", date="2021-05", genre="报告")),
        replace(second, piece=replace(second.piece, place="乙县", date="2020", genre="报告")),
        *(replace(each, piece=replace(each.piece, place="", date="2021")) for each in rest),
    )
    sheets = {each.title: each for each in books(replace(library, reports=dated))[1].sheets}
    assert list(sheets)[:3] == ["按报告", "按地方", "按年份"]
    assert sheets["按地方"].header[-3:] == ("乙县", "甲县", "未写明")
    assert sheets["按年份"].header[-2:] == ("2020年", "2021年")
    totals = sheets["按年份"].rows[-1]
    assert not isinstance(totals, Band)
    assert sum(int(each) for each in totals[-2:]) == len(library.links)


def test_reports_of_one_title_are_told_apart(opinion: Library) -> None:
    reports = (report("a", place="甲县"), report("b", place="乙县"), report("c", place="乙县"))
    matrix = books(replace(opinion, reports=reports))[1].sheets[0]
    assert matrix.header[-3:] == (
        "报告（甲县）",
        "报告（乙县，文件b.txt）",
        "报告（乙县，文件c.txt）",
    )


def test_no_cell_is_a_formula() -> None:
    book = book_of(DANGEROUS, heads=DANGEROUS)
    for row in read_csv(as_csv(book.sheets[0])):
        assert all(cell.startswith("'") for cell in row)
    for cells in sheets_of(book)[0].iter_rows():
        assert [cell.value for cell in cells] == list(DANGEROUS)
        assert {cell.data_type for cell in cells} == {"s"}


def test_same_input_same_bytes(library: Library) -> None:
    for book in books(library):
        assert as_xlsx(book, 0) == as_xlsx(book, 0)
    assert as_csv(books(library)[0].sheets[0]) == as_csv(books(library)[0].sheets[0])


def test_control_characters_do_not_break_a_workbook() -> None:
    assert words(sheets_of(book_of(("a\x00b\x1f",), heads=("列",)))[0])[1] == ["ab"]


def test_a_library_without_links_or_reports_has_tables(law: Library) -> None:
    for book in books(replace(law, links=(), duties=(), reports=())):
        assert len(sheets_of(book)) == len(book.sheets)


def test_a_workbook_is_fit_to_work_in_and_to_print(library: Library) -> None:
    for book in books(library):
        for table, sheet in zip(book.sheets, sheets_of(book), strict=True):
            head = len(table.caption) + 1
            last = get_column_letter(len(table.columns))
            rows = head + len(table.rows)
            assert sheet.title == table.title
            assert sheet.freeze_panes == f"{'ABCD'[table.fixed]}{head + 1}"
            assert sheet.auto_filter.ref == f"A{head}:{last}{rows}"
            assert sheet.print_title_rows == f"$1:${head}"
            assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
            assert sheet.oddFooter
            assert sheet.oddFooter.center.text == "第 &P 页　共 &N 页"
            assert sheet.cell(head, 1).font.b
            for number, column in enumerate(table.columns, 1):
                letter = get_column_letter(number)
                assert sheet.column_dimensions[letter].width == column.width
                assert sheet.cell(head, number).alignment.wrap_text


def test_a_row_is_as_high_as_its_longest_cell_needs() -> None:
    table = Table("表", (Column("甲", 21), Column("乙", 21)), (("一" * 35, "短"), ("短", "短")))
    sheet = sheets_of(Book("t", (table,)))[0]
    heights = [sheet.row_dimensions[number].height for number in (2, 3)]
    assert heights[0] > 3.5 * heights[1] - 3 * workbook.AROUND


def test_a_wide_matrix_is_printed_on_pages_side_by_side_that_repeat_its_first_columns() -> None:
    columns = (Column("条", 20), *(Column(f"报告{number}", 14) for number in range(60)))
    sheet = sheets_of(Book("t", (Table("表", columns, (), fixed=1),)))[0]
    assert sheet.page_setup.fitToWidth == 5
    assert sheet.print_title_cols == "$A:$A"
    assert sheet.auto_filter.ref == "A1:BI1"


def test_a_table_longer_than_a_sheet_goes_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    found = sheets_of(book_of(*((number,) for number in range(7)), heads=("数",)))
    assert [each.title for each in found] == ["表", "表（2）", "表（3）"]
    assert [words(each) for each in found][2] == [["数"], ["6"]]
    assert [each.auto_filter.ref for each in found] == ["A1:A4", "A1:A4", "A1:A2"]


def test_columns_beyond_those_of_a_sheet_go_on_in_the_next(
    opinion: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.outputs.sheets.coverage.MOST_COLUMNS", 5)
    reports = tuple(report(str(at), title=f"报告{at}") for at in range(5))
    sheets = books(replace(opinion, reports=reports, links=()))[1].sheets
    assert [each.title for each in sheets] == [
        "按报告",
        "按报告（第3篇起）",
        "按报告（第5篇起）",
        "明细",
    ]
    assert sheets[2].header[-1] == "报告4"
    assert empty_workbook.MOST_COLUMNS == 16_384


def test_empty_cells_of_a_sparse_table_are_not_written() -> None:
    columns = tuple(Column(str(number), 8) for number in range(50))
    table = Table("表", columns, (("甲", *[""] * 49),), sparse=True)
    data = as_xlsx(Book("t", (table,)), 0)
    xml = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml")
    assert xml.partition(b'<row r="2"')[2].count(b"<c ") == 1


def test_two_articles_of_one_label_are_told_apart(opinion: Library, code: Library) -> None:
    duties = books(opinion)[0].sheets[0]
    places = [duties.header.index(each) for each in ("条", "所在部分", "编号")]
    rows = {
        tuple(row[place] for place in places) for row in duties.rows if not isinstance(row, Band)
    }
    assert rows >= {
        ("第（二）条", "第一部分", "b-1-2"),
        ("第（二）条", "第二部分", "b-2-2"),
    }
    deep = books(code)[0].sheets[0]
    third = next(row for row in deep.rows if not isinstance(row, Band) and "第三条" in row)
    assert third[deep.header.index("所在部分")] == "第一编第二章第一节"
    assert third[deep.header.index("编号")] == "b-3"
