"""The cheapest hypothesis about a gap, by what each takes for granted."""

from __future__ import annotations

from generator.edition.repair.hypotheses import Hypothesis, Stretch, cheapest
from generator.edition.repair.parallels import Run

WHOLE = (True, True)


def stretch(letters: int, *, copied: int = 0, low: int = 0, **facts: bool | int) -> Stretch:
    """Return a stretch of which `copied` letters from its beginning on stand elsewhere."""
    runs = (Run(low, low + copied, 0, 900, 900 + copied, True),) if copied else ()
    return Stretch(low, low + letters, letters, runs=runs, **facts)  # type: ignore[arg-type]


def kept(found: Hypothesis) -> tuple[int, int]:
    return len(found.kept[0]), len(found.kept[1])


def test_of_two_texts_the_one_that_stands_elsewhere_is_the_copied_one() -> None:
    splice, own = [stretch(30, copied=30)], [stretch(30)]
    for sides, wanted in (((splice, own), (0, 1)), ((own, splice), (1, 0))):
        found = cheapest(sides, WHOLE)
        assert kept(found) == wanted
        assert not found.rival
        assert not found.doubtful
        assert [len(side) for side in found.dropped] == [1 - n for n in wanted]


def test_two_texts_that_stand_nowhere_else_are_readings_of_one_place() -> None:
    found = cheapest(([stretch(20)], [stretch(14)]), WHOLE)
    assert found.rival
    assert kept(found) == (1, 1)
    labelled = cheapest(([stretch(20, labelled=True, number=3)], [stretch(14)]), WHOLE)
    assert not labelled.rival


def test_both_copied_from_elsewhere_is_a_doubt() -> None:
    assert cheapest(([stretch(30, copied=30)], [stretch(28, copied=28)]), WHOLE).doubtful


def test_what_one_text_has_alone_is_kept_unless_it_stands_elsewhere() -> None:
    assert kept(cheapest(([stretch(20)], []), WHOLE)) == (1, 0)
    assert kept(cheapest(([], [stretch(20)]), WHOLE)) == (0, 1)
    assert kept(cheapest(([stretch(40, copied=40)], []), WHOLE)) == (0, 0)


def test_a_copy_is_kept_where_the_other_text_breaks_off() -> None:
    copied = [stretch(12, copied=12)]
    assert kept(cheapest((copied, []), WHOLE)) == (0, 0)
    assert kept(cheapest((copied, []), (True, False))) == (1, 0)
    longer = [stretch(60, copied=60)]
    assert kept(cheapest((longer, []), (True, False))) == (0, 0)
    assert kept(cheapest((longer, []), (False, False))) == (1, 0)


def test_sentences_of_their_own_may_say_what_others_say() -> None:
    assert kept(cheapest(([stretch(10, copied=10)], []), WHOLE)) == (0, 0)
    assert kept(cheapest(([stretch(10, copied=10, sentences=True)], []), WHOLE)) == (1, 0)


def test_an_article_whose_number_is_free_is_not_given_up() -> None:
    article = {"labelled": True, "number": 5}
    again = stretch(40, copied=40, fresh=False, **article)
    free = stretch(40, copied=40, fresh=True, **article)
    assert kept(cheapest(([again], []), WHOLE)) == (0, 0)
    assert kept(cheapest(([free], []), WHOLE)) == (1, 0)
    assert not cheapest(([free], []), WHOLE).doubtful


def test_seams_decide_where_the_rest_is_even() -> None:
    sides = [stretch(12, copied=6)], [stretch(12, copied=6, low=100)]
    for side, seams in ((0, (8.0, -8.0)), (1, (-8.0, 8.0))):
        costs = cheapest(sides, WHOLE, seams)
        assert costs.rival or bool(costs.kept[side])
    alone = [stretch(18, copied=18)]
    assert kept(cheapest((alone, []), WHOLE, (8.0, -8.0))) == (1, 0)
    assert kept(cheapest((alone, []), WHOLE, (-8.0, 8.0))) == (0, 0)


def test_near_costs_leave_a_doubt() -> None:
    assert cheapest(([stretch(11, copied=11)], []), WHOLE).doubtful
    assert not cheapest(([stretch(60, copied=60)], []), WHOLE).doubtful
    # what stands nowhere else may still be foreign, where the other text goes on whole
    assert cheapest(([stretch(60)], []), WHOLE).doubtful
    assert not cheapest(([stretch(60)], []), (True, False)).doubtful
