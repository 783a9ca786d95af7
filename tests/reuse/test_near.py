"""What was copied and then changed: found, told apart from what many say, and weighed."""

from __future__ import annotations

import random

import pytest

from generator.model import Document, Place, Reuse, SharedPassage
from generator.reuse import weigh_reuse, wording_of
from tests.reuse.test_reuse import DOCUMENT, PASSAGE, WORDING, documents

LONG = (
    "镇里把四十八个村的账本全部搬上网，谁家领了补贴、哪条路修了几米，群众在手机上一点就看得见；"
    "村务监督员每月逢五对账，发现出入当场拍照上传，由经管站三天内给出说法"
)
# as a clerk would change it: a figure, a name, words put in and left out
CHANGED = (
    "县里把一百零二个村的账本全部搬上网，谁家领了低保补贴、哪条路修了几米，群众在手机上就看得见；"
    "村务监督员每月逢十对账，发现出入立即拍照上传，由经管站五天内给出说法"
)


def weighed(*bodies: str) -> tuple[list[Document], tuple[SharedPassage, ...], Reuse]:
    reports = documents(*bodies)
    return (reports, *weigh_reuse(reports, WORDING))


def test_a_passage_with_changed_words_is_one_run() -> None:
    reports, _, reuse = weighed(f"东城另有说法。{LONG}。", f"{CHANGED}。西河也有话说。")
    texts = {each.piece.id: each.piece.text for each in reports}
    assert len(reuse.runs) == 1
    run = reuse.runs[0]
    one, other = (texts[place.report][place.start : place.end] for place in (run.one, run.other))
    # the first letters differ more than they agree: 镇里把四十八, 县里把一百零二
    assert one == LONG[LONG.index("个村") :]
    assert other == CHANGED[CHANGED.index("个村") :]
    assert [(each.near, each.common) for each in reuse.near] == [(True, False)]
    assert reuse.near[0].places == (run.one, run.other)


def test_changes_are_told_and_all_else_is_the_same() -> None:
    reports, _, reuse = weighed(f"{LONG}。", f"{CHANGED}。")
    one, other = (each.piece.text for each in reports)
    run = reuse.runs[0]
    changes = [(one[a:b], other[c:d]) for a, b, c, d in run.changes]
    assert ("五", "十") in changes  # 逢五, 逢十
    assert ("", "低保") in changes
    assert ("一点", "") in changes
    assert all(
        (start, other_start) < (end, other_end)
        for start, end, other_start, other_end in run.changes
    )
    ends = [(run.one.start, run.other.start)]
    for start, end, other_start, other_end in run.changes:
        assert one[ends[-1][0] : start] == other[ends[-1][1] : other_start]
        ends.append((end, other_end))
    assert one[ends[-1][0] : run.one.end] == other[ends[-1][1] : run.other.end]


@pytest.mark.parametrize("rate", [0.1, 0.2, 0.3])
def test_letters_changed_at_random(rate: float) -> None:
    """A hundred letters, one in ten to three in ten of them others."""
    chance = random.Random(9)
    signs = [chr(0x4E00 + number) for number in range(3000)]
    for _ in range(20):
        text = "".join(chance.sample(signs, 120))
        copy = "".join(chance.choice(signs) if chance.random() < rate else each for each in text)
        _, _, reuse = weighed(f"{text}。", f"{copy}。")
        assert len(reuse.runs) == 1
        assert reuse.runs[0].same > 120 * (1 - rate) - 20


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "全市纪检干部认真学习，切实抓好落实，取得明显成效。",
            "全区组工干部认真学习，切实抓好落实，见到初步成效。",
        ),
        (
            f"东城说：“{DOCUMENT}”又说别的。",
            f"西河讲“{DOCUMENT.replace('分管', '有关')}”再讲别的。",
        ),
        ("我们在河边开辟公园供人散步。", "他们在山上种植果树供人采摘。"),
    ],
)
def test_no_run(one: str, other: str) -> None:
    assert weighed(one, other)[2].runs == ()


def test_what_many_say_is_common_and_no_pair() -> None:
    _, passages, reuse = weighed(*(f"地{chr(0x4E00 + at)}。{PASSAGE}。" for at in range(9)))
    assert [(each.text, len(each.places), each.common) for each in passages] == [(PASSAGE, 9, True)]
    assert reuse.runs == ()
    assert {(each.common > 0, each.shared) for each in reuse.shares} == {(True, 0)}


def test_what_eight_share_is_told_of_each_two() -> None:
    _, passages, reuse = weighed(*(f"{chr(0x4E00 + at)}地。{PASSAGE}。" for at in range(8)))
    assert [each.common for each in passages] == [False]
    assert len(reuse.runs) == 8 * 7 // 2


def test_a_letter_more_makes_no_copy_of_what_many_say() -> None:
    """Two of nine reports go on with the same letter: a passage, but nobody copied it."""
    ends = ["好"] * 2 + [chr(0x5100 + at) for at in range(7)]
    _, passages, reuse = weighed(*(f"{PASSAGE}{end}。" for end in ends))
    assert {(len(each.places), each.common) for each in passages} == {(9, True), (2, True)}
    assert reuse.runs == ()


def test_many_changed_copies_are_one_group() -> None:
    chance = random.Random(4)
    signs = [chr(0x4E00 + number) for number in range(3000)]
    text = "".join(chance.sample(signs, 200))
    bodies = [text]
    for _ in range(19):
        bodies.append("".join(chance.choice(signs) if chance.random() < 0.1 else c for c in text))
    _, _, reuse = weighed(*(f"{body}。" for body in bodies))
    largest = max(reuse.near, key=lambda each: len(each.places))
    assert {place.report for place in largest.places} == {f"r{at}" for at in range(20)}
    assert largest.common


def test_shares_add_up_and_are_whose_they_are() -> None:
    own = "独此一家的话写在这里说给大家听听看看"
    bodies = [f"{own}。{DOCUMENT}{LONG}。", f"{CHANGED}。", "无关的话。"]
    reports, _, reuse = weighed(*bodies)
    for each in reuse.shares:
        assert each.document + each.common + each.shared + each.own == each.letters
    first = reuse.shares[0]
    text = reports[0].piece.text
    told = {
        whose: [text[a:b] for a, b, w in first.spans if w == whose] for _, _, whose in first.spans
    }
    assert "".join(told["document"]).startswith(DOCUMENT.rstrip("。"))
    assert first.document == sum(c.isalnum() for c in DOCUMENT)
    assert first.shared == reuse.runs[0].same
    assert own not in "".join(told["shared"])
    assert reuse.shares[2].marks == b""  # it shares nothing


def test_reports_without_text() -> None:
    assert weigh_reuse([], wording_of([], [])) == ((), Reuse())
    _, passages, reuse = weighed("", "。")
    assert passages == ()
    assert [each.letters for each in reuse.shares] == [0, 0]


def test_a_run_is_told_once_where_a_report_repeats_itself() -> None:
    _, _, reuse = weighed(f"{PASSAGE}。", f"{PASSAGE}。中间隔着别的一番话。{PASSAGE}。")
    places = {(run.one, run.other) for run in reuse.runs}
    assert len(places) == len(reuse.runs)
    assert all(run.one == reuse.runs[0].one for run in reuse.runs)
    assert isinstance(reuse.runs[0].one, Place)
