"""Collections without numbers: their documents, and single documents that stay whole."""

from __future__ import annotations

import time

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.document_titles import is_document_title
from generator.cleaning.splitting import split
from generator.model import Source
from tests.cleaning.test_ledger import check_exact

BODY = (
    "今年以来，我们认真落实上级部署，现将有关情况报告如下。\n一、主要做法\n"
    "（一）延长开放时间。各分馆每周开放六十小时，节假日照常开放，群众反映良好。\n"
    "二、存在问题\n图书遗失较多，照价赔偿落实不到位，追回赔款不足一半。\n"
    "三、下一步打算\n加强催还，完善赔偿办法，珍本一律在馆内查阅。"
)
PLAIN = (
    "今年以来，各分馆每周开放六十小时，节假日照常开放，群众反映良好，"
    "图书遗失较多，赔偿不够，还要加强催还，完善办法。"
)
RUNNING = BODY.replace("一、", "1.").replace("二、", "2.").replace("三、", "3.")
A, B, C = (
    "西山区图书借阅工作情况报告",
    "关于南湖区贯彻《借阅条例》情况的汇报",
    "北桥区文化馆2022年工作总结",
)


def pieces(text: str, breaks: tuple[int, ...] = ()) -> list[tuple[str, str]]:
    return [(span.title, text[span.start : span.end]) for span in split(text, breaks)]


def titles(text: str) -> list[str]:
    return [title for title, _ in pieces(text)]


@pytest.mark.parametrize(
    "rule",
    [
        "————————————",
        "******",
        "==========",
        "----------",
        "* * * * *",
        "———— ————",
        "☆☆☆☆☆",
        "＊＊＊",
    ],
)
def test_lines_of_dashes_and_stars(rule: str) -> None:
    text = f"经验交流材料汇编\n{A}\n{BODY}\n{rule}\n{B}\n{BODY}\n{rule}\n{C}\n{BODY}"
    assert pieces(text) == [(t, f"{t}\n{BODY}") for t in (A, B, C)]
    assert titles(text.split("\n", 1)[1]) == [A, B, C]
    assert titles(text.replace("汇编", "")) == [A, B, C]


def test_a_collection_may_have_titles_of_any_kind_between_rules() -> None:
    own = ["扛牢主体责任 当好施工队长", "把书送到群众手边"]
    text = f"典型经验选编\n{A}\n{BODY}\n----\n{own[0]}\n{BODY}\n----\n{own[1]}\n{BODY}"
    assert titles(text) == [A, *own]


@pytest.mark.parametrize(
    "signature",
    ["东城区文化局\n2022年3月5日", "二〇二二年三月", "特此报告。", "汇报完毕，谢谢大家！"],
)
def test_documents_one_behind_the_other_each_signed(signature: str) -> None:
    text = "\n".join(f"{t}\n{BODY}\n{signature}" for t in (A, B, C))
    assert pieces(text) == [(t, f"{t}\n{BODY}\n{signature}") for t in (A, B, C)]


@pytest.mark.parametrize(
    "below", ["（2022年3月5日）", "东城区文化局\n2022年3月5日", "2022年3月5日 "]
)
def test_documents_dated_below_their_titles(below: str) -> None:
    text = "\n".join(f"{t}\n{below}\n{BODY}" for t in (A, B))
    assert titles(text) == [A, B]


def test_a_unit_above_a_title_belongs_to_it() -> None:
    text = f"西山区图书馆\n{A}\n{BODY}\n南湖区图书馆\n{B}\n{BODY}"
    assert [body.split("\n")[0] for _, body in pieces(text)][1] == "南湖区图书馆"
    assert titles(text) == [A, B]


@pytest.mark.parametrize(
    "contents",
    [
        f"{A}\n{B}\n{C}",
        f"1.{A}\n2.{B}\n3.{C}",
        f"一、{A}………1\n二、{B}………5\n三、{C}………9",
        f"（一）{A}\n（二）{B}\n（三）{C}",
    ],
)
@pytest.mark.parametrize("preface", ["", "编者按：以下三篇供学习参考，请结合实际借鉴。\n"])
def test_a_table_of_contents_names_the_documents(contents: str, preface: str) -> None:
    text = f"学习材料\n目录\n{contents}\n{preface}" + "\n".join(f"{t}\n{BODY}" for t in (A, B, C))
    assert pieces(text) == [(t, f"{t}\n{BODY}") for t in (A, B, C)]


