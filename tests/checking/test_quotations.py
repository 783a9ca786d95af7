"""引文核对: near quotations are found and shown; exact ones and chance likeness are not."""

from __future__ import annotations

import pytest

from generator.checking.quotations import check_quotations, quotable
from generator.edition import collate
from generator.model import Base, CleanedSource, Finding, Piece, Source
from generator.text.structuring import structure

LAW = (
    "节水条例\n"
    "第一条　用水单位应当建立用水台账，定期开展水平衡测试，及时更换淘汰的用水器具。\n"
    "第二条　供水企业应当加强管网巡查，发现漏损及时抢修。\n"
    "第三条　本条例自公布之日起施行。\n"
)


def check(text: str, statute: str = LAW) -> tuple[Finding, ...]:
    piece = Piece("report", "report.txt", 0, len(text), text, "")
    source = CleanedSource(Source("report.txt", text, "0", "utf-8"), (piece,), (), ())
    base = Base("water", "节水条例", "《条例》")
    law = collate(base, [Piece("law", "law.txt", 0, len(statute), statute, "")])
    return check_quotations(structure(piece), quotable([law.edition]), source)


def test_a_near_quotation_shows_its_differing_letters() -> None:
    text = "我局认真学习。\n供水企业应当加强管网检查，发现漏损及时抢修。"
    (found,) = check(text)
    assert found.code == "Q-001"
    assert found.line == 2
    assert found.piece == "report"
    assert text[found.start : found.end] == "供水企业应当加强管网检查，发现漏损及时抢修"
    assert "《条例》第二条" in found.message
    assert "【巡】" in found.message
    assert "【检】" in found.message


ITEMS = LAW.replace(
    "第二条",
    "第二条　用水单位应当做到：\n（一）有专人管理水表和阀门，每日巡查并且登记；\n"
    "（二）书面告知居民停水的时间和范围。\n第三条",
).replace("第三条　本", "第四条　本")


def test_the_label_of_an_item_is_no_part_of_what_is_quoted() -> None:
    assert check("小区做到有专人管理水表和阀门，每日巡查并且登记，群众满意。", ITEMS) == ()
    (found,) = check("小区做到有专人管理水表和水阀，每日巡查并且登记，群众满意。", ITEMS)
    assert "一" not in found.message.partition("：")[2]


@pytest.mark.parametrize(
    "text",
    [
        "供水企业应当加强管网巡查，发现漏损及时抢修。",
        "供水企业应当加强管网巡查、发现漏损及时抢修，我局已督促落实到位。",
        "我局组织开展安全生产检查，发现隐患及时整改，确保平稳有序。",
        "",
    ],
)
def test_exact_words_and_other_words_are_no_finding(text: str) -> None:
    assert check(text) == ()
