"""款、项、目 of an article, and their addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.numerals import numeral_text
from generator.text.provisions import provision_name, provisions

FIXTURE = Path(__file__).parent / "fixtures" / "provisions.txt"
CASES = [case.partition("\n") for case in FIXTURE.read_text("utf-8").split("====\n")]


@pytest.mark.parametrize("case", [each[2] for each in CASES], ids=[each[0] for each in CASES])
def test_provisions_have_addresses(case: str) -> None:
    text, expected = (each.strip("\n") for each in case.split("--\n"))
    found = [f"{each.address} {text[each.start : each.end]}" for each in provisions(text)]
    assert [each.replace("\n", "/") for each in found] == expected.splitlines()


def test_labels_are_told_apart_from_the_words() -> None:
    found = provisions("条件：\n（一）面积；\n1.室内。\n不得收费。")
    assert [each.label for each in found] == ["", "（一）", "1.", ""]


def test_no_text_has_no_provisions() -> None:
    assert provisions("") == ()
    assert provisions("\n \n") == ()


@given(st.lists(st.lists(st.booleans(), max_size=3), min_size=1, max_size=5))
def test_made_articles_come_apart_as_they_were_made(shape: list[list[bool]]) -> None:
    """Each inner list is a 款: an 项 for each member, two 目 below it where it is true."""
    lines, expected = [], []
    for k, items in enumerate(shape, 1):
        lines.append(f"第{k}个自然段" + ("如下：" if items else "。"))
        expected.append(f"k{k}")
        for x, subitems in enumerate(items, 1):
            lines.append(f"（{numeral_text(x)}）事项；")
            expected.append(f"k{k}x{x}")
            for m in (1, 2) if subitems else ():
                lines.append(f"{m}.细目；")
                expected.append(f"k{k}x{x}m{m}")
    text = "\n".join(lines)
    found = provisions(text)
    assert [each.address for each in found] == expected
    assert all(text[each.start : each.end].startswith(each.label) for each in found)
    whole = [each for each in found if "x" not in each.address]
    assert "\n".join(text[each.start : each.end] for each in whole) == text


@pytest.mark.parametrize(
    ("address", "name"),
    [("k2", "第二款"), ("k2x3", "第二款第（三）项"), ("k1x12m1", "第一款第（十二）项第1目")],
)
def test_an_address_is_cited_in_words(address: str, name: str) -> None:
    assert provision_name(address) == name


@pytest.mark.parametrize("address", ["", "2", "k2m1", "k2x", "x3"])
def test_what_is_no_address_has_no_name(address: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        provision_name(address)
