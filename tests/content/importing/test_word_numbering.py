"""Automatic numbers of Word files, as Word and LibreOffice show them."""

from __future__ import annotations

import pytest

from generator.content.importing import import_file
from tests.content.importing.word_files import (
    abstract,
    compose,
    item,
    level,
    num,
    paragraph,
    run,
    table,
)

STYLE = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/>{}</w:style>'
IN_STYLE = '<w:pPr><w:numPr><w:numId w:val="{}"/></w:numPr></w:pPr>'
DECIMAL = abstract(
    1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2、"), level(2, "decimal", "（%3）")
)
RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'


def lines(body: str, **parts: str) -> list[str]:
    return import_file("a.docx", compose(body, None, **parts)).text.splitlines()


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {1: "1", 12: "12", 101: "101"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 99: "九十九"}),
        ("chineseCountingThousand", {1: "一", 21: "二十一", 105: "一百零五", 1010: "一千零一十"}),
        ("japaneseCounting", {1: "一", 10: "十", 12: "十二", 30: "三十"}),
        ("taiwaneseCountingThousand", {3: "三", 110: "一百一十"}),
        ("ideographDigital", {1: "一", 10: "一〇", 23: "二三"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "11"}),
        ("ideographZodiac", {1: "子", 12: "亥", 13: "13"}),
        ("ideographZodiacTraditional", {1: "甲子", 12: "乙亥", 61: "甲子"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "㉑", 36: "㊱", 50: "㊿", 51: "51"}),
        ("decimalEnclosedCircleChinese", {1: "①", 10: "⑩"}),
        ("ideographEnclosedCircle", {1: "㊀", 10: "㊉"}),
        ("decimalEnclosedParen", {1: "⑴", 20: "⒇"}),
        ("decimalEnclosedFullstop", {1: "⒈", 20: "⒛"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b", 28: "bb"}),
        ("upperRoman", {4: "IV", 9: "IX", 1994: "MCMXCIV"}),
        ("lowerRoman", {3: "iii", 40: "xl"}),
        ("decimalZero", {1: "01", 10: "10"}),
        ("decimalFullWidth", {1: "１", 12: "１２"}),
        ("chineseLegalSimplified", {1: "壹", 10: "壹拾", 105: "壹佰零伍"}),
        ("ideographLegalTraditional", {2: "貳", 12: "壹拾貳"}),
        ("ordinal", {1: "1st", 11: "11th", 22: "22nd"}),
        ("somethingNew", {7: "7"}),
    ],
)
def test_every_form_of_a_number(form: str, numbers: dict[int, str]) -> None:
    body = "".join(item("条", at) for at in range(len(numbers)))
    lists = "".join(num(at, 1, RESTART.format(start)) for at, start in enumerate(numbers))
    found = lines(body, numbering=abstract(1, level(0, form, "〔%1〕")) + lists)
    assert found == [f"〔{each}〕条" for each in numbers.values()]


@pytest.mark.parametrize("start", [0, -1, 2**31, 10**18, 780, 5000])
@pytest.mark.parametrize("form", ["upperRoman", "lowerLetter", "chineseCounting", "ordinal"])
def test_a_number_that_a_form_does_not_reach_is_written_in_some_way(start: int, form: str) -> None:
    found = lines(item("条", 1), numbering=abstract(1, level(0, form, "%1.", start)) + num(1, 1))
    assert len(found[0]) < 40
    assert found[0].endswith("条")


def test_a_list_restarts_where_it_is_overridden_and_others_count_on() -> None:
    body = "".join(
        item(text, number) for text, number in zip("甲乙丙丁戊己", (1, 1, 2, 2, 1, 3), strict=True)
    )
    found = lines(body, numbering=DECIMAL + num(1, 1) + num(2, 1, RESTART.format(1)) + num(3, 1))
    assert found == ["1.甲", "2.乙", "1.丙", "2.丁", "3.戊", "4.己"]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1）", 3)}</w:lvlOverride>'
    body = item("甲", 1) + item("乙", 1) + item("丙", 2) + item("丁", 1)
    assert lines(body, numbering=DECIMAL + num(1, 1) + num(2, 1, own)) == [
        *("1.甲", "2.乙", "C）丙", "4.丁"),
    ]


