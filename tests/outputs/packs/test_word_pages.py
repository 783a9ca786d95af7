"""How many lines words take in Word, and on which pages paragraphs come."""

from __future__ import annotations

import pytest

from generator.outputs.packs.word.lines import count_lines
from generator.outputs.packs.word.looks import NORMAL
from generator.outputs.packs.word.paging import pages_of
from generator.outputs.packs.word.paragraphs import Item, Paragraph, Run, Table, TableRow

TEN = 10 * 200  # a line of ten characters of ten points


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("", 1),
        ("甲" * 10, 1),
        ("甲" * 11, 2),
        ("甲" * 10 + "。", 1),  # a mark hangs over
        ("甲" * 9 + "”，" + "乙", 2),
        ("甲" * 10 + "”乙", 2),  # closing signs do not begin a line: the letter before goes along
        ("甲" * 9 + "“乙” 丙", 2),
        ("甲" * 8 + "123456", 2),  # a number is not parted
        ("a" * 20, 1),
        ("甲" * 4 + "\n" + "乙" * 4, 2),
    ],
)
def test_lines(words: str, lines: int) -> None:
    assert count_lines(words, 200, 0, TEN, TEN) == lines


def test_marks_do_not_hang_over_in_cells() -> None:
    assert count_lines("甲" * 10 + "。", 200, 0, TEN, TEN, hanging=False) == 2


def text(lines: int, bookmark: str = "") -> Paragraph:
    return Paragraph("PackText", (Run("甲" * (28 * lines - 2)),), bookmark=bookmark)


def heading(bookmark: str) -> Paragraph:
    return Paragraph("Heading1", (Run("标题"),), bookmark=bookmark)


@pytest.mark.parametrize(
    ("items", "page"),
    [
        ([text(21), text(1, "x")], 1),
        ([text(22), text(1, "x")], 2),
        ([text(20), heading("x"), text(1)], 1),
        ([text(21), heading("x"), text(1)], 2),  # a heading stays with its text
        ([text(20), heading("x"), text(3)], 2),  # of which two lines at least
        ([text(19), heading("x"), text(4)], 1),
        ([text(20), text(3), heading("x")], 2),  # no line alone on a page
        ([text(44), text(1, "x")], 3),
    ],
)
def test_pages(items: list[Item], page: int) -> None:
    assert pages_of(items, NORMAL)["x"] == page


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    def row(words: str, *, head: bool = False) -> TableRow:
        cell = Paragraph("PackHead" if head else "PackCell", (Run(words),))
        return TableRow((cell,), least=2000, head=head)

    # of 12744 five rows of 2010 and the head's fit on a page
    table = Table((8845,), (row("题", head=True), *(row("行") for _ in range(10))))
    assert pages_of([table, text(3, "x")], NORMAL)["x"] == 3
    table = Table((8845,), (row("题"), *(row("行") for _ in range(10))))
    assert pages_of([table, text(1, "x")], NORMAL)["x"] == 2
