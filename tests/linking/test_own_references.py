"""References inside a base document: what they name, and what is none of its own."""

from __future__ import annotations

import pytest

from generator.linking.own_references import own_references
from generator.model import Article, Base, Edition, Part, SourceSpan

PLACE = SourceSpan("a.txt", 0, 1)
OTHERS = {
    1: "本条例适用于本市。",
    2: "下列场所应当备案：\n（一）书店；\n（二）阅览室。\n场所不得收费。\n罚款归财政。",
    3: "开放时间应当公告。",
    4: "外借期限三十日。\n可以续借一次。",
    5: "管理人员应当培训。",
}
BRANCH = "遗失书刊的，照价赔偿。"


def edition_of(text: str, heading: str = "借阅") -> Edition:
    """Return an edition in which `text` is 第六条, under `heading`; 第五条之一 stands before it."""
    articles = [
        Article(f"b-{n}", n, f"第{label}条", "", OTHERS[n], "a", PLACE, path=(n,))
        for n, label in zip(OTHERS, "一二三四五", strict=True)
    ]
    articles.append(Article("b-5-1", 6, "第五条之一", "", BRANCH, "a", PLACE, path=(5, 1)))
    own = Article("b-6", 7, "第六条", "", text, "a", PLACE, path=(6,))
    parts = (
        Part(1, "第一章", "总则", (), tuple(articles)),
        Part(2, "第二章", heading, (), (), 1),
        Part(3, "第一节", "细则", (), (own,), 2),
    )
    return Edition(Base("b", "云溪市图书借阅条例", "《借阅条例》"), (), parts, ())


def named(text: str) -> list[tuple[str, list[tuple[int, str]]]]:
    """Return the words of each reference in 第六条, with article and address of its places."""
    return [
        (text[each.start : each.end], [(place.article, place.address) for place in each.places])
        for each in own_references(edition_of(text))
        if each.article == 7
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("违反本条例第二条第二款规定的。", [("第二条第二款", [(2, "k2")])]),
        ("依照第二条第一款第（二）项办理。", [("第二条第一款第（二）项", [(2, "k1x2")])]),
        ("依照第二条第二项办理。", [("第二条第二项", [(2, "k1x2")])]),
        ("本条例第三条至第五条适用。", [("第三条至第五条", [(3, ""), (4, ""), (5, "")])]),
        ("按照第三条、第四条第一款处理。", [("第三条", [(3, "")]), ("第四条第一款", [(4, "k1")])]),
        ("按照第五条之一赔偿。", [("第五条之一", [(6, "")])]),
        ("可以借。\n违反前款的，依照前条处理。", [("前款", [(7, "k1")]), ("前条", [(6, "")])]),
        ("甲。\n乙。\n前两款不适用。", [("前两款", [(7, "k1"), (7, "k2")])]),
        (
            "条件：\n（一）甲；\n（二）前项以外的。\n前款第（一）项另定。",
            [("前项", [(7, "k1x1")]), ("前款第（一）项", [(7, "k1x1")])],
        ),
        ("甲。\n本条第一款和第二条不适用。", [("本条第一款", [(7, "k1")]), ("第二条", [(2, "")])]),
        ("甲。\n依照第一款处理。", [("第一款", [(7, "k1")])]),
        ("依照《借阅条例》第三条处理。", [("第三条", [(3, "")])]),
        ("依照第二条第九款处理。", [("第二条第九款", [(2, "")])]),
        ("前两条不适用。", [("前两条", [(5, ""), (6, "")])]),
        ("前三条不适用。", [("前三条", [(4, ""), (5, ""), (6, "")])]),
        ("甲。\n前两款不适用。", [("前两款", [(7, "k1")])]),
        ("应当：\n（一）甲；\n（二）见本款第（一）项。", [("本款第（一）项", [(7, "k1x1")])]),
        (
            "条件：\n（一）甲。\n本条第一款第（一）项另定。",
            [("本条第一款第（一）项", [(7, "k1x1")])],
        ),
        ("依照第二条第一款、第三款。", [("第二条第一款、第三款", [(2, "k1"), (2, "k3")])]),
        (
            "依照第二条第（一）项、第（二）项。",
            [("第二条第（一）项、第（二）项", [(2, "k1x1"), (2, "k1x2")])],
        ),
        (
            "依照第二条、第三条和第四条。",
            [("第二条", [(2, "")]), ("第三条", [(3, "")]), ("第四条", [(4, "")])],
        ),
        ("依照第二至四条。", [("第二至四条", [(2, ""), (3, ""), (4, "")])]),
        ("依照第四条第一款至第二款。", [("第四条第一款至第二款", [(4, "k1"), (4, "k2")])]),
        ("本条例有关条款第三条。", [("第三条", [(3, "")])]),
        ("《行政处罚法》第三条。第四条。", [("第四条", [(4, "")])]),
        ("依照第三条处罚，依照刑法第四条处罚，依照第五条处罚。", [("第三条", [(3, "")])]),
        ("云溪市图书借阅条例第三条。", [("第三条", [(3, "")])]),
        ("按照借阅条例第三条。", [("第三条", [(3, "")])]),
        ("依照第二条第二款，第三款另定。", [("第二条第二款，第三款", [(2, "k2"), (2, "k3")])]),
        ("依照第三条办理；同条第一款另定。", [("第三条", [(3, "")]), ("同条第一款", [(3, "k1")])]),
    ],
)
def test_references_lead_to_their_provisions(
    text: str, expected: list[tuple[str, list[tuple[int, str]]]]
) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "依照《中华人民共和国行政处罚法》第三条处罚。",
        "依照行政处罚法第三条处罚。",
        "依照《行政处罚法》第三条处罚，并适用第四条和第二款的规定。",
        "依照刑法有关规定第三条处罚。",
        "不得提供附录第一条、第二条所列的食品。",
        "将《借阅办法》修改为：“依照本办法第三条处罚”。",
        "依照该条例第三条处罚。",
        "依照第九十九条处罚。",
        "单位犯本条规定之罪的。",
        "前款另定。",
        "条件：\n（一）前项以外的。",
        "本市条例第三条。",
        "“依照第三条”和“按照第四条”的说法。",
        "同条第一款另定。",
    ],
)
def test_what_is_another_document_s_or_nowhere_is_no_reference(text: str) -> None:
    assert named(text) == []


