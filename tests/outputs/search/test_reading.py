"""Which letters around a sentence lead to it, so that a passage is found by any of its pairs."""

from __future__ import annotations

from generator.outputs.search.reading import blanks, read_letters
from generator.outputs.search.units import Unit

TITLE, SECTION, REPORT = 3, 4, 5


def text(*lines: tuple[int, str], name: str = "a") -> list[Unit]:
    return [
        Unit(f"{name}-s{place}", words, tier, "a.html", "甲", read=(name, place))
        for place, (tier, words) in enumerate(lines)
    ]


def ranked(units: list[Unit]) -> tuple[list[Unit], list[str]]:
    """Put units in order of rank, as the index does; also their letters."""
    units = sorted(units, key=lambda unit: unit.tier)
    return units, [unit.text.strip("。") for unit in units]


def test_headings_lead_to_the_sentence_behind_and_every_end_to_what_follows() -> None:
    units, plain = ranked(
        text(
            (TITLE, "总结"),
            (SECTION, "做法"),
            (REPORT, "子丑。"),
            (REPORT, "寅卯。"),
            (SECTION, "问题"),
        )
        + text((REPORT, "辰巳。"), name="b")
    )
    assert [unit.text for unit in units] == ["总结", "做法", "问题", "子丑。", "寅卯。", "辰巳。"]
    assert read_letters(units, plain) == {3: ("总结做法", "寅"), 4: ("", "问题")}


def test_what_has_no_letters_is_read_over() -> None:
    units, plain = ranked(text((REPORT, "子。"), (REPORT, "。"), (REPORT, "。"), (REPORT, "丑。")))
    assert read_letters(units, plain) == {0: ("", "丑")}
    assert blanks(units, plain) == (2, 2)


def test_headings_alone_are_read_one_after_the_other() -> None:
    units, plain = ranked(text((TITLE, "总结"), (SECTION, "做法"), (SECTION, "问题")))
    assert read_letters(units, plain) == {1: ("总结", "问")}


def test_blanks_are_counted_text_by_text() -> None:
    rows = ((REPORT, "。"), (REPORT, "子。"), (REPORT, "。"), (REPORT, "。"))
    units, plain = ranked(text(*rows) + text(*rows[:2], name="b"))
    assert blanks(units, plain) == (3, 2)
    assert blanks([], []) == (0, 0)


def test_what_is_read_by_itself_has_nothing_around_it() -> None:
    units = [Unit("a", "甲", REPORT, "a.html", "甲"), Unit("b", "乙", REPORT, "b.html", "乙")]
    assert read_letters(units, ["甲", "乙"]) == {}
