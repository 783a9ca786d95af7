"""What articles are called in lists."""

from __future__ import annotations

from generator.text.short_titles import LONGEST, short_titles

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
    headings = ["加强教育，完善制度", "强化对下级领导班子和领导干部的监督检查"]
    assert short_titles(headings, ["甲", "乙"]) == ("加强教育", "强化对下级领导班子和领导干部…")


def test_a_heading_is_cut_by_sense_and_only_where_that_saves_room() -> None:
    headings = ["督促各阅览室的管理员履行“三项职责”", "严格执行工作人员外借馆藏珍贵图书登记制度"]
    assert short_titles(headings, ["甲", "乙"]) == (
        "督促各阅览室的管理员履行“三项职责”",
        "严格执行工作人员外借馆藏珍贵图书…",
    )


def test_articles_without_headings_are_told_apart_by_their_own_words() -> None:
    names = short_titles([""] * len(LAW), LAW)
    assert names == (
        "为了节约用水",
        "加强对节水工作的领导",
        "建立节水奖励制度",
        "县级以上人民政府应急管理部门负责…",
        "任何单位和个人不得破坏节水设施",
        "未建立台账的",
        "破坏设施的",
        "用水单位应当履行下列义务",
        "本市行政区域内的用水…",
    )
    assert len(set(names)) == len(names)
    assert all(len(name) <= LONGEST + 1 for name in names)


def test_words_that_name_nothing_are_no_name() -> None:
    texts = [
        "检察院审查案件的时候，必须查明：\n（一）事实；",
        "检察院审查案件的时候，讯问证人。",
    ]
    assert short_titles(["", ""], texts) == ("检察院审查案件的时候", "讯问证人")
