"""What articles are called in lists."""

from __future__ import annotations

import re

import pytest

from generator.model import Library
from generator.text.short_titles import MOST, short_titles

LAW = [
    "为了节约用水，制定本条例。",
    "县级以上人民政府应当加强对节水工作的领导，建立责任制。",
    "县级以上人民政府应当建立节水奖励制度。",
    "县级以上人民政府应急管理部门负责抢险。",
    "任何单位和个人不得破坏节水设施。",
    "违反本条例规定，未建立台账的，处罚款。",
    "违反本条例规定，破坏设施的，责令赔偿。",
    "用水单位应当履行下列义务：\n（一）建立台账；",
    "本市行政区域内的用水及节水监督管理活动适用本条例。",
]


def test_a_heading_is_the_name_cut_where_it_is_too_long() -> None:
    long = "强化对下级领导班子和领导干部以及重点岗位工作人员日常行为的监督检查"
    headings = ["加强教育，完善制度", long]
    assert short_titles(headings, ["甲", "乙"]) == (
        "加强教育",
        "强化对下级领导班子和领导干部以及重点岗位工作人员…",
    )


def test_a_heading_is_cut_by_sense_and_only_where_that_saves_room() -> None:
    headings = ["督促各阅览室的管理员履行“三项职责”", "严格执行工作人员外借馆藏珍贵图书登记制度"]
    assert short_titles(headings, ["甲", "乙"]) == (
        "督促各阅览室的管理员履行“三项职责”",
        "严格执行工作人员外借馆藏珍贵图书登记制度",
    )


def test_articles_without_headings_are_called_by_what_they_say() -> None:
    names = short_titles([""] * len(LAW), LAW)
    assert names == (
        "制定本条例的目的",
        "加强对节水工作的领导",
        "建立节水奖励制度",
        "县级以上人民政府应急管理部门负责抢险",
        "任何单位和个人不得破坏节水设施",
        "未建立台账的处罚",
        "破坏设施的处罚",
        "用水单位的义务",
        "本条例的适用范围",
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("本办法所称托育点，是指社区举办的照护场所。", "托育点的含义"),
        ("公园开放应当具备下列条件：\n（一）有围栏；", "公园开放应当具备的条件"),
        ("公园不得有下列行为：\n（一）收费；", "公园不得有的行为"),
        (
            "公园应当通过举办花展、灯会、音乐会等活动，丰富居民生活，满足文化需求。",
            "公园应当丰富居民生活",
        ),
        ("公园应当按照国家有关规定向社会公布开放时间。", "向社会公布开放时间"),
        ("公园应当根据季节特点和游客的需求，调整开放时间。", "公园应当调整开放时间"),
        ("国家鼓励公民、法人和其他组织依法向公园捐赠。", "鼓励依法向公园捐赠"),
        (
            "园林部门应当在其网站上及时公布公园的名称、地址、电话等信息。",
            "公布公园的名称、地址、电话等信息",
        ),
        ("对在公园建设中作出突出贡献的单位和个人，按照国家规定给予表彰和奖励。", "表彰和奖励"),
        (
            "园林部门的工作人员滥用职权、玩忽职守、徇私舞弊的，依法给予处分。",
            "滥用职权、玩忽职守、徇私舞弊的责任",
        ),
        ("违反本办法规定，由园林部门责令改正。", "违反本办法规定的处罚"),
        ("树木倒伏、折断、枯死的，由养护单位赔偿。", "树木倒伏、折断、枯死的责任"),
        ("养护单位发生事故后，应当在一小时内向园林部门报告。", "向园林部门报告"),
        ("市园林部门负责全市公园的管理工作。", "市园林部门负责全市公园的管理工作"),
        ("本办法自2024年5月1日起施行。", "本办法自2024年5月1日起施行"),
    ],
)
def test_what_an_article_is_about(text: str, name: str) -> None:
    assert short_titles([""], [text]) == (name,)


def test_articles_that_begin_alike_are_told_apart() -> None:
    penal = "企业有下列行为之一的，责令限期改正，处五万元以下的罚款：\n（一）{}；"
    texts = [penal.format("未如实记录培训情况的"), penal.format("未设置警示标志的")]
    names = short_titles(["", ""], texts)
    assert names == ("未如实记录培训情况等行为的处罚", "未设置警示标志等行为的处罚")


DANGLING = re.compile(
    "(?:(?<!目)的|[和与及或、，：；对在将把由以并于为]|应当|可以|不得|必须|按照|依照|根据|…)$"
)


def test_no_name_of_an_article_without_a_heading_is_cut(law: Library) -> None:
    names = [each.short_title for each in law.collations[0].edition.articles]
    assert len(names) == len(set(names))
    for name in names:
        assert not DANGLING.search(name), name
        assert not re.search("[。；：]", name), name
        assert len(name) <= MOST, name
