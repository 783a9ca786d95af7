"""How things are called: numbers of articles and parts, dates."""

from typing import get_args

import pytest

from generator.model import Role, VariantKind
from generator.text.nomenclature import (
    ROLE_WORDS,
    VARIANT_KINDS,
    article_name,
    chinese_date,
    full_width,
    part_name,
)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("（五）", "第（五）条"),
        ("(五)", "第（五）条"),
        ("五、", "第五条"),
        ("第五条", "第五条"),
        ("第五条　", "第五条"),
    ],
)
def test_articles_are_called_by_their_number(label: str, name: str) -> None:
    assert article_name(label) == name


@pytest.mark.parametrize(("label", "name"), [("二、", "第二部分"), ("第二章", "第二章"), ("", "")])
def test_parts_are_called_by_their_number(label: str, name: str) -> None:
    assert part_name(label) == name


def test_brackets_are_printed_full_width() -> None:
    assert full_width("(五)") == "（五）"


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2021-03-27", "2021年3月27日"),
        ("2021-3-7", "2021年3月7日"),
        ("2021-03", "2021年3月"),
        ("2021", "2021年"),
        ("去年", "去年"),
        ("20-3", "20-3"),
        ("", ""),
    ],
)
def test_dates_in_chinese(date: str, shown: str) -> None:
    assert chinese_date(date) == shown


def test_every_role_and_every_kind_of_variant_has_a_name() -> None:
    assert set(ROLE_WORDS) == set(get_args(Role))
    assert set(VARIANT_KINDS) == set(get_args(VariantKind))
    signs = [each.sign for each in ROLE_WORDS.values()]
    assert len(set(signs)) == len(signs)
