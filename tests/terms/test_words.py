"""Cutting text into words, and what may be a name."""

from __future__ import annotations

import pytest

from generator.terms.language import official_language
from generator.terms.phrases import may_be_name
from generator.terms.short_forms import is_short_form
from generator.terms.words import Run, runs


def cut_of(text: str) -> list[Run]:
    return list(runs(text, official_language().probabilities))


def test_stops_part_runs_and_quotation_marks_only_words() -> None:
    assert [each.words for each in cut_of("推行“容缺受理”制度，减少材料")] == [
        ("推行", "容", "缺", "受理", "制度"),
        ("减少", "材料"),
    ]
    assert cut_of("推行“容缺受理”制度")[0].quoted == {1, 4}


def test_what_stands_between_two_quotations_is_not_quoted() -> None:
    [run] = cut_of("“红旗”必须抓好“黄牌”")
    assert run.words == ("红旗", "必须", "抓好", "黄牌")
    assert [run.quotes(*places) for places in ((0, 1), (1, 3), (3, 4), (0, 4))] == [
        *(True, False, True, False)
    ]


def test_titles_and_enumerations_are_stops() -> None:
    assert [each.words for each in cut_of("按照《安全生产法》规定、要求")] == [
        ("按照",),
        ("规定",),
        ("要求",),
    ]


def test_two_quotations_side_by_side_are_two() -> None:
    assert [each.words for each in cut_of("“红旗”“黄牌”")] == [("红旗",), ("黄牌",)]


def test_letters_and_figures_stay_together() -> None:
    assert cut_of("拨打12345热线")[0].words == ("拨打", "12345", "热线")


@pytest.mark.parametrize(
    ("words", "yes"),
    [
        (["责任", "保险"], True),
        (["依法", "清偿"], False),
        (["保险", "工作"], False),
        (["保险", "的", "费用"], False),
        (["三十", "日内"], False),
        (["第三", "条"], False),
        (["责任", "制度"], False),  # general words alone
        (["单位", "设立", "网点"], False),  # a verb inside
        (["营业执照"], False),
    ],
)
def test_shapes_of_names(words: list[str], yes: bool) -> None:
    assert may_be_name(words, official_language()) is yes


def test_quotation_marks_make_a_name_of_nearly_anything() -> None:
    language = official_language()
    assert may_be_name(["依法", "办"], language, quoted=True)
    assert not may_be_name(["第三", "条"], language, quoted=True)


@pytest.mark.parametrize(
    ("short", "words", "yes"),
    [
        ("托责险", ["托育", "服务", "责任", "保险"], True),
        ("危化品", ["危险", "化学品"], True),
        ("安责险", ["安全", "生产", "责任", "保险"], True),
        ("托险责", ["托育", "服务", "责任", "保险"], False),  # out of order
        ("育责险", ["托育", "服务", "责任", "保险"], False),  # not from the first
        ("托责任", ["托育", "服务", "责任", "保险"], False),  # not to the last
        ("责任保险", ["责任", "保险"], False),  # the name itself
    ],
)
def test_short_forms(short: str, words: list[str], yes: bool) -> None:
    assert is_short_form(short, words) is yes
