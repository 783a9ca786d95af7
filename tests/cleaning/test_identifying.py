"""File names -> ids."""

import pytest

from generator.cleaning import CleaningSettings, Declared, Erratum, refuse_clashes, refuse_strangers
from generator.cleaning.identifying import slug
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


def _cleaned() -> list[CleanedSource]:
    return [
        CleanedSource(
            Source("a_b.txt", "", "", ""), (Piece("a-b", "a_b.txt", 0, 0, "", ""),), (), ()
        )
    ]


def test_declarations_and_errata_about_nothing_are_refused() -> None:
    known = CleaningSettings(
        declared={"a_b.txt": Declared(), "a-b": Declared(), "a-b-3": Declared()}
    )
    refuse_strangers(known, _cleaned())
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
