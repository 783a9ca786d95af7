"""Hidden text and tracked changes of a Word file: never text, always on the record."""

from __future__ import annotations

import pytest

from tests.content.importing.word_files import (
    HIDE,
    STYLE,
    codes,
    left,
    paragraph,
    read,
    run,
    tracked,
)


@pytest.mark.parametrize(
    ("runs", "styles", "words"),
    [
        (run("藏", HIDE), "", "见"),
        (run("藏", '<w:vanish w:val="true"/>'), "", "见"),
        (run("不藏", '<w:vanish w:val="0"/>'), "", "见不藏"),
        (run("不藏", "<w:webHidden/>"), "", "见不藏"),
        (run("藏", '<w:rStyle w:val="H"/>'), "hidden", "见"),
        (run("藏", '<w:rStyle w:val="H2"/>'), "hidden", "见"),
        (run("不藏", '<w:rStyle w:val="H"/><w:vanish w:val="false"/>'), "hidden", "见不藏"),
        ("<w:smartTag><w:hyperlink>" + run("藏", HIDE) + "</w:hyperlink></w:smartTag>", "", "见"),
    ],
)
def test_hidden_text_is_on_the_record_and_a_finding(runs: str, styles: str, words: str) -> None:
    sheet = (
        STYLE.format("character", "H", "h", f"<w:rPr>{HIDE}</w:rPr>")
        + STYLE.format("character", "H2", "h2", '<w:basedOn w:val="H"/>')
        if styles
        else ""
    )
    found = read(paragraph("见", runs=runs), styles=sheet)
    assert found.text == f"{words}\n"
    hidden = words == "见"
    assert codes(found) == (["I-001"] if hidden else [])
    assert left(found) == ([("第1段", "hidden", "藏")] if hidden else [])
    assert all("藏" not in doubt.message.replace("隐藏", "") for doubt in found.doubts)


def test_a_hidden_paragraph_style_and_the_switches_of_two_styles_undo_each_other() -> None:
    sheet = STYLE.format("paragraph", "P", "p", f"<w:rPr>{HIDE}</w:rPr>") + STYLE.format(
        "character", "H", "h", f"<w:rPr>{HIDE}</w:rPr>"
    )
    found = read(
        paragraph("藏", '<w:pStyle w:val="P"/>')
        + paragraph(
            "",
            '<w:pStyle w:val="P"/><w:rPr><w:vanish w:val="0"/></w:rPr>',
            run("见", '<w:rStyle w:val="H"/>'),
        )
        + paragraph("末"),
        styles=sheet,
    )
    assert found.text == "见\n末\n"


def test_a_finding_names_the_places_and_how_much_but_not_the_words() -> None:
    body = "".join(paragraph("见", runs=run("机密", HIDE)) for _ in range(9))
    (doubt,) = read(body).doubts
    assert doubt.message == (
        "第1段、第2段、第3段、第4段、第5段等9处有隐藏文字，共18字，没有收入正文"
    )
    assert (doubt.start, doubt.end) == (0, 1)


def test_a_text_box_and_a_row_that_are_hidden() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph('盒')}</w:txbxContent></w:pict>"
    row = f"<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{paragraph('甲')}</w:tc></w:tr>"
    found = read(
        paragraph("见", runs=f"<w:r><w:rPr>{HIDE}</w:rPr>{box}</w:r>") + f"<w:tbl>{row}</w:tbl>"
    )
    assert found.text == "见\n"
    assert left(found) == [("第1段文本框1", "hidden", "盒"), ("表1第1行", "hidden", "甲")]


def test_changes_count_as_accepted_and_are_one_finding() -> None:
    moved = f'<w:moveFrom w:id="3" w:author="某">{run("移走")}</w:moveFrom>'
    to = f'<w:moveTo w:id="4" w:author="某">{run("移来")}</w:moveTo>'
    found = read(
        paragraph("落实", runs=tracked("ins", "主体") + tracked("del", "次要") + run("责任"))
        + paragraph("甲", runs=moved)
        + paragraph("乙", runs=to)
    )
    assert found.text == "落实主体责任\n甲\n乙移来\n"
    assert left(found) == [("第1段", "deleted", "次要"), ("第2段", "moved", "移走")]
    assert [doubt.message for doubt in found.doubts] == [
        "第1段、第2段有修订（插入1处、删除1处、移动1处），按全部接受读入"
    ]


def test_what_was_put_in_and_struck_out_again_is_out() -> None:
    inner = f'<w:ins w:id="1" w:author="某">{tracked("del", "又删")}</w:ins>'
    assert read(paragraph("见", runs=inner)).text == "见\n"


def test_a_deleted_mark_joins_two_paragraphs_over_what_stands_between() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="某"/></w:rPr>'
    found = read(
        paragraph("落实", gone)
        + '<w:bookmarkStart w:id="0" w:name="b"/>'
        + paragraph("责任")
        + paragraph("末", gone)
    )
    assert found.text == "落实责任\n末\n"
    assert "I-002" in codes(found)


def test_a_hidden_mark_joins_and_the_first_gives_the_number() -> None:
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert (
        read(paragraph("一、做法。", separator) + paragraph("加强领导")).text
        == "一、做法。加强领导\n"
    )


def test_a_large_first_letter_belongs_to_its_paragraph() -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    assert read(paragraph("落", frame) + paragraph("实责任。")).text == "落实责任。\n"


def test_old_properties_of_changes_do_not_count() -> None:
    old = (
        "<w:pPrChange w:id='1' w:author='某'><w:pPr><w:numPr><w:ilvl w:val='0'/>"
        "<w:numId w:val='1'/></w:numPr></w:pPr></w:pPrChange>"
    )
    changed = f"<w:rPrChange w:id='2' w:author='某'><w:rPr>{HIDE}</w:rPr></w:rPrChange>"
    assert read(paragraph("甲", old, run("乙", changed))).text == "甲乙\n"


def test_rows_and_cells_that_were_deleted_or_inserted() -> None:
    def row(text: str, properties: str = "", cell: str = "") -> str:
        cells = (
            f"<w:tc><w:tcPr>{cell}</w:tcPr>{paragraph(text)}</w:tc><w:tc>{paragraph('丁')}</w:tc>"
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"

    found = read(
        "<w:tbl>"
        + row("甲", '<w:del w:id="1" w:author="某"/>')
        + row("乙", '<w:ins w:id="1" w:author="某"/>')
        + row("丙", cell='<w:cellDel w:id="1" w:author="某"/>')
        + "</w:tbl>"
    )
    assert found.text == "乙\t丁\n丁\n"
    assert codes(found) == ["I-002"]


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ('<w:pict><v:shape><v:textpath string="内部艺术字"/></v:shape></w:pict>', "内部艺术字"),
        (
            '<w:pict><v:textbox><w:txbxContent><w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/>'
            "<w:t>甲</w:t><w:noBreakHyphen/><w:t>乙</w:t></w:r></w:p></w:txbxContent></v:textbox>"
            "</w:pict>",
            "✓甲-乙",
        ),
    ],
)
def test_word_art_and_signs_that_are_hidden_are_on_the_record(inside: str, words: str) -> None:
    found = read(paragraph("见", runs=f"<w:r><w:rPr>{HIDE}</w:rPr>{inside}</w:r>"))
    assert found.text == "见\n"
    assert left(found) == [("第1段文本框1", "hidden", words)]
