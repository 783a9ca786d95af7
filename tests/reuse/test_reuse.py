"""What is reuse and what is none: quotations, set phrases, headings, forms; and links grouped."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from generator.model import Document, Link, Piece, SharedLinks
from generator.reuse import count_sharers, find_reuse, group_links, wording_of
from generator.text.structuring import structure

DOCUMENT = "党组织应当每季度听取一次分管部门汇报，发现问题及时提醒，情节严重的按照规定追究责任。"
PHRASES = ["云溪市监督工作若干规定", "提醒谈话", "首问负责"]
WORDING = wording_of([DOCUMENT], PHRASES)
PASSAGE = "把谈心谈话摆在日常监督前头，逢节必提醒，遇事先打招呼，干部反映心里有底"


def documents(*bodies: str) -> list[Document]:
    """Return reports with titles of their own; a body may have several lines."""
    found = []
    for number, body in enumerate(bodies):
        text = f"第{number}号报告\n{body}"
        found.append(
            structure(Piece(f"r{number}", "r.txt", 0, len(text), text, f"第{number}号报告"))
        )
    return found


def found(*bodies: str) -> list[tuple[str, list[str]]]:
    reports = {each.piece.id: each for each in documents(*bodies)}
    passages = find_reuse(list(reports.values()), WORDING)
    assert passages == find_reuse(list(reports.values()), WORDING)
    for passage in passages:
        first = passage.places[0]
        text = reports[first.report].piece.text
        assert text[first.start : first.end] == passage.text
    return [(each.text, [place.report for place in each.places]) for each in passages]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{PASSAGE}。", f"{PASSAGE}。"),
        (f"我市{PASSAGE}。成效很好。", f"本区{PASSAGE}，各方满意。"),
        (f"{PASSAGE}。", f"{PASSAGE.replace('，', '、')}！"),
        (f"{PASSAGE}。", f"“{PASSAGE.replace('日常', ' 日 常 ')}。”"),
        (f"一、做法\n{PASSAGE}。", f"二、工作打算\n（一）{PASSAGE}。"),
    ],
)
def test_the_same_letters_are_found_whatever_stands_around(one: str, other: str) -> None:
    assert found(one, other) == [(PASSAGE, ["r0", "r1"])]


@pytest.mark.parametrize(
    "line",
    [
        DOCUMENT,  # both quote the document
        f"《云溪市监督工作若干规定》要求：“{DOCUMENT}”",
        "云溪市监督工作若干规定印发以来，提醒谈话、首问负责、提醒谈话、首问负责一一落实。",
        "一、加强组织领导深入推进全面从严治党向纵深发展情况",  # a heading
        "云溪市纪律检查委员会云溪市监察委员会办公室〔2021〕17号",
        "各县区党委、市直机关各部门党组、各人民团体党组、各国有企业党委：",
        "中共云溪市委全面依法治市委员会办公室　2021年12月31日",
        "把谈心谈话摆在日常监督前头。",  # too short
    ],
)
def test_no_reuse(line: str) -> None:
    assert found(f"东城有东城的做法。\n{line}", f"西河另有一番说法。\n{line}") == []


def test_a_quotation_inside_a_passage_does_not_end_it() -> None:
    line = f"{PASSAGE}，“{DOCUMENT}”我们逐条对照检查并向全市公开承诺接受群众评议"
    assert found(f"{line}。", f"{line}。") == [(line, ["r0", "r1"])]


def test_a_quotation_at_the_end_of_a_passage_is_left_out() -> None:
    line = f"{PASSAGE}，{DOCUMENT}"
    assert found(line, line) == [(PASSAGE, ["r0", "r1"])]


def test_a_sentence_of_many_stands_beside_the_paragraph_of_few() -> None:
    before = "年初召开动员会把任务分解到科室落实到人头，"
    paragraph = f"{before}{PASSAGE}"
    rows = found(f"{paragraph}。", f"{paragraph}。", f"{PASSAGE}。", f"此外，{PASSAGE}。")
    assert sorted(rows) == sorted([(paragraph, ["r0", "r1"]), (PASSAGE, ["r0", "r1", "r2", "r3"])])


def test_what_one_report_says_twice_is_no_reuse() -> None:
    assert found(f"{PASSAGE}。又说{PASSAGE}。", "别的报告。") == []


def links(reports: Sequence[Document], words: str) -> list[Link]:
    """Return a link with article 1 for each sentence that holds `words`."""
    return [
        Link(
            f"{s.id}-b-1", each.piece.id, s.start, s.end, "b", 1, "practice", "topic", 1, "auto", ()
        )
        for each in reports
        for s in each.sentences
        if words in each.piece.text[s.start : s.end]
    ]


def grouped(*bodies: str, words: str = "谈心谈话") -> tuple[list[int], tuple[SharedLinks, ...]]:
    reports = documents(*bodies)
    made = links(reports, words)
    groups = group_links(made, reports, find_reuse(reports, WORDING), WORDING)
    return [each.shared for each in count_sharers(made, groups)], groups


def test_links_with_the_same_words_are_one_passage() -> None:
    shared, groups = grouped(f"{PASSAGE}。", "只有这一句说到谈心谈话。", f"我区{PASSAGE}。")
    assert shared == [2, 1, 2]
    assert [each.links for each in groups] == [("r0-s2-b-1", "r2-s2-b-1")]
    assert [each.report for each in groups[0].places] == ["r0", "r2"]


def test_a_figure_may_differ() -> None:
    pattern = "{}，全年共谈话{}人次，函询了结的当面反馈到本人并抄送所在支部。"
    bodies = [pattern.format(PASSAGE, number) for number in ("三百二十七", "41", "1985")]
    assert grouped(*bodies)[0] == [3, 3, 3]


def test_a_report_without_the_link_is_named_too() -> None:
    reports = documents(f"{PASSAGE}。", f"{PASSAGE}。")
    made = links(reports, "谈心谈话")[:1]
    groups = group_links(made, reports, find_reuse(reports, WORDING), WORDING)
    assert [(each.links, len(each.places)) for each in groups] == [(("r0-s2-b-1",), 2)]


def test_a_longer_sentence_has_what_a_shorter_one_says_but_not_the_other_way_round() -> None:
    long = f"{PASSAGE}，而东城区又在河边开辟了一处廉洁公园供人散步时观看展板和雕塑，居民称道。"
    assert grouped(long, f"{PASSAGE}。")[0] == [1, 2]


def test_what_only_quotes_is_no_shared_link() -> None:
    assert grouped(DOCUMENT, DOCUMENT, words="每季度") == ([1, 1], ())


def test_a_phrase_of_half_the_reports_makes_one_group() -> None:
    """Groups and not pairs: the places are as many as the reports that have it."""
    signs = [chr(0x4E00 + number) for number in range(600)]
    bodies = [f"{sign}{PASSAGE}。" if at % 2 else f"{sign}。" for at, sign in enumerate(signs)]
    reports = documents(*bodies)
    assert [len(each.places) for each in find_reuse(reports, WORDING)] == [300]
    shared, groups = grouped(*bodies)
    assert shared == [300] * 300
    assert [len(each.links) for each in groups] == [300]


@pytest.mark.parametrize("body", ["甲" * 50_000, "甲乙" * 25_000, "（" * 50_000, "1" * 50_000])
def test_monotonous_texts_take_no_time(body: str) -> None:
    start = time.process_time()
    find_reuse(documents(f"{body}。", f"{body}。"), WORDING)
    assert time.process_time() - start < 20  # guards against hanging only
