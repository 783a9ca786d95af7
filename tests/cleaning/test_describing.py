"""What a piece states of itself, and nothing that it does not."""

import pytest

from generator.cleaning.describing import describe, supplied
from generator.cleaning.describing.embedded_titles import bare_title

BODY = "落实责任，强化监督。"


@pytest.mark.parametrize(
    ("title", "below", "end", "stated"),
    [
        (
            "XX县纪委监委关于监督的调研报告",
            "",
            "XX县纪委监委\n2022年3月1日",
            ("调研", "XX县纪委监委", "2022-03-01", "XX县"),
        ),
        ("关于监督的意见", "（二〇二一年三月二十七日）\n", "", ("", "", "2021-03-27", "")),
        (
            "某条例",
            "（2019年9月26日某市人大常委会第二十二次会议通过）\n",
            "",
            ("", "", "2019-09-26", ""),
        ),
        ("在大会上的讲话", "（2022年5月）\n同志们：\n", "", ("讲话", "", "2022-05", "")),
        ("章丘市教育局关于监督的情况汇报", "", "", ("报告", "章丘市教育局", "", "章丘市")),
        ("监督的体会", "20xx年x月xx日，我局开会。\n", "", ("论述", "", "", "")),
    ],
)
def test_stated(title: str, below: str, end: str, stated: tuple[str, ...]) -> None:
    found = describe(f"{title}\n{below}{BODY}\n{end}".strip(), title)
    assert (found.title, found.genre, found.issuer, found.date, found.place) == (title, *stated)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("二O二三年五月九日", "2023-05-09"),  # letters and other signs typed for 〇
        ("（二○二三年五月九日）", "2023-05-09"),
        ("二零二三 年 五 月 九 日", "2023-05-09"),
        ("二0二三年五月", "2023-05"),
        ("二○二一年十月二十日", "2021-10-20"),
        ("2021年12月", "2021-12"),
        ("2021年13月", ""),
        ("2021年2月30日", ""),
        ("二〇二一年十二十月三日", ""),
        ("2021年0月", ""),
    ],
)
def test_only_a_day_of_the_calendar_is_a_date(line: str, date: str) -> None:
    assert describe(f"监督的体会\n{line}\n{BODY}", "监督的体会").date == date


def test_a_title_of_the_collection_says_nothing_of_the_genre() -> None:
    assert describe(BODY, "监督情况报告（篇一）").genre == ""


@pytest.mark.parametrize(
    ("text", "title", "genre"),
    [
        (
            "日前，XX县成立关于加强监督工作的专题调研组，形成如下调研报告。\n一、做法",
            "［关于加强监督工作的调研报告］",
            "调研",
        ),
        (
            "各位领导、同志们：\n根据安排，我就加强干部管理谈点体会。\n落实责任。",
            "［关于加强干部管理的讲话］",
            "讲话",
        ),
        (
            "近年来，各级党组织不断重视监督工作，建立了一套制度。\n落实责任。",
            "［近年来，各级党组织不断重视监督工作，建立了一套制度］",
            "",
        ),
        ("短文一句。", "［短文一句。］", ""),
    ],
)
def test_a_missing_title_is_made_of_the_text_and_marked(text: str, title: str, genre: str) -> None:
    found = describe(text, "")
    assert (found.title, found.genre) == (title, genre)


@pytest.mark.parametrize(
    ("opening", "genre"),
    [
        ("一句。\n二句。\n现将情况报告如下。", "报告"),
        ("一句。\n二句。\n三句。\n现将情况报告如下。", ""),  # not in the opening
        ("同志们：\n落实责任。", "讲话"),
        ("监督谈\n张三\n2022年3月1日\n同志们：\n落实责任。", "讲话"),
        ("监督谈一席长长的话\n同志们：\n落实责任。", "讲话"),  # under a headline
        ("这里是一句话。\n同志们：\n落实责任。", ""),
    ],
)
def test_the_opening_tells_the_genre_where_the_title_does_not(opening: str, genre: str) -> None:
    title = opening.partition("\n")[0] if opening.startswith("监督谈\n") else ""
    assert describe(opening, title).genre == genre


