"""Labels, blocks and segments: the small print of reading a witness."""

from __future__ import annotations

import pytest

from generator.edition.label_finding import Mark, StyleName, find_marks, style_of
from generator.edition.segments import concatenated, letter_count, segment
from generator.edition.witnesses import date_line, ends_whole
from generator.model import Base
from tests.edition.conftest import TITLE, parse_witness, piece

BASE = Base("water", TITLE, "《条例》")


def marks(text: str, style: StyleName = "articles") -> list[tuple[str, int, str, bool]]:
    return [
        (m.kind, m.number, text[m.start : m.end].strip(), m.sure) for m in find_marks(text, style)
    ]


def parts(text: str, style: StyleName = "articles") -> list[Mark]:
    return [mark for mark in find_marks(text, style) if mark.kind == "part"]


def blocks(text: str, style: StyleName = "articles") -> list[tuple[int | None, str, str]]:
    parsed = parse_witness(piece("w", text), BASE, style)
    return [(block.number, block.label, block.segment.text) for block in parsed.blocks]


def test_three_labels_of_laws_make_a_law_whatever_else_there_is() -> None:
    items = "（一）甲；\n（二）乙；\n（三）丙；\n（四）丁。"
    assert style_of([f"第一条　一：\n{items}\n第二条　二。\n第三条　三。"]) == "articles"
    assert style_of([f"第一条　一：\n{items}\n第二条　二。"]) == "brackets"
    assert style_of(["第一条　一。\n（一）甲；\n", "第二条　二。"]) == "articles"
    assert style_of(["甲依照第一条、第二条、第三条。"]) == "brackets"
    assert style_of([]) == "brackets"


def test_a_label_is_marked_with_its_number_and_place() -> None:
    text = "第一条　甲。\n 第 十二 条 乙。"
    found = find_marks(text, "articles")
    assert [(m.number, m.label, m.start, m.end) for m in found] == [
        (1, "第一条", 0, 3),
        (12, "第十二条", 8, 14),
    ]
    assert marks("第１２条　甲。") == [("article", 12, "第１２条", True)]


@pytest.mark.parametrize(
    "behind",
    [
        "规定",
        "的",
        "第二款",
        "至第五条",
        "和第四条",
        "或",
        "及",
        "所列",
        "中",
        "、",
        "，",
        "。",
        "”",
    ],
)
def test_a_label_before_such_words_is_a_reference(behind: str) -> None:
    assert not [row for row in marks(f"依照第三条{behind}办理。") if row[1] == 3]
    assert marks("依照第三条办理。") == [("article", 3, "第三条", False)]
    assert marks(f"依照。\n第三条　甲{behind}。") == [("article", 3, "第三条", True)]


def test_what_stands_before_a_label_tells_how_sure_it_is() -> None:
    for before, sure, inside in (
        ("", True, False),
        ("甲。", True, False),
        ("甲。　 ", True, False),
        ("甲！", True, False),
        ("甲”", True, False),
        ("甲。\n\n", True, False),
        ("甲，\n", False, False),
        ("甲、 \n 　", False, False),
        ("甲", False, True),
        ("甲，", False, True),
    ):
        (found,) = find_marks(f"{before}第二条乙。", "articles")
        assert (found.sure, found.inside) == (sure, inside), before
        (found,) = find_marks(f"{before}第二条　乙。", "articles")  # set off, as no reference is
        assert (found.sure, found.inside) == (sure or "\n" in before, inside), before


def test_a_label_right_behind_a_heading_in_its_line_is_sure() -> None:
    found = find_marks("第二章　用水管理第三条　乙。", "articles")
    assert [(m.kind, m.sure, m.inside) for m in found] == [
        ("part", True, False),
        ("article", True, False),
    ]


def test_the_remains_of_a_label_count_at_the_beginning_of_a_line_only() -> None:
    assert marks("第一条　甲。\n第二　乙。") == [
        ("article", 1, "第一条", True),
        ("article", 2, "第二", False),
    ]
    assert marks("弟二条　乙。") == [("article", 2, "弟二条", False)]
    assert marks("二絛　乙。") == [("article", 2, "二絛", False)]
    assert marks("二　乙。") == []
    assert marks("甲。第二　乙。") == []
    assert marks("甲，\n第二　乙。") == []
    for unit in "编章节款项次届名个位期批类级轮页":
        assert [row for row in marks(f"第二{unit}　乙。") if row[0] == "article"] == []
    assert marks("（二、乙。", "brackets") == [("article", 2, "（二、", False)]
    assert marks("二）乙。", "brackets") == [("article", 2, "二）", False)]
    assert marks("甲（二乙。", "brackets") == []
    assert marks("第二　乙。", "items") == []


