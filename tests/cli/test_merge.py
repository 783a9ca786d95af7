"""generator merge: the files of several units, put together on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.examination import asked_rows
from generator.model import Library
from tests.conftest import LAW, called
from tests.examination.workbooks import workbook


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("merge-cache")


def file_of(folder: Path, library: Library, unit: str, status: str, *more: str) -> Path:
    first = asked_rows(library.collations, library.duties)[0]
    rows = [
        (first.id, first.label, first.words, first.bodies, unit, status, "", "2026-01-01", "=1+1")
    ]
    rows += [("", "", each, "", unit, status, "", "", "") for each in more]
    path = folder / f"{unit}.xlsx"
    path.write_bytes(workbook(rows))
    return path


def test_it_writes_a_row_for_each_requirement_and_unit(
    law: Library, tmp_path: Path, cache: Path
) -> None:
    files = [
        file_of(tmp_path, law, "东区", "已完成"),
        file_of(tmp_path, law, "西区", "进行中", "自己加的一项"),
    ]
    out = tmp_path / "汇总.xlsx"
    where: list[str | Path] = ["--content", LAW, "--cache", cache]
    ended = called("merge", *files, *where, "--out", out, "--today", "2026-11-28")
    assert ended.returncode == 0, ended.stderr
    said = ended.stdout + ended.stderr
    assert "2 个单位" in said
    assert "逾期的 1 行" in said
    assert "西区：自己加的一项" in said
    book = load_workbook(out)
    assert book.sheetnames == ["汇总", "按单位", "按条", "逾期"]
    sheet = book["汇总"]
    rows = list(sheet.iter_rows(min_row=4, values_only=True))
    asked = asked_rows(law.collations, law.duties)
    assert len(rows) == 2 * len(asked) + 1
    assert [row[4] for row in rows[:2]] == ["东区", "西区"]
    assert [row[5] for row in rows[:2]] == ["已完成", "进行中"]
    assert sheet.auto_filter.ref == f"A3:K{3 + len(rows)}"
    assert sheet.print_title_rows == "$1:$3"
    evidence = sheet.cell(4, 9)
    assert (evidence.data_type, evidence.value) == ("s", "=1+1")
    again = called("merge", *files, *where, "--out", out)
    assert again.returncode == 2
    assert "已经有了" in again.stderr


def test_its_own_file_is_merged_again_to_the_same(
    law: Library, tmp_path: Path, cache: Path
) -> None:
    files = [file_of(tmp_path, law, "东区", "已完成"), file_of(tmp_path, law, "西区", "进行中")]
    one, two = tmp_path / "一.json", tmp_path / "二.json"
    for given, out in ((files, one), ([one], two)):
        ended = called("merge", *given, "--content", LAW, "--cache", cache, "--out", out)
        assert ended.returncode == 0, ended.stderr
    assert json.loads(one.read_text("utf-8")) == json.loads(two.read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("坏.xlsx", b"PK\x03\x04xx", "坏.xlsx: 不是 XLSX 表格，或者文件已损坏"),
        ("别的.json", b"[]", "别的.json: 不是自查文件；请用“自查”页导出的文件"),
        ("没有.xlsx", None, "读不出来"),
    ],
)
def test_a_bad_file_is_one_line_and_nothing_is_written(
    law: Library, tmp_path: Path, cache: Path, name: str, data: bytes | None, words: str
) -> None:
    good, bad, out = file_of(tmp_path, law, "东区", "已完成"), tmp_path / name, tmp_path / "x.xlsx"
    if data is not None:
        bad.write_bytes(data)
    ended = called("merge", good, bad, "--content", LAW, "--cache", cache, "--out", out)
    assert ended.returncode == 2
    assert words in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert not out.exists()
