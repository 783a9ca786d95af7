"""What a piece states of itself, and nothing that it does not."""

import pytest

from generator.cleaning.describing import describe

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
            "［近年来，各级党组织不断重视监督工作，建立了一套制…］",
            "",
        ),
        ("短文一句。", "［短文一句。］", ""),
    ],
)
def test_a_missing_title_is_made_of_the_text_and_marked(text: str, title: str, genre: str) -> None:
    found = describe(text, "")
    assert (found.title, found.genre) == (title, genre)
