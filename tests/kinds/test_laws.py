"""Which texts are laws, and which only have their form."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from generator.kinds import cite_laws, find_laws
from generator.kinds.laws import is_law
from generator.model import Base, Law, LawCitation, Piece
from generator.text.structuring import structure

ARTICLES = (
    "为了规范图书借阅，保障读者权利，根据有关法律，结合本市实际，制定本条例。",
    "本市行政区域内公共图书馆的借阅活动，适用本条例。",
    "公共图书馆应当免费开放，每周开放时间不少于五十六小时。",
    "每人一次可以借书十册，借期三十日。\n遗失图书的，照价赔偿。",
    "本条例自2020年1月1日起施行。",
)


def articles(*, kind: str = "条例", gap: str = " ") -> str:
    return "\n".join(
        f"第{n}条{gap}{text}".replace("条例", kind)
        for n, text in zip("一二三四五", ARTICLES, strict=True)
    )


NOTE = "（2019年9月26日云溪市第十届人民代表大会常务委员会第十二次会议通过）"
CONGRESS = "（2017年11月4日第十二届全国人民代表大会常务委员会第三十次会议通过）"
PARTY = "（2016年10月27日中国共产党第十八届中央委员会第六次全体会议通过）"
OFFICES = "（中共中央批准 中共中央办公厅、国务院办公厅2016年10月8日印发）"
STATE = "中华人民共和国国务院令\n第710号\n《公共图书馆管理规定》已经通过，现予公布。"
NEWS = (
    "近日，中共中央印发了《中国共产党问责条例》，并发出通知，要求认真遵照执行。\n"
    "《中国共产党问责条例》全文如下。"
)
POINTS = "一、总体要求\n坚持党的领导，抓好落实。\n二、主要任务\n加强学习，改进作风。"
EXPLAINED = "\n".join(
    f"{line}\n{'这一条讲的是图书馆的职责，各地应当结合实际抓好落实，让读者得到方便。' * 2}"
    for line in articles().split("\n")
)
LAWS = [
    ("云溪市公共图书馆条例", f"{NOTE}\n第一章 总则\n{articles()}"),
    ("云溪市公共图书馆条例", articles(gap="　")),
    ("中华人民共和国公共图书馆法", f"{CONGRESS}\n{articles(kind='法')}"),
    ("中国共产党问责条例", articles()),
    ("中国共产党党内监督条例（试行）", articles()),
    ("公共图书馆条例", articles()),  # only a legislator makes a 条例
    ("云溪市全民阅读促进若干规定", articles(kind="规定")),
    ("云溪市实施《中华人民共和国公共图书馆法》办法", articles(kind="办法")),
    ("中华人民共和国图书馆法修正案（五）", f"{CONGRESS}\n{POINTS}"),
    ("公共图书馆管理规定", f"{STATE}\n{articles(kind='规定')}"),
    ("公共图书馆评估办法", f"（文化和旅游部令第3号公布）\n{articles(kind='办法')}"),
    ("云溪市公共图书馆管理办法", f"云溪市人民政府令\n第12号\n{articles(kind='办法')}"),
    ("云溪市实施《中华人民共和国公共图书馆法》办法", f"{NOTE}\n{articles(kind='办法')}"),
    ("信访工作责任制实施办法", f"{OFFICES}\n{articles(kind='办法')}"),
    ("最高人民法院关于审理借阅纠纷案件的规定", f"（法释〔2019〕3号）\n{articles(kind='规定')}"),
    ("中共中央印发《中国共产党问责条例》", f"{NEWS}\n{articles()}"),
    ("中华人民共和国公共图书馆法（节选）", "\n".join(articles().split("\n")[2:4])),
    ("中共中央关于加强党的政治建设的意见", POINTS),
    ("国务院关于加强数字政府建设的指导意见", POINTS),
    ("关于新形势下党内政治生活的若干准则", f"{PARTY}\n{articles(kind='准则')}"),
]
OTHERS = [
    ("东城区图书馆考勤管理办法", articles(kind="办法")),
    ("东城区文化局贯彻落实《云溪市公共图书馆条例》实施办法", articles(kind="办法")),
    ("云溪市图书集团公司借阅规定", f"（2020年1月3日公司董事会通过）\n{articles(kind='规定')}"),
    ("某局党组工作规则", f"（2021年3月5日局党组会议审议通过）\n{articles(kind='规则')}"),
    (
        "东城区借阅工作实施细则",
        f"根据《云溪市公共图书馆条例》，制定本细则。\n{articles(kind='细则')}",
    ),
    ("东城区学习《云溪市公共图书馆条例》情况报告", f"我区认真学习条例。\n{articles()}"),
    ("《云溪市公共图书馆条例》解读", EXPLAINED),
    ("东城区图书借阅工作情况报告", f"东城区认真贯彻条例。\n{POINTS}\n第一条街道设了书屋。"),
    ("中共中央关于某某意见的学习体会", POINTS),
    ("国务院关于数字政府建设工作情况的报告", POINTS),
    ("借阅办法", articles(kind="办法")),
    ("云溪市文化局借阅规定", articles(kind="规定")),
    ("云溪市贯彻落实《关于加强全民阅读的意见》实施办法", articles(kind="办法")),
    ("几点做法", articles(kind="做法")),
]


@pytest.mark.parametrize(("title", "body"), LAWS, ids=[title for title, _ in LAWS])
def test_laws(title: str, body: str) -> None:
    assert is_law(f"{title}\n{body}", title)


@pytest.mark.parametrize(("title", "body"), OTHERS, ids=[title for title, _ in OTHERS])
def test_texts_that_are_none(title: str, body: str) -> None:
    assert not is_law(f"{title}\n{body}", title)


def law(number: int = 0, title: str = "") -> Piece:
    name, body = LAWS[number]
    text = f"{name}\n{body}"
    return Piece("law", "law.txt", 0, len(text), text, title or name)


def test_the_editors_word_goes_first() -> None:
    rules = replace(law(), text=f"{OTHERS[0][0]}\n{OTHERS[0][1]}", title=OTHERS[0][0])
    assert [len(find_laws([replace(law(), kind=kind)])) for kind in ("", "law", "report")] == [
        1,
        1,
        0,
    ]
    assert [len(find_laws([replace(rules, kind=kind)])) for kind in ("", "law", "report")] == [
        0,
        1,
        0,
    ]


def test_its_articles_and_its_name() -> None:
    (found,) = find_laws([law()])
    text = found.document.piece.text
    assert [(each.number, each.label) for each in found.articles] == [
        (n, f"第{word}条") for n, word in enumerate("一二三四五", 1)
    ]
    assert [text[each.body : each.end] for each in found.articles] == list(ARTICLES)
    assert found.title == "云溪市公共图书馆条例"
    names = {
        4: "中国共产党党内监督条例",
        15: "中国共产党问责条例",
        16: "中华人民共和国公共图书馆法",
    }
    assert {number: find_laws([law(number)])[0].title for number in names} == names


def test_articles_between_divisions_and_zhi_yi() -> None:
    body = (
        "第一章 总则\n第一条 甲。\n第一条之一 乙。\n第二章 附则\n第二条 依照前款。\n第一条 又一。"
    )
    piece = replace(law(), text=f"云溪市条例\n{body}", kind="law")
    (found,) = find_laws([piece])
    assert [(each.number, each.branch) for each in found.articles] == [(1, 0), (1, 1), (2, 0)]
    assert [piece.text[each.start : each.end] for each in found.articles][1] == "第一条之一 乙。"


BASE = Base("base", "云溪市阅览室条例", "《条例》")


def cited(words: str, laws: tuple[Law, ...]) -> list[tuple[str, str, int]]:
    text = f"东城区工作情况报告\n{words}"
    report = structure(Piece("r", "r.txt", 0, len(text), text, "东城区工作情况报告"))
    found: tuple[LawCitation, ...] = cite_laws([report], laws, [BASE])
    assert all(each.report == "r" for each in found)
    return [(text[each.start : each.end], each.law, each.number) for each in found]


def test_citations_lead_to_the_law_and_none_of_the_base_do() -> None:
    laws = find_laws([law()])
    assert cited("按照《云溪市公共图书馆条例》第三条，免费开放。", laws) == [("第三条", "law", 3)]
    assert cited("按照《雲溪市公共圖書館條例》第三條，免費開放。", laws) == [("第三條", "law", 3)]
    assert cited("《条例》第三条要求开放。", laws) == []
    assert cited("《云溪市公共图书馆条例》第九条。", laws) == []
    assert cited("《公共图书馆法》第三条。", laws) == []
    national = find_laws([law(2)])
    assert cited("《公共图书馆法》第三条。", national) == [("第三条", "law", 3)]
    assert cited("《中华人民共和国公共图书馆法》第四条第二款。", national)[0][2] == 4
    assert cited("《公共图书馆法》第三条。", ()) == []


@pytest.mark.parametrize(
    "unit", ["第一条", "第一条\n", "\n", " ", "第", "一", "（", "第一条 \n　", "第一章"]
)
def test_nothing_takes_long(unit: str) -> None:
    text = "云溪市公共图书馆条例\n" + (unit * (200_000 // len(unit) + 1))[:200_000]
    begin = time.process_time()
    is_law(text, "云溪市公共图书馆条例")
    find_laws([Piece("a", "a.txt", 0, len(text), text, "云溪市公共图书馆条例")])
    assert time.process_time() - begin < 10
