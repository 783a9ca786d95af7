"""Every rule of the table against its fixture, and against text it must bear."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cleaning import CleaningSettings, Erratum
from generator.cleaning.ledger import apply
from generator.cleaning.rules import NAMES, RULES, Rule
from tests.cleaning.cases import read_cases

FIXTURES = Path(__file__).parent / "fixtures"
SETTINGS = CleaningSettings(
    errata=(
        Erratum("a.txt", "侧隐", "恻隐", "形近"),
        Erratum("a.txt", "既是", "即是", "音近", context="严管既是厚爱"),
        Erratum("a.txt", "了解更多好文，点我。", "", "网站的话", cut=True),
        Erratum("a.txt", "（本站首发）", "", "网站的话", cut=True),
    ),
    markers=("◆付费◆",),
)
CASES = [
    pytest.param(rule, given, expected, id=f"{rule.code} {title}")
    for rule in RULES
    for title, given, expected in read_cases(FIXTURES / f"{rule.code}.txt")
]
PIECES = re.split(
    r"\|",
    "监督|一、|（一）|(二)|第三条|第一章|，|,|。|.|:|：|(|)|\"|'|“|”|‘|’| |\u3000|\t|\n|\n\n|\r\n"
    "|\r|2021|年|1.|a|B|##paidbegin##|##paid|end##|[!--x--]|\u200b|\ufeff|\x00|展开全文\n|— 3 —\n"
    "|记者 张三|侧隐|xx|...|--|<<|>>|�|𠮷|篇一\n|篇二\n|新华社北京6月1日电\n|\x0c|1\n|2\n|3\n"
    "|首页 > 正文\n|【打印】【关闭】\n|来源：某网 阅读：3\n|以下是小编为大家整理的，|欢迎阅读！\n"
    "|⼈|⾧|︵|$$paidend$$|[隐藏内容]|（此处隐藏9字）|（完）\n|相关推荐：\n|网友评论（1）\n|关键词："
    "|反腐*败|一岗2责|（张三 李四）\n",
)
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@pytest.mark.parametrize(("rule", "given", "expected"), CASES)
def test_fixture(rule: Rule, given: str, expected: str) -> None:
    assert apply(given, list(rule.find(given, SETTINGS))) == expected


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_shows_what_it_changes_and_what_it_leaves(rule: Rule) -> None:
    cases = read_cases(FIXTURES / f"{rule.code}.txt")
    assert any(given != expected for _, given, expected in cases)
    assert any(given == expected for _, given, expected in cases)


def test_codes_are_unique_and_none_is_left_out() -> None:
    codes = [rule.code for rule in RULES]  # in the order of their work, not of their numbers
    assert sorted(codes) == [f"C-{number:03}" for number in range(1, len(RULES) + 1)]
    assert all(re.fullmatch(r"C-\d{3}", code) for code in NAMES)
    assert {path.stem for path in FIXTURES.glob("C-*.txt")} == set(codes)


@settings(max_examples=60, deadline=None)
@given(st.one_of(HOSTILE, st.text(max_size=80)))
def test_changes_are_in_order_never_overlap_and_change_something(text: str) -> None:
    for rule in RULES:
        end = 0
        for change in rule.find(text, SETTINGS):
            assert end <= change.start <= change.end <= len(text), rule.code
            assert change.start < change.end or change.after, rule.code
            assert text[change.start : change.end] != change.after, rule.code
            end = change.end


@settings(max_examples=40, deadline=None)
@given(HOSTILE)
def test_a_rule_has_nothing_left_to_do_after_itself(text: str) -> None:
    for rule in RULES:
        if rule.code in ("C-001", "C-002", "C-010", "C-012"):
            once = apply(text, list(rule.find(text, SETTINGS)))
            again = apply(once, list(rule.find(once, SETTINGS)))
            assert again == once, rule.code


def wrapped(*widths: int) -> str:
    """Lines of so many ideographs, with a comma in each."""
    return "\n".join(
        "甲" * (width // 2) + "，" + "乙" * (width - width // 2 - 1) for width in widths
    )


@pytest.mark.parametrize(
    ("widths", "joined"),
    [
        ([20] * 9, True),
        ([20] * 8, True),
        ([20] * 7, False),  # too few to tell
        ([15] * 9, True),
        ([14] * 9, False),  # too narrow for a page
        ([60] * 9, True),
        ([61] * 9, False),  # too wide
    ],
)
def test_text_wrapped_at_a_width_is_joined(widths: list[int], joined: bool) -> None:
    [rule] = [rule for rule in RULES if rule.code == "C-011"]
    changes = list(rule.find(wrapped(*widths), SETTINGS))
    assert len(changes) == (len(widths) - 1 if joined else 0)


@pytest.mark.parametrize(
    ("width", "joined"), [(16, False), (17, True), (18, True), (20, True), (21, True), (22, False)]
)
def test_a_full_line_lacks_up_to_three_or_has_one_more(width: int, joined: bool) -> None:
    [rule] = [rule for rule in RULES if rule.code == "C-011"]
    text = wrapped(*[20] * 5, width, *[20, 17] * 4, 20)
    ends = {change.start for change in rule.find(text, SETTINGS)}
    assert (21 * 5 + width in ends) == joined


SHORT, PLAIN, STOPPED = "甲乙丙", "甲" * 20, "甲，" + "乙" * 17 + "。"
FULL = "甲，" + "乙" * 18


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ([FULL] * 10 + [SHORT] * 10, 0),  # no more than half are full
        ([FULL] * 11 + [SHORT] * 10, 11),
        ([FULL] * 15 + [STOPPED] * 5, 0),  # a quarter end in a stop: paragraphs
        ([FULL] * 16 + [STOPPED] * 5, 16),
        ([FULL] * 10 + [PLAIN] * 10, 0),  # no more than half have a mark: a table
        ([FULL] * 11 + [PLAIN] * 10, 20),
        ([FULL.replace("，", "，\t")[:20]] * 20, 0),  # columns
    ],
)
def test_a_wrapped_text_is_told_from_lines_of_one_length(lines: list[str], joined: int) -> None:
    [rule] = [rule for rule in RULES if rule.code == "C-011"]
    assert len(list(rule.find("\n".join(lines), SETTINGS))) == joined
