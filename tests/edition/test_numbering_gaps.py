"""Gaps in the numbering, of every shape: what is missing is named, what begins anew is not."""

from __future__ import annotations

import pytest

from generator.edition import collate
from generator.model import Base, Collation
from tests.edition.conftest import piece

ITEMS = "指导思想。坚持读者为中心。", "工作目标。覆盖城乡各处。", "分级负责。街道负责阅览室。"


def collate_text(text: str) -> Collation:
    title = text.partition("\n")[0]
    return collate(Base("b", title, title), [piece("w1", text)])


def points(*parts: tuple[str, str]) -> str:
    """Return an opinion: of each part its number, and the numbers of its items."""
    lines = ["关于加强阅览室管理的意见"]
    for at, (part, items) in enumerate(parts):
        lines.append(f"{part}、重点任务{'甲乙丙丁'[at]}")
        lines += [f"（{n}）{ITEMS[k % 3]}" for k, n in enumerate(items)]
    return "\n".join(lines) + "\n"


def chapters(*labels: str) -> str:
    """Return a regulation with those labels of divisions, two articles in each leaf."""
    lines, count = ["云溪市阅览室管理条例"], 0
    numerals = "一二三四五六七八九十"
    for label in labels:
        lines.append(f"{label}　关于{numerals[count % 10]}的规定")
        if label[-1] != "编":
            lines += [f"第{numerals[count + k]}条　街道应当做好第{k}件事情。" for k in (0, 1)]
            count += 2
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (points(("一", "一二"), ("二", "一二三")), []),
        (points(("一", "一二"), ("二", "一二四")), ["第二部分第（三）条"]),
        (points(("一", "一二"), ("二", "二三")), ["第二部分第（一）条"]),
        (points(("一", "一二"), ("二", "一"), ("四", "一二")), ["第三部分"]),
        (points(("一", "一二"), ("四", "一二")), ["第二部分至第三部分（2部分）"]),
        ("工作要点\n1.移交用房。\n2.建立台账。\n5.开展检查。\n", ["第3条至第4条（2条）"]),
        (
            "某办法\n第一条　甲乙丙丁。\n第一条之一　戊己庚辛。\n第一条之三　子丑寅卯。\n"
            "第二条　辰巳午未。\n第四条　申酉戌亥。\n",
            ["第一条之二", "第三条"],
        ),
        (chapters("第一章", "第二章", "第三章"), []),
        (chapters("第一编", "第一章", "第二章", "第二编", "第一章"), []),
        (chapters("第一编", "第一章", "第二章", "第二编", "第三章"), []),
        (chapters("第一编", "第一章", "第二章", "第二编", "第二章"), ["第一章"]),
        (chapters("第一编", "第一章", "第二编", "第四章"), ["第二章至第三章（2章）"]),
        (chapters("第二章", "第三章"), ["第一章"]),
    ],
)
def test_what_the_numbers_leave_out_is_named(text: str, missing: list[str]) -> None:
    found = [each for each in collate_text(text).findings if each.code == "K-002"]
    assert [each.message for each in found] == [
        f"各版本都没有{name}，请补或核对条号" for name in missing
    ]
    assert {each.level for each in found} <= {"error"}


def test_a_number_that_stands_twice_keeps_its_text_in_its_part_and_is_named() -> None:
    found = collate_text(points(("一", "一二"), ("二", "一二二"), ("三", "一二")))
    second, third = found.edition.parts[1:]
    assert [each.id for each in second.articles] == ["b-2-1", "b-2-2"]
    assert ITEMS[2] in second.articles[1].text
    assert third.paragraphs == ()
    (finding,) = [each for each in found.findings if each.code == "K-005"]
    assert finding.text == "（二）"
    assert "接在第二部分第（二）条之中" in finding.message
