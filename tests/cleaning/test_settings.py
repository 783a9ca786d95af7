"""What is declared of a piece: its own entry before its file's, errata of their source only."""

from dataclasses import fields, replace

import pytest

from generator.cleaning import CleaningSettings, Declared, Erratum

OWN = Declared("report", "a", "甲", "报告", "甲局", "2021", "甲县", 1)
GENERAL = Declared("witness", "b", "乙", "调研", "乙局", "2022", "乙县", 2)
NAMES = [each.name for each in fields(Declared) if each.name not in ("drop", "join", "divide")]


@pytest.mark.parametrize("name", NAMES)
def test_what_the_piece_leaves_open_its_file_says(name: str) -> None:
    settings = CleaningSettings(
        declared={"a.txt": GENERAL, "a-1": replace(OWN, **{name: None})}  # type: ignore[arg-type]
    )
    found = settings.declares("a.txt", "a-1")
    for each in NAMES:
        assert getattr(found, each) == getattr(GENERAL if each == name else OWN, each)
    assert settings.declares("a.txt", "a-2") == GENERAL
    assert settings.declares("b.txt", "b-1") == Declared()


@pytest.mark.parametrize(
    ("own", "general", "dropped"),
    [(True, False, True), (False, True, True), (False, False, False)],
)
def test_either_entry_drops(own: bool, general: bool, dropped: bool) -> None:
    settings = CleaningSettings(
        declared={"a.txt": Declared(drop=general), "a-1": Declared(drop=own)}
    )
    assert settings.declares("a.txt", "a-1").excluded is dropped


@pytest.mark.parametrize(
    ("declared", "excluded"),
    [(Declared(kind="foreign"), True), (Declared(kind="report"), False), (Declared(), False)],
)
def test_foreign_matter_is_left_out(declared: Declared, excluded: bool) -> None:
    assert declared.excluded is excluded


def test_errata_are_those_of_the_source() -> None:
    errata = tuple(Erratum(f"{name}.txt", "甲", "乙", "误") for name in "aba")
    assert CleaningSettings(errata).of_source("a.txt").errata == (errata[0], errata[2])


def test_joining_is_said_of_a_piece_dividing_of_its_file_as_well() -> None:
    general = replace(GENERAL, join=True, divide=("丙",))
    settings = CleaningSettings(declared={"a.txt": general, "a-1": Declared(divide=("甲", "乙"))})
    found = settings.declares("a.txt", "a-1")
    assert (found.join, found.divide) == (False, ("甲", "乙", "丙"))
