"""Where two documents have nothing in common: gaps, what stands in them, and what is whole."""

from __future__ import annotations

from generator.edition.differences import Difference
from generator.edition.repair.gaps import NONE_AFTER, Gap, behind_stops, gaps_between, is_whole
from generator.edition.repair.parallels import Side
from generator.edition.repair.tokens import label_token
from generator.edition.repair.transposition import displaced

HEAD, TAIL = "供水企业应当加强管网巡查发现漏损", "及时抢修漏损率不得超过国家规定标准"
X, Y, Z = "子丑寅卯辰巳午未申酉戌亥", "天地玄黄宇宙洪荒日月盈昃", "甲乙丙丁戊己庚辛壬癸干支"
L = [label_token(n) for n in range(10)]


def sides(one: str, other: str, stops: tuple[str, str] = ("", "")) -> tuple[Side, Side]:
    """Return two texts as sides; sentences stop at labels and behind the letters `stops`."""

    def made(tokens: str, at: str) -> Side:
        stop = [token in at or "\ue000" <= token <= "\uf8ff" for token in tokens]
        return Side(tokens, stop, bytearray(b"\1") * len(tokens))

    return made(one, stops[0]), made(other, stops[1])


def gaps(one: str, other: str) -> list[Gap]:
    return list(gaps_between(sides(one, other))[1].values())


def stretches(gap: Gap, side: int) -> list[tuple[int, int, int | None, bool, bool]]:
    return [(s.low, s.high, s.number, s.labelled, s.fresh) for s in gap.sides[side]]


def test_six_letters_make_a_gap_and_five_a_reading() -> None:
    for size, is_gap in ((5, False), (6, True)):
        for one, other in ((X[:size], Y[:size]), (X[:size], ""), ("", X[:size])):
            found, wide = gaps_between(sides(HEAD + one + TAIL, HEAD + other + TAIL))
            assert len(found) == 1
            assert bool(wide) is is_gap
    assert gaps_between(sides(HEAD, HEAD)) == ([], {})


def test_what_stands_in_a_gap_is_no_longer_firm() -> None:
    both = sides(HEAD + X + TAIL, HEAD + Y[:8] + TAIL)
    gaps_between(both)
    for side, size in zip(both, (12, 8), strict=True):
        assert [at for at, firm in enumerate(side.firm) if not firm] == list(range(16, 16 + size))
    reading = sides(HEAD + X[:3] + TAIL, HEAD + Y[:3] + TAIL)
    gaps_between(reading)
    assert all(reading[0].firm)


def test_a_gap_has_the_numbers_of_the_labels_around_it() -> None:
    one = f"{L[3]}{HEAD}{X}{TAIL}{L[5]}{Z}"
    (gap,) = gaps(one, f"{L[3]}{HEAD}{Y}{TAIL}{L[5]}{Z}")
    assert gap.numbers == (3, 5)
    assert [gap.fits({n}) for n in (2, 3, 4, 5, None)] == [-1, -1, 1, -1, -1]
    assert gap.fits(set()) == 0
    assert gap.fits({2, 4}) == 1
    (alone,) = gaps(HEAD + X + TAIL, HEAD + Y + TAIL)
    assert alone.numbers == (-1, NONE_AFTER)


def test_a_gap_is_cut_where_labels_stand() -> None:
    one = f"{L[1]}{HEAD}{X}{L[2]}{Y}{L[4]}{TAIL}"
    (gap,) = gaps(one, f"{L[1]}{HEAD}{L[4]}{TAIL}")
    low = 1 + len(HEAD)
    assert stretches(gap, 0) == [
        (low, low + 12, None, False, False),
        (low + 12, low + 25, 2, True, True),
    ]
    assert [each.letters for each in gap.sides[0]] == [12, 12]
    assert gap.sides[1] == []
    assert gap.numbers == (1, 4)


def test_a_gap_that_begins_with_a_label_is_cut_there_once() -> None:
    """The label opens the first stretch, and no stretch is of a label alone."""
    one = f"{L[1]}{HEAD}{L[2]}{X}{L[4]}{TAIL}"
    (gap,) = gaps(one, f"{L[1]}{HEAD}{L[4]}{TAIL}")
    low = 1 + len(HEAD)
    assert stretches(gap, 0) == [(low, low + 13, 2, True, True)]
    assert [each.letters for each in gap.sides[0]] == [12]


