"""Which pieces are copies of which base document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.edition import find_witnesses
from generator.errors import ContentError
from generator.model import Base, Piece
from tests.edition.conftest import ARTICLES, TITLE, law, piece

BASE = Base("water", TITLE, "《条例》")
OTHER_TITLE = "平河市城镇供水条例"
OTHER = (
    "为了规范城镇供水，保障生活、生产用水，根据有关法律，结合本市实际，制定本条例。",
    "本市行政区域内城镇供水、用水及其监督管理活动，适用本条例。",
    "供水企业应当保证水质，按月公布检测结果，接受公众查询。",
    "任何单位和个人不得擅自改装、拆除、移动公共供水设施。",
    "违反本条例规定，擅自改装公共供水设施的，由水行政主管部门责令限期改正。",
)


def sister() -> str:
    lines = [f"第{n}条　{text}" for n, text in zip("一二三四五", OTHER, strict=True)]
    return "\n".join([OTHER_TITLE, *lines])


def ids(found: tuple[Piece, ...]) -> list[str]:
    return [each.id for each in found]


def test_a_copy_without_title_and_headings_is_a_witness() -> None:
    pieces = [piece("a", law()), piece("b", law(title=False, headings=False))]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a", "b"]


def test_a_report_that_quotes_at_length_is_not_a_witness() -> None:
    quoting = "关于贯彻情况的报告\n" + "\n".join(ARTICLES[:4])
    own = "我局召开会议学习讨论，分片包干，逐户走访，建立问题清单，限时办结，群众满意度明显提高。"
    report = (
        quoting + "\n" + "\n".join(f"{own}第{n}批任务已经完成{n * 7}项。" for n in range(1, 16))
    )
    pieces = [piece("a", law()), piece("report", report)]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a"]


def test_two_laws_of_a_family_keep_their_own() -> None:
    pieces = [
        piece("a", law()),
        piece("b", sister()),
        piece("c", law(title=False, headings=False)),
        piece("d", sister().split("\n", 1)[1]),
    ]
    found = find_witnesses(pieces, [BASE, Base("supply", OTHER_TITLE, "《供水》")])
    assert ids(found["water"]) == ["a", "c"]
    assert ids(found["supply"]) == ["b", "d"]


def test_a_misread_title_is_known_again() -> None:
    pieces = [piece("a", law().replace("节约用水条例", "节约用氷条例"))]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a"]


def test_the_editors_declaration_goes_first() -> None:
    odd = replace(piece("odd", "别的文字。" * 60), kind="witness", base="water")
    copy = replace(piece("copy", law()), kind="report")
    pieces = [piece("a", law()), odd, copy]
    assert ids(find_witnesses(pieces, [BASE])["water"]) == ["a", "odd"]


def test_no_copy_and_an_unknown_base_are_errors() -> None:
    with pytest.raises(ContentError, match="找不到基准文件"):
        find_witnesses([piece("r", "总结。\n" * 40)], [BASE])
    wrong = replace(piece("a", law()), kind="witness", base="nothing")
    with pytest.raises(ContentError, match="base"):
        find_witnesses([wrong], [BASE])
    with pytest.raises(ContentError, match="同时被"):
        find_witnesses([piece("a", law())], [BASE, Base("twin", TITLE, "《条例》")])
