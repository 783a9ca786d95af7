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


class Known(Usage):
    """Usage with a given answer to each question."""

    def __init__(
        self, odds: float = 0.0, shares: dict[str, float] | None = None, count: int = 9
    ) -> None:
        super().__init__([])
        self.odds, self.shares, self.seen = odds, shares or {}, count
        self.asked: list[tuple[str, str, str, str]] = []
        self.counted: list[str] = []

    def preference(self, before: str, one: str, other: str, after: str) -> float:
        self.asked.append((before, one, other, after))
        return self.odds

    def share(self, text: str) -> float:
        return self.shares[text]

    def count(self, sequence: str) -> int:
        self.counted.append(sequence)
        return self.seen


def weighed(
    usage: Usage, mine: str, rival: str, *, witnesses: tuple[int, int] = (0, 1)
) -> Decision:
    """Return the one decision between two texts of which the first is the copy-text."""
    one, other = copy(witnesses[0], mine), copy(witnesses[1], rival)
    (place,) = places(one, [other])
    return decide(place, one, [other], usage, loose=False)


def test_single_letters_go_by_the_odds_and_near_odds_are_a_doubt() -> None:
    for odds, text, doubtful in (
        (2.0, "乙", False),
        (1.9, "乙", True),
        (0.1, "乙", True),
        (0.0, "甲", True),
        (-1.9, "甲", True),
        (-2.0, "甲", False),
    ):
        made = weighed(Known(odds), "水甲水", "水乙水")
        assert (made.text, made.doubtful, made.why) == (text, doubtful, "据文例"), odds


def test_the_language_is_asked_about_the_rival_in_its_context() -> None:
    usage = Known()
    weighed(
        usage,
        "一二三四五六七八九十甲一二三四五六七八九十",
        "一二三四五六七八九十乙一二三四五六七八九十",
    )
    assert usage.asked == [("三四五六七八九十", "乙", "甲", "一二三四五六七八")]


def test_a_letter_that_one_has_alone_is_worth_ten_in_odds() -> None:
    for odds, text, doubtful in (
        *((-8.0, "甲", False), (-8.1, "甲", True), (-9.9, "甲", True)),
        *((-10.0, "", True), (-12.0, "", False)),
    ):
        made = weighed(Known(odds), "水火", "水甲火")
        assert (made.text, made.doubtful, made.why) == (text, doubtful, "据文例"), odds
        turned = weighed(Known(-odds), "水甲火", "水火")
        assert (turned.text, turned.doubtful) == (text if odds != -10.0 else "甲", doubtful), odds


def test_a_letter_known_beside_neither_neighbour_stays_in_doubt() -> None:
    usage = Known(9.0, count=1)
    assert weighed(usage, "水甲火", "水乙火").doubtful
    assert usage.counted == ["水乙", "乙火"]
    assert not weighed(Known(9.0, count=2), "水甲火", "水乙火").doubtful
    stops = Known(9.0, count=1)
    assert weighed(stops, "，甲火", "，乙火").doubtful
    assert stops.counted == ["乙火"]  # no pair with a stop
    assert not weighed(Known(9.0, count=1), "水甲丙火", "水乙丁火").doubtful


def test_two_letters_are_still_weighed_by_the_odds_and_three_are_always_a_doubt() -> None:
    assert not weighed(Known(5.0), "水甲丙火", "水乙丁火").doubtful
    three = weighed(Known(5.0), "水甲丙戊火", "水乙丁己火")
    assert (three.text, three.why, three.doubtful) == ("乙丁己", "据文例", True)
    assert weighed(Known(0.0), "水甲丙戊火", "水乙丁己火").text == "甲丙戊"
    assert not weighed(Known(5.0), "水甲丙火", "水乙火").doubtful
    assert weighed(Known(-9.0), "水乙火", "水甲丙火").text == "甲丙"


def test_longer_readings_of_one_length_up_to_six_letters_go_by_the_odds() -> None:
    six = ("水甲乙丙丁戊己火", "水子丑寅卯辰巳火")
    assert weighed(Known(1.0), *six).text == "子丑寅卯辰巳"
    assert weighed(Known(-1.0), *six).text == "甲乙丙丁戊己"


def test_what_is_three_times_as_long_was_lost_in_the_other() -> None:
    for texts in (("水甲火", "水乙丙丁火"), ("水乙丙丁火", "水甲火")):
        made = weighed(Known(), *texts)
        assert (made.text, made.why, made.kind) == ("乙丙丁", "一本脱文", "wording")
        assert made.doubtful