def test_a_number_that_stands_firm_elsewhere_is_not_fresh() -> None:
    one = f"{L[1]}{HEAD}{L[3]}{X}{L[2]}{TAIL}{L[3]}{Z}"
    (gap,) = gaps(one, f"{L[1]}{HEAD}{L[2]}{TAIL}{L[3]}{Z}")
    ((_, _, number, labelled, fresh),) = stretches(gap, 0)
    assert (number, labelled, fresh) == (3, True, False)


def test_a_stretch_knows_what_stands_elsewhere() -> None:
    one = f"{L[1]}{HEAD}{X}{L[2]}{TAIL}{L[3]}{Z}{X}{Y}"
    (gap,) = gaps(one, f"{L[1]}{HEAD}{L[2]}{TAIL}{L[3]}{Z}{X}{Y}")
    (stretch,) = gap.sides[0]
    assert stretch.copied == 12
    (run,) = stretch.runs
    assert one[run.start : run.end] == X
    assert run.side in (0, 1)
    assert run.firm
    (own,) = gaps(f"{L[1]}{HEAD}{X}{L[2]}{TAIL}", f"{L[1]}{HEAD}{L[2]}{TAIL}")
    assert own.sides[0][0].runs == ()


def test_gaps_that_only_a_short_formula_parts_are_one() -> None:
    """Between two gaps of twelve letters six may agree by chance, half of either."""
    for formula, count in (("东西南北中上", 1), ("东西南北中上下", 2)):
        one, other = HEAD + X + formula + Z + TAIL, HEAD + Y + formula + TAIL
        assert len(gaps(one, other)) == count


def whole(one: str, other: str, side: int, stops: tuple[str, str] = ("", "")) -> bool:
    both = sides(one, other, stops)
    (gap,) = gaps_between(both)[1].values()
    return is_whole(gap, side, both)


def test_a_text_is_whole_before_a_gap_where_a_sentence_stops_or_it_goes_on() -> None:
    gap = HEAD + X + TAIL, HEAD + TAIL
    assert whole(*gap, 1)  # it goes on in mid-sentence
    assert not whole(*gap, 0)
    assert whole(*gap, 0, (HEAD[-1], ""))
    assert whole(X + TAIL, TAIL, 0)
    ending = HEAD + X + L[2] + TAIL, HEAD + L[2] + TAIL
    assert not whole(*ending, 1)  # a label follows: it has broken off
    assert whole(*ending, 1, ("", HEAD[-1]))
    assert not whole(HEAD + X, HEAD, 1)


def test_both_have_a_stop_where_a_gap_begins() -> None:
    for stops, both_stop in (
        ((HEAD[-1], HEAD[-1]), True),
        ((HEAD[-1], ""), False),
        (("", HEAD[-1]), False),
    ):
        made = sides(HEAD + X + TAIL, HEAD + Y + TAIL, stops)
        (gap,) = gaps_between(made)[1].values()
        assert behind_stops(gap, made) is both_stop
    first = sides(X + TAIL, Y + TAIL)
    (gap,) = gaps_between(first)[1].values()
    assert behind_stops(gap, first)


def test_an_article_out_of_order_is_moved_to_its_place() -> None:
    """[3] stands behind [4] in the second text."""
    body = {
        1: HEAD,
        2: TAIL,
        3: X + Y,
        4: Z + "".join(chr(0x5000 + n) for n in range(30)),
        5: "".join(chr(0x6000 + n) for n in range(20)),
    }
    one, other = (
        "".join(L[n] + body[n] for n in order) for order in ((1, 2, 3, 4, 5), (1, 2, 4, 3, 5))
    )
    for texts, moved in (((one, other), 1), ((other, one), 0)):
        both = sides(*texts)
        wide = gaps_between(both)[1]
        ((side, low, high, to),) = displaced(list(wide.values()), both)
        text = texts[side]
        assert side == moved
        mended = text[:low] + text[high:]
        at = to if to <= low else to - (high - low)
        assert mended[:at] + text[low:high] + mended[at:] == one


def test_articles_in_order_are_not_moved() -> None:
    both = sides(f"{L[1]}{HEAD}{L[2]}{X}", f"{L[1]}{HEAD}{L[2]}{Y}")
    assert displaced(list(gaps_between(both)[1].values()), both) == []


def test_a_gap_spans_the_difference() -> None:
    gap = Gap(Difference(3, 9, 4, 4), ([], []), ([], []))
    assert (gap.span(0), gap.span(1)) == ((3, 9), (4, 4))
    assert gap.numbers == (-1, NONE_AFTER)