def test_items_count_only_where_they_open_a_line() -> None:
    assert marks("一、甲二、乙。\n 三、丙。", "items") == [
        ("article", 1, "一、", True),
        ("article", 3, "三、", True),
    ]
    assert marks("㈠甲㈡乙。", "brackets") == [
        ("article", 1, "㈠", True),
        ("article", 2, "㈡", False),
    ]


def test_a_heading_is_a_line_of_its_own_without_a_sentence() -> None:
    (chapter,) = parts("第二章　用水  管理 \n第三条　丙。")
    assert (chapter.number, chapter.label, chapter.heading) == (2, "第二章", "用水管理")
    assert (chapter.start, chapter.end, chapter.heading_start) == (0, 10, 3)
    assert parts("第二章　用水；管理\n") == []
    assert parts("第二章规定的事项\n") == []
    assert [p.heading for p in parts("第二章\n第三条　丙。")] == [""]
    assert parts("第二章　" + "水" * 61 + "\n") == []
    assert len(parts("第二章　" + "水" * 59 + "\n")) == 1
    assert parts("一、这是一句话。\n", "brackets") == []
    assert parts("一、先说一句。再说\n", "brackets") == []
    assert parts("一、列举；\n", "brackets") == []
    assert [p.heading for p in parts("一、总体要求\n", "brackets")] == ["总体要求"]
    assert parts("一、总体要求\n", "items") == []


def test_a_heading_that_a_line_end_has_cut_goes_on() -> None:
    text = "第二章　节约\n\n 用水\n第三条　丙。"
    (found,) = parts(text)
    assert (found.heading, text[found.start : found.end]) == ("节约用水", "第二章　节约\n\n 用水")
    assert [p.heading for p in parts("一、节约\n用水\n（一）甲。", "brackets")] == ["节约用水"]
    assert [p.heading for p in parts("一、节约\n二、用水\n（一）甲。", "brackets")] == [
        "节约",
        "用水",
    ]
    assert [p.heading for p in parts("第二章　节约\n用水要省。\n第三条　丙。")] == ["节约"]
    assert [p.heading for p in parts("第二章　节约\n" + "水" * 12 + "\n第三条　丙。")] == [
        "节约" + "水" * 12
    ]
    assert [p.heading for p in parts("第二章　节约\n" + "水" * 13 + "\n第三条　丙。")] == ["节约"]
    assert [p.heading for p in parts("第二章　节约\n用水\n另起一行。")] == ["节约"]


def test_a_table_of_contents_is_told_by_headings_that_come_again() -> None:
    body = "第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。"
    listed = find_marks("第一章　总则\n第二章　附则\n" + body, "articles")
    assert [m.kind for m in listed] == [
        *("contents", "contents", "part", "article", "part", "article"),
    ]
    once = find_marks("第二章　附则\n" + body, "articles")
    assert [m.kind for m in once].count("contents") == 0
    assert [m.kind for m in find_marks(body, "articles")].count("contents") == 0


def test_blocks_stand_between_labels() -> None:
    text = "前言。\n第一章　总则\n总说。\n第一条　甲。\n第二条\n第三条　丙。"
    assert blocks(text) == [
        (None, "", "前言。"),
        (None, "", "总说。"),
        (1, "第一条", "甲。"),
        (2, "第二条", ""),
        (3, "第三条", "丙。"),
    ]
    parsed = parse_witness(piece("w", text), BASE, "articles", 3)
    for block in parsed.blocks:
        assert block.witness == 3
        assert text[block.label_start :].startswith(block.label)
        assert text[block.start : block.end] == block.segment.text
    assert blocks("没有条文。") == [(None, "", "没有条文。")]
    assert blocks("目　录\n第一条　甲。") == [(1, "第一条", "甲。")]
    assert blocks("") == []


