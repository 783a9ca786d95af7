"""Files of several units: read from what offices send, put together, and nothing lost."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date

import pytest

from generator.errors import ContentError
from generator.examination import (
    Asked,
    Filled,
    as_own_file,
    merge,
    overview,
    read_file,
    spreadsheet,
)
from generator.examination.overview import last_day
from tests.examination.workbooks import HEADS, workbook

ASKED = (
    Asked("fa-1-aaaaaa", "fa", 1, "fa-1", "第一条", "公示收费标准", "供水企业", "fa-1-s1"),
    Asked("fa-2-bbbbbb", "fa", 1, "fa-2", "第二条", "定期检测水质", "供水企业", "fa-2-s1"),
)
FIRST, SECOND = (
    ("fa-1-aaaaaa", "第一条", "公示收费标准", "供水企业"),
    ("fa-2-bbbbbb", "第二条", "定期检测水质", "供水企业"),
)


def of(name: str, *rows: tuple[object, ...], heads: tuple[str, ...] = HEADS) -> Filled:
    return read_file(workbook(rows, heads), name)


def test_a_row_for_each_requirement_and_unit() -> None:
    east = of("东区.xlsx", (*FIRST, "东区", "已完成", "张三", "2026-06-30", "台账第3页"))
    west = of(
        "西区.xlsx", (*FIRST, "", "进行中", "李四", "", ""), (*SECOND, "", "未开始", "", "", "")
    )
    merged = merge(ASKED, [east, west])
    assert merged.units == ("东区", "西区")
    assert [(row.id, row.unit, row.fields[0], row.note) for row in merged.rows] == [
        ("fa-1-aaaaaa", "东区", "已完成", ""),
        ("fa-1-aaaaaa", "西区", "进行中", ""),
        ("fa-2-bbbbbb", "东区", "", "文件里没有这一行"),
        ("fa-2-bbbbbb", "西区", "未开始", ""),
    ]
    assert merged.rows[0].fields == ("已完成", "张三", "2026-06-30", "台账第3页")
    assert merged.rows[0].sources == ("东区",)


def test_what_two_files_say_otherwise_stands_side_by_side() -> None:
    one = of("东区.xlsx", (*FIRST, "东区", "已完成", "张三", "", ""))
    other = of("东区改.xlsx", (*FIRST, "东区", "进行中", "张三", "", ""))
    for files in ([one, other], [other, one]):
        rows = [each for each in merge(ASKED, files).rows if each.id == FIRST[0]]
        assert {each.fields[0] for each in rows} == {"已完成", "进行中"}
        assert all("不同" in each.note for each in rows)


def test_what_another_file_says_too_is_told_once_and_what_says_more_stays() -> None:
    blank = of("空.xlsx", (*FIRST, "东区", "", "", "", ""))
    some = of("初.xlsx", (*FIRST, "东区", "已完成", "", "", ""))
    more = of("终.xlsx", (*FIRST, "东区", "已完成", "张三", "", "照片"))
    again = of("终（副本）.xlsx", (*FIRST, "东区", "已完成", "张三", "", "照片"))
    merged = merge(ASKED, [blank, some, more, again])
    [row] = [each for each in merged.rows if each.id == FIRST[0]]
    assert row.fields == ("已完成", "张三", "", "照片")
    assert row.sources == ("终", "终（副本）")
    assert row.note == ""


def test_rows_in_no_list_and_further_columns_are_kept_and_named() -> None:
    heads = (*HEADS, "备注", "")
    file = of(
        "东区.xlsx",
        (*FIRST, "东区", "已完成", "", "", "", "见附件", "格外"),
        ("", "自加", "建立应急物资库", "", "东区", "进行中", "王五", "", "", "", ""),
        heads=heads,
    )
    merged = merge(ASKED, [file])
    assert merged.extra == ("备注",)
    assert merged.rows[0].extra == (("备注", "见附件"),)
    last = merged.rows[-1]
    assert (last.words, last.fields[0], last.note) == (
        "建立应急物资库",
        "进行中",
        "不在本库的清单里",
    )
    assert merged.unknown == 1


def test_a_row_without_its_id_is_known_by_its_words_and_other_words_are_kept() -> None:
    file = of(
        "东区.xlsx",
        ("", "", "公示\n收费 标准", "", "东区", "已完成", "", "", ""),
        ("fa-2-bbbbbb", "", "定期检测水质和水压", "", "东区", "进行中", "", "", ""),
    )
    first, second = merge(ASKED, [file]).rows
    assert (first.id, first.fields[0], first.extra) == (FIRST[0], "已完成", ())
    assert (second.words, second.extra) == ("定期检测水质", (("原表要求", "定期检测水质和水压"),))


def test_merged_again_it_is_the_same() -> None:
    east = of(
        "东区.xlsx",
        (*FIRST, "东区", "已完成", "张三", "", ""),
        ("", "", "别的", "", "东区", "进行中", "", "", ""),
    )
    other = of("乙.xlsx", (*FIRST, "东区", "进行中", "", "", ""))
    merged = merge(ASKED, [east, other])
    again = merge(ASKED, [read_file(as_own_file(merged, "本库").encode(), "汇总.json")])
    assert again == merged


def test_days_numbers_marks_and_formulas_come_out_as_words() -> None:
    file = of(
        "东区.xlsx",
        (*FIRST, "东区", "已完成", 12, date(2026, 11, 30), '=HYPERLINK("http://x")'),
        (*SECOND, "东区", True, "'+1", "2026年12月", "@SUM(A1)"),
    )
    first, second = merge(ASKED, [file]).rows
    assert first.fields == ("已完成", "12", "2026-11-30", '=HYPERLINK("http://x")')
    assert second.fields == ("是", "'+1", "2026年12月", "@SUM(A1)")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-28", date(2026, 11, 28)),
        ("2026/1/2", date(2026, 1, 2)),
        ("2026.12.31前", date(2026, 12, 31)),
        ("2026年6月5日前完成", date(2026, 6, 5)),
        ("2026年2月底", date(2026, 2, 28)),
        ("20261130", date(2026, 11, 30)),
        ("长期坚持", None),
        ("2026-02-30", None),
        ("2026年", None),
    ],
)
def test_time_limits_that_name_a_day(words: str, day: date | None) -> None:
    assert last_day(words) == day


def test_who_has_done_what() -> None:
    east = of(
        "东区.xlsx",
        (*FIRST, "东区", "已完成", "", "2026-01-01", ""),
        (*SECOND, "东区", "进行中", "", "2026-01-01", ""),
    )
    west = of("西区.xlsx", (*FIRST, "西区", "待定", "", "2027-01-01", ""))
    seen = overview(merge(ASKED, [east, west]), date(2026, 11, 28))
    assert seen.heads == ("未开始", "进行中", "已完成", "不适用", "待定", "未填")
    assert [(each.name, each.counts, each.overdue, each.total) for each in seen.by_unit] == [
        ("东区", (0, 1, 1, 0, 0, 0), 1, 2),
        ("西区", (0, 0, 0, 0, 1, 1), 0, 2),
    ]
    assert [(each.name, each.total) for each in seen.by_article] == [("第一条", 2), ("第二条", 2)]
    assert [(each.unit, each.id) for each in seen.overdue] == [("东区", SECOND[0])]


def zipped(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "不是自查文件"),
        (b"\xff\xfe\x00", "不是自查文件"),
        (b"{}", "不是自查文件"),
        (json.dumps({"kind": "examination", "version": 9}).encode(), "另一个版本"),
        (json.dumps({"kind": "examination", "version": 1, "rows": [3]}).encode(), "有一行不是"),
        (b"[" * 100_000, "不是自查文件"),
        (b"\xd0\xcf\x11\xe0" + b"\x00" * 100, "xls"),
        (b"PK\x03\x04" + b"\x00" * 50, "已损坏"),
        (zipped(a="b"), "已损坏"),
        (workbook([("x",)], ("甲",)), "没有找到"),
        (b"x" * (20 * 1024 * 1024 + 1), "超过 20 MB"),
    ],
)
def test_a_bad_file_is_one_line(data: bytes, words: str) -> None:
    with pytest.raises(ContentError, match=words) as caught:
        read_file(data, "某.xlsx")
    assert str(caught.value).startswith("某.xlsx: ")
    assert "\n" not in str(caught.value)


def test_what_unfolds_to_very_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "MOST_UNPACKED", 1_000_000)
    sheet = "<worksheet>" + " " * 2_000_000 + "</worksheet>"
    data = zipped(
        **{
            "xl__workbook.xml": '<w xmlns:r="u"><sheet name="a" r:id="r1"/></w>',
            "xl___rels__workbook.xml.rels": '<R><Relationship Id="r1" Target="s.xml"/></R>',
            "xl__s.xml": sheet,
        }
    )
    assert len(data) < 100_000
    with pytest.raises(ContentError, match="过大"):
        read_file(data, "某.xlsx")