def test_deeper_levels_start_anew_and_passed_over_ones_count_as_met() -> None:
    places = ((0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (0, "戊"), (1, "己"))
    body = "".join(item(text, 1, at) for at, text in places)
    assert lines(body, numbering=DECIMAL + num(1, 1)) == [
        *("1.甲", "1.1、乙", "1.2、丙", "（1）丁", "2.戊", "2.1、己"),
    ]
    passed = item("甲", 1, 1) + item("乙", 1, 0)
    assert lines(passed, numbering=DECIMAL + num(1, 1)) == ["1.1、甲", "2.乙"]


@pytest.mark.parametrize(("restart", "last"), [(None, "（1）"), (0, "（3）"), (1, "（1）")])
def test_lvl_restart_says_behind_which_level(restart: int | None, last: str) -> None:
    more = "" if restart is None else f'<w:lvlRestart w:val="{restart}"/>'
    definition = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "（%2）", 1, more))
    body = item("甲", 1) + item("乙", 1, 1) + item("丙", 1, 1) + item("丁", 1) + item("戊", 1, 1)
    assert lines(body, numbering=definition + num(1, 1))[-1] == f"{last}戊"


def test_lvl_restart_of_a_third_level_behind_the_first_only() -> None:
    third = level(2, "decimal", "〔%3〕", 1, '<w:lvlRestart w:val="1"/>')
    definition = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "（%2）"), third)
    body = "".join(item("条", 1, at) for at in (0, 1, 2, 1, 2, 0, 2))
    assert lines(body, numbering=definition + num(1, 1)) == [
        *("1.条", "（1）条", "〔1〕条", "（2）条", "〔2〕条", "2.条", "〔1〕条"),
    ]


def test_is_lgl_writes_all_numbers_in_arabic() -> None:
    legal = level(1, "upperRoman", "%1.%2　", 1, "<w:isLgl/>")
    definition = abstract(1, level(0, "chineseCounting", "第%1章"), legal)
    assert lines(item("总则", 1) + item("目的", 1, 1), numbering=definition + num(1, 1)) == [
        *("第一章 总则", "1.1　目的"),
    ]
    section = level(1, "decimalZero", "%1.%2", 1, "<w:isLgl/>")
    definition = abstract(1, level(0, "upperRoman", "%1"), section)
    assert lines(item("甲", 1) + item("乙", 1, 1), numbering=definition + num(1, 1)) == [
        *("I 甲", "1.01 乙"),
    ]


def test_styles_number_their_paragraphs_by_what_they_are_based_on() -> None:
    sheet = (
        STYLE.format("A", "a", IN_STYLE.format(1))
        + STYLE.format("B", "b", '<w:basedOn w:val="A"/>')
        + STYLE.format(
            "C", "c", '<w:basedOn w:val="B"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
        )
        + STYLE.format("D", "d", '<w:basedOn w:val="B"/>' + IN_STYLE.format(0))
        + STYLE.format("X", "x", '<w:basedOn w:val="Y"/>')
        + STYLE.format("Y", "y", '<w:basedOn w:val="X"/>')
    )
    body = "".join(paragraph(each, f'<w:pStyle w:val="{each}"/>') for each in "ABCDXZ")
    assert lines(body, styles=sheet, numbering=DECIMAL + num(1, 1)) == [
        *("1.A", "2.B", "2.1、C", "D", "X", "Z"),
    ]


def test_a_level_that_is_tied_to_a_style_is_that_styles() -> None:
    tied = abstract(
        1,
        level(0, "chineseCounting", "%1、", 1, '<w:pStyle w:val="H1"/>'),
        level(1, "chineseCounting", "（%2）", 1, '<w:pStyle w:val="H2"/>'),
    )
    sheet = STYLE.format("H1", "heading 1", IN_STYLE.format(1)) + STYLE.format(
        "H2", "heading 2", IN_STYLE.format(1)
    )
    body = "".join(
        paragraph(text, f'<w:pStyle w:val="{style}"/>')
        for text, style in (("做法", "H1"), ("教育", "H2"), ("问题", "H1"), ("认识", "H2"))
    )
    assert lines(body, styles=sheet, numbering=tied + num(1, 1)) == [
        *("一、做法", "（一）教育", "二、问题", "（一）认识"),
    ]


