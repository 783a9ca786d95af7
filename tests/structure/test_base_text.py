"""A copy of a base document comes apart into matter, divisions, articles and paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from generator.structure import BaseText, read_base
from generator.structure.lines import is_misread
from tests.structure.made_documents import Made, documents

DOCUMENTS = Path(__file__).parent / "documents"
GOLDEN = Path(__file__).parent / "golden"


def title_of(text: str, lines: int = 1) -> str:
    return "".join(text.splitlines()[:lines])


def outline(text: str, read: BaseText) -> str:
    """Return what was read, a line each, in the order of the text."""
    rows = [(each.start, f"{each.kind}: {text[each.start : each.end]}") for each in read.matter]
    rows += [
        (each.start, f"{'#' * each.depth} {each.label}|{each.heading}") for each in read.divisions
    ]
    rows += [
        (
            each.label_start,
            f"{'.'.join(map(str, each.path))} [{each.label}] {text[each.start : each.end]}",
        )
        for each in read.leaves
    ]
    rows += [(start, f"- {text[start:end]}") for start, end in read.paragraphs]
    return "".join(row.replace("\n", " / ") + "\n" for _, row in sorted(rows))


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_documents_of_many_shapes_come_apart(path: Path) -> None:
    text = path.read_text("utf-8")
    lines = {"title-on-three-lines": 3, "head-and-signature-glued": 2}.get(path.stem, 1)
    golden = GOLDEN / path.name
    assert outline(text, read_base(text, title_of(text, lines))) == golden.read_text("utf-8")


def _partition(text: str, read: BaseText) -> list[tuple[int, int]]:
    spans = [(each.start, each.end) for each in read.matter]
    spans += [(each.start, each.end) for each in read.divisions]
    spans += [(each.label_start, each.end) for each in read.leaves]
    return sorted([*spans, *read.paragraphs])


def check_account(text: str, read: BaseText) -> None:
    """Nothing is read twice, and nothing is left over but blanks."""
    at = 0
    for start, end in _partition(text, read):
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@settings(max_examples=150)
@given(documents())
def test_made_documents_come_apart_as_they_were_made(made: Made) -> None:
    read = read_base(made.text, made.title)
    check_account(made.text, read)
    assert [(each.path, made.text[each.start : each.end]) for each in read.leaves] == made.articles
    assert [each.label + each.heading for each in read.divisions] == made.divisions
    assert [(each.kind, made.text[each.start : each.end]) for each in read.matter] == made.matter
    assert [made.text[start:end] for start, end in read.paragraphs] == made.paragraphs


def test_letters_that_only_look_like_numerals_are_read_and_marked() -> None:
    text = "某办法\n第三十九条 甲。\n第四O条 乙。\n第四十一条 丙。\n第四+二条 丁。\n"
    read = read_base(text, "某办法")
    assert [each.path[0] for each in read.leaves] == [39, 40, 41, 42]
    assert [each.misread for each in read.leaves] == [False, True, False, True]
    assert [each.label for each in read.leaves][1::2] == ["第四O条", "第四+二条"]


def test_a_line_that_begins_with_a_reference_is_no_article() -> None:
    text = (
        "某办法\n第一条 甲。\n第二条 违反下列规定：\n第一条规定的，处罚款。\n第三条规定详见附录。\n"
    )
    read = read_base(text, "某办法")
    assert [each.path[0] for each in read.leaves] == [1, 2, 3]


def test_a_division_may_have_its_heading_on_the_next_line() -> None:
    text = "某办法\n第一章\n总则\n第一条 甲。\n第二条 乙。\n附　则\n第三条 丙。\n"
    read = read_base(text, "某办法")
    assert [(each.label, each.heading) for each in read.divisions] == [
        ("第一章", "总则"),
        ("", "附则"),
    ]
    check_account(text, read)


def test_depths_are_those_of_the_units_that_are_there() -> None:
    text = (
        "某法典\n第一编 总则\n第一章 甲\n第一条 一。\n第二编 分则\n第一分编 通则\n第二章 乙\n"
        "第一节 丙\n第二条 二。\n附则\n第三条 三。\n"
    )
    read = read_base(text, "某法典")
    assert [each.depth for each in read.divisions] == [1, 3, 1, 2, 3, 4, 1]


def test_a_table_of_contents_is_not_the_text() -> None:
    chapters = ("第一章 总则\n", "第二章 附则\n")
    text = (
        f"某办法\n目　录\n{''.join(chapters)}{chapters[0]}第一条 甲。\n{chapters[1]}第二条 乙。\n"
    )
    read = read_base(text, "某办法")
    assert [each.kind for each in read.matter] == ["title", "contents"]
    assert len(read.divisions) == 2
    check_account(text, read)


def test_a_notice_that_forwards_the_text_stands_apart() -> None:
    text = (
        "关于印发某办法的通知\n某政发〔2021〕3号\n各单位：\n现将某办法印发给你们。\n"
        "某市人民政府\n2021年5月1日\n某办法\n第一条 甲。\n第二条 乙。\n"
    )
    read = read_base(text, "某办法")
    assert read.matter[0].kind == "promulgation"
    assert text[read.matter[1].start : read.matter[1].end] == "某办法"
    assert len(read.leaves) == 2
    check_account(text, read)


def test_a_list_of_annexes_signature_and_annexes_are_told_apart() -> None:
    text = (
        "某意见\n一、加强领导\n各单位要重视。\n二、抓好落实\n各单位要落实。\n附件：1.任务表\n2.名单\n"
        "某市教育局\n二〇二一年六月三日\n（此件公开发布）\n附件1\n任务表\n一、甲\n附件2\n名单\n"
    )
    read = read_base(text, "某意见")
    kinds = ["title", "annex-list", "signature", "date", "remark", "annex", "annex"]
    assert [each.kind for each in read.matter] == kinds
    assert len(read.leaves) == 2
    check_account(text, read)


def test_a_dash_that_ends_a_number_is_one() -> None:
    text = "某办法\n第—条 甲。\n第二条 乙。\n" + "".join(
        f"第{number}条 丙。\n" for number in ("三四五六七八九十")
    )
    read = read_base(text + "第十－条 丁。\n第十二条 戊。\n", "某办法")
    assert [each.path for each in read.leaves] == [(number,) for number in range(1, 13)]
    assert [each.label for each in read.leaves if each.misread] == ["第—条", "第十－条"]
    assert not is_misread("第八—十条")
    assert not is_misread("第十—二十条")


def test_a_red_head_above_the_title_is_issuer_and_number() -> None:
    title = "关于加强社区早餐工作的意见"
    head = f"云溪市人民政府文件\n云政发〔2021〕7号\n{title}\n各区人民政府：\n"
    text = head + "一、布点\n（一）甲。\n（二）乙。\n二、经营\n（一）丙。\n（二）丁。\n"
    found = [(each.kind, text[each.start : each.end]) for each in read_base(text, title).matter]
    assert found == [
        ("issuer", "云溪市人民政府文件"),
        ("number", "云政发〔2021〕7号"),
        ("title", title),
        ("addressee", "各区人民政府："),
    ]
    order = "国务院令\n第712号\n现公布本条例。\n某条例\n第一条 甲。\n第二条 乙。\n"
    (above, *_) = read_base(order, "某条例").matter
    assert (above.kind, order[above.start : above.end]) == (
        "promulgation",
        "国务院令\n第712号\n现公布本条例。",
    )
