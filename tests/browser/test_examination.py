"""自查 in the browser: filled in, kept, out as a workbook, merged as the command merges."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Page, expect

from generator.examination import Asked, as_own_file, asked_rows, merge, read_file
from generator.model import Library
from generator.outputs.sheets.examination import merged_book, titles
from generator.outputs.sheets.workbook import as_xlsx
from tests.examination.workbooks import HEADS, workbook

if TYPE_CHECKING:
    from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def asked(library: Library) -> tuple[Asked, ...]:
    return asked_rows(library.collations, library.duties)


def opened(page: Page, site: Path) -> Page:
    page.goto((site / "examination.html").as_uri())
    return page


def saved(page: Page, button: str) -> tuple[str, bytes]:
    """Return the name and the bytes of what a button downloads."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def sheet_of(data: bytes, name: str) -> Worksheet:
    sheet = load_workbook(io.BytesIO(data))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def test_what_is_filled_in_stays_and_goes_out(
    new_page: NewPage, built_site: Path, asked: tuple[Asked, ...]
) -> None:
    page = opened(new_page(accept_downloads=True), built_site)
    page.get_by_label("单位", exact=True).fill("东区")
    row = page.locator(f'[id="{asked[1].id}"]')
    row.get_by_label("状态").select_option("进行中")
    row.get_by_label("责任人").fill("=1+1")
    row.get_by_label("时限").fill("2020-01-31")
    row.get_by_label("证据").fill("台账\n<b>第3页</b>")
    page.reload()
    expect(row.get_by_label("证据")).to_have_value("台账\n<b>第3页</b>")
    expect(page.locator("#ex-count")).to_contain_text(f"已填1项，完成0项，共{len(asked)}项")
    page.get_by_label("只看").select_option("!")
    expect(page.locator("tr[data-words]:visible")).to_have_count(1)
    name, data = saved(page, "导出 Excel")
    assert name == "自查表-东区.xlsx"
    sheet = sheet_of(data, "自查表")
    assert [each.value for each in sheet[3]] == list(HEADS)
    assert sheet.max_row == 3 + len(asked)
    assert sheet.auto_filter.ref == f"A3:I{3 + len(asked)}"
    assert (sheet.print_title_rows, sheet.freeze_panes) == ("$1:$3", "D4")
    assert sheet.page_setup.orientation == "landscape"
    assert str(sheet.page_setup.paperSize) == "9"
    person = sheet["G5"]
    assert (person.value, person.data_type) == ("=1+1", "s")
    [own] = [each for each in read_file(data, name).rows if any(each.fields)]
    assert own.fields == ("进行中", "=1+1", "2020-01-31", "台账\n<b>第3页</b>")
    assert (own.id, own.unit) == (asked[1].id, "东区")
    file, text = saved(page, "导出自查文件")
    assert file == "自查-东区.json"
    assert json.loads(text)["rows"][1]["person"] == "=1+1"


def hard_files(folder: Path, asked: Sequence[Asked]) -> list[Path]:
    """Return files of three units: with conflicts, strange rows, further columns, odd words."""
    one, two, three = asked[0], asked[1], asked[2]
    heads = (*HEADS, "备注", "2024", "状态")
    rows: dict[str, list[tuple[object, ...]]] = {
        "东区.xlsx": [
            (
                one.id,
                one.label,
                one.words,
                one.bodies,
                "东区",
                "已完成",
                12,
                "2026-06-30",
                "",
                "见附件",
                "好",
                "二",
            ),
            (
                two.id,
                "",
                "改过的要求",
                "",
                "东区",
                "进行中",
                "=A1",
                "2020年2月底",
                "@SUM(1)",
                "",
                "",
                "",
            ),
            ("", "", "建立应急 物资库", "", "东区", "待定", "", "20200101", "", "", "", ""),
        ],
        "东区改.xlsx": [
            (one.id, "", one.words, "", "东区", "进行中", "张三", "", "", "", "", ""),
            ("", "", f" {three.words} ", "", "", "已完成", True, 1.5, "\ufeff甲\u3000", "", "", ""),
        ],
        "西区.xlsx": [
            (one.id, "", one.words, "", "西区", "不适用", "<b>&", "", "“引号”\n换行", "", "", "")
        ],
    }
    paths = []
    for name, some in rows.items():
        (folder / name).write_bytes(workbook(some, heads))
        paths.append(folder / name)
    return paths