def test_a_date_stands_in_brackets_or_alone() -> None:
    assert date_line("（2022年4月28日平河市人大常委会通过）") == "2022-04-28"
    assert date_line(" (２０２２年４月２８日) ") == "2022-04-28"
    assert date_line("二〇二二年十二月二十八日") == "2022-12-28"
    assert date_line("2022年4月28日公布施行") == "2022-04-28"
    assert date_line("2022年4月28日公布施行了") == ""
    assert date_line("（平河市）2022年4月28日公布施行了") == ""
    assert date_line("2022年4月31日") == ""
    assert date_line("没有日期") == ""
    assert date_line("") == ""


def test_a_note_in_brackets_may_stand_behind_the_end_of_a_sentence() -> None:
    for text in (
        "完。",
        "完。”",
        "完（注）。",
        "完。（摘自第三期）",
        "完。(见前) \n",
        "列举：",
        "完…",
    ):
        assert ends_whole(text), text
    for text in ("断", "断，", "断（注）", "断、”", "（注）", ""):
        assert not ends_whole(text), text
    assert ends_whole("完。（" + "注" * 80 + "）")
    assert not ends_whole("完。（" + "注" * 81 + "）")


def read(text: str) -> str:
    return segment(text, 0, len(text)).text


def test_line_ends_stay_only_where_a_paragraph_ends() -> None:
    assert read("应当加强\n巡查。") == "应当加强巡查。"
    assert read("一款。\n二款。") == "一款。\n二款。"
    assert read("一款。\n\n二款。") == "一款。\n二款。"
    assert read("“一款。”\n二款。") == "“一款。”\n二款。"
    assert read("列举：\n（一）甲；\n（二）乙。") == "列举：\n（一）甲；\n（二）乙。"
    assert read("\n 一款。 \n") == "一款。"
    assert read("\n一款。\n二款。") == "一款。\n二款。"
    assert read("") == ""


def test_page_numbers_on_lines_of_their_own_are_no_wording() -> None:
    for page in ("12", "— 3 —", "-3-", "·3·", "3/12", "3 / 12", "第 3 页", "第三页 共12页", "３"):
        assert read(f"应当加强\n{page}\n巡查。") == "应当加强巡查。", page
    for line in ("12户", "12345", "第三页纸"):
        assert line in read(f"应当加强\n{line}\n巡查。"), line


def test_blanks_stay_between_latin_letters_and_signs_become_wide_beside_chinese() -> None:
    assert read("供 水 A B 企业") == "供水A B企业"
    assert read("供水 A 企业 B") == "供水A企业B"
    assert read("供\u200b水\ufeff") == "供水"
    assert read("水,A") == "水，A"
    assert read("A,水") == "A，水"
    assert read("A,B") == "A,B"
    assert read("水(A)") == "水（A)"
    assert read("3.5,7;8") == "3.5,7;8"
    assert read("水?!") == "水？！"
    assert read(",水") == "，水"


def test_offsets_lead_back_and_slices_keep_them() -> None:
    text = "甲 乙\n丙。\n丁"
    made = segment(text, 0, len(text))
    assert (made.text, made.offsets) == ("甲乙丙。\n丁", (0, 2, 4, 5, 6, 7, 8))
    assert made.span(1, 3) == (2, 5)
    assert made.span(2, 2) == (4, 4)
    middle = made[1:3]
    assert (middle.text, middle.offsets) == ("乙丙", (2, 4, 5))
    assert made[:] is made
    assert (made[2:2].text, made[2:2].offsets) == ("", (4,))
    assert made[3:1].text == ""
    assert made[-1:].offsets == (7, 8)
    inner = segment(text, 2, 6)
    assert (inner.text, inner.offsets) == ("乙丙。", (2, 4, 5, 6))
    assert segment("甲", 1, 1).offsets == (1,)


def test_parts_put_together_open_paragraphs_where_told() -> None:
    text = "一款。\n\n二款。三款。"
    first, second, third = segment(text, 0, 3), segment(text, 5, 8), segment(text, 8, 11)
    made = concatenated([first, second, third], [True, True, False])
    assert made.text == "一款。\n二款。三款。"
    assert made.offsets == (0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11)
    close = concatenated([second, third], [True, True])
    assert (close.text, close.offsets) == ("二款。\n三款。", (5, 6, 7, 8, 8, 9, 10, 11))
    open_end = segment("一款。\n二", 0, 4)
    assert letter_count("第1条，A。\n") == 4
    assert concatenated([open_end, second], [True, True]).text == "一款。\n二款。"
