"""Reprints: small changes make one, another unit's report from the same template is none."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from generator.kinds import find_reprints, for_reports
from generator.linking import Decision
from generator.model import Document, Piece
from generator.text.structuring import structure

REPORT = (
    "东城区图书借阅工作情况报告\n东城区认真贯彻《借阅条例》，现将有关情况报告如下。\n一、主要做法\n"
    "（一）延长开放时间。全区六个分馆每周开放六十小时，节假日照常开放，群众反映良好。\n"
    "（二）简化办证手续。推行扫码办证，全年办理借阅证一万二千张，凭身份证明当场领取。\n二、存在问题\n"
    "图书遗失较多，照价赔偿落实不到位，全年遗失图书三百册，仅追回赔款两千元。\n"
    "三、下一步打算\n加强催还，完善赔偿办法，珍本一律在馆内查阅并登记。"
)


def document(name: str, text: str, kind: str = "") -> Document:
    title = text.partition("\n")[0]
    return structure(Piece(name, f"{name}.txt", 0, len(text), text, title, kind=kind))


def reprinted(*texts: str) -> list[tuple[str, str]]:
    found = find_reprints([document(f"r{n}", text) for n, text in enumerate(texts)])
    return [(each.document.piece.id, each.report) for each in found]


CHANGES: list[Callable[[str], str]] = [
    lambda text: text,
    lambda text: text.replace("，群众反映良好", "").replace("一万二千", "1.2万"),
    lambda text: text.replace("报告\n", "报告\n来源：云溪日报　2022-03-05\n", 1),
    lambda text: text.replace("东城区图书", "东城区：图书", 1).replace("，", ","),
    lambda text: text.replace("三百册", "三百余册").replace("认真", "切实"),
    lambda text: text.replace("\n", "\n\n　　"),
    lambda text: text.replace("全区", "我区").replace("东城区认真", "我区认真"),
    lambda text: text.rpartition("\n")[0] + "\n加强催还，珍本一律在馆内查阅并登记。（完）",
    lambda text: text.replace("东城区认真", "东成区认真"),  # a misprint
    lambda text: text.replace("遗失", "丢失"),
]


@pytest.mark.parametrize("change", CHANGES)
def test_small_changes_make_a_reprint(change) -> None:  # type: ignore[no-untyped-def]
    other = change(REPORT)
    longer = len(other) > len(REPORT)
    assert reprinted(REPORT, other) == [("r0", "r1") if longer else ("r1", "r0")]


@pytest.mark.parametrize(
    "other",
    [
        REPORT.replace("东城区", "西山区"),
        REPORT.replace("东城区", "临江镇").replace("全区", "全镇"),
        REPORT.replace("东城区", "县文化局"),
        REPORT.replace("六十", "五十").replace("一万二千", "八千").replace("三百", "二百"),
        REPORT.replace("东城区图书", "东城区2021年图书", 1),
        "\n".join(REPORT.split("\n")[:5]),  # half of it
        REPORT + "\n" + "此外，我区还办了读书节，邀请作家到校讲课，组织学生写读后感。" * 3,
        REPORT[::-1],
    ],
)  # fmt: skip
def test_other_reports_are_none(other: str) -> None:
    base = REPORT.replace("东城区图书", "东城区2022年图书", 1) if "2021" in other else REPORT
    assert reprinted(base, other) == []


def test_two_counties_reports_from_one_template_are_none() -> None:
    chance = random.Random(7)
    letters = [chr(code) for code in range(0x4E00, 0x6E00)]

    def sentences(count: int) -> list[str]:
        return ["".join(chance.choices(letters, k=30)) + "。" for _ in range(count)]

    shared = sentences(60)
    one, other = shared + sentences(40), shared + sentences(40)
    assert reprinted("甲县报告\n" + "\n".join(one), "乙县报告\n" + "\n".join(other)) == []


def test_several_copies_are_all_of_the_longest() -> None:
    texts = [change(REPORT) for change in CHANGES[:3]]
    assert reprinted(*texts) == [("r0", "r2"), ("r1", "r2")]


def test_what_the_editors_declare_a_report_is_one() -> None:
    one, other = document("r0", REPORT), document("r1", REPORT.replace("认真", "切实"))
    declared = replace(other, piece=replace(other.piece, kind="report"))
    assert [each.report for each in find_reprints([one, declared])] == ["r1"]
    both = [replace(each, piece=replace(each.piece, kind="report")) for each in (one, other)]
    assert find_reprints(both) == ()


def test_the_differences_are_those_words() -> None:
    other = CHANGES[1](REPORT)
    (found,) = find_reprints([document("r0", REPORT), document("r1", other)])
    pairs = [
        (REPORT[d.report_start : d.report_end], other[d.reprint_start : d.reprint_end])
        for d in found.differences
    ]
    assert pairs == [("群众反映良好", ""), ("一万二千", "1.2万")]


def test_a_decision_on_a_reprint_is_one_on_its_report() -> None:
    reprints = find_reprints([document("r0", REPORT), document("r1", REPORT)])
    decisions = [
        Decision("reject", name, "催还", 5, None, None, "", 1) for name in ("r1", "r0", "x")
    ]
    assert [each.report for each in for_reports(decisions, reprints)] == ["r0", "r0", "x"]


@pytest.mark.parametrize("text", ["", "。" * 500, "\n", "短。", "一" * 5000, "1" * 5000])
def test_odd_texts(text: str) -> None:
    found = reprinted(text, text)
    assert found == ([("r1", "r0")] if len(text) == 5000 else [])


def _library(count: int) -> Sequence[Document]:
    chance = random.Random(count)
    letters = [chr(code) for code in range(0x4E00, 0x6E00)]
    pool = ["".join(chance.choices(letters, k=30)) + "。" for _ in range(400)]
    return [document(f"r{n}", "".join(chance.sample(pool, 60))) for n in range(count)]


def test_many_unlike_reports_take_seconds() -> None:
    documents = _library(1000)
    begin = time.process_time()
    assert find_reprints(documents) == ()
    assert time.process_time() - begin < 10
