"""Where corrections stand, and why one cannot be made."""

import pytest

from generator.cleaning import CleaningSettings, Erratum
from generator.cleaning.ledger import Change
from generator.cleaning.rules.errata import doubts, find, locate


def erratum(before: str, after: str = "乙", *, context: str = "", suspect: bool = False) -> Erratum:
    return Erratum("a.txt", before, after, "误", context, suspect)


@pytest.mark.parametrize(
    ("before", "context", "found"),
    [
        ("侧隐", "", (2, 1)),
        ("心存", "", (0, 1)),
        ("之", "", (4, 2)),
        ("之", "之心", (4, 1)),
        ("心", "之心", (5, 1)),
        ("之", "之心之", (-1, 0)),
        ("甲", "", (-1, 0)),
        ("甲", "之心", (-1, 0)),  # the context does not hold it
        ("之", "之心，之志", (4, 2)),  # the context holds it twice
    ],
)
def test_words_are_found_once_twice_or_not(
    before: str, context: str, found: tuple[int, int]
) -> None:
    assert locate("心存侧隐之心，之志", erratum(before, context=context)) == found


def test_corrections_come_in_the_order_of_the_text_and_never_overlap() -> None:
    errata = (erratum("戊己"), erratum("丙丁"), erratum("乙丙"), erratum("己庚"), erratum("辛"))
    settings = CleaningSettings(errata)
    assert list(find("甲乙丙丁戊己庚辛", settings)) == [
        Change(1, 3, "乙", note="误"),
        Change(4, 6, "乙", note="误"),
        Change(7, 8, "乙", note="误"),
    ]
    undone = doubts("甲乙丙丁戊己庚辛", settings.errata)
    assert [(each.kind, each.erratum.before, each.at) for each in undone] == [
        ("overlapping", "丙丁", 2),
        ("overlapping", "己庚", 5),
    ]


def test_corrections_side_by_side_are_both_made() -> None:
    settings = CleaningSettings((erratum("甲"), erratum("乙")))
    assert [(each.start, each.end) for each in find("甲乙", settings)] == [(0, 1), (1, 2)]


def test_suspects_are_told_apart_from_what_could_not_be_made() -> None:
    settings = CleaningSettings(
        (erratum("甲"), erratum("丁"), erratum("丙", suspect=True), erratum("戊", suspect=True))
    )
    text = "乙丙甲丙甲戊"
    assert list(find(text, settings)) == []
    undone, suspected = (
        doubts(text, [each for each in settings.errata if each.suspect == suspects])
        for suspects in (False, True)
    )
    assert [(each.kind, each.at) for each in undone] == [("ambiguous", 2), ("missing", 0)]
    assert [(each.kind, each.at) for each in suspected] == [("ambiguous", 1), ("suspect", 5)]
