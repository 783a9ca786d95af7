"""A report in traditional characters links as its simplified form does."""

from __future__ import annotations

import pytest

from generator.linking import ArticleIndex, index_articles, link
from generator.model import Base, Link
from generator.text.simplified import simplified
from tests.linking.conftest import edition, report

REPORTS = (
    "廚餘垃圾每日定時收運。\n督導員在投放點值守，勸導隨意傾倒。\n我們召開了座談會，聽取意見。\n",
    "收運車輛密閉，防止滴漏，每日清運兩次。\n志願勸導進社區。\n",
    "題目\n一、投放點由街道按照居民戶數設置\n每一百戶不少於一處，設置方案公示七日。\n",
    "根據《規則》第四條，混投的先予勸導，拒不改正的處以罰款。\n",
)


def told(links: tuple[Link, ...]) -> list[tuple[object, ...]]:
    return [
        (
            *(one.id, one.start, one.end, one.article, one.role, one.kind, one.score, one.sure),
            [
                (each.what, each.report_start, each.report_end, each.article_start)
                for each in one.evidence
            ],
        )
        for one in links
    ]


@pytest.mark.parametrize("text", REPORTS)
def test_links_and_their_evidence_are_those_of_the_simplified_form(
    rules: ArticleIndex, text: str
) -> None:
    plain = simplified(text)
    assert plain != text
    found = link(report(text), rules)
    assert found
    assert told(found) == told(link(report(plain), rules))
    for one in found:
        for each in one.evidence:
            assert text[each.report_start : each.report_end] == each.text  # as it is written


def test_a_base_in_traditional_characters_is_linked_by_either_form() -> None:
    traditional = ("廚餘垃圾每日定時收運。收運車輛密閉，防止滴漏。", "督導員在投放點值守。")
    base = Base("guize", "某市垃圾分類管理規則", "《規則》")
    index = index_articles([edition(traditional, base)], ())
    for text in ("收運車輛密閉，防止滴漏。", "收运车辆密闭，防止滴漏。"):
        assert [one.article for one in link(report(text), index)] == [1]
