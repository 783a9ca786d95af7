"""Where lines of a title may end."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.title_breaks import balanced_lines, title_breaks, title_pieces


@pytest.mark.parametrize(
    "pieces",
    [
        "中共中央 关于加强 对“一把手”和 领导班子 监督的意见",
        "某县 纪委 监委 关于一把手和 领导班子 监督 工作 情况的汇报",
        "贯彻执行 民主集中制， 完善 “三重一大” 决策 监督机制",
        "加强 党组织 自上而下的 监督， 上级 “一把手” 必须 抓好 下级“一把手”",
        "破解 一把手 监督 难题的 调研与思考",
        "关于印发 《党委（党组）落实全面从严治党主体责任规定》的通知",
        "在市委 全面 依法治市委员会 第二次 会议上的讲话",
        "云岭市 优化营商环境 典型案例 选编（第三批）",
        "云台县 关于《意见》 落实 情况的 对照检查报告",
        "桂岭县 荷塘乡 关于市暗访 通报 反馈问题的 整改方案",
        "清沅县 柳铺 镇党委 领导班子 对照检查材料",
        "石鼓县 行政审批 服务局 2023年 工作总结",
        "江州市快递业 管理条例",
        "基层 政务服务 “最后一公里”的 堵点与对策",
        "——白鹭镇 在全市 政务服务 现场会上的 交流发言",
        "《意见》",
        "",
    ],
)
def test_a_title_comes_apart_by_sense(pieces: str) -> None:
    assert title_pieces(pieces.replace(" ", "")) == tuple(pieces.split())


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("关于加强对党政一把手和班子成员监督的若干措施", "一把手"),
        ("推动“关键少数”特别是“一把手”履职尽责的做法", "“一把手”"),
        ("市委常委会议传达学习《中国共产党纪律处分条例》有关精神", "《中国共产党纪律处分条例》"),
        ("某区落实一岗双责制度情况通报", "一岗双责"),
        ("2024年度述职述廉报告", "2024年度"),
        ("第十四届人民代表大会第三次会议文件", "第三次"),
        ("关于规范津补贴发放管理（试行）的通知", "（试行）"),
        ("ＡＢＣ公司ISO9001质量管理体系运行报告", "ISO9001"),
    ],
)
def test_what_belongs_together_is_not_parted_on_a_line_that_holds_it(title: str, kept: str) -> None:
    for width in range(len(kept) + 2, 40):
        assert sum(line.count(kept) for line in balanced_lines(title, width)) == 1
    assert any(kept in piece for piece in title_pieces(title))


@pytest.mark.parametrize("sign", list("的了，。、》”）"))
def test_particles_and_closing_signs_stay_with_the_word_before(sign: str) -> None:
    title = f"加强“一把手”监督{sign}工作意见"
    assert title.index(sign, 8) not in {each.at for each in title_breaks(title)}


def test_lines_are_few_and_about_equal() -> None:
    title = "清沅县人民政府关于贯彻落实《江淮省农村人居环境长效管护办法》情况的汇报"
    assert balanced_lines(title, 40) == (title,)
    assert balanced_lines(title, 12) == (
        "清沅县人民政府",
        "关于贯彻落实",
        "《江淮省农村人居环境",
        "长效管护办法》情况的汇报",
    )
    assert balanced_lines("中共中央关于加强对“一把手”和领导班子监督的意见", 16) == (
        "中共中央关于加强对“一把手”和",
        "领导班子监督的意见",
    )
    assert balanced_lines("", 10) == ()


@given(
    st.text(max_size=60) | st.text("关于加强对“一把手”和领导班子监督的意见《》（）0a ", max_size=60)
)
def test_nothing_is_lost_and_no_line_is_too_long(title: str) -> None:
    assert "".join(title_pieces(title)) == title
    places = [each.at for each in title_breaks(title)]
    assert places == sorted(set(places))
    assert all(0 < place < len(title) for place in places)
    lines = balanced_lines(title, 12)
    assert "".join(lines) == title
    assert all(len(line) <= 24 for line in lines)


def test_a_long_title_takes_no_longer_than_its_length() -> None:
    for letters in ("一", "卅", "7", "7a", "（", "《卅》", " ", "的", "人民政府", "“", "县"):
        title = letters * (20_000 // len(letters))
        began = time.process_time()
        title_breaks(title)
        balanced_lines(title, 20)
        assert time.process_time() - began < 5