def test_a_new_page_begins_a_document() -> None:
    text = f"{A}\n{PLAIN}\n{B}\n{PLAIN}"
    assert titles(text) == [A]
    assert [title for title, _ in pieces(text, (text.index(B),))] == [A, B]
    source = Source("a.txt", f"{A}\r\n{PLAIN}\r\n\f{B}\r\n{PLAIN}\f", "", "utf-8")
    cleaned = clean(source, CleaningSettings())
    assert [each.id for each in cleaned.pieces] == ["a-1", "a-2"]
    check_exact(cleaned)


@pytest.mark.parametrize("form", ["{unit}：\n{title}", "{unit}：{title}"])
def test_units_as_headings(form: str) -> None:
    units = ("西山区教育局", "南湖区文旅局", "北桥街道办事处")
    own = ("突出三个强化 抓实阅读推广", "小书屋办成大事情", "把书送到居民楼下")
    heads = [form.format(unit=u, title=t) for u, t in zip(units, own, strict=True)]
    text = "\n".join(["阅读推广做法", *(f"{head}\n{BODY}" for head in heads)])
    assert [body for _, body in pieces(text)] == [f"{head}\n{BODY}" for head in heads]


@pytest.mark.parametrize(
    "labels",
    [
        ("交流材料之一", "交流材料之二", "交流材料之三"),
        ("发言材料（一）", "发言材料（二）", "发言材料（三）"),
        ("【材料一】", "【材料二】", "【材料三】"),
        ("经验交流材料1", "经验交流材料2", "经验交流材料3"),
        ("之一", "之二", "之三"),
        ("（之一）", "（之二）", "（之三）"),
        ("全市工作会议交流材料之一", "全市工作会议交流材料之二", "全市工作会议交流材料之三"),
        ("书面发言材料一", "书面发言材料二", "书面发言材料三"),
        ("典型发言（1）", "典型发言（2）", "典型发言（3）"),
        ("汇报材料之一：", "汇报材料之二：", "汇报材料之三："),
    ],
)
def test_labelled_materials(labels: tuple[str, ...]) -> None:
    text = "\n".join(f"{label}\n{t}\n{BODY}" for label, t in zip(labels, (A, B, C), strict=True))
    assert pieces(text) == [(t, f"{t}\n{BODY}") for t in (A, B, C)]


def test_numbered_titles_below_the_title_of_a_collection() -> None:
    listed = "\n".join(f"{n}、{t}\n{BODY}" for n, t in zip("一二三", (A, B, C), strict=True))
    assert titles(f"调研材料汇编\n{listed}") == [A, B, C]


@pytest.mark.parametrize(
    "front",
    ["", "经验材料汇编\n", "编者按：现将三个单位的经验刊登如下，供学习。\n", "学习资料（3篇）\n"],
)
@pytest.mark.parametrize("between", ["", "……………………\n"])
def test_headings_that_count_anew(front: str, between: str) -> None:
    text = front + between.join(f"{t}\n{BODY}\n" for t in (A, B, C))
    assert titles(text) == [A, B, C]


def test_titles_with_a_second_line() -> None:
    own = [
        ("聚焦主责主业 强化政治监督", "——西山区图书借阅工作经验材料"),
        ("守正创新 提质增效", "——南湖区图书借阅工作经验材料"),
    ]
    text = "\n".join(f"{above}\n{below}\n{BODY}" for above, below in own)
    assert titles(text) == ["".join(each) for each in own]


def test_speakers_and_dates_below_titles_of_any_kind_in_a_collection() -> None:
    text = (
        f"交流发言材料汇编\n严抓严管 争创一流\n西山区委书记 张某某\n（2022年3月）\n{BODY}\n"
        f"压实责任 久久为功\n南湖区委书记 李某某\n（2022年3月）\n{BODY}"
    )
    assert titles(text) == ["严抓严管 争创一流", "压实责任 久久为功"]


def test_the_same_title_of_two_units_between_rules() -> None:
    title = "在全市会议上的交流发言"
    text = f"{title}\n西山区文化局\n{BODY}\n————\n{title}\n南湖区文化局\n{BODY}"
    assert titles(text) == [title, title]