def test_a_base_in_traditional_characters_is_read_alike() -> None:
    text = "違反前條、本條例第二條第二款和《借閱條例》第三條的，依照行政處罰法第四條處罰。"
    assert named(text) == [
        ("前條", [(6, "")]),
        ("第二條第二款", [(2, "k2")]),
        ("第三條", [(3, "")]),
    ]


def test_after_another_document_the_next_sentence_counts_here_again() -> None:
    text = "依照《行政处罚法》第三条处罚。依照第四条续借。"
    assert named(text) == [("第四条", [(4, "")])]


@pytest.mark.parametrize(
    ("text", "heading", "liable"),
    [
        ("不符合第三条的，给予警告。", "法律责任", True),
        ("违反本条例第三条规定的，给予警告。", "借阅", True),
        ("依照第三条公告。", "借阅", False),
        ("违反规定的，依照第三条公告。", "借阅", False),
    ],
)
def test_what_follows_on_a_breach_is_told(text: str, heading: str, liable: bool) -> None:
    (found,) = own_references(edition_of(text, heading))
    assert found.liability is liable


def test_where_numbers_begin_anew_a_number_belongs_to_its_division() -> None:
    articles = [
        Article("b-1-1", 1, "（一）", "", "甲。", "a", PLACE, path=(1, 1)),
        Article("b-2-1", 2, "（一）", "", "乙。", "a", PLACE, path=(2, 1)),
        Article(
            "b-2-2", 3, "（二）", "", "见第（一）条和第一部分第（一）条。", "a", PLACE, path=(2, 2)
        ),
    ]
    parts = (
        Part(1, "一、", "甲", (), tuple(articles[:1])),
        Part(2, "二、", "乙", (), tuple(articles[1:])),
    )
    edition = Edition(Base("b", "意见", "意见"), (), parts, (), restarts=True)
    assert [[p.article for p in each.places] for each in own_references(edition)] == [[2], [1]]
