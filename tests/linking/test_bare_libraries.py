"""A library without terms and decisions: one everyday word is no evidence of an article.

The case 试验库 (by-laws of one town, a contract dispute that has nothing to do with them) and
variants of it: other by-laws, other reports.
"""

from __future__ import annotations

import pytest

from generator.linking import ArticleIndex, index_articles, link
from generator.model import Base, Link
from tests.linking.conftest import edition, report

MARKET = (
    "为了规范夜市经营，方便群众生活，制定本条例。",
    "摊主应当在划定的摊位内经营，不得占用盲道。",
    "摊主对处罚决定不服的，可以依法申请行政复议；对行政复议决定不服的，可以依法提起行政诉讼。",
    "夜市经营者应当公示价格，不得强买强卖。",
    "因摊主原因给顾客造成损失的，应当赔偿。",
    "申请摊位应当办理审批手续，由街道出具许可证。",
    "本条例自2020年1月1日起施行。",
)
GREEN = (
    "为了加强绿地养护，制定本办法。",
    "养护单位应当定期修剪草坪，补种死株。",
    "占用绿地应当报园林部门审批，并缴纳补偿费。",
    "损毁绿地的，应当赔偿损失。",
    "养护单位对园林部门的决定不服的，可以提起诉讼。",
    "本办法自2021年1月1日起施行。",
)
BUSES = (
    "为了提高公交服务质量，制定本规定。",
    "公交车应当按时发车，不得甩站。",
    "司机应当礼让老人。",
    "乘客因司机急刹受伤的，公交企业应当赔偿。",
    "调整线路应当经过审批，并提前公告。",
    "本规定自2022年1月1日起施行。",
)
DISPUTE = """某公司货款纠纷案
一、基本案情
甲公司向乙公司订购轴承五百套，乙公司逾期交货，双方发生争议。
甲公司不服仲裁裁决，向法院提起诉讼，请求赔偿停工损失十万元。
乙公司以公司内部没有审批手续为由拒绝支付。
二、原告诉讼请求
请求判决乙公司支付违约金两万元。
三、裁判结果
一审法院判决驳回诉讼请求。当事人均未上诉。
"""
FOREIGN = {
    "case 08": DISPUTE,
    "school": "校园春季运动会总结\n学校申请经费办理了审批手续。\n请假的同学应当说明原因。\n"
    "比赛规定三十人一组，各班按时参加。\n受伤的同学已经得到赔偿。\n",
    "hospital": "医院信息系统升级情况\n信息科组织培训三次。\n系统许可证到期后续费。\n"
    "下一步加强数据管理，提高服务质量。\n",
    "divorce": "某离婚纠纷案\n原告向法院提起诉讼，请求分割房产。\n被告不服一审判决，提起上诉。\n"
    "二审法院判令被告赔偿损失。\n",
    "factory": "机械厂年终总结\n全年公示劳动模范二十名。\n车间定期检修机床。\n"
    "采购价格经过审批，运费有所下降。\n事故损失由保险公司赔偿。\n",
}


@pytest.fixture(scope="module")
def town() -> ArticleIndex:
    made = (
        (MARKET, "yeshi", "云溪市夜市管理条例", "《夜市条例》"),
        (GREEN, "lvdi", "云溪市绿地养护办法", "《绿地办法》"),
        (BUSES, "gongjiao", "云溪市公交服务规定", "《公交规定》"),
    )
    return index_articles(
        [edition(texts, Base(name, title, short)) for texts, name, title, short in made], ()
    )


def shown(text: str, links: tuple[Link, ...]) -> list[tuple[str, str, int]]:
    return [(text[one.start : one.end], one.base, one.article) for one in links]


@pytest.mark.parametrize("name", FOREIGN)
def test_a_report_about_something_else_is_linked_to_nothing(town: ArticleIndex, name: str) -> None:
    text = FOREIGN[name]
    assert shown(text, link(report(text), town)) == []


@pytest.mark.xfail(strict=True, reason="several everyday words of a clause any law has")
@pytest.mark.parametrize(
    "text", ["对处理决定不服的员工可以申诉。", "二审法院认为，造成损失的应当赔偿。"]
)
def test_a_clause_that_any_law_has_links_nothing(town: ArticleIndex, text: str) -> None:
    assert shown(text, link(report(text), town)) == []


@pytest.mark.parametrize(
    "word",
    ["诉讼", "赔偿", "审批", "许可", "许可证", "处罚", "行政复议", "公示", "公告", "损失", "申请"],
)
def test_one_everyday_word_of_the_law_links_nothing(town: ArticleIndex, word: str) -> None:
    for text in (f"双方就{word}一事谈妥了。", f"甲公司谈到{word}，乙公司没有同意。", f"{word}\n"):
        assert shown(text, link(report(text), town)) == []


@pytest.mark.parametrize(
    ("text", "base", "article"),
    [
        ("城管队员查看夜市，要求摊主在划定的摊位内经营，不得占用盲道。", "yeshi", 2),
        ("根据《绿地办法》第三条，园林局办理了两件事。", "lvdi", 3),
        ("今年公交车按时发车，没有一次甩站，公交车应当按时发车，不得甩站。", "gongjiao", 2),
    ],
)
def test_what_is_taken_over_or_cited_still_is_linked(
    town: ArticleIndex, text: str, base: str, article: int
) -> None:
    found = link(report(text), town)
    assert (base, article) in {(one.base, one.article) for one in found}
    assert all(one.sure for one in found)
