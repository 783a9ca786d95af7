"""Cutting a source into pieces: by series of headings, whatever their form."""

import pytest

from generator.cleaning.document_titles import title_line
from generator.cleaning.splitting import split

BODY = (
    "按照上级要求，我局高度重视，认真落实全面从严治党主体责任，现将有关情况报告如下。\n"
    "一、主要做法\n落实责任，强化监督，严肃问责。\n二、存在问题\n学习不够深入，落实不够到位。"
)


def _pieces(text: str) -> list[tuple[str, str]]:
    return [(span.title, text[span.start : span.end]) for span in split(text)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (f"监督报告\n(3篇)\n篇一\n{BODY}\n监督报告篇二\n{BODY}\n监督报告篇三\n{BODY}",
         ["监督报告（篇一）", "监督报告（篇二）", "监督报告（篇三）"]),
        (f"监督报告\n【篇一】\n{BODY}\n【篇二】\n{BODY}", ["监督报告（篇一）", "监督报告（篇二）"]),
        (f"报告一\n关于责任的报告\n{BODY}\n报告二\n关于制度的汇报\n{BODY}",
         ["关于责任的报告", "关于制度的汇报"]),
        (f"报告一：关于责任的报告\n{BODY}\n报告二：关于制度的汇报\n{BODY}",
         ["关于责任的报告", "关于制度的汇报"]),
        (f"第一篇\n{BODY}\n第二篇\n{BODY}", ["", ""]),
        (f"监督材料\n第1篇：甲局的报告\n{BODY}\n第2篇：乙局的报告\n{BODY}",
         ["甲局的报告", "乙局的报告"]),
        (f"监督材料（共2篇）\n1.甲局关于责任的报告\n{BODY}\n2.乙局关于制度的报告\n{BODY}",
         ["甲局关于责任的报告", "乙局关于制度的报告"]),
    ],
)  # fmt: skip
def test_series_of_headings(text: str, titles: list[str]) -> None:
    found = _pieces(text)
    assert [title for title, _ in found] == titles
    assert all(body.endswith(BODY) for _, body in found)


@pytest.mark.parametrize(
    "text",
    [
        f"关于监督的报告\n{BODY}",
        f"篇一\n{BODY}",  # one is no series
        f"关于监督的报告\n1.甲局关于责任的报告\n{BODY}\n2.乙局关于制度的报告\n{BODY}",
        f"发展规划\n第一篇 总体要求\n第一章 指导思想\n{BODY}\n第二章 目标\n{BODY}\n"
        f"第二篇 主要任务\n第三章 监督\n{BODY}\n第四章 问责\n{BODY}",
        f"甲法\n第一篇\n第一条 甲。\n{BODY}\n第二条 乙。\n第二篇\n第三条 丙。\n{BODY}",
        f"报告\n{BODY}\n在报告一文中提到\n在报告二文中提到\n{BODY}",
        "目录\n篇一\n篇二\n篇三\n" + BODY,
    ],
)
def test_one_document_stays_whole(text: str) -> None:
    assert _pieces(text) in ([(title_line(text), text)], [("", text)])


def test_a_table_of_contents_is_passed_over() -> None:
    text = f"合集\n篇一\n篇二\n篇一\n甲{BODY}\n篇二\n乙{BODY}"
    assert [body[0] for _, body in _pieces(text)] == ["甲", "乙"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("关于监督的报告\n正文。", "关于监督的报告"),
        ("各位领导、同志们：\n正文。", ""),
        ("日前，某县纪委结合年度调研课题立项，成立调研组，形成如下调研报告。\n一、做法", ""),
        ("一、工作情况\n正文。", ""),
        ("（一）工作情况\n正文。", ""),
        ("第一章 总则\n正文。", ""),
        ("正文一句话没有完" * 10 + "\n正文。", ""),
        ("", ""),
    ],
)
def test_a_first_line_that_is_no_title_is_not_taken_for_one(text: str, title: str) -> None:
    assert title_line(text) == title


def test_nothing_is_no_piece() -> None:
    assert split(" \n\u3000\n") == []


def test_what_stands_around_the_pieces_belongs_to_none() -> None:
    text = f"监督材料\n编者按。\n篇一\n\n{BODY}\n \n篇二\n{BODY}\n\n"
    assert _pieces(text) == [("监督材料（篇一）", BODY), ("监督材料（篇二）", BODY)]


@pytest.mark.parametrize(
    ("second", "count"),
    [("字" * 49, 1), ("字" * 50, 2), (" " + "字" * 49 + " ", 1)],
)
def test_a_piece_has_fifty_characters_or_is_none(second: str, count: int) -> None:
    assert len(split(f"篇一\n{BODY}\n篇二\n{second}")) == count


def test_the_series_with_most_members_wins() -> None:
    text = "\n".join(
        f"{heading}\n{BODY}" for heading in ("篇一", "报告一", "报告二", "篇二", "报告三", "篇五")
    )
    assert len(split(text)) == 3


def test_numbered_titles_count_where_the_overview_names_as_many() -> None:
    titles = [f"{n}.{who}局关于责任的报告\n{BODY}" for n, who in enumerate("甲乙丙", 1)]
    for said, count in (("（共3篇）", 3), ("【三篇】", 3), ("(2篇)", 1), ("", 1)):
        assert len(split("\n".join([f"监督材料{said}", *titles]))) == count, said
    assert len(split("\n".join(["监督材料", *titles, "（共3篇）"]))) == 1  # no overview


def test_a_first_chapter_in_both_pieces_makes_two() -> None:
    """Each piece counts its own chapters; a document would count on."""
    text = f"第一篇\n第一章 甲\n{BODY}\n第二篇\n第{{}}章 乙\n{BODY}"
    assert len(split(text.format("一"))) == 2
    assert len(split(text.format("二"))) == 1


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("关于监督的报告", "关于监督的报告"),
        ("报\n正文。", ""),
        ("报告\n正文。", "报告"),
        ("字" * 60 + "\n正文。", "字" * 60),
        ("字" * 61 + "\n正文。", ""),
        ("监督。报告\n正文。", ""),
        ("监督报告，\n正文。", ""),
        ("  监督报告 \n正文。", "监督报告"),
    ],
)
def test_a_title_is_a_short_line_without_a_stop(text: str, title: str) -> None:
    assert title_line(text) == title


def test_a_line_alone_is_a_text_and_no_title() -> None:
    assert _pieces("关于监督的报告") == [("", "关于监督的报告")]
    assert _pieces("关于监督的报告\n正文。")[0][0] == "关于监督的报告"
