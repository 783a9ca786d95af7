"""Fields of a Word file: the result is text, the code is not."""

from __future__ import annotations

import pytest

from tests.content.importing.word_files import (
    codes,
    field,
    left,
    paragraph,
    read,
    run,
)


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (field(" PAGE ", "7"), "7"),
        (field(r' HYPERLINK "http://a.cn/" \o "说明" ', "某网"), "某网"),
        (field(" XE 索引词 "), ""),
        (field(r" EQ \o\ac(○,5) "), "⑤"),
        (field(r" eq \o\ac(○,12)"), "⑫"),
        (field(r" EQ \o\ac(□,优) "), "优"),
        (field(r" EQ \* jc2 \* hps10 \o\ad(\s\up 9(chè),掣) "), "掣"),
        (field(r" EQ \f(1,2) "), "1/2"),
        (field(r' SYMBOL 252 \f "Wingdings" \s 12 '), "✓"),
        (field(" MACROBUTTON NoMacro 点此填写 "), "点此填写"),
        ('<w:fldSimple w:instr=" DATE ">' + run("二〇二三年") + "</w:fldSimple>", "二〇二三年"),
        ('<w:hyperlink r:id="rId9">' + run("某网") + "</w:hyperlink>", "某网"),
    ],
)
def test_the_result_of_a_field_is_text_and_its_code_is_not(runs: str, words: str) -> None:
    found = read(paragraph("前", runs=runs + run("后")))
    assert found.text == f"前{words}后\n"


def test_fields_within_fields_and_over_paragraphs() -> None:
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    inner = begin + code + field(" MERGEFIELD a ", "名") + separate + run("是") + end
    found = read(
        paragraph("前", runs=inner + run("。"))
        + paragraph("甲", runs=begin + code + separate + run("一"))
        + paragraph("乙", runs=run("二") + end + run("三"))
    )
    assert found.text == "前是。\n甲一\n乙二三\n"


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    found = read(paragraph("甲", runs=begin + run("乙")) + paragraph("丙"))
    assert found.text == "甲乙\n丙\n"
    assert read(paragraph("甲", runs=end + run("乙"))).text == "甲乙\n"


def test_boxes_to_tick_and_to_choose_from() -> None:
    def form(inside: str, code: str) -> str:
        return (
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{inside}</w:ffData></w:fldChar></w:r>'
            f"<w:r><w:instrText> {code} </w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )

    ticked = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX")
    empty = form('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX")
    chosen = form(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/>'
        '<w:listEntry w:val="乙"/></w:ddList>',
        "FORMDROPDOWN",
    )
    assert read(paragraph("选：", runs=ticked + empty + chosen)).text == "选：☑☐乙\n"


def test_numbers_that_word_draws_itself_are_said_to_be_missing() -> None:
    found = read(paragraph("做法", runs=field(" AUTONUM ")))
    assert codes(found) == ["I-006"]


def test_an_automatic_table_of_contents_is_not_the_text_twice() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    first = begin + code + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("一、做法")
    entry = "<w:r><w:tab/></w:r>" + field(" PAGEREF a ", "1")
    found = read(
        paragraph("目 录")
        + paragraph(runs=first + entry)
        + paragraph(runs=run("附：别处没有的") + entry)
        + paragraph(runs='<w:r><w:fldChar w:fldCharType="end"/></w:r>')
        + paragraph("一、做法")
        + paragraph("落实责任。")
    )
    assert found.text == "附：别处没有的\t1\n一、做法\n落实责任。\n"
    assert [words for _, kind, words in left(found) if kind == "contents"] == [
        "目 录",
        "一、做法\t1",
    ]
