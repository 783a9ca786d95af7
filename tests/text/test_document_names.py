"""How documents are named: titles, words before a number, short forms, quotations."""

from __future__ import annotations

import pytest

from generator.text.document_names import (
    belongs_to_title,
    outside_quotations,
    running_mentions,
    short_forms,
    titles,
    words_before,
)
from generator.text.leading_words import stands_alone


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依照《借阅条例》和〈借阅办法〉", ["借阅条例", "借阅办法"]),
        ("《关于印发《借阅条例》的通知》", ["关于印发《借阅条例》的通知"]),
        ("《关于印发〈借阅条例〉的通知》", ["关于印发〈借阅条例〉的通知"]),
        ("《没有合上，《借阅条例》", ["借阅条例"]),
        ("《没有合上\n借阅条例》", []),
        ("》先合上《", []),
        ("《》", []),
    ],
)
def test_titles_are_the_outermost(text: str, found: list[str]) -> None:
    assert [each.document for each in titles(text)] == found


@pytest.mark.parametrize(
    ("between", "belongs"),
    [
        ("", True),
        ("的", True),
        ("（2019年修订）", True),
        ("（以下简称《条例》）", True),
        ("规定的", True),
        ("”", True),
        ("（", True),
        ("施行后，", False),
        ("，", False),
        ("\n\n附件", False),
    ],
)
def test_a_number_belongs_to_the_title_right_before_it(between: str, belongs: bool) -> None:
    text = f"《条例》{between}第五条"
    assert belongs_to_title(text, 4, len(text) - 3) is belongs


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("依照民法典", ("words", "依照民法典")),
        ("问题清单的", ("words", "问题清单")),
        ("依据GDPR", ("words", "GDPR")),
        ("本条例", ("own", "条例")),
        ("日本条例", ("words", "日本条例")),
        ("该办法", ("that", "办法")),
        ("同法", ("that", "法")),
        ("劳动合同法", ("words", "劳动合同法")),
        ("上述文件", ("that", "文件")),
        ("对照", None),
    ],
)
def test_words_right_before_a_number(before: str, named: tuple[str, str] | None) -> None:
    found = words_before(f"{before}第五条", 0, len(before))
    assert (found and (found.naming, found.document)) == named


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("《甲条例》（以下简称《条例》）", [("甲条例", "条例")]),
        ("《甲条例》（下称“条例”）", [("甲条例", "条例")]),
        ("《甲条例》（国发〔2020〕1号，以下简称“《条例》”）", [("甲条例", "条例")]),
        ("《甲条例》，以下简称《条例》，", [("甲条例", "条例")]),
        ("《甲条例》（2019年修订）（简称条例）", [("甲条例", "条例")]),
        (
            "《甲条例》和《乙办法》（以下分别简称《条例》《办法》）",
            [("甲条例", "条例"), ("乙办法", "办法")],
        ),
        ("甲市乙条例（以下简称条例）", [("甲市乙条例", "条例")]),
        ("《甲条例》施行后，市文化局（以下简称市局）", [("市文化局", "市局")]),
        ("简单地称《条例》", []),
    ],
)
def test_short_forms_as_the_text_gives_them(text: str, forms: list[tuple[str, str]]) -> None:
    found = short_forms(text, titles(text))
    assert [(each.document.rpartition("，")[2], each.short) for each in found] == forms


@pytest.mark.parametrize(
    ("words", "name", "alone"),
    [
        ("落实条例", "条例", True),
        ("省条例", "条例", False),
        ("对条例", "条例", True),
        ("落实意见", "意见", True),
        ("征求到的意见", "意见", False),
        ("条例", "条例", True),
        ("条例", "办法", False),
        ("认真学习条例", "条例", True),
        ("各街道执行条例", "条例", True),
        ("监察法实施条例", "条例", False),
        ("强制执行条例", "条例", False),
        ("党内监督条例", "条例", False),
        ("具备专利法", "专利法", True),
        ("劳动合同法", "合同法", False),
        ("本专利仍不满足公共图书馆法", "公共图书馆法", True),
        ("江城市公共图书馆法", "公共图书馆法", False),
    ],
)
def test_what_stands_before_a_name(words: str, name: str, alone: bool) -> None:
    assert stands_alone(words, name) is alone


def test_words_name_documents_in_running_text() -> None:
    text = "依照公共图书馆法，想办法依法执行《条例》，签订了服务协议，制定本条例，印发值班制度"
    found = [each.document for each in running_mentions(text, titles(text))]
    assert found == ["依照公共图书馆法", "签订了服务协议", "签订了服务协议", "条例", "印发值班制度"]


def test_what_is_quoted_is_not_named_by_the_report() -> None:
    text = (
        "“《条例》”规定：“违反《行政处罚法》的，依照该法处罚，并由主管部门责令限期改正，予以公布。”"
    )
    assert [each.document for each in outside_quotations(text, titles(text))] == ["条例"]
