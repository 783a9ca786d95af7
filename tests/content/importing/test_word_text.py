"""What of a Word file is text, where it stands, and what is on the record and why."""

from __future__ import annotations

import pytest

from generator.content.importing import import_file
from tests.content.importing.word_files import (
    HIDE,
    changed,
    compose,
    left,
    paragraph,
    read,
    run,
    table,
    tracked,
)


def test_every_part_is_in_the_text_where_it_says_or_left_out_with_a_reason() -> None:
    found = read(
        paragraph("第一段")
        + paragraph("第二", runs=run("藏", HIDE) + tracked("ins", "段"))
        + table(["甲", "乙"])
    )
    taken = {
        part.place: found.text[part.start : part.end] for part in found.parts if not part.reason
    }
    assert taken == {"第1段": "第一段", "第2段": "第二段", "表1第1行": "甲\t乙"}
    assert left(found) == [("第2段", "hidden", "藏")]
    assert all(part.reason and part.start == part.end for part in found.parts if part.left_out)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<w:t>甲</w:t><w:tab/><w:t>乙</w:t>", "甲\t乙"),
        ("<w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>丙</w:t>", "甲\n乙\n丙"),
        ('<w:br w:type="page"/><w:t>甲</w:t><w:br w:type="page"/>', "甲"),
        ("<w:t>非</w:t><w:softHyphen/><w:t>凡</w:t><w:noBreakHyphen/><w:t>人</w:t>", "非凡-人"),
        ("<w:lastRenderedPageBreak/><w:t>甲</w:t>", "甲"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t>', "☑是"),
        ('<w:sym w:font="Symbol" w:char="F0B3"/><w:t>3</w:t>', "≥3"),
        ('<w:sym w:font="Symbol" w:char="00DA"/><w:t>3</w:t>', "∨3"),
        ('<w:sym w:font="宋体" w:char="2460"/><w:t>甲</w:t>', "①甲"),
        ("<w:t><![CDATA[<甲&乙>]]></w:t>", "<甲&乙>"),
        ("<w:t>&#x7532;&amp;&lt;</w:t>", "甲&<"),
        ("<w:t>\n   甲\n   </w:t>", "甲"),
        ("<w:t>甲<!-- 注 -->乙<?x y?>丙</w:t>", "甲乙丙"),
        ('<w:t xml:space="preserve"> 甲 </w:t>', " 甲 "),
    ],
)
def test_signs_in_a_run(inside: str, words: str) -> None:
    assert read(paragraph(runs=f"<w:r>{inside}</w:r>")).text == f"{words}\n"


def test_entities_that_the_file_defines() -> None:
    data = changed(
        compose(paragraph("甲X乙")),
        "word/document.xml",
        lambda xml: xml.replace(
            b"?><w:doc", '?><!DOCTYPE w [<!ENTITY a "中">]><w:doc'.encode()
        ).replace(b"X", b"&a;"),
    )
    assert import_file("a.docx", data).text == "甲中乙\n"


def test_ruby_without_its_reading() -> None:
    ruby = (
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('chè')}</w:rt><w:rubyBase>{run('掣')}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    found = read(paragraph("避免", runs=ruby + run("肘")))
    assert found.text == "避免掣肘\n"
    assert left(found) == [("第1段", "ruby", "chè")]


def test_controls_tags_and_wrappers_are_looked_through() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    body = (
        paragraph("甲", runs=control.format(run("乙")) + f"<w:smartTag>{run('丙')}</w:smartTag>")
        + control.format(paragraph("丁") + control.format(paragraph("戊")))
        + f"<w:customXml>{paragraph('己')}</w:customXml>"
        + "<w:tbl>"
        + control.format(
            "<w:tr>"
            + control.format(f"<w:tc>{paragraph('庚')}</w:tc>")
            + f"<w:tc>{control.format(paragraph('辛'))}</w:tc></w:tr>"
        )
        + "</w:tbl>"
    )
    assert read(body).text == "甲乙丙\n丁\n戊\n己\n庚\t辛\n"


def test_the_prompt_of_a_control_is_no_text() -> None:
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    found = read(
        paragraph("姓名：", runs=prompt.format(run("单击输入"))) + prompt.format(paragraph("点此"))
    )
    assert found.text == "姓名：\n"
    assert left(found) == [("第1段", "prompt", "单击输入"), ("正文", "prompt", "点此")]


def test_merged_cells_are_not_repeated() -> None:
    body = (
        "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='3'/></w:tcPr>"
        + paragraph("表题")
        + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr>" + paragraph("甲") + "</w:tc>"
        "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" + paragraph("乙") + "</w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + paragraph("旧字") + "</w:tc>"
        "<w:tc>" + paragraph("丙") + "</w:tc><w:tc>" + paragraph() + "</w:tc></w:tr></w:tbl>"
    )
    found = read(body)
    assert found.text == "表题\n甲\t乙\n\t丙\t\n"
    assert left(found) == [("表1第3行", "cell", "旧字")]


def test_a_table_within_a_cell_comes_behind_its_row() -> None:
    inner = (
        f"<w:tbl><w:tr><w:tc>{paragraph('子')}</w:tc><w:tc>{paragraph('丑')}</w:tc></w:tr></w:tbl>"
    )
    body = (
        f"<w:tbl><w:tr><w:tc>{paragraph('甲')}{paragraph('一')}</w:tc>"
        f"<w:tc>{paragraph('乙')}{inner}{paragraph('二')}</w:tc></w:tr></w:tbl>"
    )
    found = read(body + paragraph("后"))
    assert found.text == "甲 一\t乙 二\n子\t丑\n后\n"
    assert [part.place for part in found.parts] == ["表1第1行", "表1第1行表1第1行", "第1段"]


def test_a_row_of_one_cell_is_a_frame_and_its_paragraphs_stay_apart() -> None:
    inside = paragraph("关于监督的报告") + paragraph("一、做法") + paragraph("落实责任。")
    assert read(f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>").text == (
        "关于监督的报告\n一、做法\n落实责任。\n"
    )
