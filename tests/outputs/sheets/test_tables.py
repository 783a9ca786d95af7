"""The tables: what they count, no formulas, the same bytes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
from openpyxl.utils import get_column_letter

from generator.model import Document, Library, Piece
from generator.outputs.sheets.sheet import Table
from generator.outputs.sheets.workbook import as_xlsx
from generator.outputs.sheets.writing import as_csv, tables

DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", " =cmd|'/c calc'!A1")


def read_csv(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_both_formats_say_the_same(library: Library) -> None:
    for table in tables(library):
        rows = read_csv(as_csv(table))
        sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(table, 0))).active
        assert sheet is not None
        read = [["" if v is None else str(v) for v in row] for row in sheet.values]
        assert read == rows
        assert len(rows) == len(table.rows) + 1


def test_every_duty_and_every_link_is_counted(library: Library) -> None:
    duties, coverage = tables(library)
    assert len(duties.rows) == len(library.duties)
    assert sum(int(row[-1]) for row in coverage.rows) == len(library.links)
    articles = sum(len(each.edition.articles) for each in library.collations)
    assert len(coverage.rows) == articles * len(library.reports)


def test_no_cell_is_a_formula() -> None:
    table = Table("t", "表", DANGEROUS, (DANGEROUS,), (8,) * len(DANGEROUS))
    for row in read_csv(as_csv(table)):
        assert all(cell.startswith("'") for cell in row)
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(table, 0))).active
    assert sheet is not None
    for cells in sheet.iter_rows():
        assert [cell.value for cell in cells] == list(DANGEROUS)
        assert {cell.data_type for cell in cells} == {"s"}


def test_same_input_same_bytes(library: Library) -> None:
    for table in tables(library):
        assert as_xlsx(table, 0) == as_xlsx(table, 0)
        assert as_csv(table) == as_csv(table)


def test_control_characters_do_not_break_a_workbook(library: Library) -> None:
    table = Table("t", "表", ("列",), (("a\x00b\x1f",),), (8,))
    assert as_xlsx(table, 0)


def test_a_library_without_links_has_tables(law: Library) -> None:
    for table in tables(replace(law, links=(), duties=())):
        assert as_csv(table)
        assert as_xlsx(table, 0)


def test_a_workbook_looks_as_it_should(library: Library) -> None:
    table = tables(library)[1]
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(table, 0))).active
    assert sheet is not None
    assert (sheet.title, sheet.freeze_panes) == (table.title, "A2")
    for number, width in enumerate(table.widths, 1):
        letter = get_column_letter(number)
        assert sheet.column_dimensions[letter].width == width
        for row, bold in ((1, True), (2, False), (len(table.rows) + 1, False)):
            cell = sheet.cell(row, number)
            assert (bool(cell.font.b), cell.alignment.wrap_text) == (bold, True)


def test_columns_beyond_z_are_named_on() -> None:
    header = tuple(f"第{number}列" for number in range(1, 60))
    table = Table("t", "表", header, (tuple(range(59)),), (8,) * 59)
    sheet = openpyxl.load_workbook(io.BytesIO(as_xlsx(table, 0))).active
    assert sheet is not None
    assert [cell.value for cell in next(sheet.iter_rows(min_row=2))] == list(range(59))
    assert sheet["BG1"].value == "第59列"


def test_two_articles_of_one_label_are_told_apart(opinion: Library, code: Library) -> None:
    report = Document(
        Piece("r", "r.txt", 0, 2, "甲乙", "报告"),
        paragraphs=(),
        outline=(),
        sentences=(),
    )
    duties, coverage = tables(replace(opinion, reports=(report,)))
    for table in (duties, coverage):
        places = [table.header.index(each) for each in ("条", "所在部分", "编号")]
        rows = {tuple(row[place] for place in places) for row in table.rows}
        assert rows >= {
            ("第（二）条", "第一部分", "b-1-2"),
            ("第（二）条", "第二部分", "b-2-2"),
        }
    deep = tables(code)[0]
    third = next(row for row in deep.rows if "第三条" in row)
    assert third[deep.header.index("所在部分")] == "第一编第二章第一节"
    assert third[deep.header.index("编号")] == "b-3"
