"""Regulations named, coverage counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Library
from generator.outputs.shared.coverage_counts import count_coverage
from generator.outputs.shared.pack_contents.regulations import (
    is_regulation,
    one_name_each,
    regulations_named,
    together,
)


def test_regulations_are_counted_most_often_first() -> None:
    text = "依据《甲条例》和《乙规定》，《乙规定》另有规定的除外。《意见》"
    assert regulations_named(text, {"《意见》"}) == (("《乙规定》", 2), ("《甲条例》", 1))


def test_only_the_outer_of_nested_names_counts() -> None:
    assert regulations_named("《关于印发《甲办法》的通知》") == (
        ("《关于印发《甲办法》的通知》", 1),
    )


def test_marks_that_never_close_name_nothing() -> None:
    assert regulations_named("《没有收口\n《甲条例》》《》《" + "长" * 80 + "》") == (
        ("《甲条例》", 1),
    )


def test_coverage_adds_up_to_the_links(library: Library) -> None:
    cells = count_coverage(library.links)
    assert sum(each.count for each in cells) == len(library.links)
    assert len({(c.base, c.article, c.report, c.role) for c in cells}) == len(cells)


@pytest.mark.parametrize(
    "name",
    [
        "中华人民共和国监察法",
        "中国共产党纪律处分条例",
        "领导干部报告个人有关事项规定（试行）",
        "关于加强安全生产工作的通知",
        "民法典",
        "党章",
        "室内空气质量标准",
        "重大行政决策程序暂行条例",
    ],
)
def test_what_is_a_regulation(name: str) -> None:
    assert is_regulation(name)


@pytest.mark.parametrize(
    "name",
    [
        "云溪日报",  # newspapers
        "章丘报",
        "监督事项预告表",  # forms
        "入库申请书",
        "人民的名义",  # films
        "我和我的祖国",
        "在全市推进会上的讲话",  # speeches, meetings
        "全市安全生产工作会议",
        "关于召开全市安全生产会议的通知",
        "党委会的工作方法",  # what ends with 法 and is no law
        "孙子兵法",
        "廉洁纪律教育读本",
        "2022年党风廉政建设工作要点",
        "某某条例（草案）",
        "关于某某问题的调研报告",
    ],
)
def test_what_is_no_regulation(name: str) -> None:
    assert not is_regulation(name)


NAMES = Path(__file__).with_name("names_of_documents.txt")


def test_regulations_are_told_from_other_names() -> None:
    """More than 500 names that were labelled by hand: precision and recall of 0.97 and more."""
    rows = [line.split(" ", 1) for line in NAMES.read_text("utf-8").splitlines() if line[0] in "+-"]
    found = {name for _, name in rows if is_regulation(name)}
    right = {name for sign, name in rows if sign == "+"}
    assert len(rows) > 500
    assert len(found & right) >= 0.97 * len(found), found - right
    assert len(found & right) >= 0.97 * len(right), right - found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("党委（党组）落实主体责任规定", "党委(党组)落实主体责任规定"),
        ("中国共产党某类条例", "某类条例"),
        ("中国共产党章程", "党章"),
        ("关于新形势下工作的若干准则", "新形势下工作若干准则"),
        ("推进能上能下规定", "推进能上能下若干规定（试行）"),
        ("关于加强某类建设的意见", "中共中央办公厅关于加强某类建设的意见"),
        ("云溪市实施〈水法〉办法", "云溪市实施水法办法"),
        ("甲类物品管理办法（2021年修订）", "甲类物品管理办法"),
        ("2019年修订的甲类物品条例", "甲类物品条例"),
        ("关于印发〈甲类物品处置办法〉的通知", "甲类物品处置办法"),
    ],
)
def test_forms_of_one_name(one: str, other: str) -> None:
    names = one_name_each([f"《{one}》", f"《{other}》"])
    assert len(set(names.values())) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("云溪市信访工作条例", "信访工作条例"),
        ("甲类物品管理办法", "甲类物品管理条例"),
        ("审计法", "审计法实施条例"),
        ("甲类物品管理暂行办法", "甲类物品管理办法"),
    ],
)
def test_two_regulations_keep_two_names(one: str, other: str) -> None:
    names = one_name_each([f"《{one}》", f"《{other}》"])
    assert len(set(names.values())) == 2


def test_one_regulation_has_one_name() -> None:
    text = (
        "《监察法》《中华人民共和国监察法》《党内监督条例》《中国共产党党内监督条例（试行）》"
        "《干部选拔任用工作条例》《党政领导干部选拔任用工作条例》"
        "《甲市乙类物品管理暂行办法》（以下简称《办法》）第三条，《办法》第五条"
    )
    assert dict(regulations_named(text)) == {
        "《中华人民共和国监察法》": 2,
        "《中国共产党党内监督条例（试行）》": 2,
        "《党政领导干部选拔任用工作条例》": 2,
        "《甲市乙类物品管理暂行办法》": 2,
    }


def test_a_citys_own_rule_is_not_the_states() -> None:
    text = "《云溪市信访工作条例》和《信访工作条例》"
    assert len(regulations_named(text)) == 2


def test_a_bare_kind_names_nothing() -> None:
    assert regulations_named("《条例》第三条、《办法》第五条、《实施细则》第一条") == ()
    assert dict(
        regulations_named("《关于印发〈甲类物品管理办法〉的通知》《甲类物品管理办法》")
    ) == {"《关于印发〈甲类物品管理办法〉的通知》": 2}


def test_forms_are_put_together_across_texts() -> None:
    text, reports = together({"《监察法》": 1}, {"《中华人民共和国监察法》": 3})
    assert text == {"《中华人民共和国监察法》": 1}
    assert reports == {"《中华人民共和国监察法》": 3}