@pytest.mark.parametrize(
    ("lines", "issuer", "date"),
    [
        (["某县纪委", "2022年3月1日"], "某县纪委", "2022-03-01"),
        (["某县纪委", "二〇二二年三月"], "某县纪委", "2022-03"),
        (["某县纪委", "甲。", "2022年3月1日"], "", "2022-03-01"),
        (["某县纪委", "2022年3月1日", "甲。", "乙。"], "某县纪委", "2022-03-01"),
        (["某县纪委", "2022年3月1日", "甲。", "乙。", "丙。"], "某县纪委", "2022-03-01"),
        (
            ["某县纪委", "2022年3月1日", "附件：清单", "1.甲", "2.乙", "3.丙"],
            "某县纪委",
            "2022-03-01",
        ),
        (["某县纪委　2022年3月1日"], "某县纪委", "2022-03-01"),
        (["（某县纪委　2022年3月1日）"], "某县纪委", "2022-03-01"),
        (["某县纪委", "（盖章）", "2022.3.1"], "某县纪委", "2022-03-01"),
        (["某县纪委", "某县监委", "2022年3月1日"], "某县纪委、某县监委", "2022-03-01"),
        (["某县纪委办公室", "2022年3月2日印发"], "", ""),
        (["某县纪委办公室　　2022年3月2日印发"], "某县纪委办公室", "2022-03-02"),
        (["各有关部门", "2022年3月1日"], "", "2022-03-01"),
        (["某县纪委", "2022年3月1日", "甲。", "乙。", "丙。", "丁。"], "", ""),
        (["某县纪委", "2022年3月1日甲"], "", ""),
    ],
)
def test_the_last_lines_sign_and_date(lines: list[str], issuer: str, date: str) -> None:
    body = "落实责任，强化监督，严肃问责，压实担子。\n" * 30
    found = describe("监督谈\n" + body + "\n".join(lines), "监督谈")
    assert (found.issuer, found.date) == (issuer, date)


@pytest.mark.parametrize(("line", "date"), [(0, "2022-03-01"), (1, "2022-03-01"), (2, "")])
def test_a_date_stands_in_the_first_three_lines(line: int, date: str) -> None:
    above = "落实责任。\n" * line
    body = "落实责任，强化监督，严肃问责，压实担子。\n" * 30
    assert describe(f"监督谈\n{above}2022年3月1日\n{body}", "监督谈").date == date


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("字" * 24, "字" * 24),
        (
            "今年以来，我们认真落实各项要求，不断压紧压实监督责任，持续推动各级各部门抓好落实",
            "今年以来，我们认真落实各项要求，不断压紧压实监督责任…",
        ),
        (
            "监督工作取得成效“一把手”带头，认真负责，履行责任，层层传导压力，推动工作落实不放松",
            "监督工作取得成效“一把手”带头，认真负责，履行责任，层层传导压力…",
        ),
        (
            "县委坚持把监督作为基础性工作来抓并且层层压实责任确保各项任务落到实处取得实效",
            "县委坚持把监督作为基础性工作来抓并且层层压实责任…",
        ),
        ("现将我县落实主体责任情况报告如下。", "关于落实主体责任的报告"),
        ("现将有关情况报告如下。", "现将有关情况报告如下。"),
        ("今天就加强监督谈一谈。", "关于加强监督的文稿"),
        ("同志们：落实责任。", "落实责任。"),  # whom it greets is no title
    ],
)
def test_opening_words_stand_for_a_title(line: str, title: str) -> None:
    assert describe(f"{line}\n落实责任。", "").title == f"［{title}］"


def test_a_title_that_is_supplied_already_is_marked_once() -> None:
    assert describe("落实责任。", "［监督］").title == "［监督］"
    assert supplied("［监督］") == "［监督］"


def test_a_place_that_names_none_is_left_out() -> None:
    assert describe("全市纪委关于监督的报告\n落实责任。", "全市纪委关于监督的报告").place == ""


def test_a_long_number_in_a_line_is_no_maze() -> None:
    line = "关于检查的通知" + "1" * 300 + "号文"
    assert bare_title(line) == line
