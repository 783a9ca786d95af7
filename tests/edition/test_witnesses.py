"""Reading a witness: labels, however damaged, blocks, title and date."""

from __future__ import annotations

import pytest

from generator.edition.damaged_reading import read_damaged
from generator.edition.label_finding import find_marks, label_text, style_of
from generator.edition.segments import concatenated, letters, segment
from generator.edition.witnesses import ArticleName, ends_whole
from generator.model import Base
from tests.edition.conftest import TITLE, parse_witness, piece

BASE = Base("water", TITLE, "《条例》")


def numbers(text: str, style: str = "articles") -> list[tuple[int, bool]]:
    return [(m.number, m.sure) for m in find_marks(text, style) if m.kind == "article"]  # type: ignore[arg-type]


def blocks(text: str, style: str = "articles") -> list[tuple[int | None, str]]:
    parsed = parse_witness(piece("w", text), BASE, style)  # type: ignore[arg-type]
    return [(block.number, block.segment.text) for block in parsed.blocks]


def test_the_style_is_seen_over_all_witnesses() -> None:
    assert style_of(["第一条　一。\n第二条　二。\n第三条　三。"]) == "articles"
    assert style_of(["（一）一。\n（二）二。", "一、总则\n"]) == "brackets"
    assert style_of(["㈠一。\n㈡二。"]) == "brackets"
    assert style_of(["一、一。\n二、二。"]) == "items"
    assert style_of(["一、一。"]) == "brackets"
    assert style_of(["第一条　一。\n（一）甲；\n（二）乙。"]) == "brackets"
    assert style_of(["第一条　一。\n第二条　二。\n（一）甲。"]) == "articles"


def test_labels_are_written_in_the_style() -> None:
    assert label_text("articles", 15) == "第十五条"
    assert label_text("brackets", 15) == "（十五）"
    assert label_text("items", 15) == "十五、"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("第一条　甲。\n第 二 条　乙。", [(1, True), (2, True)]),
        ("第一条　依照第三条规定办理。\n第二条　乙。", [(1, True), (2, True)]),
        ("第一条　甲。第二条　乙。", [(1, True), (2, True)]),
        ("第一条　甲，\n第二条　乙。", [(1, True), (2, True)]),
        ("第一条　甲，\n第二条乙。", [(1, True), (2, False)]),
        ("第一条　甲。\n第二　乙。", [(1, True), (2, False)]),
        ("第一条　甲。\n笫二条　乙。", [(1, True), (2, False)]),
        ("第一条　甲。\n二　乙。", [(1, True)]),
        ("第十七条　甲。\n第十七条之一　乙。", [(17, True)]),
    ],
)
def test_articles_of_laws_are_found_however_damaged(
    text: str, found: list[tuple[int, bool]]
) -> None:
    assert numbers(text) == found


def test_articles_of_policies_are_found_however_damaged() -> None:
    assert numbers("（一）甲。\n( 二 )乙。\n㈢丙。", "brackets") == [
        (1, True),
        (2, True),
        (3, True),
    ]
    assert numbers("（一）甲。\n（二乙。\n三）丙。", "brackets") == [
        (1, True),
        (2, False),
        (3, False),
    ]
    assert numbers("一、甲。\n二、乙三、丙。", "items") == [(1, True), (2, True)]


def test_a_doubtful_label_counts_only_where_it_goes_on() -> None:
    assert [n for n, _ in blocks("第一条　甲。\n第二　乙。\n第三条　丙。")] == [1, 2, 3]
    assert [n for n, _ in blocks("第一条　甲。\n第七　乙。\n第二条　丙。")] == [1, 2]
    # in mid-sentence it must go on before and behind, and stand nowhere else
    assert [n for n, _ in blocks("第一条　甲断第二条　乙。\n第三条　丙。")] == [1, 2, 3]
    assert [n for n, _ in blocks("第一条　甲断第二条　乙。\n第四条　丙。")] == [1, 4]
    assert [n for n, _ in blocks("第一条　甲第二条　乙。\n第二条　丙。\n第三条　丁。")] == [1, 2, 3]