def test_number_zero_switches_a_styles_numbers_off() -> None:
    sheet = STYLE.format("A", "a", IN_STYLE.format(1))
    off = '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = paragraph("甲", '<w:pStyle w:val="A"/>') + paragraph("乙", off)
    body += paragraph("丙", '<w:pStyle w:val="A"/>')
    assert lines(body, styles=sheet, numbering=DECIMAL + num(1, 1)) == ["1.甲", "乙", "2.丙"]


def test_a_list_by_way_of_a_list_style_and_a_circle_of_them() -> None:
    sheet = (
        '<w:style w:type="numbering" w:styleId="L"><w:name w:val="l"/>'
        + IN_STYLE.format(1)
        + "</w:style>"
        '<w:style w:type="numbering" w:styleId="M"><w:name w:val="m"/>'
        + IN_STYLE.format(4)
        + "</w:style>"
    )
    numbering = (
        abstract(1, level(0, "decimal", "%1）"), more='<w:styleLink w:val="L"/>')
        + abstract(2, more='<w:numStyleLink w:val="L"/>')
        + abstract(3, more='<w:numStyleLink w:val="M"/>')
        + num(1, 1)
        + num(2, 2)
        + num(4, 3)
    )
    body = item("甲", 2) + item("乙", 1) + item("丙", 4)
    assert lines(body, styles=sheet, numbering=numbering) == ["1）甲", "2）乙", "丙"]


@pytest.mark.parametrize(
    ("label", "suffix", "words", "line"),
    [
        ("%1.", "tab", "早动员。", "1.早动员。"),
        ("%1.", "tab", "2023年完成。", "1. 2023年完成。"),
        ("%1", "tab", "3家", "1 3家"),
        ("第%1条", "tab", "为了", "第1条 为了"),
        ("第%1条", "space", "为了", "第1条 为了"),
        ("第%1条", "nothing", "为了", "第1条为了"),
        ("（%1）", "space", "为了", "（1） 为了"),
        ("附件：", "tab", "名单", "附件：名单"),
        ("%1%2%1）", "tab", "名单", "11）名单"),
        ("100%%1", "nothing", "名单", "100%1名单"),
    ],
)
def test_what_stands_between_a_label_and_its_words(
    label: str, suffix: str, words: str, line: str
) -> None:
    more = f'<w:suff w:val="{suffix}"/>'
    definition = abstract(1, level(0, "decimal", label, 1, more))
    assert lines(item(words, 1), numbering=definition + num(1, 1)) == [line]


def test_bullets_are_on_the_record_and_no_text() -> None:
    definition = abstract(1, level(0, "bullet", "\uf0b7"), level(1, "bullet", "★"))
    found = import_file(
        "a.docx", compose(item("甲", 1) + item("乙", 1, 1), numbering=definition + num(1, 1))
    )
    assert found.text == "甲\n乙\n"
    assert [(part.place, part.left_out) for part in found.parts if part.kind == "bullet"] == [
        *(("第1段", "•"), ("第2段", "★")),
    ]


def test_an_item_without_words_counts_and_is_on_the_record() -> None:
    found = import_file(
        "a.docx",
        compose(item("甲", 1) + item("", 1) + item("乙", 1), numbering=DECIMAL + num(1, 1)),
    )
    assert found.text == "1.甲\n3.乙\n"
    assert [part.left_out for part in found.parts if part.kind == "label"] == ["2."]


def test_a_file_may_spell_out_the_form_for_newer_programs() -> None:
    spelled = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1号"/></w:lvl>'
    )
    assert lines(item("令", 1), numbering=abstract(1, spelled) + num(1, 1)) == ["001号 令"]