def test_bare_numbers_and_bracketed_titles() -> None:
    text = f"经验材料汇编\n（一）\n{A}\n{BODY}\n（二）\n{B}\n{BODY}"
    assert pieces(text) == [(t, f"{t}\n{BODY}") for t in (A, B)]
    text = f"【1】{A}\n{BODY}\n【2】{B}\n{BODY}"
    assert titles(text) == [A, B]


def test_units_without_a_colon_and_numbered_ones() -> None:
    own = ("延长开放时间 服务更多读者", "简化办证手续 方便群众", "建好基层书屋")
    units = ("西山区", "南湖区", "北桥区")
    text = "各地做法\n" + "\n".join(f"{u}\n{t}\n{BODY}" for u, t in zip(units, own, strict=True))
    assert titles(text) == list(own)
    text = f"经验选编\n一、西山区：延长开放时间\n{RUNNING}\n二、南湖区：简化办证手续\n{RUNNING}"
    assert titles(text) == ["西山区：延长开放时间", "南湖区：简化办证手续"]
    assert len(titles(text.replace("经验选编", A))) == 1


def test_what_stands_before_and_is_long_is_a_piece_too() -> None:
    essay = "阅读是一座城市的底色。" * 30
    text = f"谈谈阅读\n{essay}\n————\n{A}\n{BODY}\n————\n{B}\n{BODY}"
    assert pieces(text)[0] == ("谈谈阅读", f"谈谈阅读\n{essay}")
    assert titles(text)[1:] == [A, B]


@pytest.mark.parametrize(
    "text",
    [
        f"{A}\n{BODY}\n————————\n{BODY}",
        f"{A}\n————————\n{BODY}\n————————\n下一步工作方案\n{BODY}",
        f"{A}\n主要做法\n————\n{BODY}\n————\n存在问题和有关情况\n{BODY}\n————\n工作打算和计划\n{BODY}",
        f"{A}\n{BODY}\n————————\n{B}\n",  # a name alone: nothing below
        f"{A}\n西山区文化局\n2022年3月5日\n{A}\n{BODY}",  # a cover
        f"{A}\n目录\n一、主要做法\n二、存在问题\n三、下一步打算\n{BODY}",
        f"{A}\n{BODY}\n为此印发了以下文件：\n{B}\n{C}\n{BODY}",
        f"{A}\n{BODY}\n市教育局：负责学校图书馆。\n市财政局：负责经费。\n{BODY}",
        f"{A}\n各部门分工如下\n市教育局：\n1.负责学校图书馆建设。\n市财政局：\n1.落实经费。\n{BODY}",
        f"{A}\n案例一：西山区经验\n{BODY}\n案例二：南湖区经验\n{BODY}",
        f"云溪市人民政府关于印发《云溪市图书借阅办法》的通知\n各区人民政府：\n现将《云溪市图书借阅办法》印发给你们，"
        f"请结合各自实际，认真抓好贯彻执行，执行情况及时报告。\n2022年3月5日\n云溪市图书借阅办法\n{BODY}",
        "\n".join(f"{A}\n{BODY}" for _ in range(3)),  # a running head
        f"{A}\n{BODY}\n***\n本文由某某整理\n***\n{BODY}",
    ],
)
def test_one_document_stays_whole(text: str) -> None:
    assert len(pieces(text)) == 1


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (A, True),
        (B, True),
        (C, True),
        ("中共某县委员会关于巡察整改情况的通报", True),
        ("调研报告", False),
        ("存在问题", False),
        ("下一步工作方案", False),
        ("主要做法和工作情况", False),
        ("一、东城区图书借阅工作情况报告", False),
        ("东城区图书借阅工作情况报告。", False),
        ("加强组织领导，完善制度", False),
        ("2021年工作总结", False),
    ],
)
def test_titles_of_documents(line: str, expected: bool) -> None:
    assert is_document_title(line) is expected


@pytest.mark.parametrize(
    "unit", ["字", "\n", "—", "市", "市局：\n", "附件1\n", "（", "1", "市报告\n", " "]
)
def test_nothing_takes_long(unit: str) -> None:
    text = (unit * (200_000 // len(unit) + 1))[:200_000]
    begin = time.process_time()
    split(text)
    assert time.process_time() - begin < 10