def test_a_table_of_contents_is_no_part() -> None:
    text = (
        "目　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。"
    )
    parsed = parse_witness(piece("w", text), BASE, "articles")
    assert [(p.number, p.heading) for p in parsed.parts] == [(1, "总则"), (2, "附则")]
    assert [b.number for b in parsed.blocks] == [1, 2]


def test_headings_of_parts() -> None:
    law = find_marks("第二章　节约\n用水\n第三条　丙。", "articles")
    assert [(m.kind, m.heading) for m in law] == [("part", "节约用水"), ("article", "")]
    assert [m.level for m in find_marks("第一编　总\n第一章　则\n第一节　甲", "articles")] == [
        1,
        2,
        3,
    ]
    policy = find_marks("一、总的要求\n（一）甲。\n二、这是一句话。\n", "brackets")
    assert [(m.kind, m.number, m.heading) for m in policy] == [
        ("part", 1, "总的要求"),
        ("article", 1, ""),
    ]


def test_numbers_that_start_anew_get_keys_that_run_through() -> None:
    text = "一、甲\n（一）一。\n（二）二。\n二、乙\n（一）三。\n（二）四。\n三、丙\n（一）五。"
    (read,) = read_damaged([piece("w", f"{TITLE}\n{text}")], BASE)
    assert [each.number for each in read.blocks if each.label] == [1, 2, 3, 4, 5]
    assert read.names[4] == ArticleName((2, 2), "（二）")


@pytest.mark.parametrize(
    ("head", "title", "adopted"),
    [
        (f"{TITLE}\n（2022年4月28日通过）", TITLE, "2022-04-28"),
        (f"{TITLE}\n二〇二二年四月二十八日", TITLE, "2022-04-28"),
        ("平河市节约用氷条例\n2022年4月28日", "平河市节约用氷条例", "2022-04-28"),
        (f"{TITLE}\n自2022年4月28日起施行的有关规定说明", TITLE, ""),
        (f"{TITLE}\n（二O二二年四月二十八日）", TITLE, "2022-04-28"),
        (f"{TITLE}\n（2022 年 4 月 28 日）", TITLE, "2022-04-28"),
        (f"{TITLE}\n（2022年13月28日）", TITLE, ""),
        ("关于供水的规定", "", ""),
    ],
)
def test_title_and_date(head: str, title: str, adopted: str) -> None:
    parsed = parse_witness(piece("w", f"{head}\n第一条　甲。"), BASE, "articles")
    assert (parsed.title, parsed.adopted, parsed.has_title) == (title, adopted, bool(title))


def test_a_segment_reads_as_wording_and_knows_its_places() -> None:
    text = "应当 加强巡\n查,发现\n— 3 —\n漏损。\n供水 A B 企业 。"
    made = segment(text, 0, len(text))
    assert made.text == "应当加强巡查，发现漏损。\n供水A B企业。"
    assert all(text[o] == c for c, o in zip(made.text, made.offsets, strict=False) if c.isalnum())
    low = made.text.index("巡查")
    assert text[slice(*made.span(low, low + 2))] == "巡\n查"
    assert made.span(3, 3) == (made.offsets[3],) * 2
    assert made[2:4].text == "加强"
    assert made[2:4].offsets[-1] == made.offsets[3] + 1
    assert segment("3.5,7", 0, 5).text == "3.5,7"
    assert letters("第1条，A。") == "第1条A"


def test_segments_put_together_keep_their_places() -> None:
    text = "一款。\n二款。"
    parts = [segment(text, 0, 3), segment(text, 4, 7)]
    apart, run_on = concatenated(parts, [False, True]), concatenated(parts, [True, False])
    assert (apart.text, run_on.text) == ("一款。\n二款。", "一款。二款。")
    assert apart.offsets == (0, 1, 2, 3, 4, 5, 6, 7)
    assert run_on.offsets == (0, 1, 2, 4, 5, 6, 7)
    assert concatenated([], []).text == ""


def test_where_a_sentence_ends() -> None:
    for text in ("完。", "问？", "“完。”", "列举：", "完。\n"):
        assert ends_whole(text)
    assert not ends_whole("断，")
    assert not ends_whole("")
