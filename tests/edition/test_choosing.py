"""Which reading is taken at a place, and why."""

from __future__ import annotations

import pytest

from generator.edition.choosing import Decision, Readings, decide, is_wording
from generator.edition.passages import Copy, Mask
from generator.edition.segments import segment
from generator.edition.usage import Usage
from generator.edition.variation import places

KNOWN = Usage(["用水单位应当建立用水台账。" * 3, "供水企业应当加强管网巡查。" * 3])


def copy(witness: int, text: str, *masks: Mask) -> Copy:
    return Copy(witness, segment(text, 0, len(text)), masks)


def decisions(*copies: Copy, loose: bool = False) -> list[Decision]:
    others = copies[1:]
    return [decide(p, copies[0], others, KNOWN, loose=loose) for p in places(copies[0], others)]


def the(*texts: str, loose: bool = False) -> Decision:
    found = decisions(*(copy(at, text) for at, text in enumerate(texts)), loose=loose)
    assert len(found) == 1
    return found[0]


def test_copies_that_agree_leave_nothing_to_decide() -> None:
    assert decisions(copy(0, "应当建立台账。"), copy(1, "应当建立台账。")) == []


def test_a_majority_is_followed_even_against_the_copytext() -> None:
    made = the("及时抢修。", "马上抢修。", "马上抢修。")
    assert (made.text, made.witness, made.why) == ("马上", 1, "2本相同")
    assert (made.kind, made.doubtful) == ("wording", False)
    kept = the("马上抢修。", "及时抢修。", "马上抢修。")
    assert (kept.text, kept.witness) == ("马上", 0)


def test_two_against_two_is_no_majority() -> None:
    made = the("及时抢修。", "马上抢修。", "马上抢修。", "及时抢修。")
    assert "相同" not in made.why


def test_what_is_repeated_is_a_slip_on_either_side() -> None:
    for texts in (("抢修抢修漏损。", "抢修漏损。"), ("抢修漏损。", "抢修抢修漏损。")):
        made = the(*texts)
        assert made.text == ""
        assert made.why == "“抢修”重出"
        assert not made.doubtful
    made = the("管网网巡查。", "管网巡查。")
    assert (made.text, made.why) == ("", "“网”重出")


def test_a_free_copy_is_followed_in_all_but_longer_repeats() -> None:
    assert the("常常巡查。", "常巡查。", loose=True).text == "常"
    assert the("抢修抢修漏损。", "抢修漏损。", loose=True).text == ""
    assert the("及时抢修。", "马上抢修。", loose=True).text == "及时"
    assert not the("及时抢修。", "马上抢修。", loose=True).doubtful


def test_usage_decides_between_single_letters() -> None:
    for texts in (("用氷单位应当。", "用水单位应当。"), ("用水单位应当。", "用氷单位应当。")):
        made = the(*texts)
        assert (made.text, made.why, made.doubtful) == ("水", "据文例", False)


def test_a_letter_that_usage_knows_from_nowhere_stays_in_doubt() -> None:
    made = the("甲乙丙丁。", "甲戊丙丁。")
    assert made.why == "据文例"
    assert made.doubtful


def test_letters_are_lost_not_invented() -> None:
    for texts in (
        ("用水单位当建立。", "用水单位应当建立。"),
        ("用水单位应当建立。", "用水单位当建立。"),
    ):
        assert the(*texts).text == "应"


@pytest.mark.parametrize("first", [True, False])
def test_a_stretch_that_one_copy_lacks_is_taken_and_named(first: bool) -> None:
    long, short = "供水企业应当加强巡查，发现漏损。", "供水企业加强巡查，发现漏损。"
    made = the(*((long, short) if first else (short, long)))
    assert (made.text, made.witness) == ("应当", 0 if first else 1)
    assert (made.why, made.doubtful) == ("一本脱文", True)
    assert made.kind == "omission"


def test_stops_and_paragraphs_follow_the_copytext_but_what_is_lost_comes_back() -> None:
    assert the("巡查，抢修。", "巡查；抢修。").text == "，"
    assert the("巡查；抢修。", "巡查，抢修。").why == "标点从底本"
    assert the("巡查抢修。", "巡查，抢修。").text == "，"
    assert the("巡查抢修。", "巡查，抢修。").why == "标点脱落"
    assert the("巡查，，抢修。", "巡查，抢修。").text == ""
    assert the("一款。\n二款。", "一款。二款。").why == "分段从底本"
    assert the("巡查，抢修。", "巡查；抢修。").kind == "punctuation"


def test_an_intrusion_is_left_out_and_the_sound_copy_followed() -> None:
    mask = Mask("splice", 5, "另一条的文字", 5, 11, 3, 1)
    for doubtful in (False, True):
        intruded = copy(0, "用水单位应", Mask("splice", 5, "另一条的文字", 5, 11, 3, 1, doubtful))
        made = decisions(intruded, copy(1, "用水单位应当节水。"))
        assert [(d.text, d.witness, d.kind, d.doubtful) for d in made] == [
            ("当节水。", 1, "splice", doubtful)
        ]
    both = decisions(copy(0, "用水单位应", mask), copy(1, "用水单位应", mask))
    assert [(d.why, d.doubtful) for d in both] == [("各本均有误植", True)]


def test_what_counts_as_a_difference_of_wording() -> None:
    def judged(*texts: str, masked: int | None = None) -> bool:
        away = frozenset() if masked is None else frozenset({masked})
        return is_wording(Readings(dict(enumerate(texts)), away))

    assert judged("及时地", "马上就")
    assert judged("及时", "马上就")
    assert not judged("及时", "马上")  # may be two misread letters
    assert not judged("水", "氷")
    assert not judged("应当", "")
    assert not judged("一二三四五六七八九十一二三", "及时")
    assert judged("一二三四五六七八九十一二", "及时")
    assert not judged("及时地", "马上就", masked=1)
    assert not judged("及时地", "及时地")