def test_the_page_merges_as_the_command_does(
    new_page: NewPage,
    built_site: Path,
    tmp_path: Path,
    library: Library,
    asked: tuple[Asked, ...],
) -> None:
    page = opened(new_page(accept_downloads=True), built_site)
    files = hard_files(tmp_path, asked)
    page.get_by_label("单位", exact=True).fill("南区")
    page.locator("tr[data-words] select").nth(2).select_option("已完成")
    name, own = saved(page, "导出自查文件")
    (tmp_path / name).write_bytes(own)
    files.append(tmp_path / name)
    page.get_by_label("选各单位的文件").set_input_files(files)
    expect(page.locator("#ex-told")).to_have_text("合并了4个文件。")
    _, here = saved(page, "导出汇总文件")
    _, book = saved(page, "导出汇总 Excel")
    together = merge(asked, [read_file(each.read_bytes(), each.name) for each in files])
    assert here.decode() == as_own_file(together, library.title)
    command = merged_book(together, f"{titles(library)}自查汇总", date.today())
    theirs = load_workbook(io.BytesIO(as_xlsx(command, 0)))
    mine = load_workbook(io.BytesIO(book))
    assert mine.sheetnames == theirs.sheetnames
    for sheet in theirs.sheetnames:
        assert list(mine[sheet].iter_rows(min_row=3, values_only=True)) == list(
            theirs[sheet].iter_rows(min_row=3, values_only=True)
        )
    merged = json.loads(here)["rows"]
    conflicts = [each for each in merged if each["id"] == asked[0].id and each["unit"] == "东区"]
    assert {each["status"] for each in conflicts} == {"已完成", "进行中"}
    assert merged[-1]["words"] == "建立应急 物资库"
    page.reload()
    expect(page.locator("#ex-result > p")).to_contain_text("4个单位")
    page.locator("summary", has_text="按单位").click()
    expect(page.locator("#ex-result tbody tr", has_text="西区").first).to_be_visible()


def test_a_bad_file_is_named_and_nothing_is_merged(
    page: Page, built_site: Path, tmp_path: Path, asked: tuple[Asked, ...]
) -> None:
    opened(page, built_site)
    bad, huge, odd = tmp_path / "坏.xlsx", tmp_path / "大.xlsx", tmp_path / "别的.json"
    bad.write_bytes(b"PK\x03\x04xxxx")
    huge.write_bytes(b"PK\x03\x04" + bytes(20 * 1024 * 1024))
    odd.write_text("{}", "utf-8")
    files = [*hard_files(tmp_path, asked), bad, huge, odd]
    page.get_by_label("选各单位的文件").set_input_files(files)
    told = page.locator("#ex-told p")
    expect(told).to_have_text(
        [
            "坏.xlsx：不是 XLSX 表格，或者文件已损坏",
            "大.xlsx：超过 20 MB，不像自查表",
            "别的.json：不是自查文件；请用“自查”页导出的文件",
            "有文件读不出来，没有合并；请去掉或换好再选。",
        ]
    )
    expect(page.locator("#ex-result")).to_be_empty()


def test_the_traditional_page_writes_the_same_file(
    new_page: NewPage, built_site: Path, asked: tuple[Asked, ...]
) -> None:
    page = opened(new_page(accept_downloads=True), built_site / "hant")
    page.locator("#ex-unit").fill("東區")
    page.locator("tr[data-words] select").first.select_option("已完成")
    _, data = saved(page, "導出自查文件")
    first = json.loads(data)["rows"][0]
    assert (first["words"], first["status"]) == (asked[0].words, "已完成")


def test_without_scripts_there_is_a_blank_table(new_page: NewPage, built_site: Path) -> None:
    page = new_page(java_script_enabled=False)
    opened(page, built_site)
    expect(page.locator("#content noscript p")).to_contain_text("没有运行脚本")
    expect(page.locator("#ex-tools")).to_be_hidden()
    assert page.locator("tr[data-words]").count() > 50
