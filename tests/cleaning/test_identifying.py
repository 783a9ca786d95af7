"""File names -> ids."""

import pytest

from generator.cleaning import (
    CleaningSettings,
    Declared,
    Erratum,
    refuse_clashes,
    refuse_strangers,
    refuse_twins,
)
from generator.cleaning.identifying import annex_id, free_name, slug
from generator.errors import ContentError
from generator.model import CleanedSource, Piece, Source


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("001_6ebee5d97b0fd017.txt", "001"),
        ("监督 报告.txt", "jian-du-bao-gao"),
        ("2021年（终稿）V2.txt", "2021-nian-zhong-gao-v2"),
        ("a.b.txt", "a-b"),
        ("（）.txt", "wen-jian"),
        ("README", "readme"),
        (".txt", "txt"),
        ("a.txt.md", "a-txt"),
        ("甲乙.", "jia-yi"),
        ("a-0123456789ab.txt", "a"),
        ("a-0123456789a.txt", "a-0123456789a"),  # no hash: too short
        ("x" * 41 + ".txt", "x" * 40),
        ("x" * 40 + "-y.txt", "x" * 40),
        ("x" * 39 + "-yz.txt", "x" * 39),
        ("../../etc.txt", "etc"),
        ("<script>.txt", "script"),
        ("con.txt", "con--pian"),  # a device on Windows
        ("NUL.txt", "nul--pian"),
        ("Com1.docx", "com1--pian"),
        ("console.txt", "console"),
        ("index.txt", "index--pian"),  # the list's own page
        ("Index-2.txt", "index-2--pian"),
        ("index-a.txt", "index-a"),
        ("START.txt", "start"),
        ("404.txt", "404"),
        ("caf\u00e9.txt", "caf"),
        ("cafe\u0301.txt", "caf"),  # the same name, written in two signs
    ],
)
def test_slug(file: str, name: str) -> None:
    assert slug(file) == name


def test_a_long_name_is_cut_between_syllables() -> None:
    assert (
        slug("加强对一把手和领导班子监督工作情况的汇报材料.txt")
        == "jia-qiang-dui-yi-ba-shou-he-ling-dao-ban"
    )


def test_two_files_with_one_id_are_refused() -> None:
    refuse_clashes(["甲.txt", "乙.txt"])
    with pytest.raises(ContentError, match=r"监督\.txt"):
        refuse_clashes(["监督.txt", "jian_du.txt"])


@pytest.mark.parametrize(
    "files",
    [
        ["A.txt", "a.txt"],
        ["caf\u00e9.txt", "cafe\u0301.txt"],
        ["x" * 300 + "1.txt", "x" * 300 + "2.txt"],
        ["con.txt", "CON.docx"],
        ["\u0438.txt", "\u2603.txt"],
    ],
)
def test_twins_of_names_are_refused_in_one_line(files: list[str]) -> None:
    with pytest.raises(ContentError) as raised:
        refuse_clashes(files)
    assert "请改其中一个的文件名" in str(raised.value)
    assert "\n" not in str(raised.value)


def _of(file: str, *names: str) -> CleanedSource:
    pieces = tuple(Piece(name, file, 0, 0, "", "") for name in names)
    return CleanedSource(Source(file, "", "", ""), pieces, (), ())


def test_two_pieces_with_one_id_are_refused_whatever_the_order() -> None:
    refuse_twins([_of("x.txt", "x-1", "x-2"), _of("y.txt", "y")])
    for order in (1, -1):
        with pytest.raises(ContentError, match=r"x\.txt: 与 x-2\.txt 各有一篇得出同一个编号“x-2”"):
            refuse_twins([_of("x.txt", "x-1", "x-2"), _of("x-2.txt", "x-2")][::order])


def test_a_free_name_is_one_that_no_piece_has() -> None:
    assert free_name("x", set()) == "x"
    assert free_name("x", {"x"}) == "x-2"
    assert free_name("x", {"x", "x-1", "x-2"}) == "x-3"


def test_annexes_are_named_after_their_piece() -> None:
    assert [annex_id("x-2", number) for number in (1, 2)] == ["x-2-annex", "x-2-annex-2"]


def _cleaned() -> list[CleanedSource]:
    return [
        CleanedSource(
            Source("a_b.txt", "", "", ""), (Piece("a-b", "a_b.txt", 0, 0, "", ""),), (), ()
        )
    ]


def test_declarations_and_errata_about_nothing_are_refused() -> None:
    known = CleaningSettings(
        declared={
            name: Declared() for name in ("a_b.txt", "a-b", "a-b-3", "a-b-annex", "a-b-3-annex-2")
        }
    )
    refuse_strangers(known, _cleaned())
    for strange in ("a-b-x", "a-b-", "a-3", "a-b-annexe"):
        with pytest.raises(ContentError, match=f"sources.{strange}"):
            refuse_strangers(CleaningSettings(declared={strange: Declared()}), _cleaned())
    with pytest.raises(ContentError, match=r"library.yml: sources.c.txt"):
        refuse_strangers(CleaningSettings(declared={"c.txt": Declared()}), _cleaned())
    with pytest.raises(ContentError, match=r"现有 1.txt、2.txt、3.txt、4.txt、5.txt、6.txt$"):
        refuse_strangers(
            CleaningSettings(declared={"c.txt": Declared()}),
            [
                CleanedSource(Source(f"{number}.txt", "", "", ""), (), (), ())
                for number in range(8, 0, -1)
            ],
        )
    with pytest.raises(ContentError, match=r"errata.yml: .*c.txt"):
        refuse_strangers(CleaningSettings(errata=(Erratum("c.txt", "a", "b", "c"),)), _cleaned())
