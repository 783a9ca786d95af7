"""What reads like the language, worked out by hand over words of known frequency."""

from __future__ import annotations

import math

import pytest

from generator.edition import usage
from generator.edition.usage import ENOUGH, Usage

WORDS = {"用水": -4.0, "单位": -5.0, "用": -7.0, "水": -8.0, "水单": -20.0, "用水单位": -8.5}
WORDS["甲乙丙丁戊己庚"] = -3.0
LESS = math.log(0.25)  # of a sequence that stands nowhere else
AGAIN = math.log(1.25)  # of one that stands once more


@pytest.fixture(autouse=True)
def few_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usage, "load_word_probabilities", lambda: dict(WORDS))


def test_sequences_of_two_and_three_letters_are_counted() -> None:
    known = Usage(["用水单位", "用水户"])
    assert (known.count("用水"), known.count("用水单"), known.count("水户")) == (2, 1, 1)
    assert known.count("户用") == 0  # texts do not run into each other
    assert known.count("用水单位") == 0


def test_texts_are_counted_until_there_are_enough() -> None:
    known = Usage(["甲乙", "丙" * ENOUGH, "丁戊"])
    assert (known.count("甲乙"), known.count("丁戊")) == (1, 0)
    assert Usage(["甲" * (ENOUGH - 1), "丁戊"]).count("丁戊") == 1
    assert Usage(["甲" * ENOUGH, "丁戊"]).count("丁戊") == 0


def test_words_tell_between_two_readings() -> None:
    """用水单位 is best cut 用水单位 (-8.5), 用氷单位 用, 氷, 单位 (-7, -18 unknown, -5)."""
    nothing = Usage([])
    assert nothing.preference("用", "水", "氷", "单位") == pytest.approx(-8.5 + 30.0)
    assert nothing.preference("用", "氷", "水", "单位") == pytest.approx(8.5 - 30.0)
    assert nothing.preference("用", "水", "水", "单位") == 0.0


def test_a_stop_parts_a_reading_from_what_is_beyond_it() -> None:
    nothing = Usage([])
    beyond = nothing.preference("用，", "水", "氷", "。单位")
    assert beyond == pytest.approx(-8.0 + 18.0)
    near = nothing.preference("节。用", "水", "氷", "单位，用")
    assert near == pytest.approx(-8.5 + 30.0)


def test_attestation_tells_where_words_do_not() -> None:
    """Of 甲-乙 in 戊甲己 and 戊乙己: 戊甲 甲己 and 戊甲己 stand once more, 戊乙己 not at all.

    Sequences are counted without the reading's own occurrence; the mean of their logarithms
    counts double.
    """
    known = Usage(["戊甲己", "戊甲己"])
    assert known.preference("戊", "甲", "乙", "己") == pytest.approx(2 * (AGAIN - LESS))
    once = Usage(["戊甲己"])
    assert once.preference("戊", "甲", "乙", "己") == pytest.approx(0.0)
    # 子丑, beside but not across the reading, does not count
    assert Usage(["子丑"] * 9).preference("子丑", "甲", "乙", "寅卯") == pytest.approx(0.0)


def test_attestation_is_the_mean_over_what_crosses_the_reading() -> None:
    """戊甲 alone is known again, of 戊甲, 甲己 and 戊甲己."""
    known = Usage(["戊甲", "戊甲"])
    assert known.preference("戊", "甲", "乙", "己") == pytest.approx(2 * (AGAIN - LESS) / 3)
    # 丁戊甲己庚: two pairs and three triples cross the letter
    wide = Usage(["戊甲", "戊甲"])
    assert wide.preference("丙丁戊", "甲", "乙", "己庚辛") == pytest.approx(2 * (AGAIN - LESS) / 5)


def test_what_is_left_out_is_judged_by_the_seam() -> None:
    """Nothing between 戊 and 己 against 甲: the pair 戊己 is the only sequence across."""
    known = Usage(["戊己", "戊己"])
    words = 18.0  # one unknown letter less
    assert known.preference("戊", "", "甲", "己") == pytest.approx(words + 2 * (AGAIN - LESS))


def test_how_well_a_text_goes_on() -> None:
    """水 and 单 part 用水单位 (-8.5), of which 用水 (-4) and 单位 (-5) are left: +0.5."""
    nothing = Usage([])
    assert nothing.junction("用水", "单位") == pytest.approx(0.5)
    assert nothing.junction("节，用水", "单位。水") == pytest.approx(0.5)
    assert nothing.junction("用水，", "单位") == 0.0
    assert nothing.junction("用水", "。单位") == 0.0
    # 乙丙 stands twice, 甲乙丙 and 乙丙丁 not: one of three
    known = Usage(["乙丙", "乙丙"])
    assert known.junction("子甲乙", "丙丁戊") == pytest.approx(2 * (AGAIN - LESS) / 3)
    every = Usage(["甲乙丙", "甲乙丙", "乙丙丁"])
    # 乙丙 three times (2 besides), 甲乙丙 twice (1 besides), 乙丙丁 once
    expected = 2 * (math.log(2.25) + AGAIN + LESS - 3 * LESS) / 3
    assert every.junction("甲乙", "丙丁") == pytest.approx(expected)


def test_only_six_letters_on_either_side_count() -> None:
    nothing = Usage([])
    assert nothing.junction("水" * 6, "单") == nothing.junction("水" * 9, "单")
    assert nothing.junction("甲乙丙丁戊己", "庚") == pytest.approx(-3.0 + 7 * 18.0)
    assert nothing.preference("用" + "甲" * 6, "水", "氷", "") == pytest.approx(10.0)
    assert nothing.preference("用", "水", "氷", "") == pytest.approx(-4.0 + 25.0)


def test_the_share_of_pairs_that_stand_elsewhere() -> None:
    known = Usage(["用水单位应当", "用水户应当"])
    # of 用水, 水单, 单位 and 位应: 用水 alone stands twice
    assert known.share("用水单位应") == 0.25
    assert known.share("用水") == 1.0
    assert known.share("甲乙") == 0.0
    # 用水 stands twice in the text itself, and so often in all
    assert known.share("用水用水") == 0.0
    assert known.share("水，户") == 1.0  # no pair of letters
    assert known.share("应，应当") == 1.0