def test_readings_of_other_lengths_go_by_the_share_of_known_pairs() -> None:
    mine, rival = "水甲乙丙火", "水子丑寅卯火"
    for mine_share, rival_share, taken in ((0.4, 0.7, True), (0.4, 0.6, False), (0.4, 0.5, False)):
        shares = {"水甲乙丙火": mine_share, "水子丑寅卯火": rival_share}
        made = weighed(Known(shares=shares), mine, rival)
        assert made.text == ("子丑寅卯" if taken else "甲乙丙")
        assert (made.why, made.doubtful) == ("据文例", True)
    seven = "水甲乙丙丁戊己庚火", "水子丑寅卯辰巳午火"
    assert weighed(Known(shares=dict(zip(seven, (0.2, 0.9), strict=True))), *seven).witness == 1


def test_a_long_stretch_was_weighed_before_and_is_a_doubt_where_it_is_open() -> None:
    long, short = "水甲乙丙丁戊己火", "水火"
    (place,) = places(copy(0, long), [copy(1, short)])
    for open_spans, doubtful in (
        ((), False),
        (((1, 7),), True),
        (((6, 8),), True),
        (((7, 8),), False),
        (((0, 1),), False),
    ):
        one = Copy(0, segment(long, 0, 8), (), open_spans)
        made = decide(place, one, [copy(1, short)], Known(), loose=False)
        assert (made.text, made.why, made.doubtful) == ("甲乙丙丁戊己", "一本脱文", doubtful)
        (turned,) = places(copy(1, short), [copy(0, long)])
        assert decide(turned, copy(1, short), [one], Known(), loose=False).doubtful is doubtful
    five = weighed(Known(), "水甲乙丙丁戊火", "水火")
    assert (five.why, five.doubtful) == ("一本脱文", True)


def test_three_witnesses_of_which_no_two_agree_are_judged_like_two() -> None:
    made = the("水甲火", "水乙火", "水丙火")
    assert made.why == "据文例"
    assert made.text in "甲乙"


def test_what_is_repeated_is_found_before_behind_and_within() -> None:
    for long, short, repeated in (
        ("巡查巡查管网", "巡查管网", "巡查"),
        ("管网巡查巡查", "管网巡查", "巡查"),
        ("及时时修", "及时修", "时"),
    ):
        made = weighed(Known(), short, long)
        assert (made.text, made.why, made.doubtful) == ("", f"“{repeated}”重出", False)
    # other letters in place of one are no repeat
    assert weighed(Known(5.0), "水甲火", "水乙火").why == "据文例"
    assert "重出" not in weighed(Known(), "水，，火", "水，火").why.replace("标点重出", "")


def test_the_kind_tells_what_the_edition_has_more_or_less() -> None:
    assert weighed(Known(-20.0), "水火", "水甲火").kind == "addition"
    assert weighed(Known(0.0), "水火", "水甲火").kind == "omission"
    assert weighed(Known(0.0), "水甲火", "水乙火").kind == "wording"
    assert weighed(Known(0.0), "水，火", "水；火").kind == "punctuation"


def test_stops_that_one_lacks_come_back_and_doubled_ones_go() -> None:
    for mine, rival, text, why in (
        ("水，火", "水火", "，", "标点脱落"),
        ("水火", "水，火", "，", "标点脱落"),
        ("水，火", "水，，火", "", "标点重出"),
        ("水，，火", "水，火", "", "标点重出"),
        ("水。\n火", "水。火", "\n", "分段从底本"),
        ("水。火", "水。\n火", "", "分段从底本"),
        ("水”火", "水””火", "”", "标点脱落"),
        ("水、火", "水，火", "、", "标点从底本"),
    ):
        made = weighed(Known(), mine, rival)
        assert (made.text, made.why, made.doubtful, made.kind) == (text, why, False, "punctuation")


def test_a_free_copy_keeps_its_stops() -> None:
    for mine, rival, text in (
        ("水火", "水，火", ""),
        ("水，火", "水火", "，"),
        ("水。火", "水，火", "。"),
    ):
        made = the(mine, rival, loose=True)
        assert (made.text, made.why) == (text, "标点从底本")


def test_beside_an_intrusion_the_longest_sound_reading_is_taken() -> None:
    mask = Mask("splice", 2, "另一条的文字", 2, 8, 3, 1)
    made = decisions(copy(0, "用水", mask), copy(1, "用水户"), copy(2, "用水户要节水"))
    assert [(d.text, d.witness) for d in made] == [("户要节水", 2)]
    kept = decisions(copy(0, "用水户"), copy(1, "用水", mask), copy(2, "用水户要节水"))
    assert [(d.text, d.witness) for d in kept] == [("户", 0)]
    foreign = Mask("foreign", 3, "别的消息", 3, 7)
    end = decisions(copy(0, "用水户", foreign), copy(1, "用水户。"))
    assert [(d.text, d.witness, d.kind) for d in end] == [("。", 1, "foreign")]
    both = decisions(
        copy(0, "用水", mask), copy(1, "用水户", Mask("splice", 3, "又一条", 3, 6, 4, 0))
    )
    assert [(d.text, d.witness, d.doubtful) for d in both] == [("户", 1, True)]