def test_a_level_that_does_not_say_where_it_starts_starts_at_zero() -> None:
    silent = '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    numbering = abstract(1, silent, level(1, "decimal", "%1.%2 ")) + num(1, 1)
    numbering += num(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>')
    body = item("目录", 1) + item("总述", 1) + item("概况", 1, 1) + item("另起", 2)
    assert lines(body, numbering=numbering) == ["0.目录", "1.总述", "1.1 概况", "7.另起"]


@pytest.mark.parametrize(
    ("number", "at"), [("7", 0), ("-3", 0), ("", 0), ("1", 1), ("1", -5), ("1", 10**9), ("1", 8)]
)
def test_unknown_lists_and_levels_are_taken_gently(number: str, at: int) -> None:
    numbering = abstract(1, level(0, "decimal", "%1.")) + num(1, 1)
    label = "1." if number == "1" else ""
    assert lines(item("条", number, at), numbering=numbering) == [f"{label}条"]


def test_a_hidden_label_counts_and_is_not_shown() -> None:
    definition = abstract(1, level(0, "decimal", "%1.", 1, "<w:rPr><w:vanish/></w:rPr>"))
    assert lines(item("甲", 1), numbering=definition + num(1, 1)) == ["甲"]


def test_numbers_in_cells_and_text_boxes() -> None:
    cell = f"<w:tc>{item('甲', 1)}{item('乙', 1)}</w:tc>"
    box = f"<w:r><w:pict><w:txbxContent>{item('丙', 1)}</w:txbxContent></w:pict></w:r>"
    body = f"<w:tbl><w:tr><w:tc>{paragraph('事项')}</w:tc>{cell}</w:tr></w:tbl>"
    found = lines(body + paragraph("图", runs=box), numbering=DECIMAL + num(1, 1))
    assert found == ["事项\t1.甲 2.乙", "图", "3.丙"]


def test_a_column_of_automatic_numbers_is_text_of_its_rows() -> None:
    def row(first: str, *others: str) -> list[str]:
        return [first, *(paragraph(each) for each in others)]

    serial = item("", 1)
    found = import_file(
        "a.docx",
        compose(
            table(
                row(paragraph("序号"), "问题", "责任单位"),
                row(serial, "甲", "办公室"),
                row(serial, "", ""),  # a row that nobody filled in
                row(serial, "乙", ""),
                row(serial + item("丙", 1), "丁", ""),
            )
            + item("后", 1),
            numbering=DECIMAL + num(1, 1),
        ),
    )
    assert [line.rstrip() for line in found.text.splitlines()] == [
        *("序号\t问题\t责任单位", "1.\t甲\t办公室", "3.\t乙", "5.丙\t丁", "6.后"),
    ]
    labels = [(part.place, part.left_out) for part in found.parts if part.kind == "label"]
    assert labels == [("表1第3行", "2."), ("表1第5行", "4.")]


BEGUN = ' w:val="restart"'


def test_a_number_in_the_lower_part_of_a_merged_cell_is_not_shown() -> None:
    def cell(merge: str) -> str:
        merged = f"<w:tcPr><w:vMerge{merge}/></w:tcPr>"
        return f"<w:tc>{merged}{item('', 1)}</w:tc><w:tc>{paragraph('甲')}</w:tc>"

    body = f"<w:tbl><w:tr>{cell(BEGUN)}</w:tr><w:tr>{cell('')}</w:tr></w:tbl>"
    assert lines(body, numbering=DECIMAL + num(1, 1)) == ["1.\t甲", "\t甲"]


def test_hidden_and_deleted_items_do_not_count_but_a_hidden_one_with_its_mark_shown() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    hidden = run("藏", "<w:vanish/>")
    deleted = '<w:del w:id="1" w:author="a"><w:r><w:delText>删</w:delText></w:r></w:del>'
    body = (
        item("甲", 1)
        + paragraph("", f"{number}<w:rPr><w:vanish/></w:rPr>", hidden)
        + item("乙", 1)
        + paragraph("", f'{number}<w:rPr><w:del w:id="2" w:author="a"/></w:rPr>', deleted)
        + item("丙", 1)
        + paragraph("", number, hidden)
        + item("丁", 1)
    )
    assert lines(body, numbering=DECIMAL + num(1, 1)) == ["1.甲", "2.乙", "3.丙", "5.丁"]
